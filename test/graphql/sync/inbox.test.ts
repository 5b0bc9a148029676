import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Caller } from '../../../src/domain/caller';
import { waiting } from '../../support/connections';
import { aCustomer, admin, aPaidSubscription, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, USER_ERRORS, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.sql('DELETE FROM sync_problems');
  await world.syncActivity.write();
  await world.sql('DELETE FROM sync_activity');
});

const PROBLEM = 'sourceAccountId sourceSubscriptionId code message path firstSeenAt lastSeenAt count closedAt';

async function inbox(caller: Caller = admin, open: boolean | null = true, reseller = setup.alpha.id) {
  const { tenantReseller } = await world.ask(
    caller,
    `query ($id: ID!, $open: Boolean) { tenantReseller(id: $id) {
      syncProblems(open: $open) { edges { node { ${PROBLEM} } } }
      syncHealth { lastAcceptedAt acceptedLastDay refusedLastDay openProblems } } }`,
    { id: reseller, open },
  );
  return {
    problems: tenantReseller.syncProblems?.edges.map(({ node }: { node: unknown }) => node),
    health: tenantReseller.syncHealth,
  };
}

const syncAll = (items: readonly unknown[], more: object = {}) =>
  world.mutate(
    setup.alpha.sync,
    'syncCustomers',
    { items, ...more },
    `results { outcome ${USER_ERRORS} subscriptionResults { outcome } }`,
  );
const fresh = () => `c-${randomUUID()}`;
const notOffered = (subscription = 's-1') => aPaidSubscription(subscription, { sku: 'NOT-OFFERED' });

test('50 items with a sku that is not offered, three times, are 50 rows; once the service is there, none is open (A41)', async () => {
  const items = Array.from({ length: 50 }, () => ({
    customer: aCustomer(fresh()),
    paidSubscriptions: [aPaidSubscription('s-1', { sku: 'LATER' })],
  }));
  for (const _ of [1, 2, 3]) await syncAll(items);
  const before = await inbox();
  expect(before.problems).toHaveLength(50);
  expect(before.problems[0]).toMatchObject({
    sourceSubscriptionId: 's-1',
    code: 'SERVICE_NOT_OFFERED',
    count: 3,
    closedAt: null,
  });
  expect(before.health).toMatchObject({ acceptedLastDay: 0, refusedLastDay: 150, openProblems: 50 });
  const prices = [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '1.00' }];
  await world.mutate(admin, 'saveService', { sku: 'LATER', name: 'Later', prices });
  await syncAll(items);
  expect(await inbox()).toMatchObject({ problems: [], health: { acceptedLastDay: 50, openProblems: 0 } });
  const closed = (await inbox(admin, false)).problems;
  expect(closed).toHaveLength(50);
  expect(closed[0]).toMatchObject({ count: 3, closedAt: expect.any(String) });
});

test('a row is of the first error: of the subscription that it is about, else of the customer', async () => {
  const [one, two] = [fresh(), fresh()];
  await copy(world, setup.alpha, aCustomer(one));
  await syncAll([
    { customer: aCustomer(one), paidSubscriptions: [aPaidSubscription('fine'), notOffered('wrong')] },
    { customer: aCustomer(two, { name: ' ' }), paidSubscriptions: [notOffered()] },
  ]);
  expect((await inbox()).problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ sourceAccountId: one, sourceSubscriptionId: 'wrong', code: 'SERVICE_NOT_OFFERED' }),
      expect.objectContaining({
        sourceAccountId: two,
        sourceSubscriptionId: null,
        code: 'INVALID_INPUT',
        path: ['input', 'items', '1', 'customer', 'name'],
      }),
    ]),
  );
});

test('success of the same closes it, and of nothing else; refused again it opens, and its count goes on', async () => {
  const customer = fresh();
  await copy(world, setup.alpha, aCustomer(customer));
  const refused = { customer: aCustomer(customer), paidSubscriptions: [notOffered('x')] };
  await syncAll([refused]);
  // The customer itself is taken, and another subscription of it.
  await syncAll([{ customer: aCustomer(customer), paidSubscriptions: [aPaidSubscription('y')] }]);
  expect((await inbox()).problems).toMatchObject([{ sourceSubscriptionId: 'x', count: 1 }]);
  await syncAll([{ customer: aCustomer(customer), paidSubscriptions: [aPaidSubscription('x')] }]);
  expect((await inbox()).problems).toEqual([]);
  await syncAll([{ customer: aCustomer(customer), paidSubscriptions: [notOffered('x')] }]);
  expect((await inbox()).problems).toMatchObject([{ sourceSubscriptionId: 'x', count: 2, closedAt: null }]);
});

