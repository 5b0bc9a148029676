import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit: every write of either login, by whom and with what before and after, in the transaction that writes. The
 * triggers run as the owner, and neither login may write the audit itself. Running code may stay up; its writes are
 * audited with the login and without the caller, whom it does not name.
 *
 * The login is what the database knows; caller, token and mutation are what the server said. Left out, unless no caller is
 * named, are the tables that only ever grow and are their own record: history, lines of invoices and sales documents, source
 * identities; and what is invoiced of a subscription, which the invoice says. Like everything below an account
 * the entries lie by account; there is no foreign key, since an entry outlives what it tells of.
 */
export class AddAudit1795536000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...TABLES, ...FUNCTIONS, ...TRIGGERS, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP FUNCTION audit_account_write() CASCADE');
    await runner.query('DROP FUNCTION audit_setup_write() CASCADE');
    await runner.query('DROP TABLE account_audit, setup_audit');
  }
}

const told = (setting: string) => `text DEFAULT nullif(current_setting('app.${setting}', true), '')`;

const ENTRY = `
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    login text NOT NULL DEFAULT session_user,
    actor_kind ${told('actor_kind')},
    actor ${told('actor')},
    token_id ${told('token_id')},
    mutation ${told('mutation')},
    record text NOT NULL,
    operation text NOT NULL,
    before jsonb,
    after jsonb`;

const TABLES = [
  `CREATE TABLE account_audit (
    account_id uuid NOT NULL,${ENTRY},
    CONSTRAINT pk_account_audit PRIMARY KEY (account_id, at, id),
    CONSTRAINT ck_account_audit_operation CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE'))
  )`,
  // For exports, which read in the order of time.
  'CREATE INDEX ix_account_audit_at ON account_audit (at, id)',
  `CREATE TABLE setup_audit (${ENTRY},
    CONSTRAINT pk_setup_audit PRIMARY KEY (id),
    CONSTRAINT ck_setup_audit_operation CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE'))
  )`,
  'CREATE INDEX ix_setup_audit_at ON setup_audit (at, id)',
];

/** A row as the audit keeps it: without what is only derived from it. */
const kept = (row: string) => `to_jsonb(${row}) - '{search,sort_name}'::text[]`;

const FUNCTIONS = [
  // Its argument is the column of the account's id.
  `CREATE FUNCTION audit_account_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN ${kept('OLD')} END;
      after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN ${kept('NEW')} END;
    BEGIN
      INSERT INTO account_audit (account_id, record, operation, before, after)
        VALUES ((coalesce(after, before) ->> TG_ARGV[0])::uuid, TG_TABLE_NAME, TG_OP, before, after);
      RETURN NULL;
    END
  $$`,
  `CREATE FUNCTION audit_setup_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      INSERT INTO setup_audit (record, operation, before, after)
        VALUES (TG_TABLE_NAME, TG_OP, CASE WHEN TG_OP <> 'INSERT' THEN ${kept('OLD')} END,
          CASE WHEN TG_OP <> 'DELETE' THEN ${kept('NEW')} END);
      RETURN NULL;
    END
  $$`,
];

const SETUP_TABLES = [
  ...['tenant_resellers', 'permission_rules', 'permission_grants', 'api_options'],
  ...['services', 'service_prices', 'custom_field_definitions'],
];

/**
 * What is its own record, or the mirror of one, when it is written through the API: recorded when it is not, since then
 * nothing vouches for it.
 */
const GROWING_TABLES = [
  ['account_history', 'INSERT'],
  ['invoice_lines', 'INSERT'],
  ['sales_lines', 'INSERT'],
  ['source_identities', 'INSERT'],
  ['subscriptions', 'UPDATE OF invoiced_periods'],
];

/** All but the moment of the last confirmation and what is derived: an event that changes nothing leaves no entry. */
const ACCOUNT_COLUMNS = [
  ...['id', 'name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'currency'],
  ...['enable_ordering', 'separate_invoices', 'parent_id', 'bill_to_id', 'responsible_user_id', 'permission_rule_id'],
  ...['tenant_reseller_id', 'source_account_id', 'source_version', 'snapshot_version', 'origin', 'managed_since'],
  ...['deletion_date', 'created_at', 'custom_fields', 'revision', 'sort_name', 'search'],
];
const row = (name: string) => `(${ACCOUNT_COLUMNS.map((column) => `${name}.${column}`).join(', ')})`;

const TRIGGERS = [
  `CREATE TRIGGER audit_insert AFTER INSERT OR DELETE ON accounts FOR EACH ROW
    EXECUTE FUNCTION audit_account_write('id')`,
  `CREATE TRIGGER audit_update AFTER UPDATE ON accounts FOR EACH ROW
    WHEN (${row('OLD')} IS DISTINCT FROM ${row('NEW')}) EXECUTE FUNCTION audit_account_write('id')`,
  `CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF end_date, cancellation_date, source_subscription_id, source_key
    ON subscriptions FOR EACH ROW EXECUTE FUNCTION audit_account_write('account_id')`,
  ...['sales_documents', 'synchronization_outbox', 'invoices', 'account_contacts', 'account_relations'].map(
    (table) => `CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW
      EXECUTE FUNCTION audit_account_write('account_id')`,
  ),
  ...GROWING_TABLES.map(
    ([table, events]) => `CREATE TRIGGER audit_of_no_caller AFTER ${events} ON ${table} FOR EACH ROW
      WHEN (coalesce(current_setting('app.actor_kind', true), '') = '')
      EXECUTE FUNCTION audit_account_write('account_id')`,
  ),
  ...SETUP_TABLES.map(
    (table) => `CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW
      EXECUTE FUNCTION audit_setup_write()`,
  ),
];

const GRANTS = [
  'REVOKE EXECUTE ON FUNCTION audit_account_write(), audit_setup_write() FROM PUBLIC',
  'GRANT SELECT ON account_audit, setup_audit TO reseller_accounts_portal',
];
