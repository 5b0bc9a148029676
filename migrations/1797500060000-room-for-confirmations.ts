import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pages of accounts keep room for the next version of their rows. Most of what a sync sends confirms a customer as it is:
 * nothing of that stands in an index, and a version that has room beside the former one leaves the dozen indexes of the table
 * alone, and the table at its size. Of pages that are there already it holds once they are written anew, as VACUUM FULL or
 * pg_repack do. Nobody is kept waiting: running code may stay up.
 */
export class RoomForConfirmations1797500060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE accounts SET (fillfactor = 70)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE accounts RESET (fillfactor)');
  }
}
