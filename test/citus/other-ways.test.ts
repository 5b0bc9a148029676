import { Client } from 'pg';
import { findDatabaseFaults } from '../../src/persistence/integrity/database-guards';
import { NODE_COMMANDS } from '../../src/persistence/integrity/node-commands';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { errorCodeOf } from '../support/connections';

/** S22: no login gets past the coordinator, which holds it to its columns, to what it is on the nodes. */
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const CALLS: Readonly<Record<string, string>> = {
  citus_run_local_command: `SELECT citus_run_local_command('SELECT 1')`,
  master_run_on_worker: `SELECT FROM master_run_on_worker(ARRAY['127.0.0.1'], ARRAY[1], ARRAY['SELECT 1'], false)`,
  run_command_on_all_nodes: `SELECT FROM run_command_on_all_nodes('SELECT 1')`,
  run_command_on_colocated_placements: `SELECT FROM run_command_on_colocated_placements('accounts', 'subscriptions', 'SELECT 1')`,
  run_command_on_coordinator: `SELECT FROM run_command_on_coordinator('SELECT 1')`,
  run_command_on_placements: `SELECT FROM run_command_on_placements('accounts', 'SELECT count(*) FROM %s')`,
  run_command_on_shards: `SELECT FROM run_command_on_shards('accounts', 'SELECT count(*) FROM %s')`,
  run_command_on_workers: `SELECT FROM run_command_on_workers('SELECT 1')`,
};

test('every one is called', () => expect(Object.keys(CALLS)).toEqual(NODE_COMMANDS));

test.each(Object.entries(CALLS))('no login runs SQL on a node by %s, the owner does', async (_name, call) => {
  for (const url of [database.portalUrl, database.syncUrl]) {
    const client = new Client({ connectionString: url });
    await client.connect();
    expect(await errorCodeOf(client, call)).toBe('42501');
    await client.end();
  }
  await expect(database.sql(call)).resolves.toBeDefined();
});

test('the start finds what guards in its place', async () => {
  expect(await findDatabaseFaults(database.database)).toEqual([]);
});
