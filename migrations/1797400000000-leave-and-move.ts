import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account leaves its reseller: it is released, or moves to another one, which is announced first (S29). The identity that
 * it had there stays, with the versions that were applied of the customer, and it goes on from them if it comes back.
 *
 * Only a release and the completion of a move take an account from its reseller, and both clear whom it is billed to and
 * lies below; what the reseller masters and the status stay as they are. The completion gives it to the other reseller as
 * a transfer does. Running code may stay up: it knows no move, and takes an account that has left for its own again.
 */
export class LeaveAndMove1797400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    for (const statement of [...TABLES, ...VERSIONS, ...LEAVING, ...GUARDS]) await runner.query(statement);
    await runner.query(identityAudit('CREATE OR REPLACE', IDENTITY));
    for (const statement of MOVE_AUDIT) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of BACK) await runner.query(statement);
    await runner.query(identityAudit('CREATE OR REPLACE', FORMER_IDENTITY));
  }
}

/** In the order in which those who are served take them. */
const LOCKS =
  'LOCK TABLE public.source_identities, public.accounts, public.subscriptions, public.invoices, public.invoice_lines IN ACCESS EXCLUSIVE MODE';

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const TABLES = [
  `CREATE TABLE announced_moves (
    account_id uuid NOT NULL CONSTRAINT pk_announced_moves PRIMARY KEY
      CONSTRAINT fk_announced_moves_account REFERENCES accounts (id),
    tenant_reseller_id uuid NOT NULL CONSTRAINT fk_announced_moves_tenant_reseller REFERENCES tenant_resellers (id),
    source_account_id text NOT NULL,
    announced_at timestamptz NOT NULL DEFAULT now()
  )`,
  'ALTER TABLE source_identities ADD announced_at timestamptz, ADD source_version bigint, ADD snapshot_version bigint',
  `ALTER TABLE accounts DROP CONSTRAINT ck_accounts_origin, ADD CONSTRAINT ck_accounts_origin
    CHECK (origin IN ('COPIED_FROM_RESELLER', 'TRANSFERRED_TO_RESELLER', 'MOVED_FROM_RESELLER'))`,
];

const VERSIONS = [
  `CREATE FUNCTION hand_over_versions() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      IF OLD.tenant_reseller_id IS NOT NULL THEN
        UPDATE source_identities SET source_version = OLD.source_version, snapshot_version = OLD.snapshot_version
          WHERE key = uuid_v5('customer:' || OLD.tenant_reseller_id || ':' || OLD.source_account_id);
      END IF;
      NEW.source_version := NULL;
      NEW.snapshot_version := NULL;
      NEW.last_synced_at := NULL;
      IF NEW.tenant_reseller_id IS NOT NULL THEN
        -- The values here are not of that version: its snapshot is still to come.
        SELECT i.source_version, LEAST(i.snapshot_version, i.source_version - 1)
          INTO NEW.source_version, NEW.snapshot_version FROM source_identities i
          WHERE i.key = uuid_v5('customer:' || NEW.tenant_reseller_id || ':' || NEW.source_account_id)
            AND i.account_id = NEW.id;
      END IF;
      RETURN NEW;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION hand_over_versions() FROM PUBLIC',
  `CREATE TRIGGER versions_are_handed_over BEFORE UPDATE OF tenant_reseller_id ON accounts FOR EACH ROW
    WHEN (OLD.tenant_reseller_id IS DISTINCT FROM NEW.tenant_reseller_id) EXECUTE FUNCTION hand_over_versions()`,
  // Versions are of the source that gave them: under another id, or of another reseller, there is none yet.
  `CREATE FUNCTION forget_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      NEW.source_version := NULL;
      RETURN NEW;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION forget_version() FROM PUBLIC',
  `CREATE TRIGGER version_is_of_its_source BEFORE UPDATE OF source_key ON subscriptions FOR EACH ROW
    WHEN (OLD.source_key IS DISTINCT FROM NEW.source_key) EXECUTE FUNCTION forget_version()`,
];

