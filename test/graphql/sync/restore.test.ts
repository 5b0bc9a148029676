import { aContact } from '../../support/contacts';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  copy,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const remove = (sourceAccountId: string, sourceVersion: string, endDate = '2026-06-30') =>
  world.mutate(
    setup.alpha.sync,
    'deleteManagedAccount',
    { sourceAccountId, sourceVersion, endDate },
    'outcome account { status }',
  );

const restore = (sourceAccountId: string, changes: Record<string, unknown>, reseller = setup.alpha) =>
  world.mutate(
    reseller.sync,
    'restoreManagedAccount',
    { customer: aCustomer(sourceAccountId, changes) },
    'outcome warnings account { id name status }',
  );

const refresh = async (sourceAccountId: string, changes: Record<string, unknown>) => {
  const customer = aCustomer(sourceAccountId, changes);
  const selection = 'results { outcome userErrors { code retryable } }';
  return (await world.mutate(setup.alpha.sync, 'syncCustomers', { items: [{ customer }] }, selection)).results[0];
};

const cancel = (sourceAccountId: string, sourceSubscriptionId: string, endDate: string) =>
  world.mutate(
    setup.alpha.sync,
    'cancelPaidSubscription',
    { sourceAccountId, sourceSubscriptionId, endDate },
    'outcome',
  );

const STATE = `SELECT a.name, a.status, a.deletion_date::text AS "deletedOn", a.source_version::text AS version,
    a.snapshot_version::text AS "snapshotVersion", a.custom_fields AS "customFields",
    (SELECT count(*)::int FROM account_contacts WHERE account_id = a.id) AS contacts,
    (SELECT json_object_agg(source_subscription_id, end_date ORDER BY source_subscription_id)
     FROM subscriptions WHERE account_id = a.id) AS ends
  FROM accounts a WHERE a.id = $1`;
const stateOf = async (id: string) => (await world.sql(STATE, [id]))[0];
const linesOf = async (id: string) =>
  (
    await world.sql<{ line: string }>(
      `SELECT kind || ': ' || text AS line FROM account_history
       WHERE account_id = $1 AND kind IN ('DELETED', 'RESTORED', 'STATUS_CHANGED', 'REFRESHED') ORDER BY at`,
      [id],
    )
  ).map(({ line }) => line);

