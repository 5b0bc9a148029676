import { Client } from 'pg';
import { sourceIdentityKey, sourceSubscriptionKey } from '../../src/domain/identifiers';
import { aCustomer, anOwnAccount, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * Every table that either login may write leaves an entry of each write, whatever the login says of itself. The statements
 * are by hand, one for each table and kind of write that a login is granted (matrices/direct-sql-tables has those).
 */
let world: World;
let setup: Setup;
const clients: Record<string, Client> = {};
const names: Record<string, string> = {};

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  const managed = await copy(world, setup.alpha, aCustomer('audited'));
  const own = await anOwnAccount(world);
  const other = await anOwnAccount(world);
  Object.assign(names, {
    managed,
    own,
    other,
    alpha: setup.alpha.id,
    alphaAccount: setup.alpha.accountId,
    identity: sourceIdentityKey(setup.alpha.id, 'new'),
    recorded: sourceSubscriptionKey(managed, 'new'),
    fresh: '00000000-0000-4000-8000-000000000001',
  });
  for (const [login, url] of [
    ['portal', world.portalUrl],
    ['sync', world.syncUrl],
  ] as const) {
    clients[login] = new Client({ connectionString: url });
    await clients[login].connect();
  }
  await clients.portal?.query(
    named(`INSERT INTO account_contacts (account_id, id, last_name) VALUES (:own, :fresh, 'A')`),
  );
  await clients.portal?.query(
    named(`INSERT INTO account_relations (account_id, id, kind, target_id) VALUES (:own, :fresh, 'CASE', 'x')`),
  );
  await clients.portal?.query(named(`INSERT INTO idempotency_keys (id, input_hash) VALUES (:fresh, 'x')`));
  await clients.portal?.query(
    named(
      `INSERT INTO announced_moves (account_id, tenant_reseller_id, source_account_id) VALUES (:other, :alpha, 'o')`,
    ),
  );
  // As an announcement makes it: one that may be withdrawn.
  await clients.portal?.query(
    named(`INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id, announced_at)
      VALUES (:other, :alpha, 'o', :other, now())`),
  );
  await clients.portal?.query('INSERT INTO invoice_counters VALUES (2020, 1)');
  await clients.portal?.query('INSERT INTO credit_note_counters VALUES (2020, 1)');
  await clients.portal?.query(named(`INSERT INTO price_lists (id, code, name) VALUES (:fresh, 'old', 'Old')`));
  await clients.portal?.query(
    named(`INSERT INTO price_list_entries SELECT :fresh, id, 'EUR', 'MONTHLY', '2026-01-01', 1 FROM services LIMIT 1`),
  );
  await clients.portal?.query(
    named(`INSERT INTO custom_field_definitions (code, label, type, required) VALUES ('a', 'A', 'TEXT', false)`),
  );
  await clients.portal?.query(
    named(`INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
      SELECT :own, :fresh, id, jsonb_build_array(jsonb_build_object('from', '2026-01-01', 'quantity', 1)), 1, 'EUR', 'MONTHLY', '2026-01-01' FROM services LIMIT 1`),
  );
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await world.close();
});

const named = (statement: string) =>
  statement.replace(/(?<!:):([a-zA-Z]+)\b/g, (_all, name) => `'${names[name]}'::uuid`);
const someService = '(SELECT id FROM services LIMIT 1)';

