import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A tenant reseller has a status: the sync of one that is suspended or has ended writes nothing. Each of its transactions
 * begins with its reseller's row, held until it ends, so that the status it was let in with is that of its commit; a change
 * of the status waits for those that are under way, and those that come after it wait for the change. The row's lock alone
 * would let them pass by, one after the other, for as long as they overlap: so both stand in one queue first.
 *
 * The database refuses such a sync's writes too, whoever sends them. Running code may stay up: it asks for no status, and
 * what it writes for a reseller that is suspended fails.
 */
export class ResellerStatus1797200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...STATUS, ...holdReseller([...KNOWN, STATUS_COLUMN], true), ...REFUSALS]) {
      await runner.query(statement);
    }
    await runner.query(audit([...KNOWN, STATUS_COLUMN].map(([column]) => column)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(audit(KNOWN.map(([column]) => column)));
    await runner.query('DROP FUNCTION refuse_inactive_reseller() CASCADE');
    for (const statement of holdReseller(KNOWN, false)) await runner.query(statement);
    await runner.query('DROP FUNCTION queue_for_reseller(uuid)');
    await runner.query('DROP FUNCTION reseller_queue(uuid)');
    await runner.query('ALTER TABLE tenant_resellers DROP status');
  }
}

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

type Column = readonly [column: string, type: string];

/** What of a reseller its sync is told, and the audit records, before this. */
const KNOWN: readonly Column[] = [
  ['name', 'text'],
  ['currency', 'text'],
  ['separate_invoices', 'boolean'],
  ['back_ordering_active', 'boolean'],
  ['account_id', 'uuid'],
  ['price_list_id', 'uuid'],
];
const STATUS_COLUMN: Column = ['status', 'text'];

const STATUS = [
  `ALTER TABLE tenant_resellers ADD status text NOT NULL DEFAULT 'ACTIVE'
    CONSTRAINT ck_tenant_resellers_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'ENDED'))`,
  `GRANT UPDATE (status) ON tenant_resellers TO ${PORTAL}`,
  // Where whoever changes a reseller and its sync queue, so that nobody passes by.
  `CREATE FUNCTION reseller_queue(reseller uuid) RETURNS bigint LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $$
    SELECT hashtextextended('tenant reseller ' || reseller, 0)
  $$`,
  `CREATE FUNCTION queue_for_reseller(reseller uuid) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(reseller_queue(reseller));
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION reseller_queue(uuid), queue_for_reseller(uuid) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION reseller_queue(uuid), queue_for_reseller(uuid) TO ${PORTAL}`,
];

/**
 * The sync's reseller, kept as it is until the transaction ends, and then the status of its own account: no more of that
 * one the sync may know. A statement of its own reads it: what the lock was waited for is seen.
 */
function holdReseller(columns: readonly Column[], isQueued: boolean): string[] {
  const held: readonly Column[] = [['id', 'uuid'], ...columns];
  return [
    'DROP FUNCTION hold_reseller()',
    `CREATE FUNCTION hold_reseller() RETURNS TABLE (${held.map((column) => column.join(' ')).join(', ')}, account_status text)
      LANGUAGE plpgsql ${AS_OWNER} AS $$
      BEGIN
        ${isQueued ? 'PERFORM pg_advisory_xact_lock_shared(reseller_queue(current_tenant_reseller()));' : ''}
        PERFORM FROM tenant_resellers t WHERE t.id = current_tenant_reseller() FOR KEY SHARE;
        RETURN QUERY SELECT ${held.map(([column]) => `t.${column}`).join(', ')}, reseller_account_status()
          FROM tenant_resellers t WHERE t.id = current_tenant_reseller();
      END
    $$`,
    'REVOKE EXECUTE ON FUNCTION hold_reseller() FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION hold_reseller() TO ${SYNC}`,
  ];
}

const REFUSALS = [
  `CREATE FUNCTION refuse_inactive_reseller() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    DECLARE
      inactive text;
    BEGIN
      SELECT t.status INTO inactive FROM tenant_resellers t
        WHERE t.id = current_tenant_reseller() AND t.status <> 'ACTIVE';
      IF FOUND THEN
        RAISE EXCEPTION '% refuses % of a tenant reseller that is %', TG_NAME, TG_OP, inactive USING ERRCODE = 'RA001';
      END IF;
      RETURN NULL;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION refuse_inactive_reseller() FROM PUBLIC',
  ...['accounts', 'source_identities', 'subscriptions', 'account_history'].map(
    (
      table,
    ) => `CREATE TRIGGER inactive_reseller_refuses BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH STATEMENT
      WHEN (session_user = '${SYNC}') EXECUTE FUNCTION refuse_inactive_reseller()`,
  ),
];

/** As the audit of every table was made (audit-statements), with these columns. */
function audit(columns: readonly string[]): string {
  const loud = [...columns, 'created_at'];
  const quiet = `'{updated_at}'::text[]`;
  const unchanged = (of: readonly string[]) =>
    `array_remove(ARRAY[${of
      .map((one) => `CASE WHEN o.${one} IS NOT DISTINCT FROM n.${one} THEN '${one}' END`)
      .join(', ')}]::text[], NULL)`;
  const left = `pair.same || CASE WHEN cardinality(pair.same) < ${loud.length} THEN ${quiet} ELSE pair.same_quiet END`;
  const into = 'setup_audit (transaction_id, record, operation, ';
  const transaction = 'pg_current_xact_id()::text::bigint';
  const whole = (row: string) => `to_jsonb(${row}) - '{}'::text[]`;
  return `CREATE OR REPLACE FUNCTION audit_tenant_resellers() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO ${into}after)
        SELECT ${transaction}, 'tenant_resellers', 'INSERT', ${whole('n')} FROM new_rows n;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO ${into}before)
        SELECT ${transaction}, 'tenant_resellers', 'DELETE', ${whole('o')} FROM old_rows o;
      ELSE
        INSERT INTO ${into}before, after)
        SELECT ${transaction}, 'tenant_resellers', 'UPDATE', pair.old - (${left}), pair.new - (${left})
        FROM (
          SELECT to_jsonb(o) AS old, to_jsonb(n) AS new, ${unchanged(loud)} AS same,
            ${unchanged(['updated_at'])} AS same_quiet
          FROM new_rows n FULL JOIN old_rows o ON n.id = o.id OFFSET 0) pair
        WHERE cardinality(pair.same) < ${loud.length} OR cardinality(pair.same_quiet) < 1;
      END IF;
      RETURN NULL;
    END
  $$`;
}
