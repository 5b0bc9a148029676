import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Holds the subscriptions that are billed together, account by account in the order of their ids: a distributed database locks
 * the rows of one account with one statement. Running code may stay up: it locks them all with one, in the same order.
 */
export class HoldSubscriptions1797900360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`CREATE FUNCTION hold_subscriptions(accounts uuid[]) RETURNS void LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        wanted uuid;
      BEGIN
        FOR wanted IN SELECT DISTINCT unnest(accounts) AS id ORDER BY id LOOP
          PERFORM FROM subscriptions s WHERE s.account_id = wanted ORDER BY s.id FOR UPDATE;
        END LOOP;
      END
    $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP FUNCTION hold_subscriptions(uuid[])');
  }
}
