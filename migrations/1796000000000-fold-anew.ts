import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the rows whose search vector is of a folding before the second: those without its mark, `~2`, which stands among
 * the tokens. They are folded anew in batches once this has run, which takes the code that folds
 * (src/persistence/set-up/fold-anew.ts), and until then a search asks for both. Running code may stay up: what it writes
 * has no mark and is folded anew too, and its own searches find a little less in rows that have it.
 *
 * What folding anew changes is derived: the audit leaves out what the owner so changes.
 *
 * Built while running code goes on, which cannot be done in a transaction: what an interrupted build left behind is
 * dropped first. `ix_accounts_email` and `ix_accounts_accounting_no` stay for that running code; nothing else asks for them.
 */
export class FoldAnew1796000000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['accounts', 'services']) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ix_${table}_former_folding`);
      await runner.query(`CREATE INDEX CONCURRENTLY ix_${table}_former_folding ON ${table} (id)
        WHERE NOT (search @@ '''~2'''::tsquery)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['accounts', 'services']) {
      await runner.query(`DROP INDEX IF EXISTS ix_${table}_former_folding`);
    }
  }
}
