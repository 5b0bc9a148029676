import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Subscriptions that follow their source (S26), and credit notes: a subscription has steps of its quantity and a version,
 * a line of an invoice says which period it charges by that period's first day and since when in it, an invoice may be a
 * credit note, which numbers of its own are counted for. A subscription is known by reseller, source account and source
 * subscription, and lies under that reseller; on an account that has left, it is closed (S29).
 *
 * What is issued for a period, and credited, stands in `billed_periods`, on the node of the account that is charged: the
 * lines may lie on the payer's. What was issued before is due as it was issued.
 *
 * Running code may stay up while the next ones take over: `quantity`, and the number of a period on the lines of invoices,
 * stay for it, and triggers fill in what it does not know of, from this transaction on. Nobody else reads the two; a later
 * migration drops them.
 */
export class FollowTheSource1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    for (const statement of [
      ...SUBSCRIPTIONS,
      ...INVOICES,
      ...LINES,
      ...BILLED,
      ...KEPT,
      ...FILLED_IN,
      ...COUNTERS,
      ...INDEXES,
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    const [{ credited }] = await runner.query(
      `SELECT EXISTS (SELECT FROM invoices WHERE kind = 'CREDIT_NOTE') AS credited`,
    );
    if (credited) throw new Error('There are credit notes, which the version before this cannot hold.');
    for (const statement of BACK) await runner.query(statement);
  }
}

/** In the order in which those who are served take them. */
const LOCKS =
  'LOCK TABLE public.source_identities, public.accounts, public.subscriptions, public.invoices, public.invoice_lines IN ACCESS EXCLUSIVE MODE';

