import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The guard's last layer: what the database itself refuses, whatever the code in front of it does. Running code may stay
 * up for the triggers; for row-level security it may not, since code before this sets no `app.tenant_reseller_id` and
 * its sync services would see no rows.
 *
 * - Triggers keep what a tenant reseller masters from the portal's login, and sales away from managed accounts. They ask
 *   for `session_user`, which neither SET ROLE nor a setting changes.
 * - Row-level security keeps the sync's login to the one reseller that its transaction names.
 *
 * What the triggers keep stands in their arguments: the start compares them with the policy table.
 */
export class GuardManagedAccounts1795532400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [NO_TEMPORARY, ...FUNCTIONS, ...ACCOUNT_TRIGGERS, ...TRIGGERS_BELOW, ...ROW_SECURITY]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const table of SYNC_TABLES) {
      await runner.query(`DROP POLICY portal ON ${table}`);
      await runner.query(`DROP POLICY sync ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    for (const name of ['keep_columns()', 'refuse_row()', 'refuse_on_closed_account()']) {
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    }
    await runner.query(NO_TEMPORARY.replace('REVOKE', 'GRANT').replace('FROM', 'TO'));
    await runner.query('DROP FUNCTION reseller_account_status()');
    await runner.query('DROP FUNCTION current_tenant_reseller()');
  }
}

/** Nobody needs temporary objects here, and with them one can stand in for what a function means. */
const NO_TEMPORARY = `DO $$ BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$`;

const PORTAL = `session_user = 'reseller_accounts_portal'`;
const EITHER_LOGIN = `session_user IN ('reseller_accounts_portal', 'reseller_accounts_sync')`;

/** Temporary types and functions come first in any other search path, also for a function that another login calls. */
const SAFE_PATH = 'SET search_path = pg_catalog, pg_temp';

const FUNCTIONS = [
  // Its arguments are the columns that keep their values.
  `CREATE FUNCTION keep_columns() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
    DECLARE
      before jsonb := to_jsonb(OLD);
      after jsonb := to_jsonb(NEW);
      kept text;
    BEGIN
      FOREACH kept IN ARRAY TG_ARGV LOOP
        IF before -> kept IS DISTINCT FROM after -> kept THEN
          RAISE EXCEPTION '% refuses a change of % on account %', TG_NAME, kept, OLD.id USING ERRCODE = 'RA001';
        END IF;
      END LOOP;
      RETURN NEW;
    END
  $$`,
  `CREATE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
    BEGIN
      RAISE EXCEPTION '% refuses % on %', TG_NAME, TG_OP, TG_TABLE_NAME USING ERRCODE = 'RA001';
    END
  $$`,
  // Its arguments are the states in which an account is closed to this write. The account's row is locked, so that the
  // answer still holds at the commit.
  `CREATE FUNCTION refuse_on_closed_account() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
    DECLARE
      written uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END;
      managed boolean;
      deleted boolean;
    BEGIN
      SELECT a.tenant_reseller_id IS NOT NULL, a.status = 'DELETED' INTO managed, deleted
        FROM public.accounts a WHERE a.id = written FOR SHARE;
      IF managed AND 'managed' = ANY (TG_ARGV) OR deleted AND 'deleted' = ANY (TG_ARGV) THEN
        RAISE EXCEPTION '% refuses % on account %', TG_NAME, TG_OP, written USING ERRCODE = 'RA001';
      END IF;
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END
  $$`,
  `CREATE FUNCTION current_tenant_reseller() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT nullif(pg_catalog.current_setting('app.tenant_reseller_id', true), '')::pg_catalog.uuid
  $$`,
  // All that a sync service may know of its reseller's own account, which it does not see.
  `CREATE FUNCTION reseller_account_status() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.status FROM tenant_resellers t JOIN accounts a ON a.id = t.account_id WHERE t.id = current_tenant_reseller()
  $$`,
  'REVOKE EXECUTE ON FUNCTION reseller_account_status() FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION reseller_account_status() TO reseller_accounts_sync',
];

/** Who manages it and since when, and what it is found by: no field, and never changed but with what they follow from. */
const FOLLOWING = [
  ...['tenant_reseller_id', 'source_account_id', 'origin', 'managed_since', 'deletion_date', 'sort_name', 'search'],
];
/** S2, S3, S5, S9, S10, S13, and that nobody takes a managed account back or to another reseller. */
const MANAGED_KEEPS = [
  ...['name', 'accounting_no', 'email', 'billing_address', 'synchronization_options'],
  ...['status', 'parent_id', 'bill_to_id', 'currency', ...FOLLOWING],
];
/** S12: every field. */
const DELETED_KEEPS = [
  ...[
    'name',
    'currency',
    'accounting_no',
    'email',
    'billing_address',
    'synchronization_options',
    'status',
    'parent_id',
    'bill_to_id',
  ],
  ...['enable_ordering', 'separate_invoices', 'responsible_user_id', 'permission_rule_id', 'custom_fields'],
  ...FOLLOWING,
];

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

const ACCOUNT_TRIGGERS = [
  `CREATE TRIGGER managed_account_keeps BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (${PORTAL} AND OLD.tenant_reseller_id IS NOT NULL) EXECUTE FUNCTION keep_columns(${quoted(MANAGED_KEEPS)})`,
  `CREATE TRIGGER deleted_account_keeps BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (${PORTAL} AND OLD.status = 'DELETED') EXECUTE FUNCTION keep_columns(${quoted(DELETED_KEEPS)})`,
  `CREATE TRIGGER deleted_account_stays_deleted BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (${EITHER_LOGIN} AND OLD.status = 'DELETED') EXECUTE FUNCTION keep_columns('status', 'deletion_date')`,
  `CREATE TRIGGER portal_copies_nobody BEFORE INSERT ON accounts FOR EACH ROW
    WHEN (${PORTAL} AND NEW.tenant_reseller_id IS NOT NULL) EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER account_is_kept BEFORE DELETE ON accounts FOR EACH ROW
    WHEN (${EITHER_LOGIN}) EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER accounts_are_kept BEFORE TRUNCATE ON accounts FOR EACH STATEMENT
    WHEN (${EITHER_LOGIN}) EXECUTE FUNCTION refuse_row()`,
];

/** What the portal's login may not write below a managed or a deleted account (S11, S14; S12). */
const TRIGGERS_BELOW = [
  ...['sales_documents', 'sales_lines', 'synchronization_outbox', 'subscriptions'].map(
    (table) => `CREATE TRIGGER closed_account_refuses BEFORE INSERT ON ${table} FOR EACH ROW
      WHEN (${PORTAL}) EXECUTE FUNCTION refuse_on_closed_account('managed', 'deleted')`,
  ),
  // Not when periods are marked as invoiced: that is allowed (S16), and there may be a hundred thousand.
  `CREATE TRIGGER closed_account_refuses_an_end
    BEFORE UPDATE OF end_date, cancellation_date, source_subscription_id, source_key ON subscriptions FOR EACH ROW
    WHEN (${PORTAL}) EXECUTE FUNCTION refuse_on_closed_account('managed', 'deleted')`,
  ...['account_contacts', 'account_relations'].map(
    (table) => `CREATE TRIGGER closed_account_refuses BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW
      WHEN (${PORTAL}) EXECUTE FUNCTION refuse_on_closed_account('deleted')`,
  ),
  // An invoice by hand; what is owed can still be invoiced (S12).
  `CREATE TRIGGER closed_account_refuses BEFORE INSERT ON invoice_lines FOR EACH ROW
    WHEN (${PORTAL} AND NEW.subscription_id IS NULL) EXECUTE FUNCTION refuse_on_closed_account('deleted')`,
];

/** Which rows of a table are the reseller's. A setting that is not there is no reseller, and no row. */
const ROWS_OF_THE_RESELLER: Readonly<Record<string, string>> = {
  tenant_resellers: 'id = current_tenant_reseller()',
  accounts: 'tenant_reseller_id = current_tenant_reseller()',
  source_identities: 'tenant_reseller_id = current_tenant_reseller()',
  // The policy of `accounts` holds in here too.
  subscriptions: 'EXISTS (SELECT FROM accounts a WHERE a.id = account_id)',
  account_history: 'EXISTS (SELECT FROM accounts a WHERE a.id = account_id)',
};
const SYNC_TABLES = Object.keys(ROWS_OF_THE_RESELLER);

const ROW_SECURITY = Object.entries(ROWS_OF_THE_RESELLER).flatMap(([table, rows]) => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY portal ON ${table} TO reseller_accounts_portal USING (true) WITH CHECK (true)`,
  `CREATE POLICY sync ON ${table} TO reseller_accounts_sync USING (${rows}) WITH CHECK (${rows})`,
]);
