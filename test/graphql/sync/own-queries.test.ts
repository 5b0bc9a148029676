import { announce, complete, invoice } from '../../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  record,
  type Setup,
  setUpResellers,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

describe('copiedAccounts', () => {
  const QUERY = 'query ($ids: [ID!]!) { copiedAccounts(sourceAccountIds: $ids) { name status } }';
  const ask = (ids: readonly string[], reseller = setup.alpha) =>
    world.run(reseller.sync, QUERY, { ids }).then(({ data, errors }) => data?.copiedAccounts ?? errors);

  beforeAll(async () => {
    for (const id of ['here', 'too', 'gone']) await copy(world, setup.alpha, aCustomer(id));
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'gone', sourceVersion: '2' });
    await copy(world, setup.beta, aCustomer('of-beta'));
  });

  test("are the sync's own customers in the order of the ids, each as often as it is named, null where there is none", async () => {
    const found = await ask(['too', 'unknown', 'here', 'of-beta', ' ', 'nul\0', 'x'.repeat(1001), 'here', 'gone']);
    const here = { name: 'Customer here', status: 'ACTIVE' };
    const [too, gone] = [
      { name: 'Customer too', status: 'ACTIVE' },
      { name: 'Customer gone', status: 'DELETED' },
    ];
    expect(found).toEqual([too, null, here, null, null, null, null, here, gone]);
    expect(await ask(['of-beta', 'here'], setup.beta)).toEqual([{ name: 'Customer of-beta', status: 'ACTIVE' }, null]);
    expect(await ask([])).toEqual([]);
  });

  test('of a move are the new manager’s once it is done, and then no longer the former one’s', async () => {
    const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
    const id = await copy(world, setup.alpha, aCustomer('leaves'));
    await invoice(world, id);
    const asked = async () => [await ask(['leaves', 'comes']), await ask(['leaves', 'comes'], gamma)];
    const there = expect.objectContaining({ status: 'ACTIVE' });
    expect(await announce(world, gamma, id, 'comes')).toEqual([]);
    expect(await asked()).toEqual([
      [there, null],
      [null, null],
    ]);
    expect(await complete(world, id)).toEqual([]);
    expect(await asked()).toEqual([
      [null, null],
      [null, there],
    ]);
  });

  test('cost two statements, however many they are', async () => {
    const most = Array.from({ length: 500 }, (_, at) => (at % 2 ? 'here' : `unknown-${at}`));
    world.takeStatements();
    expect(await ask(most)).toHaveLength(500);
    expect(world.takeStatements().filter((sql) => /^\s*SELECT/.test(sql))).toHaveLength(2);
  });

  test('more than 500 are refused, and 500 are not', async () => {
    expect(await ask(Array(501).fill('here'))).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', path: ['sourceAccountIds'] } },
    ]);
    expect(await ask(Array(500).fill('here'))).toHaveLength(500);
  });

  test('are for syncs alone', async () => {
    const { errors } = await world.run(admin, QUERY, { ids: ['here'] });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

test('a sync finds what its own events last touched, and is told nothing of the distributor’s edits', async () => {
  const [one, other] = ['since-1', 'since-2'];
  const id = await copy(world, setup.alpha, aCustomer(one));
  await copy(world, setup.alpha, aCustomer(other));
  const [{ since } = { since: '' }] = await world.sql<{ since: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since`,
  );
  const changed = async () => {
    const query = 'query ($filter: AccountFilter) { accounts(filter: $filter) { edges { node { name } } } }';
    const { accounts } = await world.ask(setup.alpha.sync, query, { filter: { updatedSince: since } });
    return accounts.edges.map(({ node }: { node: { name: string } }) => node.name);
  };
  expect(await changed()).toEqual([]);
  await world.mutate(admin, 'updateAccount', { accountId: id, enableOrdering: false });
  expect(await changed()).toEqual([]);
  await record(world, setup.alpha, aCustomer(other, { sourceVersion: '2' }));
  expect(await changed()).toEqual(['Customer since-2']);
});

test('offeredServices tell a sync what its reseller is offered: the price that is valid today, of its list or else the service’s own', async () => {
  const price = (amount: string, billingPeriod = 'MONTHLY') => ({ currency: 'EUR', billingPeriod, amount });
  const prices = [price('10.00'), price('100.00', 'ANNUAL')];
  await world.mutate(admin, 'saveService', { sku: 'LISTED', name: 'Listed', prices });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { priceList } = await world.mutate(
    admin,
    'savePriceList',
    {
      code: 'gold',
      name: 'Gold',
      prices: [
        { sku: 'LISTED', ...price('8.00'), validFrom: day(0) },
        { sku: 'LISTED', ...price('7.00'), validFrom: day(1) },
      ],
    },
    'priceList { id }',
  );
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.alpha.id, priceListId: priceList.id });
  const offered = async (caller: typeof setup.alpha.sync | typeof admin) => {
    const { offeredServices } = await world.ask(
      caller,
      '{ offeredServices(search: "listed") { edges { node { sku prices { currency billingPeriod amount } } } } }',
    );
    return offeredServices.edges.map(({ node }: { node: unknown }) => node);
  };
  expect(await offered(setup.alpha.sync)).toEqual([
    { sku: 'LISTED', prices: [price('100.00', 'ANNUAL'), price('8.00')] },
  ]);
  for (const caller of [setup.beta.sync, admin]) {
    expect(await offered(caller)).toEqual([{ sku: 'LISTED', prices: [price('100.00', 'ANNUAL'), price('10.00')] }]);
  }
  const bought = aPaidSubscription('listed', { sku: 'LISTED', startDate: day(0) });
  const { subscription } = await record(world, setup.alpha, aCustomer('buys'), bought);
  expect(subscription.unitPrice).toBe('8.00');
});
