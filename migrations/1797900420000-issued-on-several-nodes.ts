import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What follows from an invoice beyond the account that it is on is asked for by two functions, so that a distributed database may do
 * it otherwise: there nothing that a trigger does on one node may write on another. `count_issued` lets the next numbers
 * follow one that was not taken from the counter; `keep_issued` is called for what was issued, and does nothing here, where
 * triggers keep the numbers and what is billed of each period. Running code may stay up: it does not call it.
 */
export class IssuedOnSeveralNodes1797900420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of FUNCTIONS) await runner.query(statement);
    await runner.query(checkIssued('PERFORM count_issued(NEW.kind, NEW.issue_date, NEW.number);'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(checkIssued(counted({ kind: 'NEW.kind', day: 'NEW.issue_date', number: 'NEW.number' })));
    await runner.query('DROP FUNCTION count_issued(text, date, text), keep_issued(uuid[], uuid[])');
  }
}

const PORTAL = 'reseller_accounts_portal';

interface Issued {
  readonly kind: string;
  readonly day: string;
  readonly number: string;
}

const counted = ({ kind, day, number }: Issued) => `IF ${kind} = 'CREDIT_NOTE' THEN
      ${countUp('credit_note_counters', day, `split_part(${number}, '-', 3)::int`)}
    ELSE
      ${countUp('invoice_counters', day, `split_part(${number}, '-', 2)::int`)}
    END IF;`;
const countUp = (counters: string, day: string, number: string) => `INSERT INTO ${counters} AS c (year, last_number)
        VALUES (extract(year FROM ${day}), ${number})
        ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number WHERE c.last_number < excluded.last_number;`;

const FUNCTIONS = [
  // Called by the owner's trigger alone.
  `CREATE FUNCTION count_issued(kind text, day date, number text) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      ${counted({ kind: 'kind', day: 'day', number: 'number' })}
    END
  $$`,
  `CREATE FUNCTION keep_issued(accounts uuid[], invoices uuid[]) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION count_issued(text, date, text), keep_issued(uuid[], uuid[]) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION keep_issued(uuid[], uuid[]) TO ${PORTAL}`,
];

const NUMBER = `(split_part(NEW.number, '-', CASE NEW.kind WHEN 'CREDIT_NOTE' THEN 3 ELSE 2 END)::int)`;
const checkIssued = (count: string) => `CREATE OR REPLACE FUNCTION check_issued() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    listed numeric;
  BEGIN
    SELECT sum(l.amount) INTO listed FROM invoice_lines l WHERE l.account_id = NEW.account_id AND l.invoice_id = NEW.id;
    IF listed IS DISTINCT FROM NEW.total THEN
      RAISE EXCEPTION '% refuses an invoice whose lines are not its total: %', TG_NAME, NEW.number USING ERRCODE = 'RA001';
    END IF;
    IF NEW.number !~ (CASE NEW.kind WHEN 'CREDIT_NOTE' THEN '^CN-[0-9]{4}-[0-9]{6,9}$' ELSE '^[0-9]{4}-[0-9]{6,9}$' END)
      OR NEW.number <> (CASE NEW.kind WHEN 'CREDIT_NOTE' THEN 'CN-' ELSE '' END) || extract(year FROM NEW.issue_date) || '-' ||
      lpad(${NUMBER}::text, greatest(6, length(${NUMBER}::text)), '0') THEN
      RAISE EXCEPTION '% refuses a number that is none: %', TG_NAME, NEW.number USING ERRCODE = 'RA001';
    END IF;
    ${count}
    RETURN NULL;
  END
$$`;
