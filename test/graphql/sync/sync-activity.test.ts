import type { Keeper } from '../../../src/persistence/engine/database';
import { SyncActivity } from '../../../src/services/sync/sync-activity';
import { admin, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());
beforeEach(() => world.sql('DELETE FROM sync_activity'));

const fail = (fault: unknown): never => {
  throw fault;
};
/** Counts that are written down are those of every process. */
const aProcess = (keeper: Keeper = world.database.upkeep) => new SyncActivity(keeper, fail);

async function health(reseller = setup.alpha) {
  const { tenantReseller } = await world.ask(
    admin,
    `query ($id: ID!) { tenantReseller(id: $id) { syncHealth { lastAcceptedAt acceptedLastDay refusedLastDay } } }`,
    { id: reseller.id },
  );
  return tenantReseller.syncHealth;
}

test('of a reseller that never sent anything nothing is known', async () => {
  expect(await health()).toEqual({ lastAcceptedAt: null, acceptedLastDay: 0, refusedLastDay: 0 });
});

test('several processes count together, each reseller for itself', async () => {
  const [one, other] = [aProcess(), aProcess()];
  one.count(setup.alpha.id, { accepted: 3, refused: 1 });
  other.count(setup.alpha.id, { accepted: 2, refused: 0 });
  other.count(setup.beta.id, { accepted: 0, refused: 7 });
  await Promise.all([one.stop(), other.stop()]);
  expect(await health()).toEqual({ lastAcceptedAt: expect.any(String), acceptedLastDay: 5, refusedLastDay: 1 });
  expect(await health(setup.beta)).toEqual({ lastAcceptedAt: null, acceptedLastDay: 0, refusedLastDay: 7 });
});

test('what cannot be written is written with the next, once', async () => {
  let isAway = true;
  const keeper: Keeper = {
    query: (statement) => (isAway ? Promise.reject(new Error('away')) : world.database.upkeep.query(statement)),
  };
  const activity = aProcess(keeper);
  activity.count(setup.alpha.id, { accepted: 1, refused: 0 });
  await expect(activity.write()).rejects.toThrow('away');
  activity.count(setup.alpha.id, { accepted: 1, refused: 0 });
  isAway = false;
  await activity.write();
  await activity.write();
  await activity.stop();
  expect(await health()).toMatchObject({ acceptedLastDay: 2 });
});

test('however many ask for it at once, it is written once more when what is being written is', async () => {
  let written = 0;
  const asked: Promise<void>[] = [];
  const keeper: Keeper = {
    query: async (statement) => {
      written += 1;
      // Events come in all the while.
      activity.count(setup.alpha.id, { accepted: 1, refused: 0 });
      if (written === 1) asked.push(...Array.from({ length: 50 }, () => activity.write()));
      return await world.database.upkeep.query(statement);
    },
  };
  const activity = aProcess(keeper);
  activity.count(setup.alpha.id, { accepted: 1, refused: 0 });
  await activity.write();
  await Promise.all(asked);
  expect(written).toBe(2);
  expect(await health()).toMatchObject({ acceptedLastDay: 2 });
  await activity.stop();
});

test.each<[string, Error, number]>([
  ['of an outage its own lines tell', Object.assign(new Error('gone'), { code: '57P01' }), 0],
  ['anything else is told', new Error('broken'), 1],
])('what cannot be written is tried again by itself: %s', async (_what, cause, toldTimes) => {
  let failures = 1;
  const keeper: Keeper = {
    query: async (statement) => {
      failures -= 1;
      if (failures >= 0) throw cause;
      return world.database.upkeep.query(statement);
    },
  };
  const told: unknown[] = [];
  const activity = new SyncActivity(keeper, (fault) => told.push(fault), 10);
  activity.count(setup.alpha.id, { accepted: 1, refused: 0 });
  for (let waited = 0; failures >= 0 && waited < 100; waited += 1) await new Promise((done) => setTimeout(done, 20));
  await activity.stop();
  expect(told).toEqual(Array(toldTimes).fill(cause));
  expect(await health()).toMatchObject({ acceptedLastDay: 1 });
});

test('a reseller that is not here keeps nobody else from being counted', async () => {
  const activity = aProcess();
  activity.count('00000000-0000-4000-8000-000000000009', { accepted: 1, refused: 0 });
  activity.count(setup.alpha.id, { accepted: 1, refused: 0 });
  await activity.stop();
  expect(await health()).toMatchObject({ acceptedLastDay: 1 });
});

test('only the last day counts, and when something was taken last is known for longer', async () => {
  await world.sql(
    `INSERT INTO sync_activity VALUES ($1, now() - interval '25 hours', 100, 100, now() - interval '25 hours'),
       ($1, now() - interval '23 hours', 1, 2, NULL)`,
    [setup.alpha.id],
  );
  const { lastAcceptedAt, ...counts } = await health();
  expect(counts).toEqual({ acceptedLastDay: 1, refusedLastDay: 2 });
  expect(Date.now() - new Date(lastAcceptedAt).getTime()).toBeGreaterThan(24.9 * 3_600_000);
});