test('a snapshot that is late closes nothing of the customer; a subscription that is recorded and late is none any more', async () => {
  const customer = fresh();
  await copy(world, setup.alpha, aCustomer(customer, { sourceVersion: '5' }));
  await syncAll([{ customer: aCustomer(customer, { sourceVersion: '6', name: ' ' }) }]);
  await syncAll([{ customer: aCustomer(customer, { sourceVersion: '4' }) }]);
  expect((await inbox()).problems).toMatchObject([{ sourceSubscriptionId: null, code: 'INVALID_INPUT' }]);
  const state = (version: string, more = {}) =>
    aPaidSubscription('s-9', { sourceVersion: version, quantities: [{ from: '2026-01-31', quantity: 1 }], ...more });
  const send = (subscription: object) =>
    syncAll([{ customer: aCustomer(customer, { sourceVersion: '7' }), paidSubscriptions: [subscription] }]);
  const whole = (subscription: ReturnType<typeof state>) => ({ ...subscription, quantity: null });
  await send(whole(state('5')));
  await send(whole(state('6', { sku: 'OTHER' })));
  expect((await inbox()).problems).toMatchObject([{ sourceSubscriptionId: 's-9', code: 'SUBSCRIPTION_CONFLICT' }]);
  const late = await send(whole(state('4')));
  expect(late.results[0].subscriptionResults).toEqual([{ outcome: 'STALE' }]);
  expect((await inbox()).problems).toEqual([]);
});

test.each<[string, () => Promise<unknown>, object]>([
  [
    'a purchase',
    () => record(world, setup.alpha, aCustomer('single-1'), notOffered('p')),
    { sourceAccountId: 'single-1', sourceSubscriptionId: 'p', code: 'SERVICE_NOT_OFFERED' },
  ],
  [
    'a cancellation',
    async () => {
      await record(world, setup.alpha, aCustomer('single-2'), aPaidSubscription('s'));
      await world.mutate(setup.alpha.sync, 'cancelPaidSubscription', {
        ...{ sourceAccountId: 'single-2', sourceSubscriptionId: 's', endDate: '1999-01-01' },
      });
    },
    { sourceAccountId: 'single-2', sourceSubscriptionId: 's', code: 'INVALID_INPUT', path: ['input', 'endDate'] },
  ],
  [
    'a deletion',
    () =>
      world.mutate(setup.alpha.sync, 'deleteManagedAccount', {
        ...{ sourceAccountId: 'single-3', sourceVersion: '2', endDate: '1889-01-01' },
      }),
    { sourceAccountId: 'single-3', sourceSubscriptionId: null, code: 'INVALID_INPUT' },
  ],
  [
    'a restoration',
    () => world.mutate(setup.alpha.sync, 'restoreManagedAccount', { customer: aCustomer('single-4', { name: '' }) }),
    { sourceAccountId: 'single-4', sourceSubscriptionId: null, code: 'INVALID_INPUT' },
  ],
])('a single event counts: %s', async (_what, send, expected) => {
  await send();
  expect((await inbox()).problems).toMatchObject([expected]);
  expect((await inbox()).health).toMatchObject({ refusedLastDay: 1, openProblems: 1 });
});

test('nothing is left by what is retryable, by a call that is refused as a whole, by ids that are none, and by a dry run', async () => {
  await syncAll([{ customer: aCustomer(fresh()) }]);
  await syncAll([{ customer: aCustomer(' ', { name: '' }) }, { customer: aCustomer('x'.repeat(1001), { name: '' }) }]);
  await syncAll([{ customer: aCustomer('nul\0', { name: '' }) }]);
  await syncAll([{ customer: aCustomer('fine'), paidSubscriptions: [notOffered(' ')] }]);
  await syncAll([{ customer: aCustomer('dry'), paidSubscriptions: [notOffered()] }], { dryRun: true });
  const most = Array.from({ length: 501 }, (_, at) => ({ customer: aCustomer(`many-${at}`, { name: '' }) }));
  expect((await syncAll(most)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.alpha.id, status: 'SUSPENDED' });
  await syncAll([{ customer: aCustomer('later', { name: '' }) }]);
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.alpha.id, status: 'ACTIVE' });
  expect((await inbox(admin, null)).problems).toEqual([]);
});