/** What the audit has of a restoration: what became of the account and its subscriptions. */
async function auditedOf(id: string) {
  const { account } = await world.ask(
    admin,
    'query ($id: ID!) { account(id: $id) { audit(first: 50) { edges { node { mutation record operation after } } } } }',
    { id },
  );
  return account.audit.edges
    .map(({ node }: { node: { mutation: string; record: string; operation: string; after: object } }) => node)
    .filter(({ mutation, operation }: never) => mutation === 'restoreManagedAccount' && operation === 'UPDATE')
    .map(({ record: of, after }: { record: string; after: Record<string, unknown> }) =>
      of === 'accounts'
        ? { record: of, status: after.status, deletionDate: after.deletion_date }
        : { record: of, endDate: after.end_date },
    )
    .sort((one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** A customer with a contact, a custom field and three subscriptions: one runs, one ended, one ends by its own state. */
async function aFurnishedCustomer(source: string): Promise<string> {
  const customer = aCustomer(source);
  const id = await copy(world, setup.alpha, customer);
  await record(world, setup.alpha, customer, aPaidSubscription('s-2'));
  await cancel(source, 's-2', '2026-04-30');
  await record(world, setup.alpha, customer, aPaidSubscription('s-3', { sourceVersion: '1', endDate: '2026-12-31' }));
  await aContact(world, id, { lastName: 'Anders' }, admin);
  return id;
}

const ENDS = { 's-1': null, 's-2': '2026-04-30', 's-3': '2026-12-31' };
const DELETION = 'DELETED: Deleted due to a deletion on Alpha; subscriptions end on 2026-06-30';
const RESTORED = [
  'RESTORED: Restored from Alpha after a deletion by mistake',
  "STATUS_CHANGED: Account's Status Changed to Active due to changes on Alpha",
];

describe('A39: a customer that was deleted by mistake and restored', () => {
  beforeAll(async () => {
    await world.mutate(admin, 'saveCustomFieldDefinition', {
      code: 'region',
      label: 'Region',
      type: 'TEXT',
      required: false,
      defaultValue: 'North',
    });
  });

  test('is the same account, with its contacts and fields, and its subscriptions run as their states say', async () => {
    const id = await aFurnishedCustomer('a39');
    const before = await stateOf(id);
    expect(before).toMatchObject({ contacts: 1, customFields: { region: 'North' }, ends: ENDS });
    await remove('a39', '2');
    expect(await stateOf(id)).toMatchObject({ ends: { ...ENDS, 's-1': '2026-06-30', 's-3': '2026-06-30' } });

    expect(await restore('a39', { sourceVersion: '3' })).toMatchObject({
      outcome: 'APPLIED',
      warnings: [],
      account: { id, status: 'ACTIVE' },
      userErrors: [],
    });
    expect(await stateOf(id)).toEqual({ ...(before as object), version: '3', snapshotVersion: '3' });
    expect(await linesOf(id)).toEqual([DELETION, ...RESTORED]);
    expect(await auditedOf(id)).toEqual([
      { record: 'accounts', status: 'ACTIVE', deletionDate: null },
      { record: 'subscriptions', endDate: '2026-12-31' },
      { record: 'subscriptions', endDate: null },
    ]);
    expect(await restore('a39', { sourceVersion: '3' })).toMatchObject({ outcome: 'UNCHANGED', account: { id } });
    expect(await linesOf(id)).toHaveLength(3);
  });

  test('is so too when the restoration comes before the deletion: no line, for nothing happened here', async () => {
    const id = await aFurnishedCustomer('a39-early');
    const before = await stateOf(id);
    expect(await restore('a39-early', { sourceVersion: '3' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await remove('a39-early', '2')).toMatchObject({ outcome: 'STALE', account: { status: 'ACTIVE' } });
    expect(await stateOf(id)).toEqual({ ...(before as object), version: '3', snapshotVersion: '3' });
    expect(await linesOf(id)).toEqual([]);
  });

  test('again deleted, and the first deletion and the restoration come last: deleted, by the last deletion', async () => {
    const inOrder = await aFurnishedCustomer('a39-order');
    await remove('a39-order', '2', '2026-05-31');
    await restore('a39-order', { sourceVersion: '3' });
    await remove('a39-order', '4');
    const late = await aFurnishedCustomer('a39-late');
    expect(await remove('a39-late', '2', '2026-05-31')).toMatchObject({ outcome: 'APPLIED' });
    expect(await remove('a39-late', '4')).toMatchObject({ outcome: 'APPLIED' });
    expect(await restore('a39-late', { sourceVersion: '3' })).toMatchObject({ outcome: 'STALE', userErrors: [] });
    const end = { status: 'DELETED', version: '4', deletedOn: '2026-06-30', ends: { 's-1': '2026-06-30' } };
    for (const id of [inOrder, late]) expect(await stateOf(id)).toMatchObject(end);
  });

  test('can be worked with again: locks and actions are those of a managed account', async () => {
    const asked = 'status allowedActions lockedFields managedByReseller { sourceVersion ribbon }';
    const never = await aFurnishedCustomer('a39-never');
    const id = await aFurnishedCustomer('a39-policy');
    await remove('a39-policy', '1');
    expect((await see(world, admin, id, asked)).allowedActions).toEqual(['GENERATE_INVOICES', 'VIEW_PENDING_INVOICES']);
    await restore('a39-policy', { sourceVersion: '2' });
    const { managedByReseller, ...policy } = await see(world, admin, never, asked);
    expect(await see(world, admin, id, asked)).toEqual({
      ...policy,
      managedByReseller: { ...managedByReseller, sourceVersion: '2' },
    });
  });

  test('owes again what it owed: periods that the deletion had ended are pending', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a39-money'));
    const pending = async (asOf: string) =>
      (
        await world.ask(
          admin,
          'query ($id: ID!, $asOf: Date!) { account(id: $id) { pendingInvoices(asOf: $asOf) { total } } }',
          { id, asOf },
        )
      ).account.pendingInvoices.map(({ total }: { total: string }) => total);
    expect(await pending('2026-06-30')).toEqual(['75.00']);
    await remove('a39-money', '2', '2026-03-15');
    expect(await pending('2026-06-30')).toEqual(['25.00']);
    const { userErrors } = await world.mutate(admin, 'generateInvoices', { accountId: id, asOf: '2026-06-30' });
    expect(userErrors).toEqual([]);
    await restore('a39-money', { sourceVersion: '3' });
    expect(await pending('2026-06-30')).toEqual(['50.00']);
  });
});

describe('restoreManagedAccount', () => {
  test('takes the status and the values of its snapshot, and warns as a snapshot does', async () => {
    const id = await copy(world, setup.alpha, aCustomer('whole'));
    await remove('whole', '2');
    const back = { sourceVersion: '3', name: 'Back', status: 'SUSPENDED', currency: 'GBP' };
    expect(await restore('whole', back)).toMatchObject({
      outcome: 'APPLIED',
      warnings: ['SOURCE_CURRENCY_IGNORED'],
      account: { id, name: 'Back', status: 'SUSPENDED' },
    });
    expect(await linesOf(id)).toEqual([
      DELETION,
      RESTORED[0],
      'REFRESHED: Name updated from Alpha',
      "STATUS_CHANGED: Account's Status Changed to Suspended due to changes on Alpha",
    ]);
  });

  test.each(['2', '3'])(
    'of version %s, the deletion’s or older, is stale, and the account stays deleted',
    async (sourceVersion) => {
      const source = `stale-${sourceVersion}`;
      const id = await copy(world, setup.alpha, aCustomer(source));
      await remove(source, '3');
      expect(await restore(source, { sourceVersion })).toMatchObject({ outcome: 'STALE', userErrors: [] });
      expect(await stateOf(id)).toMatchObject({ status: 'DELETED', version: '3', deletedOn: '2026-06-30' });
      expect(await linesOf(id)).toEqual([DELETION]);
      expect(await restore(source, { sourceVersion: '4' })).toMatchObject({ outcome: 'APPLIED' });
    },
  );

  test('a snapshot that was refused with ACCOUNT_DELETED is sent again after it, and is applied', async () => {
    const id = await copy(world, setup.alpha, aCustomer('again'));
    await remove('again', '2');
    const newer = { sourceVersion: '9', name: 'Newer' };
    expect(await refresh('again', newer)).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'ACCOUNT_DELETED', retryable: false }],
    });
    await restore('again', { sourceVersion: '3' });
    expect(await refresh('again', newer)).toMatchObject({ outcome: 'APPLIED' });
    expect(await stateOf(id)).toMatchObject({ name: 'Newer', status: 'ACTIVE', version: '9' });
  });

  test('what was bought and cancelled while it was deleted ends as its own state says', async () => {
    const id = await copy(world, setup.alpha, aCustomer('late'));
    await remove('late', '2');
    for (const source of ['s-2', 's-3']) {
      await record(world, setup.alpha, aCustomer('late'), aPaidSubscription(source));
    }
    await cancel('late', 's-3', '2026-09-30');
    expect(await stateOf(id)).toMatchObject({ ends: { 's-2': '2026-06-30', 's-3': '2026-06-30' } });
    await restore('late', { sourceVersion: '3' });
    expect(await stateOf(id)).toMatchObject({ ends: { 's-1': null, 's-2': null, 's-3': '2026-09-30' } });
  });

  test('of a customer that is not here, or of another reseller, may be sent again, and writes nothing', async () => {
    await copy(world, setup.alpha, aCustomer('a15-restore'));
    await remove('a15-restore', '2');
    const before = await everyRow(world);
    for (const refused of [
      await restore('nobody', { sourceVersion: '1' }),
      await restore('a15-restore', { sourceVersion: '9' }, setup.beta),
    ]) {
      expect(refused).toMatchObject({
        outcome: 'REJECTED',
        account: null,
        userErrors: [{ code: 'ACCOUNT_NOT_COPIED', retryable: true, path: ['input', 'customer', 'sourceAccountId'] }],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('is refused whole for what cannot be read, with its path', async () => {
    expect(await restore('unread', { name: ' ' })).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'customer', 'name'] }],
    });
  });
});
