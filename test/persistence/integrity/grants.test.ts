import { Client } from 'pg';
import { errorCodeOf } from '../../support/connections';
import { copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** insufficient_privilege */
const DENIED = '42501';

/**
 * The grants and the triggers that keep columns alone: other triggers and row-level security are switched off, which tests
 * of their own are about.
 */
const ROW_SECURED = ['accounts', 'subscriptions', 'account_history', 'source_identities', 'tenant_resellers'];

let world: World;
let setup: Setup;
let accountId: string;
let portal: Client;
let sync: Client;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  accountId = await copy(world, setup.alpha);
  for (const table of ROW_SECURED) {
    await world.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER, DISABLE ROW LEVEL SECURITY`);
    const keepers = await world.sql<{ name: string }>(
      `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = '${table}'::regclass AND tgname ~ '_keeps_(columns|prices|versions)$'`,
    );
    for (const { name } of keepers) await world.sql(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`);
  }
  portal = new Client({ connectionString: world.portalUrl });
  sync = new Client({ connectionString: world.syncUrl });
  await Promise.all([portal.connect(), sync.connect()]);
});
afterAll(async () => {
  await Promise.all([portal.end(), sync.end()]);
  await world.close();
});

const change = (assignment: string) => `UPDATE accounts SET ${assignment} WHERE id = '${accountId}'`;

describe('the login of the sync', () => {
  test.each([
    'responsible_user_id = NULL',
    'permission_rule_id = NULL',
    'separate_invoices = false',
    'enable_ordering = false',
    'currency = currency',
    'parent_id = NULL',
    'bill_to_id = NULL',
    'tenant_reseller_id = tenant_reseller_id',
    'source_account_id = source_account_id',
    'origin = origin',
    'id = id',
  ])('may not change what the distributor owns, or what identifies a copy: %s', async (assignment) => {
    expect(await errorCodeOf(sync, change(assignment))).toBe(DENIED);
  });

  test.each([
    "name = 'New'",
    'accounting_no = NULL',
    'email = NULL',
    'billing_address = NULL',
    "synchronization_options = '[]'",
    "status = 'SUSPENDED'",
    'source_version = source_version + 1',
  ])('may change what the reseller masters: %s', async (assignment) => {
    expect(await errorCodeOf(sync, change(assignment))).toBeNull();
  });

  test.each([
    ...['permission_grants', 'permission_rules', 'idempotency_keys'],
    ...['sales_documents', 'sales_lines', 'synchronization_outbox', 'price_lists', 'price_list_entries'],
  ])('may not read %s', async (table) => {
    expect(await errorCodeOf(sync, `SELECT * FROM ${table}`)).toBe(DENIED);
    expect(await errorCodeOf(portal, `SELECT * FROM ${table}`)).toBeNull();
  });

  test.each([
    'UPDATE tenant_resellers SET name = name',
    'UPDATE tenant_resellers SET back_ordering_active = true',
    'UPDATE tenant_resellers SET price_list_id = NULL',
    'DELETE FROM price_list_entries',
    'SELECT public.price_for_sale(NULL, NULL, NULL, NULL, NULL)',
    'UPDATE service_prices SET amount = 0',
    'DELETE FROM service_prices',
    'UPDATE api_options SET responsible_user_id = NULL',
    'UPDATE subscriptions SET invoiced_periods = 0',
    'UPDATE subscriptions SET settled_periods = 0',
    "UPDATE subscriptions SET currency = 'USD'",
    'SELECT FROM billed_periods',
    'DELETE FROM subscriptions',
    'UPDATE source_identities SET account_id = account_id',
    'DELETE FROM source_identities',
    'UPDATE schema_migrations SET name = name',
    "INSERT INTO permission_rules (id, name) VALUES (gen_random_uuid(), 'Mine')",
    `INSERT INTO tenant_resellers (id, name, currency, separate_invoices, account_id)
     VALUES (gen_random_uuid(), 'Mine', 'EUR', true, gen_random_uuid())`,
  ])('may not: %s', async (statement) => {
    expect(await errorCodeOf(sync, statement)).toBe(DENIED);
  });
});

