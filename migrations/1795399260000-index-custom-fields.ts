import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds accounts by a custom field. Built while running code goes on, which cannot be done in a transaction: what an
 * interrupted build left behind is dropped first.
 */
export class IndexCustomFields1795399260000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS ix_accounts_custom_fields');
    await runner.query('CREATE INDEX CONCURRENTLY ix_accounts_custom_fields ON accounts USING gin (custom_fields)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS ix_accounts_custom_fields');
  }
}
