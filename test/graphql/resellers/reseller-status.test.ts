import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  everyRow,
  record,
  see,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { aTransferredAccount } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let reseller: TestReseller;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
  reseller = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  id = await copy(world, reseller, aCustomer('g-1'));
  world.now = new Date('2026-06-30T12:00:00Z');
});
afterAll(() => world.close());

const setStatus = (status: string) =>
  world.mutate(
    admin,
    'updateTenantReseller',
    { tenantResellerId: reseller.id, status },
    'tenantReseller { id name status }',
  );
beforeEach(() => setStatus('ACTIVE'));

const newer = (version: number) => aCustomer('g-1', { sourceVersion: String(version), name: `Version ${version}` });
const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ customer: aCustomer(`many-${index}`) }));
const BLANK = aCustomer(' ', { sourceVersion: 'none', name: '' });

/** Everything that a sync sends, as it should be and as it should not: by hand from the contract. */
const CALLS: [what: string, mutation: string, input: object][] = [
  ['a customer that is here', 'recordPaidSubscription', { customer: newer(2), subscription: aPaidSubscription('s-2') }],
  ['a new customer', 'recordPaidSubscription', { customer: aCustomer('new'), subscription: aPaidSubscription() }],
  ['what cannot be read', 'recordPaidSubscription', { customer: BLANK, subscription: aPaidSubscription('') }],
  ['a trial', 'recordPaidSubscription', { customer: newer(2), subscription: aPaidSubscription('t', { trial: true }) }],
  ['an item', 'syncCustomers', { items: [{ customer: newer(3) }] }],
  ['no item', 'syncCustomers', { items: [] }],
  ['items none of which can be read', 'syncCustomers', { items: [{ customer: BLANK }] }],
  ['more items than a call takes', 'syncCustomers', { items: items(501) }],
  [
    'a cancellation',
    'cancelPaidSubscription',
    { sourceAccountId: 'g-1', sourceSubscriptionId: 's-1', endDate: '2026-12-31' },
  ],
  [
    'a cancellation that cannot be read',
    'cancelPaidSubscription',
    { sourceAccountId: '', sourceSubscriptionId: '', endDate: 'soon' },
  ],
  ['a deletion', 'deleteManagedAccount', { sourceAccountId: 'g-1', sourceVersion: '9' }],
  ['a deletion that cannot be read', 'deleteManagedAccount', { sourceAccountId: '', sourceVersion: 'x' }],
  ['a restoration', 'restoreManagedAccount', { customer: newer(9) }],
  ['a restoration that cannot be read', 'restoreManagedAccount', { customer: BLANK }],
  ['a dry run of items', 'syncCustomers', { items: [{ customer: newer(3) }], dryRun: true }],
  [
    'a dry run of a purchase',
    'recordPaidSubscription',
    { customer: newer(2), subscription: aPaidSubscription('s-2'), dryRun: true },
  ],
];

const SELECTIONS: Record<string, string> = { syncCustomers: 'results { outcome }' };

