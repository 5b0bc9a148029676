import { Client } from 'pg';
import { text } from '../../src/persistence/engine/column';
import { Database } from '../../src/persistence/engine/database';
import { value } from '../../src/persistence/engine/select';
import { sql } from '../../src/persistence/engine/sql';
import { findDatabaseFaults } from '../../src/persistence/integrity/database-guards';
import { admin, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** What a login does to itself neither stops the servers nor is believed by them. */
let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const LOGINS = ['reseller_accounts_portal', 'reseller_accounts_sync'] as const;
/** By hand: what a login may say of itself, and would hurt. */
const SETTINGS: readonly (readonly [name: string, value: string])[] = [
  // Longer than it takes to begin, on a machine that is busy too; what is asked takes longer yet.
  ['statement_timeout', '1s'],
  ['lock_timeout', '1ms'],
  ['idle_in_transaction_session_timeout', '1ms'],
  ['search_path', 'nowhere'],
  ['row_security', 'off'],
  ['default_transaction_read_only', 'on'],
  ['default_transaction_isolation', 'serializable'],
  ['datestyle', 'German'],
  ['timezone', 'Pacific/Kiritimati'],
  ['standard_conforming_strings', 'off'],
  ['quote_all_identifiers', 'on'],
  // A session that is young has it still, until it is asked the first time.
  ['idle_session_timeout', '1s'],
];

async function databaseName(): Promise<string> {
  const [row] = await world.sql<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  return row?.name ?? '';
}

async function asLogin(login: (typeof LOGINS)[number], statement: string): Promise<void> {
  const client = new Client({ connectionString: login === LOGINS[0] ? world.portalUrl : world.syncUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

test.each(SETTINGS)('%s, which either login changes for itself: servers work on, and start', async (name, setting) => {
  const database = async () =>
    Database.connect({
      portal: { url: world.portalUrl, poolSize: 2 },
      sync: { url: world.syncUrl, poolSize: 2 },
    });
  try {
    // In this database alone: others of the cluster are other tests'.
    const here = await databaseName();
    for (const login of LOGINS)
      await asLogin(login, `ALTER ROLE ${login} IN DATABASE ${here} SET ${name} = '${setting}'`);
    const fresh = await database();
    try {
      expect(await findDatabaseFaults(fresh)).toEqual([]);
      const asked = sql`SELECT ${value('now', text(), sql`current_setting(${name})`)}, count(*), pg_sleep(${name === 'statement_timeout' ? 1.2 : 0}::float) FROM accounts`;
      for (const caller of [admin, setup.alpha.sync]) {
        const [row] = await fresh.reader(caller).query(asked);
        expect(row?.now).not.toBe(setting);
      }
    } finally {
      await fresh.close();
    }
  } finally {
    const here = await databaseName();
    for (const login of LOGINS) await world.sql(`ALTER ROLE ${login} IN DATABASE ${here} RESET ALL`);
  }
});

test('no login changes what is the owner’s to say of it: connections, attributes, the other one', async () => {
  for (const statement of [
    `ALTER ROLE ${LOGINS[0]} CONNECTION LIMIT -1`,
    `ALTER ROLE ${LOGINS[0]} BYPASSRLS`,
    `ALTER ROLE ${LOGINS[1]} SET statement_timeout = '1ms'`,
    `ALTER ROLE ${LOGINS[0]} SET session_replication_role = 'replica'`,
  ]) {
    await expect(asLogin(LOGINS[0], statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the lock that edits of parents wait for is none of the sync’s, and held for ever it is given up', async () => {
  const client = new Client({ connectionString: world.syncUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('reseller-accounts.parents'))`);
    await expect(client.query('SELECT FROM serialized_changes FOR UPDATE')).rejects.toMatchObject({ code: '42501' });
    const one = await world.mutate(admin, 'createAccount', { name: 'One', currency: 'EUR' }, 'account { id }');
    const other = await world.mutate(admin, 'createAccount', { name: 'Other', currency: 'EUR' }, 'account { id }');
    const moved = await world.mutate(admin, 'updateAccount', { accountId: one.account.id, parentId: other.account.id });
    expect(moved.userErrors).toEqual([]);
  } finally {
    await client.end();
  }
  expect(await copy(world, setup.alpha)).toEqual(expect.any(String));
});