describe('the login of the portal', () => {
  test.each([
    'source_version = 99',
    'snapshot_version = 99',
    'last_synced_at = now()',
    'created_at = now()',
    'id = id',
  ])('may not change what only the sync knows, nor which account it is: %s', async (assignment) => {
    expect(await errorCodeOf(portal, change(assignment))).toBe(DENIED);
  });

  test.each([
    "responsible_user_id = 'ben'",
    'permission_rule_id = NULL',
    'separate_invoices = false',
    'enable_ordering = false',
  ])('may change what the distributor owns: %s', async (assignment) => {
    expect(await errorCodeOf(portal, change(assignment))).toBeNull();
  });

  test.each([
    'UPDATE subscriptions SET source_version = 1',
    'UPDATE billed_periods SET credited = issued',
    'DELETE FROM billed_periods',
    'DELETE FROM subscriptions',
    'UPDATE source_identities SET account_id = account_id',
    'SELECT FROM handed_over_versions',
    'UPDATE handed_over_versions SET source_version = 1',
    'UPDATE announced_moves SET source_account_id = source_account_id',
    'UPDATE sales_documents SET total = 0',
    'DELETE FROM sales_documents',
    'UPDATE tenant_resellers SET account_id = account_id',
    'DELETE FROM tenant_resellers',
    'DELETE FROM price_lists',
    'UPDATE price_lists SET code = code',
    'UPDATE price_list_entries SET amount = 0',
    'SELECT public.price_for_sale(NULL, NULL, NULL, NULL, NULL)',
    'SELECT public.listed_prices(NULL)',
    'DELETE FROM permission_rules',
    'UPDATE services SET sku = sku',
    'UPDATE schema_migrations SET name = name',
  ])('may not: %s', async (statement) => {
    expect(await errorCodeOf(portal, statement)).toBe(DENIED);
  });
});

describe('neither login', () => {
  test.each([
    ['DELETE FROM accounts', 'deletes an account'],
    ['TRUNCATE accounts CASCADE', 'empties the accounts'],
    ["UPDATE account_history SET text = 'rewritten'", 'rewrites a line of history'],
    ['DELETE FROM account_history', 'deletes a line of history'],
    ['TRUNCATE account_history', 'empties the history'],
    ['ALTER TABLE accounts ADD COLUMN more text', 'changes a table'],
    ['ALTER TABLE accounts DISABLE TRIGGER ALL', 'switches triggers off'],
    ['CREATE TABLE more (id int)', 'makes a table'],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$', 'makes a function'],
    ['CREATE ROLE more', 'makes a role'],
  ])('%s: %s', async (statement) => {
    for (const login of [portal, sync]) expect(await errorCodeOf(login, statement)).toMatch(/^(42501|22023)$/);
  });

  test('is a superuser, or becomes the owner or the other one', async () => {
    for (const login of [portal, sync]) {
      const { rows } = await login.query('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = session_user');
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    }
    const owner = decodeURIComponent(new URL(world.ownerUrl).username);
    for (const login of [portal, sync]) expect(await errorCodeOf(login, `SET ROLE "${owner}"`)).toBe(DENIED);
    expect(await errorCodeOf(portal, 'SET ROLE reseller_accounts_sync')).toBe(DENIED);
    expect(await errorCodeOf(sync, 'SET ROLE reseller_accounts_portal')).toBe(DENIED);
  });

  test('but both add lines of history', async () => {
    const line = `INSERT INTO account_history (account_id, id, kind, text, actor)
      VALUES ('${accountId}', gen_random_uuid(), 'EDITED', 'x', 'y')`;
    for (const login of [portal, sync]) expect(await errorCodeOf(login, line)).toBeNull();
  });

  test('waits for ever: both have timeouts of their own', async () => {
    for (const login of [portal, sync]) {
      const { rows } = await login.query(`SELECT current_setting('statement_timeout') AS statement,
        current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`);
      expect(rows).toEqual([{ statement: '10s', lock: '5s', idle: '15s' }]);
    }
  });
});
