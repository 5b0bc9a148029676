import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an instant is that of the statement, or of the transaction, is asked by two functions, so that a distributed database may
 * answer otherwise: there a statement goes on to another node, whose own instants come a little later. Running code may stay
 * up: here they say what was said in their place.
 */
export class MomentsByFunction1797900090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...FUNCTIONS, ...moments(BY_FUNCTION)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of moments(BY_ITSELF)) await runner.query(statement);
    await runner.query('DROP FUNCTION is_of_statement(timestamptz), is_of_transaction(timestamptz)');
  }
}

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';

/** Without settings of their own, which would keep them from being made a part of what asks. */
const FUNCTIONS = ['statement', 'transaction'].map(
  (what) => `CREATE FUNCTION is_of_${what}(instant timestamptz) RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT instant OPERATOR(pg_catalog.=) pg_catalog.${what}_timestamp() $$`,
);

interface Asked {
  readonly isOtherStatement: (instant: string) => string;
  readonly isOtherTransaction: (instant: string) => string;
  readonly isNotOfStatement: (instant: string) => string;
}

const BY_FUNCTION: Asked = {
  isOtherStatement: (instant) => `NOT is_of_statement(${instant})`,
  isOtherTransaction: (instant) => `NOT is_of_transaction(${instant})`,
  isNotOfStatement: (instant) => `is_of_statement(${instant}) IS NOT TRUE`,
};
const BY_ITSELF: Asked = {
  isOtherStatement: (instant) => `${instant} <> statement_timestamp()`,
  isOtherTransaction: (instant) => `${instant} <> transaction_timestamp()`,
  isNotOfStatement: (instant) => `${instant} IS DISTINCT FROM statement_timestamp()`,
};

const moments = ({ isOtherStatement, isOtherTransaction, isNotOfStatement }: Asked) => [
  'DROP TRIGGER confirmed_now ON accounts',
  `CREATE TRIGGER confirmed_now BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (session_user = '${SYNC}' AND OLD.last_synced_at IS DISTINCT FROM NEW.last_synced_at
      AND ${isNotOfStatement('NEW.last_synced_at')}) EXECUTE FUNCTION refuse_row()`,
  'DROP TRIGGER changed_now ON accounts',
  `CREATE TRIGGER changed_now BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (session_user IN ('${PORTAL}', '${SYNC}') AND OLD.updated_at <> NEW.updated_at
      AND ${isOtherStatement('NEW.updated_at')} AND ${isOtherTransaction('NEW.updated_at')})
    EXECUTE FUNCTION refuse_row()`,
  `CREATE OR REPLACE FUNCTION check_claim() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF NEW.key <> uuid_v5('customer:' || NEW.tenant_reseller_id || ':' || NEW.source_account_id)
        OR NEW.account_id <> NEW.key OR ${isOtherTransaction('NEW.created_at')} THEN
        RAISE EXCEPTION '% refuses an identity that is not the one of its customer: %', TG_NAME, NEW.key
          USING ERRCODE = 'RA001';
      END IF;
      RETURN NEW;
    END
  $$`,
];
