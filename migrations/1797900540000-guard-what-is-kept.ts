import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is billed of each period, and which number is whose, the portal's login may not write: triggers keep it, as their owner.
 * A distributed database grants it to the login, which calls `keep_issued` there, so that triggers hold what it may write to
 * what follows from an invoice: a period begins where its subscription says and what is billed of it only grows, a number is
 * one that the counter gave out, and neither is ever changed back or removed. And `count_issued` is told the invoice, so that
 * it may ask there whether the number was kept for it. Running code may stay up: here it writes neither.
 */
export class GuardWhatIsKept1797900540000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...countIssued('kind text, day date, number text, invoice uuid'), ...GUARDS]) {
      await runner.query(statement);
    }
    await runner.query(checkIssued('NEW.kind, NEW.issue_date, NEW.number, NEW.id'));
    await runner.query('DROP FUNCTION count_issued(text, date, text)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of countIssued('kind text, day date, number text')) await runner.query(statement);
    await runner.query(checkIssued('NEW.kind, NEW.issue_date, NEW.number'));
    for (const statement of BACK) await runner.query(statement);
  }
}

const PORTAL = 'reseller_accounts_portal';
const SAFE_PATH = 'SET search_path = pg_catalog, public, pg_temp';
/** A trigger of the owner's writes as its owner, whoever is logged in. */
const OF_ITS_OWN = `session_user = '${PORTAL}' AND current_user = '${PORTAL}'`;
const MONTHS = `CASE s.billing_period WHEN 'MONTHLY' THEN 1 WHEN 'QUARTERLY' THEN 3 WHEN 'SEMI_ANNUAL' THEN 6
          WHEN 'ANNUAL' THEN 12 WHEN 'TRIENNIAL' THEN 36 ELSE 1 END`;
const months = (day: string) => `(12 * extract(year FROM ${day}) + extract(month FROM ${day}))::int`;

const GUARDS = [
  `CREATE FUNCTION check_billed_period() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF NEW.account_id = OLD.account_id AND NEW.subscription_id = OLD.subscription_id AND NEW.period = OLD.period
          AND NEW.unit_price = OLD.unit_price AND NEW.due_as_issued = OLD.due_as_issued
          AND NEW.issued >= OLD.issued AND NEW.credited >= OLD.credited AND NEW.credited <= NEW.issued THEN
          RETURN NEW;
        END IF;
      ELSIF TG_OP = 'INSERT' THEN
        -- Of one that is there what is billed is added to: that is an update, or fails.
        IF EXISTS (SELECT FROM billed_periods b WHERE b.account_id = NEW.account_id
          AND b.subscription_id = NEW.subscription_id AND b.period = NEW.period) THEN
          RETURN NEW;
        END IF;
        IF NEW.issued >= 0 AND NEW.credited = 0 AND NOT NEW.due_as_issued
          AND EXISTS (SELECT FROM subscriptions s WHERE s.account_id = NEW.account_id AND s.id = NEW.subscription_id
            AND s.unit_price = NEW.unit_price AND (s.billing_period <> 'ONCE' OR NEW.period = s.start_date)
            AND (${months('NEW.period')} - ${months('s.start_date')}) % ${MONTHS} = 0 AND NEW.period >= s.start_date
            AND NEW.period = (s.start_date
              + make_interval(months => ${months('NEW.period')} - ${months('s.start_date')}))::date) THEN
          RETURN NEW;
        END IF;
      END IF;
      RAISE EXCEPTION '% refuses % on %', TG_NAME, TG_OP, TG_TABLE_NAME USING ERRCODE = 'RA001';
    END
  $$`,
  `CREATE FUNCTION check_kept_number() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.number ~ '^[0-9]{4}-[0-9]{6,9}$' AND EXISTS (SELECT FROM invoice_counters c
          WHERE c.year = split_part(NEW.number, '-', 1)::int AND c.last_number >= split_part(NEW.number, '-', 2)::int)
          OR NEW.number ~ '^CN-[0-9]{4}-[0-9]{6,9}$' AND EXISTS (SELECT FROM credit_note_counters c
          WHERE c.year = split_part(NEW.number, '-', 2)::int AND c.last_number >= split_part(NEW.number, '-', 3)::int) THEN
          RETURN NEW;
        END IF;
      END IF;
      RAISE EXCEPTION '% refuses % on %', TG_NAME, TG_OP, TG_TABLE_NAME USING ERRCODE = 'RA001';
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION check_billed_period(), check_kept_number() FROM PUBLIC',
  // In the order in which an invoice that is issued meanwhile writes them.
  `CREATE TRIGGER kept_numbers_stay BEFORE INSERT OR UPDATE OR DELETE ON invoice_numbers FOR EACH ROW
    WHEN (${OF_ITS_OWN}) EXECUTE FUNCTION check_kept_number()`,
  `CREATE TRIGGER billed_periods_only_grow BEFORE INSERT OR UPDATE OR DELETE ON billed_periods FOR EACH ROW
    WHEN (${OF_ITS_OWN}) EXECUTE FUNCTION check_billed_period()`,
];

const BACK = [
  'DROP FUNCTION count_issued(text, date, text, uuid)',
  'DROP FUNCTION check_billed_period() CASCADE',
  'DROP FUNCTION check_kept_number() CASCADE',
];

const countUp = (counters: string, number: string) => `INSERT INTO ${counters} AS c (year, last_number)
        VALUES (extract(year FROM day), ${number})
        ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number WHERE c.last_number < excluded.last_number;`;

const countIssued = (parameters: string) => [
  `CREATE FUNCTION count_issued(${parameters}) RETURNS void LANGUAGE plpgsql ${SAFE_PATH} AS $$
    BEGIN
      IF kind = 'CREDIT_NOTE' THEN
      ${countUp('credit_note_counters', `split_part(number, '-', 3)::int`)}
    ELSE
      ${countUp('invoice_counters', `split_part(number, '-', 2)::int`)}
    END IF;
    END
  $$`,
  `REVOKE EXECUTE ON FUNCTION count_issued(${parameters}) FROM PUBLIC`,
];

const NUMBER = `(split_part(NEW.number, '-', CASE NEW.kind WHEN 'CREDIT_NOTE' THEN 3 ELSE 2 END)::int)`;
const checkIssued = (issued: string) => `CREATE OR REPLACE FUNCTION check_issued() RETURNS trigger
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
    PERFORM count_issued(${issued});
    RETURN NULL;
  END
$$`;