const PORTAL: readonly (readonly [record: string, operation: string, statement: string])[] = [
  [
    'accounts',
    'INSERT',
    `INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
    VALUES (gen_random_uuid(), 'New', 'ACTIVE', 'EUR', true, true)`,
  ],
  ['accounts', 'UPDATE', "UPDATE accounts SET email = 'x@x.example' WHERE id = :own"],
  ['accounts', 'UPDATE', 'UPDATE accounts SET updated_at = now() WHERE id = :own'],
  ['accounts', 'UPDATE', "UPDATE accounts SET search = '' WHERE id = :own"],
  ['accounts', 'UPDATE', 'UPDATE accounts SET revision = revision + 1 WHERE id = :own'],
  [
    'announced_moves',
    'INSERT',
    `INSERT INTO announced_moves (account_id, tenant_reseller_id, source_account_id) VALUES (:managed, :alpha, 'moves')`,
  ],
  ['announced_moves', 'DELETE', 'DELETE FROM announced_moves WHERE account_id = :other'],
  ['source_identities', 'INSERT', "INSERT INTO source_identities VALUES (:fresh, :alpha, 'squatted', :own)"],
  ['source_identities', 'UPDATE', 'UPDATE source_identities SET announced_at = now() WHERE account_id = :managed'],
  ['source_identities', 'DELETE', 'DELETE FROM source_identities WHERE account_id = :other'],
  [
    'subscriptions',
    'INSERT',
    `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
    SELECT :own, gen_random_uuid(), ${someService}, jsonb_build_array(jsonb_build_object('from', '2026-01-01', 'quantity', 1)), 1, 'EUR', 'MONTHLY', '2026-01-01'`,
  ],
  ['subscriptions', 'UPDATE', 'UPDATE subscriptions SET invoiced_periods = 7 WHERE account_id = :managed'],
  ['subscriptions', 'UPDATE', "UPDATE subscriptions SET end_date = '2026-09-09' WHERE account_id = :own"],
  [
    'account_history',
    'INSERT',
    "INSERT INTO account_history (account_id, kind, text, actor) VALUES (:own, 'EDITED', 'x', 'x')",
  ],
  [
    'sales_documents',
    'INSERT',
    `INSERT INTO sales_documents (account_id, id, kind, title, currency, total)
    VALUES (:own, gen_random_uuid(), 'OFFER', 'T', 'EUR', 1)`,
  ],
  [
    'sales_lines',
    'INSERT',
    `WITH d AS (INSERT INTO sales_documents (account_id, id, kind, title, currency, total)
    VALUES (:own, gen_random_uuid(), 'OFFER', 'T', 'EUR', 1) RETURNING *)
    INSERT INTO sales_lines SELECT account_id, id, 1, ${someService}, 'MONTHLY', 1, 1 FROM d`,
  ],
  [
    'synchronization_outbox',
    'INSERT',
    `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by)
    VALUES (:own, gen_random_uuid(), 'crm', 'x')`,
  ],
  [
    'invoices',
    'INSERT',
    `INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
    VALUES (:own, gen_random_uuid(), '2020-000001', :own, '2020-01-01', 'EUR', 1)`,
  ],
  [
    'invoice_lines',
    'INSERT',
    `WITH i AS (INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
    VALUES (:own, gen_random_uuid(), '2020-000001', :own, '2020-01-01', 'EUR', 1) RETURNING *)
    INSERT INTO invoice_lines SELECT account_id, id, 1, 'L', 1, 1, 1, account_id, NULL, NULL FROM i`,
  ],
  ['credit_note_counters', 'INSERT', 'INSERT INTO credit_note_counters VALUES (1999, 1)'],
  ['credit_note_counters', 'UPDATE', 'UPDATE credit_note_counters SET last_number = last_number + 1 WHERE year = 2020'],
  ['invoice_counters', 'INSERT', 'INSERT INTO invoice_counters VALUES (1999, 1)'],
  ['invoice_counters', 'UPDATE', 'UPDATE invoice_counters SET last_number = last_number + 1 WHERE year = 2020'],
  [
    'account_contacts',
    'INSERT',
    `INSERT INTO account_contacts (account_id, id, last_name) VALUES (:own, gen_random_uuid(), 'A')`,
  ],
  ['account_contacts', 'UPDATE', "UPDATE account_contacts SET last_name = 'B' WHERE account_id = :own"],
  ['account_contacts', 'DELETE', 'DELETE FROM account_contacts WHERE account_id = :own'],
  [
    'account_relations',
    'INSERT',
    `INSERT INTO account_relations (account_id, id, kind, target_id) VALUES (:own, gen_random_uuid(), 'CASE', 'y')`,
  ],
  ['account_relations', 'UPDATE', "UPDATE account_relations SET label = 'B' WHERE account_id = :own"],
  ['account_relations', 'DELETE', 'DELETE FROM account_relations WHERE account_id = :own'],
  [
    'tenant_resellers',
    'INSERT',
    `INSERT INTO tenant_resellers (id, name, currency, separate_invoices, account_id)
    VALUES (gen_random_uuid(), 'New', 'EUR', true, :other)`,
  ],
  ['tenant_resellers', 'UPDATE', "UPDATE tenant_resellers SET name = 'X' WHERE id = :alpha"],
  ['tenant_resellers', 'UPDATE', "UPDATE tenant_resellers SET updated_at = '2020-01-01' WHERE id = :alpha"],
  ['services', 'INSERT', `INSERT INTO services VALUES (gen_random_uuid(), 'NEW', 'New', '')`],
  ['services', 'UPDATE', "UPDATE services SET name = name || 'X'"],
  ['services', 'UPDATE', "UPDATE services SET search = ''"],
  ['service_prices', 'INSERT', `INSERT INTO service_prices SELECT ${someService}, 'XOF', 'MONTHLY', 1`],
  ['service_prices', 'DELETE', 'DELETE FROM service_prices'],
  ['price_lists', 'INSERT', `INSERT INTO price_lists (id, code, name) VALUES (gen_random_uuid(), 'new', 'New')`],
  ['price_lists', 'UPDATE', "UPDATE price_lists SET name = name || 'X'"],
  [
    'price_list_entries',
    'INSERT',
    `INSERT INTO price_list_entries SELECT :fresh, ${someService}, 'USD', 'MONTHLY', '2026-01-01', 1`,
  ],
  ['price_list_entries', 'DELETE', 'DELETE FROM price_list_entries'],
  ['tenant_resellers', 'UPDATE', 'UPDATE tenant_resellers SET price_list_id = :fresh WHERE id = :alpha'],
  ['permission_rules', 'INSERT', `INSERT INTO permission_rules (id, name) VALUES (gen_random_uuid(), 'R')`],
  ['permission_rules', 'UPDATE', "UPDATE permission_rules SET name = name || 'X'"],
  [
    'permission_grants',
    'INSERT',
    `INSERT INTO permission_grants
    SELECT id, 99, 'USER', 'mallory', 'FULL' FROM permission_rules LIMIT 1`,
  ],
  ['permission_grants', 'DELETE', 'DELETE FROM permission_grants'],
  ['api_options', 'UPDATE', "UPDATE api_options SET responsible_user_id = 'mallory'"],
  [
    'custom_field_definitions',
    'INSERT',
    `INSERT INTO custom_field_definitions (code, label, type, required) VALUES ('b', 'B', 'TEXT', false)`,
  ],
  ['custom_field_definitions', 'UPDATE', "UPDATE custom_field_definitions SET label = 'X'"],
  ['idempotency_keys', 'INSERT', `INSERT INTO idempotency_keys (id, input_hash) VALUES (gen_random_uuid(), 'x')`],
  ['idempotency_keys', 'UPDATE', `UPDATE idempotency_keys SET result = '{}'`],
  ['idempotency_keys', 'DELETE', 'DELETE FROM idempotency_keys'],
];

