import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which rows below an account are the sync's is asked by a function: a distributed database takes no sub-query in a policy.
 * The function asks as whoever calls it, so that the policy of `accounts` holds in it as it held in the sub-query. Running
 * code may stay up: the same rows are seen and refused.
 */
export class PoliciesWithoutSubQueries1797900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(SEES_ACCOUNT);
    for (const statement of policies('sees_account(account_id)')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of policies('EXISTS (SELECT FROM accounts a WHERE a.id = account_id)')) {
      await runner.query(statement);
    }
    await runner.query('DROP FUNCTION sees_account(uuid)');
  }
}

const SYNC = 'reseller_accounts_sync';

const SEES_ACCOUNT = `CREATE FUNCTION sees_account(account uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM accounts a WHERE a.id = account);
  END
$$`;

function policies(onItsAccount: string): string[] {
  return [
    ...policy('account_history', onItsAccount),
    ...policy('subscriptions', `tenant_reseller_id = current_tenant_reseller() AND ${onItsAccount}`),
  ];
}

const policy = (table: string, rows: string) => [
  `DROP POLICY sync ON ${table}`,
  `CREATE POLICY sync ON ${table} TO ${SYNC} USING (${rows}) WITH CHECK (${rows})`,
];
