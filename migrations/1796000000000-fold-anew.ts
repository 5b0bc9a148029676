import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the rows whose search vector is of a folding before the second: those without its mark, `~2`, which stands among
 * the tokens. They are folded anew in batches once this has run, which takes the code that folds
 * (src/persistence/set-up/fold-anew.ts), and until then a search asks for both. Running code may stay up: what it writes
 * has no mark and is folded anew too, and its own searches find a little less in rows that have it.
 *
 * What folding anew changes is derived: the audit leaves out what the owner so changes, and nothing that either login does.
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
    for (const statement of LEAVE_OUT) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['accounts', 'services']) {
      await runner.query(`DROP INDEX IF EXISTS ix_${table}_former_folding`);
    }
    await runner.query('DROP FUNCTION leave_out() CASCADE');
  }
}

const LEAVE_OUT = [
  `CREATE OR REPLACE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      RETURN NULL;
    END
  $$`,
  ...['account_audit', 'setup_audit'].map(
    (table) => `CREATE OR REPLACE TRIGGER leave_out_unchanged BEFORE INSERT ON ${table} FOR EACH ROW
      WHEN (NEW.login <> 'reseller_accounts_portal' AND NEW.login <> 'reseller_accounts_sync'
        AND NEW.operation = 'UPDATE' AND NEW.before = NEW.after)
      EXECUTE FUNCTION leave_out()`,
  ),
];