test('refused and then taken in one call is a row that is closed; the other way round, one that is open', async () => {
  const [one, other] = [fresh(), fresh()];
  for (const name of [one, other]) await copy(world, setup.alpha, aCustomer(name));
  const wrong = (name: string) => ({ customer: aCustomer(name, { sourceVersion: '2', name: '' }) });
  const right = (name: string) => ({ customer: aCustomer(name, { sourceVersion: '3' }) });
  await syncAll([wrong(one), wrong(one), right(one), right(other), wrong(other)]);
  expect((await inbox()).problems).toMatchObject([{ sourceAccountId: other, count: 1 }]);
  expect((await inbox(admin, false)).problems).toMatchObject([{ sourceAccountId: one, count: 2 }]);
});

test('a call of which nothing is refused, and nothing was, costs no statement for it', async () => {
  const customer = fresh();
  await copy(world, setup.alpha, aCustomer(customer));
  const other = fresh();
  await syncAll([{ customer: aCustomer(other, { name: '' }) }]);
  const unchanged = { customer: aCustomer(customer), paidSubscriptions: [aPaidSubscription()] };
  world.takeStatements();
  await syncAll([unchanged]);
  expect(world.takeStatements().filter((sql) => sql.includes('note_sync'))).toEqual([]);
});

describe('who sees it', () => {
  beforeEach(() => syncAll([{ customer: aCustomer('seen', { name: '' }) }]));

  test('administrators and the sync itself', async () => {
    for (const caller of [admin, setup.alpha.sync]) {
      const { problems, health } = await inbox(caller);
      expect(problems).toMatchObject([{ sourceAccountId: 'seen' }]);
      expect(health).toMatchObject({ openProblems: 1, refusedLastDay: 1 });
    }
  });

  test('nobody else', async () => {
    expect(await inbox(aUser('anna'))).toEqual({ problems: undefined, health: null });
    const { tenantReseller } = await world.ask(
      setup.beta.sync,
      `{ tenantReseller(id: "${setup.alpha.id}") { syncHealth { openProblems } } }`,
    );
    expect(tenantReseller).toBeNull();
    expect((await inbox(setup.beta.sync, null, setup.beta.id)).problems).toEqual([]);
  });
});

