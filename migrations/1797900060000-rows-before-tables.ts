import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A trigger that reads the rows of its statement reads them first, and the tables in statements of their own: of a
 * distributed table a statement goes to where its rows are, and the rows of the trigger do not go along. What is recorded is
 * the same. An update that leaves no entry in the audit now writes none to it.
 *
 * The audits' functions are those that are there, of whichever migration: only how they take their rows changes, and
 * taking it back gives each its former words again.
 *
 * The set-up audit is on one node: its triggers ask whether they are there, which is everywhere where nothing is distributed.
 *
 * Running code may stay up.
 */
export class RowsBeforeTables1797900060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(KEEPS_SETUP_AUDIT);
    await runner.query(IDENTITY_AUDITED_UNDER);
    await rewrite(runner, 'account_audit', rowsFirst);
    await rewrite(runner, 'setup_audit', onlyWhereKept);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await rewrite(runner, 'setup_audit', anywhere);
    await rewrite(runner, 'account_audit', rowsWithin);
    await runner.query('DROP FUNCTION keeps_setup_audit(), identity_audited_under(uuid, uuid)');
  }
}

const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const KEEPS_SETUP_AUDIT = `CREATE FUNCTION keeps_setup_audit() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT true $$`;

/** Under whom a change of an identity is recorded; where both are on one node, under the account that it leads to. */
const IDENTITY_AUDITED_UNDER = `CREATE FUNCTION identity_audited_under(key uuid, account uuid) RETURNS uuid
  LANGUAGE sql IMMUTABLE AS $$ SELECT account $$`;

type Rewriting = (source: string, record: string) => string;

/** Gives the functions of an audit another source, all else of them as it is. */
async function rewrite(runner: QueryRunner, audit: string, rewriting: Rewriting): Promise<void> {
  const found: { name: string; source: string }[] = await runner.query(
    `SELECT p.proname AS name, p.prosrc AS source FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype
       AND p.proname LIKE 'audit\\_%' AND p.prosrc LIKE '%INSERT INTO ${audit} %' ORDER BY p.proname`,
  );
  for (const { name, source } of found) {
    await runner.query(
      `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $audit$${rewriting(
        source,
        name.slice('audit_'.length),
      )}$audit$`,
    );
  }
}

/** Replaces what stands there as often as is said, or it is not what earlier migrations left. */
function replaced(source: string, from: RegExp, to: string, times: number): string {
  const found = source.match(from)?.length ?? 0;
  if (found !== times) throw new Error(`${from} stands ${found} times, not ${times}, in: ${source}`);
  return source.replace(from, to);
}

const DECLARED = `DECLARE
      accounts uuid[];
      befores jsonb[];
      afters jsonb[];
    BEGIN`;
const recorded = (record: string) => `IF accounts IS NOT NULL THEN
        INSERT INTO account_audit (account_id, transaction_id, record, operation, before, after)
        SELECT e.account_id, pg_current_xact_id()::text::bigint, '${record}', TG_OP, e.before, e.after
        FROM unnest(accounts, befores, afters) AS e(account_id, before, after);
      END IF;
      `;
const WRITES = {
  after: 'array_agg(e.account_id), array_agg(e.after) INTO accounts, afters',
  before: 'array_agg(e.account_id), array_agg(e.before) INTO accounts, befores',
  'before, after': 'array_agg(e.account_id), array_agg(e.before), array_agg(e.after) INTO accounts, befores, afters',
};
const COLUMNS = 'account_id, transaction_id, record, operation';

/** The entries of an INSERT into variables first, and one INSERT of them all at the end. */
function rowsFirst(source: string, record: string): string {
  let made = replaced(source, /\bBEGIN\b/g, DECLARED, 1);
  for (const [told, into] of Object.entries(WRITES)) {
    const insert = new RegExp(String.raw`INSERT INTO account_audit \(${COLUMNS}, ${told}\)(\s+)(SELECT [^;]+);`, 'g');
    made = replaced(made, insert, `SELECT ${into} FROM ($1$2) e(${COLUMNS}, ${told});`, 1);
  }
  if (record === 'source_identities') made = underTheirKeys(made);
  return replaced(made, /RETURN NULL;/g, `${recorded(record)}RETURN NULL;`, 1);
}

function rowsWithin(source: string, record: string): string {
  let made = source.replace(recorded(record), '').replace(DECLARED, 'BEGIN');
  for (const [told, into] of Object.entries(WRITES)) {
    made = made
      .replace(`SELECT ${into} FROM (`, `INSERT INTO account_audit (${COLUMNS}, ${told})`)
      .replace(`) e(${COLUMNS}, ${told});`, ';');
  }
  return record === 'source_identities' ? underTheirAccounts(made) : made;
}

const underTheirKeys = (source: string) =>
  source
    .replace('SELECT n.account_id,', 'SELECT identity_audited_under(n.key, n.account_id),')
    .replace('SELECT o.account_id,', 'SELECT identity_audited_under(o.key, o.account_id),')
    .replace('SELECT pair.account,', 'SELECT identity_audited_under(pair.key, pair.account),')
    .replace('AS account, to_jsonb(o)', 'AS account, coalesce(n.key, o.key) AS key, to_jsonb(o)');
const underTheirAccounts = (source: string) =>
  source
    .replace('AS account, coalesce(n.key, o.key) AS key, to_jsonb(o)', 'AS account, to_jsonb(o)')
    .replace(/identity_audited_under\(\w+\.key, (\w+\.\w+)\)/g, '$1');

const IF_KEPT = `BEGIN
        IF NOT keeps_setup_audit() THEN
          RETURN NULL;
        END IF;`;
const onlyWhereKept = (source: string) => replaced(source, /\bBEGIN\b/g, IF_KEPT, 1);
const anywhere = (source: string) => source.replace(IF_KEPT, 'BEGIN');