const SYNC: typeof PORTAL = [
  [
    'accounts',
    'INSERT',
    `INSERT INTO accounts (id, name, status, currency, tenant_reseller_id, source_account_id, source_version,
      origin, managed_since, last_synced_at, parent_id, bill_to_id)
    VALUES (:identity, 'New', 'ACTIVE', 'EUR', :alpha, 'new', 1, 'COPIED_FROM_RESELLER', statement_timestamp(),
      statement_timestamp(), :alphaAccount, :alphaAccount)`,
  ],
  ['accounts', 'UPDATE', "UPDATE accounts SET email = 'x@x.example' WHERE id = :managed"],
  ['accounts', 'UPDATE', 'UPDATE accounts SET updated_at = now() WHERE id = :managed'],
  ['accounts', 'UPDATE', "UPDATE accounts SET search = '' WHERE id = :managed"],
  ['accounts', 'UPDATE', 'UPDATE accounts SET source_version = 99 WHERE id = :managed'],
  ['source_identities', 'INSERT', "INSERT INTO source_identities VALUES (:identity, :alpha, 'new', :identity)"],
  [
    'subscriptions',
    'INSERT',
    `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency,
      billing_period, start_date, source_subscription_id, source_key, tenant_reseller_id)
    SELECT :managed, :recorded, s.id, jsonb_build_array(jsonb_build_object('from', '2026-01-01', 'quantity', 1)), 2.50, 'EUR', 'MONTHLY', '2026-01-01', 'new', :recorded, :alpha FROM services s WHERE sku = 'MAIL'`,
  ],
  ['subscriptions', 'UPDATE', "UPDATE subscriptions SET end_date = '2026-09-09' WHERE account_id = :managed"],
  ['subscriptions', 'UPDATE', 'UPDATE subscriptions SET source_version = 7 WHERE account_id = :managed'],
  [
    'account_history',
    'INSERT',
    `INSERT INTO account_history (account_id, kind, text, actor)
    VALUES (:managed, 'EDITED', 'x', 'Alpha Tenant Reseller')`,
  ],
];

const SAID = [
  '',
  "SET LOCAL app.actor_kind = 'X'",
  "SET LOCAL app.actor_kind = 'RESELLER_SYNC'; SET LOCAL app.actor = 'somebody'; SET LOCAL app.mutation = 'updateAccount'",
  'SET CONSTRAINTS ALL DEFERRED',
];