test('when a set fails as a whole, each of its items is noted as what it came to alone', async () => {
  await copy(world, setup.alpha, aCustomer('was refused'));
  const paid = (name: string, ...subscriptions: object[]) => ({
    customer: aCustomer(name),
    paidSubscriptions: subscriptions,
  });
  await syncAll([paid('was refused', notOffered('x'))]);
  await world.sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.name = 'Customer poison' THEN RAISE 'poison'; END IF; RETURN NEW; END $$`);
  await world.sql('CREATE TRIGGER fail BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION fail()');
  await syncAll([
    paid('poison', aPaidSubscription()),
    paid('was refused', aPaidSubscription('x')),
    paid('is refused', notOffered('y')),
  ]);
  await world.sql('DROP TRIGGER fail ON accounts');
  expect((await inbox()).problems).toMatchObject([{ sourceAccountId: 'is refused', sourceSubscriptionId: 'y' }]);
  expect((await inbox(admin, false)).problems).toMatchObject([{ sourceAccountId: 'was refused' }]);
  expect(world.faults.splice(0)).toMatchObject([{ message: 'poison' }]);
});

test('what keeps it from being noted is a fault of ours, once for a call, and fails none of its events', async () => {
  await world.sql('ALTER FUNCTION note_sync_problems(jsonb, uuid[]) RENAME TO away');
  const fine = { customer: aCustomer('fine all the same'), paidSubscriptions: [aPaidSubscription()] };
  const { results } = await syncAll([fine, ...['p', 'q'].map((name) => ({ customer: aCustomer(name, { name: '' }) }))]);
  expect(results).toMatchObject([{ outcome: 'CREATED' }, ...Array(2).fill({ outcome: 'REJECTED' })]);
  expect(world.faults.splice(0)).toHaveLength(1);
  const refused = await record(world, setup.alpha, aCustomer('r'), notOffered());
  expect(refused).toMatchObject({ outcome: 'REJECTED', userErrors: [{ code: 'SERVICE_NOT_OFFERED' }] });
  expect(world.faults.splice(0)).toHaveLength(1);
  await world.sql('ALTER FUNCTION away(jsonb, uuid[]) RENAME TO note_sync_problems');
  await syncAll([{ customer: aCustomer('p', { name: '' }) }]);
  expect((await inbox()).problems).toMatchObject([{ sourceAccountId: 'p', count: 1 }]);
  expect(world.faults).toEqual([]);
});

describe('at most 10,000 rows are open', () => {
  const openAlready = (rows: number) =>
    world.sql(
      `INSERT INTO sync_problems SELECT $1, gen_random_uuid(), gen_random_uuid(), 'old-' || n, NULL, 'INVALID_INPUT', 'x', '{}',
         now() - interval '1 day', now() - interval '1 day', 1, NULL FROM generate_series(1, $2::int) n`,
      [setup.alpha.id, rows],
    );
  const wrong = (...names: string[]) => names.map((name) => ({ customer: aCustomer(name, { name: '' }) }));
  /** How many rows are open with how many refusals, and how many refusals have none. */
  async function counted() {
    const [row] = await world.sql(
      `SELECT (count(*) FILTER (WHERE source_account_id <> ''))::int AS rows,
         (sum(count) FILTER (WHERE source_account_id <> ''))::int AS refused,
         (sum(count) FILTER (WHERE source_account_id = ''))::int AS beyond FROM sync_problems WHERE closed_at IS NULL`,
    );
    return row;
  }

  test('what is beyond them is counted in one more', async () => {
    await openAlready(9_999);
    await syncAll(wrong('first', 'second', 'third'));
    await syncAll(wrong('first', 'second', 'third', 'fourth'));
    const { problems, health } = await inbox();
    expect(health).toMatchObject({ openProblems: 10_001 });
    const [beyond] = problems.filter((one: { sourceAccountId: string }) => one.sourceAccountId === '');
    const kept = problems.filter(
      (one: { count: number; sourceAccountId: string }) => one.count === 2 && one.sourceAccountId,
    );
    expect(kept).toHaveLength(1);
    // Two of the first call and three of the second have no row.
    expect(beyond).toMatchObject({ count: 5, message: expect.stringContaining('10000') });
  });

  test('also when two are noted at the same time', async () => {
    await openAlready(9_995);
    const clients = [new Client({ connectionString: world.syncUrl }), new Client({ connectionString: world.syncUrl })];
    const [one, other] = await Promise.all(
      clients.map(async (client, sender) => {
        await client.connect();
        await client.query('BEGIN');
        await client.query(`SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`);
        const refused = Array.from({ length: 10 }, (_, at) => {
          const key = `00000000-0000-4000-8000-0000000000${sender}${at}`;
          const [code, message, count, isTaken] = ['INVALID_INPUT', 'x', 1, false];
          return { subjectKey: key, customerKey: key, sourceAccountId: key, code, message, path: [], count, isTaken };
        });
        const note = () => client.query(`SELECT note_sync_problems($1::jsonb, '{}')`, [JSON.stringify(refused)]);
        return { note, commit: () => client.query('COMMIT') };
      }),
    );
    await one?.note();
    const noted = other?.note();
    await isWaiting();
    await one?.commit();
    await noted;
    await other?.commit();
    await Promise.all(clients.map((client) => client.end()));
    expect(await counted()).toEqual({ rows: 10_000, refused: 10_000, beyond: 15 });
  });

  /** Somebody waits for what another one holds; or, if nobody does, nobody will. */
  async function isWaiting() {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await world.sql(`SELECT FROM ${waiting()}`)).length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test('and one that was closed needs room to be opened again', async () => {
    await copy(world, setup.alpha, aCustomer('comes back'));
    await syncAll(wrong('comes back'));
    await syncAll([{ customer: aCustomer('comes back') }]);
    await openAlready(9_999);
    await syncAll(wrong('last'));
    expect(await counted()).toEqual({ rows: 10_000, refused: 10_000, beyond: null });
    await syncAll(wrong('comes back', 'last'));
    expect(await counted()).toEqual({ rows: 10_000, refused: 10_001, beyond: 1 });
    await copy(world, setup.alpha, aCustomer('last'));
    expect(await counted()).toEqual({ rows: 9_999, refused: 9_999, beyond: null });
    await syncAll(wrong('comes back'));
    expect(await counted()).toEqual({ rows: 10_000, refused: 10_001, beyond: null });
    await syncAll(wrong('yet another'));
    expect(await counted()).toEqual({ rows: 10_000, refused: 10_001, beyond: 2 });
  });
});

test('what was closed long ago is not shown any more', async () => {
  await syncAll([{ customer: aCustomer('gone', { name: '' }) }]);
  await world.sql(`UPDATE sync_problems SET closed_at = now() - interval '91 days'`);
  expect((await inbox(admin, null)).problems).toEqual([]);
  await world.sql(`UPDATE sync_problems SET closed_at = now() - interval '89 days'`);
  expect((await inbox(admin, false)).problems).toMatchObject([{ sourceAccountId: 'gone' }]);
});
