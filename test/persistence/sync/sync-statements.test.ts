import { parseSyncItem } from '../../../src/domain/sync/sync-input';
import type { SyncItem } from '../../../src/domain/sync/sync-item';
import { withSyncGuard } from '../../../src/guard/guard';
import { syncItems } from '../../../src/services/sync/sync-items';
import { aCustomer, aPaidSubscription, type Setup, setUpResellers } from '../../support/resellers';
import { calledBy, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

function anItem(customer: ReturnType<typeof aCustomer>, ...paidSubscriptions: unknown[]): SyncItem {
  const { value } = parseSyncItem({ customer, paidSubscriptions }, 0);
  if (!value) throw new Error('The item is not well made');
  return value;
}

/** Brings so many customers up to date in one set, and gives the outcomes and the statements that it took. */
async function sync(items: readonly SyncItem[]) {
  world.takeStatements();
  const decisions = await withSyncGuard(world.database, calledBy(setup.alpha.sync), (pass) => syncItems(pass, items));
  return {
    outcomes: new Set(decisions.map(({ outcome, refusals }) => [outcome, ...refusals.map(({ code }) => code)].join())),
    statements: world.takeStatements().map((sql) => sql.replace(/\s+/g, ' ').trim().slice(0, 60)),
  };
}

const SIZES = [1, 10, 100] as const;

/** Kinds of items, what each comes to, and how many statements a set of them takes, START TRANSACTION and COMMIT included. */
const KINDS: Record<
  string,
  { outcome: string; takes: number; item: (id: string) => SyncItem; before: (id: string) => SyncItem[] }
> = {
  new: {
    outcome: 'CREATED',
    takes: 10,
    before: () => [],
    item: (id) => anItem(aCustomer(id), aPaidSubscription()),
  },
  changed: {
    outcome: 'APPLIED',
    takes: 7,
    before: (id) => [anItem(aCustomer(id), aPaidSubscription())],
    item: (id) => anItem(aCustomer(id, { sourceVersion: '2', name: 'New', status: 'SUSPENDED' })),
  },
  'changed, with a new subscription': {
    outcome: 'APPLIED',
    takes: 10,
    before: (id) => [anItem(aCustomer(id), aPaidSubscription())],
    item: (id) => anItem(aCustomer(id, { sourceVersion: '2', name: 'New' }), aPaidSubscription('s-2')),
  },
  'with a changed subscription': {
    outcome: 'UNCHANGED',
    takes: 10,
    before: (id) => [anItem(aCustomer(id), aPaidSubscription('s-1', { sourceVersion: '1' }))],
    item: (id) => anItem(aCustomer(id), aPaidSubscription('s-1', { sourceVersion: '2', quantity: 6 })),
  },
  unchanged: {
    outcome: 'UNCHANGED',
    takes: 8,
    before: (id) => [anItem(aCustomer(id), aPaidSubscription())],
    item: (id) => anItem(aCustomer(id), aPaidSubscription()),
  },
  stale: {
    outcome: 'STALE',
    takes: 7,
    before: (id) => [anItem(aCustomer(id, { sourceVersion: '2' }), aPaidSubscription())],
    item: (id) => anItem(aCustomer(id), aPaidSubscription()),
  },
  'not copied': {
    outcome: 'REJECTED,ACCOUNT_NOT_COPIED',
    takes: 4,
    before: () => [],
    item: (id) => anItem(aCustomer(id)),
  },
  trials: {
    outcome: 'REJECTED,NOT_A_PAID_SUBSCRIPTION',
    takes: 5,
    before: () => [],
    item: (id) => anItem(aCustomer(id), aPaidSubscription('s-1', { trial: true })),
  },
};

test.each(Object.entries(KINDS))(
  '%s customers take the same number of statements, 1, 10 or 100 of them',
  async (name, kind) => {
    const taken: Record<number, string[]> = {};
    for (const size of SIZES) {
      const ids = Array.from({ length: size }, (_, index) => `${name}-${size}-${index}`);
      const earlier = ids.flatMap(kind.before);
      if (earlier.length > 0) await sync(earlier);
      const { outcomes, statements } = await sync(ids.map(kind.item));
      expect([...outcomes]).toEqual([kind.outcome]);
      taken[size] = statements;
    }
    expect(taken[10]).toEqual(taken[1]);
    expect(taken[100]).toEqual(taken[1]);
    expect(taken[1]).toHaveLength(kind.takes);
  },
);

test('a set of all kinds takes each statement once', async () => {
  const kinds = Object.entries(KINDS);
  const ids = (kind: string) => Array.from({ length: 20 }, (_, index) => `mixed-${kind}-${index}`);
  await sync(kinds.flatMap(([name, kind]) => ids(name).flatMap(kind.before)));
  const { outcomes, statements } = await sync(kinds.flatMap(([name, kind]) => ids(name).map(kind.item)));
  expect(outcomes).toEqual(new Set(kinds.map(([, kind]) => kind.outcome)));
  expect(new Set(statements).size).toBe(statements.length);
  expect(statements).toHaveLength(15);
});

test('what is refused or stale writes nothing', async () => {
  await sync([anItem(aCustomer('quiet', { sourceVersion: '2' }), aPaidSubscription())]);
  const { statements } = await sync([
    anItem(aCustomer('quiet'), aPaidSubscription()),
    anItem(aCustomer('nobody')),
    anItem(aCustomer('nobody-2'), aPaidSubscription('s-1', { sku: 'NOTHING' })),
  ]);
  expect(statements.filter((sql) => /^(INSERT|UPDATE|DELETE)/i.test(sql))).toEqual([]);
});