const MASTERED = [
  ...['name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'parent_id'],
  ...['bill_to_id', 'currency', 'tenant_reseller_id', 'source_account_id', 'origin', 'managed_since', 'deletion_date'],
  ...['sort_name', 'search'],
];
const EVERY_FIELD = [
  ...['name', 'currency', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status'],
  ...['parent_id', 'bill_to_id', 'enable_ordering', 'separate_invoices', 'responsible_user_id', 'permission_rule_id'],
  ...['custom_fields', 'tenant_reseller_id', 'source_account_id', 'origin', 'managed_since', 'deletion_date'],
  ...['sort_name', 'search'],
];
const STAYS = ['name', 'accounting_no', 'email', 'billing_address', 'status', 'currency', 'deletion_date'];

const quoted = (columns: readonly string[]) => columns.map((column) => `'${column}'`).join(', ');
const OTHER_MUTATION = `COALESCE(current_setting('app.mutation', true), '') <> ALL (ARRAY['releaseAccounts', 'completeMove'])`;
const onUpdate = (name: string, when: string, what: string) => `CREATE TRIGGER ${name} BEFORE UPDATE ON accounts
  FOR EACH ROW WHEN (session_user = '${PORTAL}' AND ${when}) EXECUTE FUNCTION ${what}`;

const LEAVES = 'OLD.tenant_reseller_id IS NOT NULL AND NEW.tenant_reseller_id IS NULL';
const stays = (condition: string) =>
  `${condition} AND (OLD.tenant_reseller_id IS NULL OR NEW.tenant_reseller_id IS NOT NULL OR ${OTHER_MUTATION})`;
const IS_MANAGED = 'OLD.tenant_reseller_id IS NOT NULL';
const IS_DELETED = `OLD.status = 'DELETED'`;
const keeps = (columns: readonly string[]) => `keep_columns(${quoted(columns)})`;

const LEAVING = [
  'DROP TRIGGER managed_account_keeps ON accounts',
  'DROP TRIGGER deleted_account_keeps ON accounts',
  onUpdate('managed_account_keeps', stays(IS_MANAGED), keeps(MASTERED)),
  onUpdate('deleted_account_keeps', stays(IS_DELETED), keeps(EVERY_FIELD)),
  onUpdate('leaving_account_keeps', LEAVES, keeps([...STAYS, 'sort_name', 'search'])),
  onUpdate(
    'leaving_account_is_nobodys',
    `${LEAVES} AND (NEW.bill_to_id IS NOT NULL OR NEW.parent_id IS NOT NULL OR NEW.source_account_id IS NOT NULL)`,
    'refuse_row()',
  ),
];

/** What a release and a move end of the subscriptions, of a deleted account too. */
const endOf = (when: string) => `CREATE TRIGGER closed_account_refuses_an_end
  BEFORE UPDATE OF end_date, cancellation_date, source_subscription_id, source_key, tenant_reseller_id, closed_on, due_from,
    unit_price, price_source, quantities ON subscriptions FOR EACH ROW
  WHEN (session_user = '${PORTAL}'${when}) EXECUTE FUNCTION refuse_on_closed_account('managed', 'deleted')`;

const IDENTITY_KEEPS = ['key', 'tenant_reseller_id', 'source_account_id', 'account_id', 'created_at'];
const VERSION_COLUMNS = ['source_version', 'snapshot_version'];
const GUARDS = [
  'DROP TRIGGER closed_account_refuses_an_end ON subscriptions',
  endOf(` AND ${OTHER_MUTATION}`),
  `CREATE TRIGGER portal_keeps_prices BEFORE UPDATE OF unit_price, price_source, closed_on ON subscriptions FOR EACH ROW
    WHEN (session_user = '${PORTAL}' AND ${OTHER_MUTATION})
    EXECUTE FUNCTION refuse_column('unit_price', 'price_source', 'closed_on')`,
  `GRANT SELECT, INSERT, DELETE ON announced_moves TO ${PORTAL}`,
  `GRANT DELETE, UPDATE (announced_at) ON source_identities TO ${PORTAL}`,
  `CREATE TRIGGER portal_keeps_columns BEFORE UPDATE OF ${IDENTITY_KEEPS.join(', ')} ON source_identities FOR EACH ROW
    WHEN (session_user = '${PORTAL}') EXECUTE FUNCTION refuse_column(${quoted(IDENTITY_KEEPS)})`,
  // The trigger that hands them over runs as the owner.
  `CREATE TRIGGER portal_keeps_versions BEFORE UPDATE OF ${VERSION_COLUMNS.join(', ')} ON source_identities FOR EACH ROW
    WHEN (session_user = '${PORTAL}' AND CURRENT_USER = session_user)
    EXECUTE FUNCTION refuse_column(${quoted(VERSION_COLUMNS)})`,
  // What a move that is withdrawn had made; any other identity is for good.
  `CREATE TRIGGER identity_is_kept BEFORE DELETE ON source_identities FOR EACH ROW
    WHEN (session_user = '${PORTAL}' AND (OLD.announced_at IS NULL OR OLD.announced_at <> OLD.created_at))
    EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER claim_is_of_now BEFORE INSERT ON source_identities FOR EACH ROW
    WHEN (session_user = '${SYNC}' AND (NEW.announced_at IS NOT NULL OR NEW.source_version IS NOT NULL
      OR NEW.snapshot_version IS NOT NULL)) EXECUTE FUNCTION refuse_row()`,
];

const FORMER_IDENTITY = ['tenant_reseller_id', 'source_account_id', 'account_id', 'created_at'];
const IDENTITY = [...FORMER_IDENTITY, 'announced_at', ...VERSION_COLUMNS];

const identityAudit = (create: string, columns: readonly string[]) =>
  audit(create, 'source_identities', 'key', ['account_id', ...columns.filter((one) => one !== 'account_id')]);
const MOVE_AUDIT = [
  audit('CREATE', 'announced_moves', 'account_id', ['tenant_reseller_id', 'source_account_id', 'announced_at']),
  'REVOKE EXECUTE ON FUNCTION audit_announced_moves() FROM PUBLIC',
  ...(
    [
      ['insert', 'NEW TABLE AS new_rows'],
      ['update', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
      ['delete', 'OLD TABLE AS old_rows'],
    ] as const
  ).map(
    ([
      event,
      rows,
    ]) => `CREATE TRIGGER audit_${event} AFTER ${event.toUpperCase()} ON announced_moves REFERENCING ${rows}
      FOR EACH STATEMENT EXECUTE FUNCTION audit_announced_moves()`,
  ),
];

/** As the audit of every table is made (audit-statements). */
function audit(create: string, table: string, key: string, columns: readonly string[]): string {
  const into = 'account_audit (account_id, transaction_id, record, operation, ';
  const transaction = 'pg_current_xact_id()::text::bigint';
  const same = columns.map((one) => `CASE WHEN o.${one} IS NOT DISTINCT FROM n.${one} THEN '${one}' END`).join(', ');
  return `${create} FUNCTION audit_${table}() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO ${into}after) SELECT n.account_id, ${transaction}, '${table}', 'INSERT', to_jsonb(n) FROM new_rows n;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO ${into}before) SELECT o.account_id, ${transaction}, '${table}', 'DELETE', to_jsonb(o) FROM old_rows o;
      ELSE
        INSERT INTO ${into}before, after)
        SELECT pair.account, ${transaction}, '${table}', 'UPDATE', pair.old - pair.same, pair.new - pair.same
        FROM (
          SELECT coalesce(n.account_id, o.account_id) AS account, to_jsonb(o) AS old, to_jsonb(n) AS new,
            array_remove(ARRAY[${same}]::text[], NULL) AS same
          FROM new_rows n FULL JOIN old_rows o ON n.${key} = o.${key} OFFSET 0) pair
        WHERE cardinality(pair.same) < ${columns.length};
      END IF;
      RETURN NULL;
    END
  $$`;
}

const BACK = [
  'DROP TRIGGER portal_keeps_prices ON subscriptions',
  'DROP TRIGGER closed_account_refuses_an_end ON subscriptions',
  endOf(''),
  'DROP TABLE announced_moves',
  'DROP FUNCTION audit_announced_moves()',
  'DROP FUNCTION hand_over_versions() CASCADE',
  'DROP FUNCTION forget_version() CASCADE',
  ...['portal_keeps_columns', 'portal_keeps_versions', 'identity_is_kept', 'claim_is_of_now'].map(
    (name) => `DROP TRIGGER ${name} ON source_identities`,
  ),
  `REVOKE DELETE, UPDATE (announced_at) ON source_identities FROM ${PORTAL}`,
  'ALTER TABLE source_identities DROP announced_at, DROP source_version, DROP snapshot_version',
  ...['leaving_account_is_nobodys', 'leaving_account_keeps', 'deleted_account_keeps', 'managed_account_keeps'].map(
    (name) => `DROP TRIGGER ${name} ON accounts`,
  ),
  onUpdate('managed_account_keeps', IS_MANAGED, keeps(MASTERED)),
  onUpdate('deleted_account_keeps', IS_DELETED, keeps(EVERY_FIELD)),
  `UPDATE accounts SET origin = 'TRANSFERRED_TO_RESELLER' WHERE origin = 'MOVED_FROM_RESELLER'`,
  `ALTER TABLE accounts DROP CONSTRAINT ck_accounts_origin, ADD CONSTRAINT ck_accounts_origin
    CHECK (origin IN ('COPIED_FROM_RESELLER', 'TRANSFERRED_TO_RESELLER'))`,
];
