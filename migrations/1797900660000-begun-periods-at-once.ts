import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where several nodes share the tables, the portal's login writes down what is billed of each period, and each period that
 * begins is compared with its subscription. For all periods of a statement that is one question now, and not two for each:
 * of an invoice of tens of thousands of lines, no statement had the time for those. Running code may stay up.
 */
export class BegunPeriodsAtOnce1797900660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of AT_ONCE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of ONE_BY_ONE) await runner.query(statement);
  }
}

const PORTAL = 'reseller_accounts_portal';
const SAFE_PATH = 'SET search_path = pg_catalog, public, pg_temp';
/** A trigger of the owner's writes as its owner, whoever is logged in. */
const OF_ITS_OWN = `session_user = '${PORTAL}' AND current_user = '${PORTAL}'`;
const MONTHS = `CASE s.billing_period WHEN 'MONTHLY' THEN 1 WHEN 'QUARTERLY' THEN 3 WHEN 'SEMI_ANNUAL' THEN 6
          WHEN 'ANNUAL' THEN 12 WHEN 'TRIENNIAL' THEN 36 ELSE 1 END`;
const months = (day: string) => `(12 * extract(year FROM ${day}) + extract(month FROM ${day}))::int`;

/** Of a row that begins a period: nothing is credited of it yet. */
const isNew = (row: string) => `${row}.issued >= 0 AND ${row}.credited = 0 AND NOT ${row}.due_as_issued`;
/** Of such a row and its subscription: the period begins on one of its days, at its price. */
const isOfTheSubscription = (row: string) => `s.unit_price = ${row}.unit_price
            AND (s.billing_period <> 'ONCE' OR ${row}.period = s.start_date)
            AND (${months(`${row}.period`)} - ${months('s.start_date')}) % ${MONTHS} = 0 AND ${row}.period >= s.start_date
            AND ${row}.period = (s.start_date
              + make_interval(months => ${months(`${row}.period`)} - ${months('s.start_date')}))::date`;

const checkBilledPeriod = (elsewhere: string) => `CREATE OR REPLACE FUNCTION check_billed_period() RETURNS trigger
  LANGUAGE plpgsql ${SAFE_PATH} AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF NEW.account_id = OLD.account_id AND NEW.subscription_id = OLD.subscription_id AND NEW.period = OLD.period
          AND NEW.unit_price = OLD.unit_price AND NEW.due_as_issued = OLD.due_as_issued
          AND NEW.issued >= OLD.issued AND NEW.credited >= OLD.credited AND NEW.credited <= NEW.issued THEN
          RETURN NEW;
        END IF;${elsewhere}
      END IF;
      RAISE EXCEPTION '% refuses % on %', TG_NAME, TG_OP, TG_TABLE_NAME USING ERRCODE = 'RA001';
    END
  $$`;
const onlyGrow = (operations: string) => `CREATE TRIGGER billed_periods_only_grow BEFORE ${operations} ON billed_periods
    FOR EACH ROW WHEN (${OF_ITS_OWN}) EXECUTE FUNCTION check_billed_period()`;

const AT_ONCE = [
  // Of one that is there what is billed is added to: that is an update, and not among the new rows.
  `CREATE FUNCTION check_begun_periods() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
    DECLARE
      owners uuid[];
      ids uuid[];
      prices numeric[];
      lengths text[];
      starts date[];
    BEGIN
      SELECT array_agg(DISTINCT n.account_id), array_agg(DISTINCT n.subscription_id) INTO owners, ids FROM new_rows n;
      IF owners IS NULL THEN
        RETURN NULL;
      END IF;
      SELECT array_agg(s.account_id), array_agg(s.id), array_agg(s.unit_price), array_agg(s.billing_period),
          array_agg(s.start_date)
        INTO owners, ids, prices, lengths, starts
        FROM subscriptions s WHERE s.account_id = ANY (owners) AND s.id = ANY (ids);
      PERFORM FROM new_rows n
        LEFT JOIN unnest(owners, ids, prices, lengths, starts) AS s(account_id, id, unit_price, billing_period, start_date)
          ON s.account_id = n.account_id AND s.id = n.subscription_id
        WHERE (${isNew('n')} AND ${isOfTheSubscription('n')}) IS NOT TRUE;
      IF FOUND THEN
        RAISE EXCEPTION '% refuses % on %', TG_NAME, TG_OP, TG_TABLE_NAME USING ERRCODE = 'RA001';
      END IF;
      RETURN NULL;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION check_begun_periods() FROM PUBLIC',
  'DROP TRIGGER billed_periods_only_grow ON billed_periods',
  checkBilledPeriod(''),
  onlyGrow('UPDATE OR DELETE'),
  `CREATE TRIGGER billed_periods_begin AFTER INSERT ON billed_periods REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT WHEN (${OF_ITS_OWN}) EXECUTE FUNCTION check_begun_periods()`,
];

const ONE_BY_ONE = [
  'DROP TRIGGER billed_periods_begin ON billed_periods',
  'DROP FUNCTION check_begun_periods()',
  'DROP TRIGGER billed_periods_only_grow ON billed_periods',
  checkBilledPeriod(`
      ELSIF TG_OP = 'INSERT' THEN
        -- Of one that is there what is billed is added to: that is an update, or fails.
        IF EXISTS (SELECT FROM billed_periods b WHERE b.account_id = NEW.account_id
          AND b.subscription_id = NEW.subscription_id AND b.period = NEW.period) THEN
          RETURN NEW;
        END IF;
        IF ${isNew('NEW')}
          AND EXISTS (SELECT FROM subscriptions s WHERE s.account_id = NEW.account_id AND s.id = NEW.subscription_id
            AND ${isOfTheSubscription('NEW')}) THEN
          RETURN NEW;
        END IF;`),
  onlyGrow('INSERT OR UPDATE OR DELETE'),
];
