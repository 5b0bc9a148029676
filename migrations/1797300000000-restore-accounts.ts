import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A customer that its reseller deleted by mistake comes back (S31): the sync's login, and no other, may change the status and
 * the day of the deletion of a deleted account, and only with a greater version of the source. A deletion of a greater version
 * than the one that is known may come with another day, too, when the restoration between the two is late.
 *
 * Running code may stay up: it changes neither of a deleted account.
 */
export class RestoreAccounts1797300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(
      runner,
      `${DELETED} AND (session_user = '${PORTAL}' OR session_user = '${SYNC}' AND NOT ${IS_NEWER})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, `session_user IN ('${PORTAL}', '${SYNC}') AND ${DELETED}`);
  }
}

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const DELETED = `OLD.status = 'DELETED'`;
const IS_NEWER = 'coalesce(NEW.source_version > coalesce(OLD.source_version, -1), false)';

async function replace(runner: QueryRunner, stays: string): Promise<void> {
  await runner.query(`SET LOCAL lock_timeout = '5s'`);
  await runner.query('DROP TRIGGER deleted_account_stays_deleted ON accounts');
  await runner.query(
    `CREATE TRIGGER deleted_account_stays_deleted BEFORE UPDATE ON accounts FOR EACH ROW
      WHEN (${stays}) EXECUTE FUNCTION keep_columns('status', 'deletion_date')`,
  );
}
