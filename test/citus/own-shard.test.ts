import { Client } from 'pg';
import { findPendingInvoices } from '../../src/persistence/billing/pending-invoices';
import type { Statement } from '../../src/persistence/engine/sql';
import { withClient } from '../support/connections';
import { admin, anOwnAccount, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** What is asked of one account is asked of the node that has it, and of no other (`npm run test:citus`). */

let world: World;
let setup: Setup;
let portal: Client;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  portal = new Client({ connectionString: world.portalUrl });
  await portal.connect();
});
afterAll(async () => {
  await portal.end();
  await world.close();
});

/** How many shards each statement of a read was asked of. */
async function shardsOf(read: (reader: { query<Row>(statement: Statement<Row>): Promise<Row[]> }) => Promise<unknown>) {
  const shards: number[] = [];
  await read({
    query: async (statement) => {
      const explained = await portal.query(`EXPLAIN ${statement.text}`, [...statement.values]);
      const plan = explained.rows.map((row) => row['QUERY PLAN']).join('\n');
      shards.push(...[...plan.matchAll(/Task Count: (\d+)/g)].map(([, count]) => Number(count)));
      return world.database.reader(admin).query(statement);
    },
  });
  return shards;
}

test('what a copied account owes is asked of its own shard; of one that may gather, of all for whom it does', async () => {
  const managed = await copy(world, setup.alpha);
  const days = { asOf: '2026-12-31', today: '2026-12-31' };
  const pending = (id: string) => shardsOf((reader) => findPendingInvoices(reader, [id], days, days.today));
  expect(await pending(managed)).toEqual([1, 1]);
  const [{ shards } = { shards: 0 }] = await world.sql<{ shards: number }>(
    `SELECT count(*)::int AS shards FROM pg_dist_shard WHERE logicalrelid = 'accounts'::regclass`,
  );
  expect(await pending(setup.alpha.accountId)).toEqual([1, shards, 1]);
});

test('the nodes compile no plan, and neither of a login’s connections to them is opened anew each time', async () => {
  const nodes = await world.sql<{ result: string }>(
    `SELECT result FROM run_command_on_workers($$ SELECT string_agg(setting, ',' ORDER BY rolname, setting)
       FROM pg_roles, unnest(rolconfig) setting WHERE rolname LIKE 'reseller_accounts_%' AND setting LIKE 'jit=%' $$)`,
  );
  expect(nodes.map(({ result }) => result)).toEqual(nodes.map(() => 'jit=off,jit=off'));
  const { rows } = await portal.query('SHOW citus.max_cached_conns_per_worker');
  expect(rows).toEqual([{ 'citus.max_cached_conns_per_worker': '2' }]);
});

test('what is locked together is asked of each shard once, and all of it', async () => {
  const ids: string[] = [];
  for (let nth = 1; nth <= 40; nth += 1) ids.push(await anOwnAccount(world));
  const [{ shards } = { shards: 0 }] = await world.sql<{ shards: number }>(
    `SELECT count(DISTINCT get_shard_id_for_distribution_column('accounts', id))::int AS shards FROM unnest($1::uuid[]) id`,
    [ids],
  );
  expect(shards).toBeLessThan(ids.length);
  await withClient(world.ownerUrl, async (owner) => {
    const asked: string[] = [];
    owner.on('notice', ({ message = '' }) => void asked.push(message));
    for (const [lock, rows] of LOCKS) {
      asked.splice(0);
      await owner.query('BEGIN; SET LOCAL citus.log_remote_commands = on');
      const { rowCount } = await owner.query(`SELECT FROM ${lock}($1::uuid[])`, [ids]);
      await owner.query('ROLLBACK');
      const told = asked.filter((one) => /FOR (NO KEY UPDATE|UPDATE|SHARE)/.test(one));
      expect([lock, rowCount, told.length]).toEqual([lock, rows ?? ids.length, shards]);
    }
  });
});

/** What locks together, and how many rows it gives where that is not one for each account. */
const LOCKS: readonly (readonly [lock: string, rows: number | null])[] = [
  ['lock_accounts', null],
  ['lock_accounts_for_share', null],
  ['lock_customers', null],
  ['hold_subscriptions', 1],
];
