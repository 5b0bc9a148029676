import { randomUUID } from 'node:crypto';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aReseller,
  copy,
  everyRow,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const RESELLER = 'tenantReseller { id name currency separateInvoices backOrderingActive account { id } }';
const create = (input: Record<string, unknown>) =>
  world.mutate(
    admin,
    'createTenantReseller',
    { name: 'New', currency: 'EUR', separateInvoices: true, ...input },
    RESELLER,
  );
const update = (tenantResellerId: string, input: Record<string, unknown>) =>
  world.mutate(admin, 'updateTenantReseller', { tenantResellerId, ...input }, RESELLER);
const linesOf = async (id: string) =>
  (await see(world, admin, id, 'history { edges { node { kind text actor } } }')).history.edges.map(
    ({ node }: { node: unknown }) => node,
  );

describe('S25: creating a tenant reseller', () => {
  test("creates its own account: the distributor's, in its currency, with the API options' rule", async () => {
    const { tenantReseller, userErrors } = await create({
      name: 'Fresh',
      currency: 'USD',
      separateInvoices: false,
      email: 'billing@fresh.example',
    });
    expect(userErrors).toEqual([]);
    expect(tenantReseller).toEqual({
      id: expect.any(String),
      name: 'Fresh',
      currency: 'USD',
      separateInvoices: false,
      backOrderingActive: false,
      account: { id: expect.any(String) },
    });
    expect(
      await see(
        world,
        admin,
        tenantReseller.account.id,
        `name currency email status permissionRule { id } managedByReseller { ribbon } parent { id } billTo { id }`,
      ),
    ).toEqual({
      name: 'Fresh',
      currency: 'USD',
      email: 'billing@fresh.example',
      status: 'ACTIVE',
      permissionRule: { id: setup.ruleId },
      managedByReseller: null,
      parent: null,
      billTo: null,
    });
    expect(await linesOf(tenantReseller.account.id)).toMatchObject([{ kind: 'EDITED', actor: 'root' }]);
  });

  test('is seen by everyone of the distributor', async () => {
    const { tenantReseller } = await create({ name: 'Seen' });
    expect(
      await world.ask(aUser('nobody'), `query ($id: ID!) { ${RESELLER.replace('{', '(id: $id) {')} }`, {
        id: tenantReseller.id,
      }),
    ).toEqual({ tenantReseller });
  });
});

