import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys that two accounts have in common which may be one customer stand in columns, so that a list finds all of them at
 * once (A14). A trigger takes them from the search vector, which holds them whoever writes, and nobody else sets them. No
 * generated column: to add one writes the whole table anew, under a lock that keeps readers out as well.
 *
 * Digests, all of one size: an e-mail, a number and a name of the greatest length would not fit into one entry of an index.
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
    await runner.query('DROP FUNCTION take_duplicate_keys() CASCADE');
    await runner.query('ALTER TABLE accounts DROP email_key, DROP accounting_no_key');
  }
}

/** The digest of the lexeme that begins with a sign; null when there is none. No lexeme of a key holds a line break. */
function keyBehind(sign: string): string {
  const text = `nullif(split_part(split_part(lexemes, E'\\n${sign}', 2), E'\\n', 1), '')`;
  return `encode(substring(sha256(convert_to('${sign}' || ${text}, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid`;
}

const STATEMENTS = [
  'ALTER TABLE accounts ADD email_key uuid, ADD accounting_no_key uuid',
  `CREATE FUNCTION take_duplicate_keys() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      lexemes text := E'\\n' || array_to_string(tsvector_to_array(NEW.search), E'\\n');
    BEGIN
      NEW.email_key := ${keyBehind('~e')};
      NEW.accounting_no_key := ${keyBehind('~n')};
      RETURN NEW;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION take_duplicate_keys() FROM PUBLIC',
  `CREATE TRIGGER duplicate_keys_follow BEFORE INSERT OR UPDATE OF search, email_key, accounting_no_key ON accounts
    FOR EACH ROW EXECUTE FUNCTION take_duplicate_keys()`,
];