/** The owner's own correction is no event of an account: the audit and the guards are for what the logins write. */
const quietly = (table: string, statement: string) => [
  `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  statement,
  `ALTER TABLE ${table} ENABLE TRIGGER USER`,
];

/** To the client's order of days whatever DateStyle is. */
const text = (day: string) => `to_char(${day}, 'YYYY-MM-DD')`;
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
const MONTHS = `CASE s.billing_period WHEN 'MONTHLY' THEN 1 WHEN 'QUARTERLY' THEN 3 WHEN 'SEMI_ANNUAL' THEN 6
  WHEN 'ANNUAL' THEN 12 WHEN 'TRIENNIAL' THEN 36 ELSE 0 END`;

const SUBSCRIPTIONS = [
  `ALTER TABLE subscriptions ADD quantities jsonb, ADD source_version bigint,
    ADD price_source text NOT NULL DEFAULT 'SERVICE', ADD settled_periods integer NOT NULL DEFAULT 0,
    ADD tenant_reseller_id uuid, ADD closed_on date, ADD due_from date`,
  ...quietly(
    'subscriptions',
    `UPDATE subscriptions SET settled_periods = invoiced_periods,
      quantities = jsonb_build_array(jsonb_build_object('from', ${text('start_date')}, 'quantity', quantity))`,
  ),
  // Under whom it lies, and its key by the customer: the id of an account that was transferred is not its customer's key.
  ...quietly(
    'subscriptions',
    `UPDATE subscriptions s SET tenant_reseller_id = a.tenant_reseller_id, source_key = CASE a.origin
        WHEN 'COPIED_FROM_RESELLER' THEN s.source_key
        ELSE uuid_v5('subscription:' || uuid_v5('customer:' || a.tenant_reseller_id || ':' || a.source_account_id) || ':'
          || s.source_subscription_id) END
      FROM accounts a
      WHERE a.id = s.account_id AND a.tenant_reseller_id IS NOT NULL AND s.source_subscription_id IS NOT NULL`,
  ),
  `ALTER TABLE subscriptions ALTER quantities SET NOT NULL,
    ADD CONSTRAINT ck_subscriptions_manager CHECK (tenant_reseller_id IS NULL OR source_key IS NOT NULL),
    ADD CONSTRAINT ck_subscriptions_source_version CHECK (source_version >= 0),
    ADD CONSTRAINT ck_subscriptions_price_source CHECK (price_source IN ('PRICE_LIST', 'SERVICE', 'SET_BY_DISTRIBUTOR')),
    ADD CONSTRAINT ck_subscriptions_settled_periods CHECK (settled_periods >= 0),
    ADD CONSTRAINT ck_subscriptions_quantities CHECK (jsonb_typeof(quantities) = 'array'
      AND jsonb_array_length(quantities) BETWEEN 1 AND 1000
      AND NOT jsonb_path_exists(quantities, '$[*] ? (!(@.quantity >= 1) || !(@.from.type() == "string"))')
      AND (quantities -> 0 ->> 'from')::date = start_date)`,
];

const INVOICES = [
  `ALTER TABLE invoices ADD kind text NOT NULL DEFAULT 'INVOICE', ADD corrects_id uuid, ADD reason text,
    ADD CONSTRAINT ck_invoices_kind CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
    ADD CONSTRAINT ck_invoices_corrects CHECK ((kind = 'CREDIT_NOTE') = (corrects_id IS NOT NULL)
      AND (kind = 'CREDIT_NOTE') = (reason IS NOT NULL))`,
  'CREATE INDEX ix_invoices_corrects ON invoices (account_id, corrects_id) WHERE corrects_id IS NOT NULL',
];

const LINES = [
  `ALTER TABLE invoice_lines DROP CONSTRAINT uq_invoice_lines_period, DROP CONSTRAINT ck_invoice_lines_period`,
  'ALTER TABLE invoice_lines ADD first_day date, ADD from_day date, ADD corrects_position integer',
  ...quietly(
    'invoice_lines',
    `UPDATE invoice_lines l SET first_day = begun.day, from_day = begun.day
      FROM (SELECT s.account_id, s.id, n.nth, (s.start_date + make_interval(months => ${MONTHS} * n.nth))::date AS day
        FROM subscriptions s JOIN (
          SELECT DISTINCT charged_account_id, subscription_id, period AS nth FROM invoice_lines
        ) n ON n.charged_account_id = s.account_id AND n.subscription_id = s.id) begun
      WHERE begun.account_id = l.charged_account_id AND begun.id = l.subscription_id AND begun.nth = l.period`,
  ),
  `ALTER TABLE invoice_lines ADD CONSTRAINT ck_invoice_lines_period CHECK ((subscription_id IS NULL) = (first_day IS NULL)
    AND (subscription_id IS NULL) = (from_day IS NULL))`,
];

const BILLED = [
  `CREATE TABLE billed_periods (
    account_id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    period date NOT NULL,
    unit_price numeric NOT NULL,
    issued numeric NOT NULL,
    credited numeric NOT NULL DEFAULT 0,
    due_as_issued boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_billed_periods PRIMARY KEY (account_id, subscription_id, period)
  )`,
  `INSERT INTO billed_periods (account_id, subscription_id, period, unit_price, issued, due_as_issued)
    SELECT charged_account_id, subscription_id, first_day, max(unit_price), sum(amount), true
    FROM invoice_lines WHERE subscription_id IS NOT NULL GROUP BY charged_account_id, subscription_id, first_day`,
  'GRANT SELECT ON billed_periods TO reseller_accounts_portal',
];

const KEPT = [
  `CREATE FUNCTION keep_billed_periods() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      INSERT INTO billed_periods AS b (account_id, subscription_id, period, unit_price, issued, credited)
        SELECT n.charged_account_id, n.subscription_id, n.first_day, max(n.unit_price),
          coalesce(sum(n.amount) FILTER (WHERE n.corrects_position IS NULL), 0),
          coalesce(-sum(n.amount) FILTER (WHERE n.corrects_position IS NOT NULL), 0)
        FROM new_rows n WHERE n.subscription_id IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (account_id, subscription_id, period)
        DO UPDATE SET issued = b.issued + excluded.issued, credited = b.credited + excluded.credited;
      RETURN NULL;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION keep_billed_periods() FROM PUBLIC',
  `CREATE TRIGGER billed_periods_are_kept AFTER INSERT ON invoice_lines REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_billed_periods()`,
];