describe('S25: creating a tenant reseller with an account that is there', () => {
  test("takes it: its name and currency become the reseller's, its id and the rest stay", async () => {
    const id = await anOwnAccount(world, {
      name: 'Before',
      currency: 'GBP',
      email: 'kept@own.example',
      responsible_user_id: 'anna',
    });
    const { tenantReseller } = await create({ name: 'Taken', accountId: id.toUpperCase() });
    expect(tenantReseller.account).toEqual({ id });
    expect(await see(world, admin, id, 'name currency email responsibleUser { id } permissionRule { id }')).toEqual({
      name: 'Taken',
      currency: 'EUR',
      email: 'kept@own.example',
      responsibleUser: { id: 'anna' },
      permissionRule: null,
    });
  });

  test('keeps the currency of an account that has records, and refuses another one', async () => {
    const id = await anOwnAccount(world);
    await world.mutate(admin, 'createSubscription', {
      accountId: id,
      sku: 'MAIL',
      quantity: 1,
      billingPeriod: 'MONTHLY',
    });
    const before = await everyRow(world);
    expect(await create({ accountId: id, currency: 'USD' })).toMatchObject({
      tenantReseller: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'currency'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await create({ accountId: id, currency: 'EUR' })).toMatchObject({
      tenantReseller: { account: { id } },
      userErrors: [],
    });
  });

  test.each([
    ['is not there', () => randomUUID(), 'NOT_FOUND'],
    ['is no UUID', () => 'no uuid', 'INVALID_INPUT'],
    ['is empty', () => '', 'INVALID_INPUT'],
    ['a reseller manages', () => copy(world, setup.alpha, aCustomer('managed')), 'ACCOUNT_ALREADY_MANAGED'],
    ["is another reseller's own", () => setup.alpha.accountId, 'INVALID_INPUT'],
    ['is deleted', () => anOwnAccount(world, { status: 'DELETED', deletion_date: '2026-01-31' }), 'ACTION_NOT_ALLOWED'],
  ])('refuses one that %s', async (_what, make, code) => {
    const accountId = await make();
    const before = await everyRow(world);
    expect(await create({ accountId })).toMatchObject({
      tenantReseller: null,
      userErrors: [{ code, path: ['input', 'accountId'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('gives it to one of two resellers that are created with it at once', async () => {
    const accountId = await anOwnAccount(world);
    const answers = await Promise.all(['One', 'Two'].map((name) => create({ name, accountId })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'accountId'] },
    ]);
    expect(await world.sql('SELECT FROM tenant_resellers WHERE account_id = $1', [accountId])).toHaveLength(1);
  });
});

describe('S25: changing a tenant reseller', () => {
  test('changes name and currency of its account with it, with a line of history', async () => {
    const reseller = await aReseller(world, { name: 'Old', currency: 'EUR', separateInvoices: true });
    expect(await update(reseller.id, { name: 'Changed', currency: 'USD' })).toEqual({
      tenantReseller: {
        id: reseller.id,
        name: 'Changed',
        currency: 'USD',
        separateInvoices: true,
        backOrderingActive: true,
        account: { id: reseller.accountId },
      },
      userErrors: [],
    });
    expect(await see(world, admin, reseller.accountId, 'name currency revision')).toEqual({
      name: 'Changed',
      currency: 'USD',
      revision: '2',
    });
    expect((await linesOf(reseller.accountId))[0]).toMatchObject({ kind: 'EDITED', actor: 'root' });
  });

  test('changes only what is sent; what is the same already leaves its account alone', async () => {
    const reseller = await aReseller(world, { name: 'Same', currency: 'EUR', separateInvoices: true });
    expect(await update(reseller.id, { name: 'Same', currency: 'EUR', separateInvoices: false })).toMatchObject({
      tenantReseller: { name: 'Same', currency: 'EUR', separateInvoices: false },
    });
    expect(await see(world, admin, reseller.accountId, 'revision separateInvoices')).toEqual({
      revision: '1',
      separateInvoices: true,
    });
    expect(await linesOf(reseller.accountId)).toHaveLength(1);
  });
});

describe('S21: changing a tenant reseller whose account has another master', () => {
  const LOCKED = 'name currency fieldLocks { field reason }';
  const locksOf = async (id: string) => {
    const { name, currency, fieldLocks } = await see(world, admin, id, LOCKED);
    const reason = (field: string) => fieldLocks.find((lock: { field: string }) => lock.field === field)?.reason;
    return { name, currency, locked: [reason('NAME'), reason('CURRENCY')] };
  };

  test.each<[string, (accountId: string) => Promise<unknown>, string[]]>([
    [
      'that is deleted',
      (accountId) => world.mutate(admin, 'deleteAccount', { accountId }),
      ['ACCOUNT_DELETED', 'ACCOUNT_DELETED'],
    ],
    [
      'that was handed to another reseller',
      // As a database of the last version may hold it: no call does that any more (S25).
      (accountId) =>
        world.sql(
          `UPDATE accounts SET tenant_reseller_id = $2, source_account_id = 'handed', origin = 'TRANSFERRED_TO_RESELLER',
             managed_since = now(), parent_id = $3, bill_to_id = $3 WHERE id = $1`,
          [accountId, setup.alpha.id, setup.alpha.accountId],
        ),
      ['MASTERED_BY_RESELLER', 'SET_BY_BACK_ORDERING'],
    ],
  ])('leaves an account %s as it is', async (_which, end, locked) => {
    const { tenantReseller } = await create({ name: 'Before' });
    const accountId = tenantReseller.account.id;
    await end(accountId);
    const { userErrors, ...changed } = await update(tenantReseller.id, { name: 'After', currency: 'USD' });
    expect(userErrors).toEqual([]);
    expect(changed.tenantReseller).toMatchObject({ name: 'After', currency: 'USD' });
    expect(await locksOf(accountId)).toEqual({ name: 'Before', currency: 'EUR', locked });
    expect(world.faults).toEqual([]);
  });
});

describe('S1: back-ordering', () => {
  test('is off at creation, and once on stays on, whatever else changes', async () => {
    const reseller = await aReseller(world, { name: 'Live', currency: 'EUR', separateInvoices: true, live: false });
    const input = { tenantResellerId: reseller.id };
    for (let time = 0; time < 2; time += 1) {
      expect(await world.mutate(admin, 'activateBackOrdering', input, RESELLER)).toMatchObject({
        tenantReseller: { id: reseller.id, backOrderingActive: true },
        userErrors: [],
      });
    }
    expect(await update(reseller.id, { name: 'Live on', separateInvoices: false })).toMatchObject({
      tenantReseller: { backOrderingActive: true },
    });
  });
});

describe('bad input', () => {
  const NAMES: [string, Record<string, unknown>, string][] = [
    ['a blank name', { name: ' \t ' }, 'name'],
    ['a NUL in the name', { name: 'a\0b' }, 'name'],
    ['a lone surrogate in the name', { name: 'a\ud800' }, 'name'],
    ['a name of 256 characters', { name: 'n'.repeat(256) }, 'name'],
    ['an unknown currency', { currency: 'XYZ' }, 'currency'],
    ['a currency in small letters', { currency: 'eur' }, 'currency'],
    ['an empty currency', { currency: '' }, 'currency'],
  ];

  test.each([...NAMES, ['a NUL in the e-mail', { email: 'a\0b' }, 'email']] as typeof NAMES)(
    '%s: no reseller is created',
    async (_what, input, field) => {
      const before = await everyRow(world);
      expect(await create(input)).toMatchObject({
        tenantReseller: null,
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', field], retryable: false }],
      });
      expect(await writtenSince(world, before)).toEqual([]);
    },
  );

  test.each([
    ...NAMES,
    ['null for the name', { name: null }, 'name'],
    ['null for the currency', { currency: null }, 'currency'],
    ['null for separate invoices', { separateInvoices: null }, 'separateInvoices'],
  ] as typeof NAMES)('%s: no reseller is changed', async (_what, input, field) => {
    const before = await everyRow(world);
    expect(await update(setup.beta.id, { name: 'Other', separateInvoices: true, ...input })).toMatchObject({
      tenantReseller: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', field], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test.each(['updateTenantReseller', 'activateBackOrdering'])(
    '%s refuses a reseller that is not there, and an id that is no UUID',
    async (mutation) => {
      const before = await everyRow(world);
      for (const [tenantResellerId, code] of [
        [randomUUID(), 'NOT_FOUND'],
        ['Alpha', 'INVALID_INPUT'],
        ['', 'INVALID_INPUT'],
      ]) {
        expect(await world.mutate(admin, mutation, { tenantResellerId }, RESELLER)).toMatchObject({
          tenantReseller: null,
          userErrors: [{ code, path: ['input', 'tenantResellerId'], retryable: false }],
        });
      }
      expect(await writtenSince(world, before)).toEqual([]);
    },
  );

  test('the limits themselves are taken: 255 characters, also beyond the first plane', async () => {
    for (const name of ['n'.repeat(255), '\u{1f600}'.repeat(255)]) {
      expect(await create({ name })).toMatchObject({ tenantReseller: { name }, userErrors: [] });
    }
  });
});
