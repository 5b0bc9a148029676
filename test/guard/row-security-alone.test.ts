import { Client } from 'pg';
import { errorCodeOf } from '../support/connections';
import { aCustomer, anOwnAccount, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * S22, the last layer's row-level security with every other layer switched off: no code of ours in front, everything
 * granted to the sync's login, no trigger. It is held to the rows of the reseller that its transaction names.
 */

/** What Postgres says of a row that a policy does not let be written: insufficient_privilege. */
const DENIED = '42501';
const SYNC = 'reseller_accounts_sync';

let world: World;
let setup: Setup;
let sync: Client;
let alphas: string;
let betas: string;
let own: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  alphas = await copy(world, setup.alpha);
  betas = await copy(world, setup.beta, aCustomer('c-1', { name: 'Of Beta' }));
  own = await anOwnAccount(world);
  await world.sql(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${SYNC}`);
  for (const table of ['accounts', 'subscriptions', 'account_history', 'source_identities', 'tenant_resellers']) {
    await world.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  sync = new Client({ connectionString: world.syncUrl });
  await sync.connect();
});
afterAll(async () => {
  await sync.end();
  await world.close();
});

/** Runs `work` in a transaction that names a reseller, as the subgraph's do, and takes it back. */
async function as<T>(tenantResellerId: string | null, work: () => Promise<T>): Promise<T> {
  await sync.query('BEGIN');
  try {
    if (tenantResellerId !== null) await sync.query(`SET LOCAL app.tenant_reseller_id = '${tenantResellerId}'`);
    return await work();
  } finally {
    await sync.query('ROLLBACK');
  }
}

const rowsOf = async (statement: string) => (await sync.query(statement)).rows;
const TABLES = ['accounts', 'source_identities', 'subscriptions', 'account_history', 'tenant_resellers'];

test.each(TABLES)('%s: a transaction that names no reseller sees no rows, also after one that did', async (table) => {
  const count = async () => (await rowsOf(`SELECT count(*)::int AS rows FROM ${table}`))[0].rows;
  expect(await as(null, count)).toBe(0);
  expect(await as(setup.alpha.id, count)).toBeGreaterThan(0);
  expect(await as(null, count)).toBe(0);
  expect(await as('', count)).toBe(0);
});

test('a transaction sees its reseller’s rows: not another’s, nor the distributor’s own, nor the reseller’s own account', async () => {
  const seen = async () => ({
    accounts: (await rowsOf('SELECT id FROM accounts')).map(({ id }) => id),
    identities: (await rowsOf('SELECT account_id FROM source_identities')).map((row) => row.account_id),
    subscriptions: (await rowsOf('SELECT DISTINCT account_id FROM subscriptions')).map((row) => row.account_id),
    history: (await rowsOf('SELECT DISTINCT account_id FROM account_history')).map((row) => row.account_id),
    resellers: (await rowsOf('SELECT id FROM tenant_resellers')).map(({ id }) => id),
  });
  const only = (id: string, reseller: string) => ({
    accounts: [id],
    identities: [id],
    subscriptions: [id],
    history: [id],
    resellers: [reseller],
  });
  expect(await as(setup.alpha.id, seen)).toEqual(only(alphas, setup.alpha.id));
  expect(await as(setup.beta.id, seen)).toEqual(only(betas, setup.beta.id));
});

test('a write reaches its reseller’s rows and no others', async () => {
  const rename = () => rowsOf("UPDATE accounts SET name = 'Reached' RETURNING id");
  expect(await as(setup.alpha.id, rename)).toEqual([{ id: alphas }]);
  expect(await as(null, rename)).toEqual([]);
  const end = () => rowsOf("UPDATE subscriptions SET end_date = '2026-05-01' RETURNING account_id");
  expect(await as(setup.beta.id, end)).toEqual([{ account_id: betas }]);
  const remove = () => rowsOf('DELETE FROM account_history RETURNING account_id');
  for (const row of await as(setup.alpha.id, remove)) expect(row).toEqual({ account_id: alphas });
});

test('nothing is written into another reseller’s or the distributor’s rows', async () => {
  const line = (id: string) => `INSERT INTO account_history (account_id, kind, text, actor)
    VALUES ('${id}', 'EDITED', 'Forged', 'x')`;
  const sold = (id: string) => `INSERT INTO subscriptions
    (account_id, id, service_id, quantity, quantities, unit_price, currency, billing_period, start_date, source_subscription_id,
      source_key, tenant_reseller_id)
    SELECT '${id}', gen_random_uuid(), id, 1, jsonb_build_array(jsonb_build_object('from', '2026-01-01', 'quantity', 1)), 1, 'EUR', 'MONTHLY', '2026-01-01',
      's', gen_random_uuid(), '${setup.alpha.id}' FROM services LIMIT 1`;
  const code = (statement: string) => as(setup.alpha.id, () => codeOf(statement));
  for (const statement of [line, sold]) {
    expect(await code(statement(alphas))).toBeNull();
    for (const id of [betas, own, setup.alpha.accountId]) expect(await code(statement(id))).toBe(DENIED);
  }
  const handOver = `UPDATE accounts SET tenant_reseller_id = '${setup.beta.id}'`;
  expect(await code(handOver)).toBe(DENIED);
  expect(await code('UPDATE accounts SET tenant_reseller_id = NULL, source_account_id = NULL')).toBe(DENIED);
  const claim = (reseller: string) => `INSERT INTO source_identities VALUES
    (gen_random_uuid(), '${reseller}', 'c-9', gen_random_uuid())`;
  expect(await code(claim(setup.beta.id))).toBe(DENIED);
  expect(await code(claim(setup.alpha.id))).toBeNull();
});

test('of its reseller’s own account it learns the status alone', async () => {
  const status = () => rowsOf('SELECT reseller_account_status() AS status');
  expect(await as(setup.alpha.id, status)).toEqual([{ status: 'ACTIVE' }]);
  expect(await as(null, status)).toEqual([{ status: null }]);
});

/** The error of a statement inside the transaction that is open; null when it goes through. */
async function codeOf(statement: string): Promise<string | null> {
  await sync.query('SAVEPOINT before');
  try {
    await sync.query(statement);
    return null;
  } catch (error) {
    return String(Reflect.get(error as object, 'code'));
  } finally {
    await sync.query('ROLLBACK TO SAVEPOINT before');
  }
}

test('the portal’s login is not held to a reseller', async () => {
  const portal = new Client({ connectionString: world.portalUrl });
  await portal.connect();
  try {
    const { rows } = await portal.query('SELECT id FROM accounts WHERE id = ANY ($1)', [[alphas, betas, own]]);
    expect(rows).toHaveLength(3);
    expect(await errorCodeOf(portal, 'SELECT reseller_account_status()')).toBe(DENIED);
  } finally {
    await portal.end();
  }
});
