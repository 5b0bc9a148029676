import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions that lock accounts find them in `public`, whatever the search path of who calls is: the database's own
 * may be any, and a server is not told when it changes. Running code may stay up: nothing else becomes different.
 */
export class NameTheSchema1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const name of FUNCTIONS) {
      await runner.query(`ALTER FUNCTION ${name} SET search_path = pg_catalog, public, pg_temp`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const name of FUNCTIONS) await runner.query(`ALTER FUNCTION ${name} RESET search_path`);
  }
}

const FUNCTIONS = ['lock_accounts(uuid[])', 'lock_accounts_for_share(uuid[])'];
