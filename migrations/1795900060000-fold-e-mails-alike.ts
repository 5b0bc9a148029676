import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds accounts of one e-mail address the same way in every database: by the letters of ASCII, and not by the language of
 * the database, in which an I may be no i. Running code may stay up: it finds them by what it always did, only slower.
 * Built while running code goes on, which cannot be done in a transaction: what an interrupted build left behind is
 * dropped first.
 */
export class FoldEMailsAlike1795900060000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS ix_accounts_folded_email');
    await runner.query(
      'CREATE INDEX CONCURRENTLY ix_accounts_folded_email ON accounts USING hash (lower(email COLLATE "C")) WHERE email IS NOT NULL',
    );
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS ix_accounts_email');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS ix_accounts_email');
    await runner.query('CREATE INDEX ix_accounts_email ON accounts USING hash (lower(email)) WHERE email IS NOT NULL');
    await runner.query('DROP INDEX IF EXISTS ix_accounts_folded_email');
  }
}
