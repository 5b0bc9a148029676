import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys that two accounts have in common which may be one customer stand in columns, so that a list finds all of them at
 * once (A14). A trigger takes them from the search vector, which holds them whoever writes, and nobody else sets them. No
 * generated column: to add one writes the whole table anew, under a lock that keeps readers out as well.
 *
 * Hashes of 64 bits, as partitions are chosen by: an e-mail, a number and a name of the greatest length would not fit into
 * one entry of an index. That any two of a million e-mails have one by chance is one in forty million, and blocks nothing.
 *
 * Two empty columns and a trigger take a moment's lock; the rows that are here follow in the next migration. Running code may
 * stay up: what it writes gets its keys as well.
 */
export class KeysOfDuplicates1797800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const [login, columns] of Object.entries(KEEPS)) await runner.query(keeper(login, columns));
    await runner.query('DROP FUNCTION take_duplicate_keys() CASCADE');
    await runner.query('ALTER TABLE accounts DROP email_key, DROP accounting_no_key');
  }
}

const KEYS = ['email_key', 'accounting_no_key'];
/** What each login keeps of an account (guard-columns-by-trigger). */
const KEEPS: Readonly<Record<string, readonly string[]>> = {
  portal: ['id', 'created_at', 'source_version', 'snapshot_version', 'last_synced_at'],
  sync: [
    ...['id', 'created_at', 'currency', 'enable_ordering', 'separate_invoices', 'parent_id', 'bill_to_id'],
    ...['responsible_user_id', 'permission_rule_id', 'custom_fields', 'tenant_reseller_id', 'source_account_id'],
    ...['origin', 'managed_since'],
  ],
};

function keeper(login: string, columns: readonly string[]): string {
  return `CREATE OR REPLACE TRIGGER ${login}_keeps_columns BEFORE UPDATE OF ${columns.join(', ')} ON accounts FOR EACH ROW
    WHEN (session_user = 'reseller_accounts_${login}')
    EXECUTE FUNCTION refuse_column(${columns.map((column) => `'${column}'`).join(', ')})`;
}

/** The hash of what follows a sign that begins a lexeme; null when none does. No lexeme of a key holds a line break. */
function keyBehind(sign: string, seed: number): string {
  const behind = `pg_catalog.split_part(pg_catalog.split_part(lexemes, E'\\n${sign}', 2), E'\\n', 1)`;
  return `pg_catalog.hashtextextended(nullif(${behind}, ''), ${seed})`;
}

const STATEMENTS = [
  'ALTER TABLE accounts ADD email_key bigint, ADD accounting_no_key bigint',
  // Each name is told with its schema: to set a path costs as much again as all the rest, for each account that is copied.
  `CREATE FUNCTION take_duplicate_keys() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      lexemes text := pg_catalog.concat(E'\\n',
        pg_catalog.array_to_string(pg_catalog.tsvector_to_array(NEW.search), E'\\n'));
    BEGIN
      NEW.email_key := ${keyBehind('~e', 0)};
      NEW.accounting_no_key := ${keyBehind('~n', 1)};
      RETURN NEW;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION take_duplicate_keys() FROM PUBLIC',
  `CREATE TRIGGER duplicate_keys_follow BEFORE INSERT OR UPDATE OF search, email_key, accounting_no_key ON accounts
    FOR EACH ROW EXECUTE FUNCTION take_duplicate_keys()`,
  ...Object.entries(KEEPS).map(([login, columns]) => keeper(login, [...columns, ...KEYS])),
];