/** What servers of 0.1.0 do not know of, and what they read: while they and the next ones serve one database. */
const FILLED_IN = [
  `CREATE FUNCTION fill_in_state() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      IF NEW.quantities IS NULL THEN
        NEW.quantities := jsonb_build_array(
          jsonb_build_object('from', to_char(NEW.start_date, 'YYYY-MM-DD'), 'quantity', NEW.quantity));
        IF session_user = 'reseller_accounts_sync' THEN
          NEW.tenant_reseller_id := current_tenant_reseller();
        END IF;
      ELSE
        NEW.quantity := NEW.quantities -> 0 -> 'quantity';
      END IF;
      RETURN NEW;
    END
  $$`,
  `CREATE FUNCTION fill_in_period() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      SELECT s.start_date + make_interval(months => NEW.period * ${MONTHS}) INTO NEW.first_day
        FROM subscriptions s WHERE s.account_id = NEW.charged_account_id AND s.id = NEW.subscription_id;
      NEW.from_day := NEW.first_day;
      RETURN NEW;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION fill_in_state(), fill_in_period() FROM PUBLIC',
  `CREATE TRIGGER state_is_filled_in BEFORE INSERT OR UPDATE OF quantities ON subscriptions FOR EACH ROW
    EXECUTE FUNCTION fill_in_state()`,
  `CREATE TRIGGER period_is_filled_in BEFORE INSERT ON invoice_lines FOR EACH ROW
    WHEN (NEW.subscription_id IS NOT NULL AND NEW.first_day IS NULL) EXECUTE FUNCTION fill_in_period()`,
];

const COUNTERS = [
  `CREATE TABLE credit_note_counters (
    year integer CONSTRAINT pk_credit_note_counters PRIMARY KEY,
    last_number integer NOT NULL
  )`,
  'GRANT SELECT, INSERT, UPDATE (last_number) ON credit_note_counters TO reseller_accounts_portal',
];

const INDEXES = ['DROP INDEX ix_accounts_email, ix_accounts_accounting_no'];

const BACK = [
  'DROP FUNCTION fill_in_state() CASCADE',
  'DROP FUNCTION fill_in_period() CASCADE',
  'DROP FUNCTION keep_billed_periods() CASCADE',
  'CREATE INDEX ix_accounts_email ON accounts USING hash (lower(email)) WHERE email IS NOT NULL',
  'CREATE INDEX ix_accounts_accounting_no ON accounts USING hash (accounting_no) WHERE accounting_no IS NOT NULL',
  'DROP TABLE credit_note_counters',
  'DROP TABLE billed_periods',
  // The version before numbers the periods of the state, a line for each; it issues those that are next. What else stands on
  // a period, a step or a period of a former start, is numbered below nothing, where it is in nobody's way.
  'ALTER TABLE invoice_lines DROP CONSTRAINT ck_invoice_lines_period',
  ...quietly(
    'invoice_lines',
    `UPDATE invoice_lines l SET period = n.nth
      FROM (
        SELECT account_id, invoice_id, position, CASE WHEN is_first THEN nth ELSE -row_number() OVER (
          PARTITION BY account_id, charged_account_id, subscription_id, is_first ORDER BY first_day, from_day, invoice_id, position)
          END AS nth
        FROM (
          SELECT counted.*, nth IS NOT NULL AND row_number() OVER (
            PARTITION BY account_id, charged_account_id, subscription_id, first_day ORDER BY from_day, invoice_id, position) = 1
            AS is_first
          FROM (
            SELECT c.account_id, c.invoice_id, c.position, c.charged_account_id, c.subscription_id, c.first_day, c.from_day,
              CASE WHEN between_them.months >= 0 AND c.first_day = (s.start_date
                  + make_interval(months => length.months * (between_them.months / GREATEST(length.months, 1))))::date
                THEN between_them.months / GREATEST(length.months, 1) END AS nth
            FROM invoice_lines c
              JOIN subscriptions s ON s.account_id = c.charged_account_id AND s.id = c.subscription_id
              CROSS JOIN LATERAL (SELECT ${MONTHS} AS months) length
              CROSS JOIN LATERAL (SELECT ((extract(year FROM c.first_day) - extract(year FROM s.start_date)) * 12
                + extract(month FROM c.first_day) - extract(month FROM s.start_date))::int AS months) between_them
          ) counted
        ) ranked
      ) n
      WHERE n.account_id = l.account_id AND n.invoice_id = l.invoice_id AND n.position = l.position`,
  ),
  'ALTER TABLE invoice_lines DROP first_day, DROP from_day, DROP corrects_position',
  `ALTER TABLE invoice_lines
    ADD CONSTRAINT uq_invoice_lines_period UNIQUE (account_id, charged_account_id, subscription_id, period),
    ADD CONSTRAINT ck_invoice_lines_period CHECK ((subscription_id IS NULL) = (period IS NULL))`,
  'ALTER TABLE invoices DROP reason, DROP corrects_id, DROP kind',
  ...quietly(
    'subscriptions',
    `UPDATE subscriptions SET quantity = coalesce(
      (SELECT q.quantity FROM jsonb_to_recordset(quantities) AS q("from" date, quantity int)
        WHERE q."from" <= current_date ORDER BY q."from" DESC LIMIT 1), (quantities -> 0 ->> 'quantity')::int),
      source_key = uuid_v5('subscription:' || account_id || ':' || source_subscription_id)`,
  ),
  `ALTER TABLE subscriptions DROP quantities, DROP source_version, DROP price_source,
    DROP settled_periods, DROP tenant_reseller_id, DROP closed_on, DROP due_from`,
];