describe.each([
  ['SUSPENDED', 'RESELLER_SUSPENDED', true],
  ['ENDED', 'RESELLER_ENDED', false],
] as const)('S30: the sync of a reseller that is %s', (status, code, retryable) => {
  test.each(CALLS)(
    'is refused as a whole, before anything else, and nothing is written: %s',
    async (_, mutation, input) => {
      expect(await setStatus(status)).toEqual({
        tenantReseller: { id: reseller.id, name: 'Gamma', status },
        userErrors: [],
      });
      const before = await everyRow(world);
      const answer = await world.mutate(reseller.sync, mutation, input, SELECTIONS[mutation] ?? 'outcome');
      expect(answer).toEqual({
        ...(mutation === 'syncCustomers' ? { results: [] } : { outcome: 'REJECTED' }),
        userErrors: [
          expect.objectContaining({ code, retryable, path: ['input'], message: expect.stringContaining('Gamma') }),
        ],
      });
      expect(await writtenSince(world, before)).toEqual([]);
    },
  );

  test('is refused in a handful of statements, however much it sends', async () => {
    await setStatus(status);
    const counts = [];
    for (const count of [1, 500]) {
      world.takeStatements();
      await world.mutate(reseller.sync, 'syncCustomers', { items: items(count) }, 'results { outcome }');
      counts.push(world.takeStatements().length);
    }
    // The transaction's beginning, the reseller's row, and its end.
    expect(counts).toEqual([3, 3]);
  });

  test('reads on, and so does everybody; its customers stay managed, locked and billed', async () => {
    const read = 'name managedByReseller { ribbon } subscriptions { edges { node { id } } }';
    const before = {
      own: await see(world, reseller.sync, id, read),
      admin: await see(world, admin, id, 'lockedFields'),
    };
    await setStatus(status);
    expect(await see(world, reseller.sync, id, read)).toEqual(before.own);
    expect(before.own.managedByReseller).toEqual({ ribbon: 'This account is managed by Gamma Tenant Reseller' });
    expect(await see(world, admin, id, 'lockedFields')).toEqual(before.admin);
    const rename = await world.mutate(admin, 'updateAccount', { accountId: id, name: 'Ours' });
    expect(rename.userErrors).toMatchObject([{ code: 'FIELD_LOCKED' }]);
    const issue = { accountId: id, asOf: status === 'ENDED' ? '2026-02-28' : '2026-01-31' };
    const { userErrors, invoices } = await world.mutate(admin, 'generateInvoices', issue, 'invoices { billTo { id } }');
    expect({ userErrors, invoices }).toEqual({ userErrors: [], invoices: [{ billTo: { id: reseller.accountId } }] });
  });

  test('is let in again when the administrator says so, and what was refused is taken then', async () => {
    await setStatus(status);
    const sent = aCustomer(`after ${status}`);
    expect(await record(world, reseller, sent)).toMatchObject({ userErrors: [{ code }] });
    await setStatus('ACTIVE');
    expect(await record(world, reseller, sent)).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });

  test('hinders neither a transfer to it nor its activation, which are the administrator’s', async () => {
    const waiting = await aReseller(world, {
      name: `Waiting ${status}`,
      currency: 'EUR',
      separateInvoices: true,
      live: false,
    });
    const tenantResellerId = waiting.id;
    await world.mutate(admin, 'updateTenantReseller', { tenantResellerId, status });
    const { id: handed } = await aTransferredAccount(world, waiting, 'w-1');
    expect((await see(world, admin, handed, 'managedByReseller { sourceAccountId }')).managedByReseller).toEqual({
      sourceAccountId: 'w-1',
    });
    expect(await world.mutate(admin, 'activateBackOrdering', { tenantResellerId })).toEqual({ userErrors: [] });
    // What it sends is refused all the same.
    expect((await record(world, waiting, aCustomer('w-2'))).userErrors).toMatchObject([{ code }]);
  });

  test('leaves other resellers’ syncs alone', async () => {
    await setStatus(status);
    const other = await aReseller(world, { name: `Other ${status}`, currency: 'EUR', separateInvoices: true });
    expect(await record(world, other)).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });
});

describe('S30: the status of a reseller', () => {
  test('is ACTIVE of a new one, and stays when something else of it is changed', async () => {
    const { status } = (await aStatus(admin)).tenantReseller;
    expect(status).toBe('ACTIVE');
    await setStatus('SUSPENDED');
    const rename = { tenantResellerId: reseller.id, separateInvoices: false };
    expect(await world.mutate(admin, 'updateTenantReseller', rename, 'tenantReseller { status }')).toMatchObject({
      tenantReseller: { status: 'SUSPENDED' },
    });
  });

  test('is seen by everyone of the distributor and by its sync', async () => {
    await setStatus('SUSPENDED');
    for (const caller of [aUser('anna'), reseller.sync]) {
      expect(await aStatus(caller)).toEqual({ tenantReseller: { status: 'SUSPENDED' } });
    }
  });

  test('null is no status', async () => {
    const answer = await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: reseller.id, status: null });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'status'] }]);
  });

  test('stands in the audit with who changed it, each change once', async () => {
    const changes = async () =>
      world.sql(
        `SELECT actor, before, after FROM setup_audit WHERE record = 'tenant_resellers' AND operation = 'UPDATE'
         AND after ? 'status' AND before ->> 'id' = $1 ORDER BY at DESC LIMIT 1`,
        [reseller.id],
      );
    await setStatus('ENDED');
    await setStatus('ENDED');
    const count = async () =>
      (await world.sql(`SELECT FROM setup_audit WHERE record = 'tenant_resellers' AND after ? 'status'`)).length;
    const before = await count();
    expect(await changes()).toEqual([
      {
        actor: 'root',
        before: { id: reseller.id, status: 'ACTIVE' },
        after: { id: reseller.id, status: 'ENDED' },
      },
    ]);
    await setStatus('ENDED');
    expect(await count()).toBe(before);
  });
});

const aStatus = (caller: Parameters<World['ask']>[0]) =>
  world.ask(caller, 'query ($id: ID!) { tenantReseller(id: $id) { status } }', { id: reseller.id });