const CASES = [...PORTAL.map((one) => ['portal', ...one] as const), ...SYNC.map((one) => ['sync', ...one] as const)];

test.each(CASES)('%s: %s, %s: %s', async (login, record, operation, statement) => {
  const client = clients[login] as Client;
  for (const said of SAID) {
    await client.query('BEGIN');
    try {
      if (login === 'sync') await client.query(`SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`);
      if (said) await client.query(said);
      const { rowCount } = await client.query(named(statement));
      expect(rowCount).toBeGreaterThan(0);
      // As the owner sees it, before it is taken back: neither login reads the audit of the other.
      await client.query('SAVEPOINT seen');
      const entries = await entriesOf(client, record);
      expect({ said, entries }).toEqual({
        said,
        entries: expect.arrayContaining([{ login: `reseller_accounts_${login}`, record, operation, recent: true }]),
      });
    } finally {
      await client.query('ROLLBACK');
    }
  }
});

/** The entries of this transaction; the sync's login reads none, so that a function of the owner's reads them for it. */
async function entriesOf(client: Client, record: string): Promise<unknown[]> {
  const { rows } = await client.query(`SELECT * FROM seen_by_the_owner('${record}')`);
  return rows;
}

beforeAll(async () => {
  await world.sql(`CREATE FUNCTION seen_by_the_owner(of_record text)
    RETURNS TABLE (login text, record text, operation text, recent boolean) LANGUAGE sql SECURITY DEFINER AS $$
    SELECT e.login, e.record, e.operation, e.at BETWEEN statement_timestamp() - interval '1 minute' AND clock_timestamp()
    FROM (SELECT login, record, operation, at, transaction_id FROM account_audit
      UNION ALL SELECT login, record, operation, at, transaction_id FROM setup_audit) e
    WHERE e.record = of_record AND e.transaction_id = pg_current_xact_id()::text::bigint
  $$`);
});

test('every table that a login may write stands here, with every kind of write that it is granted', async () => {
  const granted = await world.sql<{ one: string }>(`
    SELECT DISTINCT format('%s %s %s', CASE grantee WHEN 'reseller_accounts_sync' THEN 'sync' ELSE 'portal' END,
        table_name, privilege_type) AS one
    FROM (SELECT grantee, table_name, privilege_type, table_schema FROM information_schema.role_table_grants
      UNION SELECT grantee, table_name, privilege_type, table_schema FROM information_schema.role_column_grants) granted
    WHERE grantee IN ('reseller_accounts_portal', 'reseller_accounts_sync') AND table_schema = 'public'
      AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')`);
  // Nothing of these can be changed: they are granted for locks. API options are there, and are changed.
  const lockedOnly = ['portal serialized_changes UPDATE', 'portal api_options INSERT'];
  expect([...new Set(CASES.map(([login, record, operation]) => `${login} ${record} ${operation}`))].sort()).toEqual(
    granted
      .map(({ one }) => one)
      .filter((one) => !lockedOnly.includes(one))
      .sort(),
  );
});

/** What an entry leaves out: what is made of other columns, and when a customer was last confirmed. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  accounts: ['last_synced_at', 'search', 'sort_name', 'email_key', 'accounting_no_key'],
};

test.each(['accounts', 'subscriptions'])('an entry of a row that is added to %s tells every column', async (record) => {
  const [told] = await world.sql<{ columns: string[] }>(
    `SELECT ARRAY(SELECT jsonb_object_keys(after) ORDER BY 1) AS columns FROM account_audit
     WHERE record = $1 AND operation = 'INSERT' LIMIT 1`,
    [record],
  );
  const columns = await world.sql<{ name: string }>(
    `SELECT attname::text AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL ($2) ORDER BY 1`,
    [`public.${record}`, LEFT_OUT[record] ?? []],
  );
  expect([...(told?.columns ?? [])].sort()).toEqual(columns.map(({ name }) => name).sort());
});

test('a changed e-mail costs less than 600 bytes', async () => {
  const id = await anOwnAccount(world);
  await world.mutate(
    { kind: 'ADMINISTRATOR', id: 'a'.repeat(36), groups: [], tokenId: 't'.repeat(36) },
    'updateAccount',
    {
      accountId: id,
      email: 'somebody.with.a.long.name@an-even-longer-domain.example',
    },
  );
  const sizes = await world.sql<{ bytes: number }>(
    `SELECT pg_column_size(e.*) AS bytes FROM account_audit e WHERE account_id = $1 AND operation = 'UPDATE'`,
    [id],
  );
  expect(sizes).toHaveLength(1);
  expect(sizes[0]?.bytes).toBeLessThan(600);
});
