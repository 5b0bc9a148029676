import { planRest, settleRest } from '../../src/persistence/upkeep/audit-rest';
import { OwnerSession } from '../../src/persistence/upkeep/owner-session';
import { readStorage } from '../../src/persistence/upkeep/storage';
import { addEntries, monthFromNow, partitionOf } from '../persistence/upkeep/months';
import { copy, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** What keeps the database in order does so on every node (`npm run test:citus`). */

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const AUDIT = 'account_audit';
const isDistributed = async (table: string) =>
  (await world.sql(`SELECT FROM pg_dist_partition WHERE logicalrelid = to_regclass($1)`, [table])).length > 0;

test('the portal’s login makes a month that is missing, on every node', async () => {
  await world.sql(`DROP TABLE ${partitionOf(AUDIT, 3)}`);
  const made = await world.sql<{ audit: string; outcome: string }>(
    'SELECT audit, outcome FROM make_audit_partitions()',
  );
  expect(made).toEqual([{ audit: AUDIT, outcome: 'MADE' }]);
  expect(await isDistributed(partitionOf(AUDIT, 3))).toBe(true);
});

test('entries of a month that nobody made are moved into one of its own, and none is lost', async () => {
  await addEntries(world, AUDIT, monthFromNow(-7), { count: 50 });
  try {
    await OwnerSession.run(world.ownerUrl, async (session) => {
      const plan = await planRest(session, AUDIT);
      if (plan) await settleRest(session, plan);
    });
    expect(await isDistributed(partitionOf(AUDIT, -7))).toBe(true);
    expect(await world.sql(`SELECT count(*)::int AS count FROM ${partitionOf(AUDIT, -7)}`)).toEqual([{ count: 50 }]);
    expect(await world.sql(`SELECT FROM ${AUDIT}_rest`)).toEqual([]);
  } finally {
    await world.sql(`DROP TABLE ${partitionOf(AUDIT, -7)}`);
  }
});

test('sizes are those of all nodes, not of the empty tables that the coordinator has', async () => {
  await copy(world, (await setUpResellers(world)).alpha);
  const [{ bytes } = { bytes: 0 }] = await world.sql<{ bytes: number }>(
    `SELECT sum(result::bigint)::int AS bytes FROM run_command_on_shards('account_history', $$SELECT pg_total_relation_size(%L)$$)`,
  );
  const { audits, historyBytes } = await readStorage(world.database.catalog);
  expect(bytes).toBeGreaterThan(0);
  expect(historyBytes).toBe(bytes);
  expect(audits.map(({ monthsReady }) => monthsReady)).toEqual([4, 4]);
  await world.sql('ANALYZE accounts');
  expect(await world.sql(`SELECT stored_rows('accounts') AS rows`)).toEqual(
    await world.sql('SELECT count(*) AS rows FROM accounts'),
  );
});
