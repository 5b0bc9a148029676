import type { Caller } from '../../../src/domain/caller';
import { announce, complete } from '../../support/moves';
import {
  aCustomer,
  admin,
  aReseller,
  copy,
  type Setup,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { aBilledAccount, handAlone, handOver } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;
beforeEach(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  world.now = new Date('2026-06-15T12:00:00Z');
});
afterEach(() => world.close());

/** A customer that was copied at this instant. */
async function copiedAt(instant: string, source: string, reseller = setup.alpha): Promise<string> {
  const id = await copy(world, reseller, aCustomer(source));
  await world.sql('UPDATE accounts SET managed_since = $2 WHERE id = $1', [id, instant]);
  return id;
}

/** What is told of a reseller: the counts by month, without those of months that have none. */
async function told(id: string, given = '', caller: Caller = admin) {
  const { tenantReseller } = await world.ask(
    caller,
    `query ($id: ID!) { tenantReseller(id: $id) { customersCopiedByMonth${given} { month count } } }`,
    { id },
  );
  return tenantReseller.customersCopiedByMonth;
}

const anyIn = (months: { month: string; count: number }[]) => months.filter(({ count }) => count > 0);

test('the last twelve months are told, the present one last, each with those that were copied in it', async () => {
  await copiedAt('2026-06-15T11:00:00Z', 'c-1');
  await copiedAt('2026-06-01T11:00:00Z', 'c-2');
  await copiedAt('2025-07-01T11:00:00Z', 'c-3');
  await copiedAt('2025-06-30T11:00:00Z', 'c-4');
  await copiedAt('2026-06-15T11:00:00Z', 'c-1', setup.beta);
  const months = await told(setup.alpha.id);
  expect(months.map(({ month }: { month: string }) => month)).toEqual([
    ...['2025-07-01', '2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01'],
    ...['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'],
  ]);
  expect(anyIn(months)).toEqual([
    { month: '2025-07-01', count: 1 },
    { month: '2026-06-01', count: 2 },
  ]);
  expect(anyIn(await told(setup.alpha.id, '(months: 13)'))).toContainEqual({ month: '2025-06-01', count: 1 });
  expect(await told(gamma.id, '(months: 1)')).toEqual([{ month: '2026-06-01', count: 0 }]);
});

test('a month begins and ends by UTC, to the microsecond, and in a leap year', async () => {
  world.now = new Date('2024-03-01T00:00:00Z');
  await copiedAt('2024-01-31T23:59:59.999999Z', 'c-1');
  await copiedAt('2024-02-01T00:00:00Z', 'c-2');
  await copiedAt('2024-02-29T23:59:59.999999Z', 'c-3');
  await copiedAt('2024-03-01T00:00:00Z', 'c-4');
  expect(await told(setup.alpha.id, '(months: 3)')).toEqual([
    { month: '2024-01-01', count: 1 },
    { month: '2024-02-01', count: 2 },
    { month: '2024-03-01', count: 1 },
  ]);
  world.now = new Date('2024-02-29T23:59:59.999Z');
  expect((await told(setup.alpha.id, '(months: 1)'))[0]).toEqual({ month: '2024-02-01', count: 2 });
});

test('customers that are deleted or suspended count, and such as were transferred, moved or left do not', async () => {
  await copiedAt('2026-06-10T11:00:00Z', 'c-1');
  await copiedAt('2026-06-10T11:00:00Z', 'c-2');
  const moved = await copiedAt('2026-06-10T11:00:00Z', 'c-3');
  await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'c-1', sourceVersion: '2' });
  await world.mutate(setup.alpha.sync, 'syncCustomers', {
    items: [{ customer: aCustomer('c-2', { sourceVersion: '2', status: 'SUSPENDED' }) }],
  });
  await handAlone(world, setup.alpha, handOver(await aBilledAccount(world, setup.alpha), 'c-4'));
  expect(anyIn(await told(setup.alpha.id))).toEqual([{ month: '2026-06-01', count: 3 }]);
  // What is pending would keep it.
  await world.sql('DELETE FROM subscriptions WHERE account_id = $1', [moved]);
  expect(await announce(world, gamma, moved, 'g-1')).toEqual([]);
  expect(await complete(world, moved)).toEqual([]);
  expect(anyIn(await told(setup.alpha.id))).toEqual([{ month: '2026-06-01', count: 2 }]);
  expect(anyIn(await told(gamma.id))).toEqual([]);
});

test('it is null to everyone but administrators, whatever they ask for', async () => {
  expect(await told(setup.alpha.id)).toHaveLength(12);
  for (const caller of [aUser('anna'), aUser('bill', 'billing'), setup.alpha.sync]) {
    expect(await told(setup.alpha.id, '', caller)).toBeNull();
    expect(await told(setup.alpha.id, '(months: 0)', caller)).toBeNull();
  }
});

test.each([0, -1, 121])(
  '%i months are refused as the argument that they are, and no reseller is hidden by it',
  async (months) => {
    const { data, errors } = await world.run(
      admin,
      `query ($id: ID!, $months: Int!) { tenantReseller(id: $id) { name customersCopiedByMonth(months: $months) { count } } }`,
      { id: setup.alpha.id, months },
    );
    expect(data.tenantReseller).toEqual({ name: 'Alpha', customersCopiedByMonth: null });
    expect(errors).toMatchObject([
      {
        message: 'Months must be from 1 to 120',
        path: ['tenantReseller', 'customersCopiedByMonth'],
        extensions: { code: 'INVALID_INPUT' },
      },
    ]);
  },
);

test('a list of resellers costs one statement for it, whatever it has', async () => {
  await copiedAt('2026-06-10T11:00:00Z', 'c-1', setup.beta);
  const ask = async (first: number) => {
    world.takeStatements();
    const { tenantResellers } = await world.ask(
      admin,
      `query ($first: Int!) { tenantResellers(first: $first) { edges { node {
        name customersCopiedByMonth(months: 120) { month count } } } } }`,
      { first },
    );
    const counted = tenantResellers.edges.map(({ node }: { node: { name: string; customersCopiedByMonth: [] } }) => [
      node.name,
      node.customersCopiedByMonth.length,
      anyIn(node.customersCopiedByMonth).length,
    ]);
    const statements = world.takeStatements();
    return {
      counted,
      statements: statements.length,
      own: statements.filter((one) => one.includes('copied.month')).length,
    };
  };
  const one = await ask(1);
  const all = await ask(50);
  expect(all.counted).toEqual([
    ['Alpha', 120, 0],
    ['Beta', 120, 1],
    ['Gamma', 120, 0],
  ]);
  expect([one.own, all.own, all.statements - one.statements]).toEqual([1, 1, 0]);
});
