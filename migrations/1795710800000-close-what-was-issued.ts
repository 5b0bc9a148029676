import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was issued does not grow: an invoice has its lines from the transaction that made it, all at once, and they come to
 * its total; a sales document has its lines all at once. Numbers only go up; no invoice has one that another one has, and after one that was not taken the next ones follow.
 * The numbers stand in a table of their own, since a key of invoices would span accounts. Running code may stay up.
 */
export class CloseWhatWasIssued1795710800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...STATEMENTS, ...NUMBERS]) await runner.query(statement);
    await numberOnce(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const name of ['refuse_more_invoice_lines()', 'refuse_more_sales_lines()', 'check_issued()']) {
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    }
    await runner.query('DROP TRIGGER numbers_go_up ON invoice_counters');
    await runner.query('DROP TRIGGER numbers_begin_low ON invoice_counters');
    await runner.query('DROP FUNCTION keep_invoice_numbers() CASCADE');
    await runner.query('DROP TABLE invoice_numbers');
  }
}

const EITHER_LOGIN = `session_user IN ('reseller_accounts_portal', 'reseller_accounts_sync')`;
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const closed = (name: string, table: string, parent: string) => `CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql ${AS_OWNER} AS $$
  DECLARE
    grown uuid;
  BEGIN
    SELECT n.id INTO grown
      FROM (SELECT account_id, ${parent} AS id, count(*) AS lines FROM new_rows GROUP BY 1, 2) n
      WHERE n.lines <> (SELECT count(*) FROM ${table} l WHERE l.account_id = n.account_id AND l.${parent} = n.id)
      LIMIT 1;
    IF FOUND AND ${EITHER_LOGIN} THEN
      RAISE EXCEPTION '% refuses another line of %', TG_NAME, grown USING ERRCODE = 'RA001';
    END IF;
    RETURN NULL;
  END
$$`;

const STATEMENTS = [
  closed('refuse_more_invoice_lines', 'invoice_lines', 'invoice_id'),
  closed('refuse_more_sales_lines', 'sales_lines', 'document_id'),
  `CREATE FUNCTION check_issued() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    DECLARE
      listed numeric;
    BEGIN
      SELECT sum(l.amount) INTO listed FROM invoice_lines l WHERE l.account_id = NEW.account_id AND l.invoice_id = NEW.id;
      IF listed IS DISTINCT FROM NEW.total THEN
        RAISE EXCEPTION '% refuses an invoice whose lines are not its total: %', TG_NAME, NEW.number USING ERRCODE = 'RA001';
      END IF;
      IF NEW.number !~ '^[0-9]{4}-[0-9]{6,9}$' OR NEW.number <> extract(year FROM NEW.issue_date) || '-' ||
        lpad(split_part(NEW.number, '-', 2)::int::text, greatest(6, length(split_part(NEW.number, '-', 2)::int::text)), '0')
      THEN
        RAISE EXCEPTION '% refuses a number that is none: %', TG_NAME, NEW.number USING ERRCODE = 'RA001';
      END IF;
      INSERT INTO invoice_counters AS c (year, last_number)
        VALUES (extract(year FROM NEW.issue_date), split_part(NEW.number, '-', 2)::int)
        ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number WHERE c.last_number < excluded.last_number;
      RETURN NULL;
    END
  $$`,
  `REVOKE EXECUTE ON FUNCTION refuse_more_invoice_lines(), refuse_more_sales_lines(), check_issued() FROM PUBLIC`,
  `CREATE TRIGGER issued_lines_are_all AFTER INSERT ON invoice_lines REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_invoice_lines()`,
  `CREATE TRIGGER document_lines_are_all AFTER INSERT ON sales_lines REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_more_sales_lines()`,
  // At the commit: the statement that issues adds the invoice before its lines.
  `CREATE CONSTRAINT TRIGGER issued_is_whole AFTER INSERT ON invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (${EITHER_LOGIN}) EXECUTE FUNCTION check_issued()`,
  // And by no more than one call can issue: a counter at its end would end invoicing for the year.
  `CREATE TRIGGER numbers_go_up BEFORE UPDATE ON invoice_counters FOR EACH ROW
    WHEN (${EITHER_LOGIN} AND (NEW.last_number < OLD.last_number OR NEW.last_number > OLD.last_number + 1000000))
    EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER numbers_begin_low BEFORE INSERT ON invoice_counters FOR EACH ROW
    WHEN (${EITHER_LOGIN} AND NEW.last_number > 1000000) EXECUTE FUNCTION refuse_row()`,
];

const NUMBERS = [
  `CREATE TABLE invoice_numbers (
    number text CONSTRAINT pk_invoice_numbers PRIMARY KEY,
    invoice_id uuid NOT NULL
  )`,
  `CREATE FUNCTION keep_invoice_numbers() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      -- Of an invoice that its owner has taken out by hand the number is free again.
      DELETE FROM invoice_numbers kept USING new_rows n
        WHERE kept.number = n.number AND NOT EXISTS (SELECT FROM invoices i WHERE i.id = kept.invoice_id);
      INSERT INTO invoice_numbers (number, invoice_id) SELECT n.number, n.id FROM new_rows n;
      RETURN NULL;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION keep_invoice_numbers() FROM PUBLIC',
  // Whoever writes: an owner's mistake would be as bad.
  `CREATE TRIGGER number_is_one_invoices AFTER INSERT ON invoices REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_invoice_numbers()`,
];

/** Those that are there. No code of ours gave a number twice, so of two that have one number one was written by hand. */
async function numberOnce(runner: QueryRunner): Promise<void> {
  const twice: { number: string }[] = await runner.query(
    'SELECT number FROM invoices GROUP BY number HAVING count(*) > 1 ORDER BY number LIMIT 10',
  );
  if (twice.length > 0) {
    const numbers = twice.map(({ number }) => number).join(', ');
    throw new Error(
      `Several invoices have the same number: ${numbers}. Correct them in the database, then run this again.`,
    );
  }
  await runner.query('INSERT INTO invoice_numbers (number, invoice_id) SELECT number, id FROM invoices');
}
