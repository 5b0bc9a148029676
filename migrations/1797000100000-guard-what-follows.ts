import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database sees to when subscriptions follow their source. What is billed of each period triggers write, so that no
 * line of an invoice goes without it and neither login writes it by hand; a change of a subscription's state opens its
 * periods again; what an account's former payer was billed is due as issued once the account is another's.
 *
 * The sync's login changes a state only by a greater version, and takes the unit price only from the list. A credit note
 * takes back lines of an invoice of the same account and payer, and never more than is left of them. The guards of columns know
 * the new columns.
 */
export class GuardWhatFollows1797000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    for (const statement of [...BILLED, ...GUARDS, ...CHECKS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of BACK) await runner.query(statement);
  }
}

/** In the order in which those who are served take them. */
const LOCKS =
  'LOCK TABLE public.source_identities, public.accounts, public.subscriptions, public.invoices, public.invoice_lines IN ACCESS EXCLUSIVE MODE';

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
const MONTHS = `CASE NEW.billing_period WHEN 'MONTHLY' THEN 1 WHEN 'QUARTERLY' THEN 3 WHEN 'SEMI_ANNUAL' THEN 6
        WHEN 'ANNUAL' THEN 12 WHEN 'TRIENNIAL' THEN 36 ELSE 0 END`;

const BILLED = [
  // With the same start nothing is different before the first step that is: its period is opened, or the one before it. With
  // another start, all; and the leading periods that have been billed are counted anew, whatever state they were billed in.
  `CREATE FUNCTION reopen_periods() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    DECLARE
      differs date;
    BEGIN
      IF OLD.start_date = NEW.start_date THEN
        SELECT min((step ->> 'from')::date) INTO differs FROM (
          (SELECT jsonb_array_elements(OLD.quantities) EXCEPT SELECT jsonb_array_elements(NEW.quantities))
          UNION ALL
          (SELECT jsonb_array_elements(NEW.quantities) EXCEPT SELECT jsonb_array_elements(OLD.quantities))
        ) steps(step);
        NEW.settled_periods := GREATEST(0, LEAST(NEW.settled_periods,
          ((extract(year FROM differs) - extract(year FROM NEW.start_date)) * 12
            + extract(month FROM differs) - extract(month FROM NEW.start_date))::int / GREATEST(1, ${MONTHS}) - 1));
        RETURN NEW;
      END IF;
      NEW.settled_periods := 0;
      NEW.invoiced_periods := 0;
      WHILE EXISTS (SELECT FROM billed_periods b WHERE b.account_id = NEW.account_id AND b.subscription_id = NEW.id
        AND b.period = (NEW.start_date + make_interval(months => NEW.invoiced_periods * ${MONTHS}))::date)
      LOOP
        NEW.invoiced_periods := NEW.invoiced_periods + 1;
        EXIT WHEN NEW.billing_period = 'ONCE';
      END LOOP;
      RETURN NEW;
    END
  $$`,
  `CREATE FUNCTION close_former_periods() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      UPDATE billed_periods SET due_as_issued = true WHERE account_id = NEW.id AND NOT due_as_issued;
      RETURN NULL;
    END
  $$`,
  `REVOKE EXECUTE ON FUNCTION reopen_periods(), close_former_periods() FROM PUBLIC`,
  `CREATE TRIGGER changed_state_reopens_periods BEFORE UPDATE ON subscriptions FOR EACH ROW
    WHEN (OLD.start_date <> NEW.start_date OR OLD.quantities <> NEW.quantities) EXECUTE FUNCTION reopen_periods()`,
  `CREATE TRIGGER former_periods_are_closed AFTER UPDATE OF tenant_reseller_id ON accounts FOR EACH ROW
    WHEN (NEW.tenant_reseller_id IS NOT NULL AND OLD.tenant_reseller_id IS DISTINCT FROM NEW.tenant_reseller_id)
    EXECUTE FUNCTION close_former_periods()`,
];

const LOGINS = `session_user IN ('${PORTAL}', '${SYNC}')`;
const keeps = (login: string, table: string, columns: readonly string[]) => `CREATE TRIGGER
  ${login === PORTAL ? 'portal' : 'sync'}_keeps_columns BEFORE UPDATE OF ${columns.join(', ')} ON ${table} FOR EACH ROW
  WHEN (session_user = '${login}') EXECUTE FUNCTION refuse_column(${columns.map((column) => `'${column}'`).join(', ')})`;
const SOLD = ['account_id', 'id', 'service_id', 'quantity', 'currency', 'billing_period', 'created_at'];
const THE_SOURCES = ['start_date', 'source_version'];
const PRICE = ['unit_price', 'price_source'];
const AN_END = ['end_date', 'cancellation_date', 'source_subscription_id', 'source_key'];
/** What a release, a move or a transfer changes, on an account that nobody manages then (S24, S29). */
const LEFT = ['tenant_reseller_id', 'closed_on', 'due_from'];

const refusesAnEnd = (columns: readonly string[]) => `CREATE TRIGGER closed_account_refuses_an_end
  BEFORE UPDATE OF ${columns.join(', ')} ON subscriptions FOR EACH ROW
  WHEN (session_user = '${PORTAL}') EXECUTE FUNCTION refuse_on_closed_account('managed', 'deleted')`;

const PORTALS = ['quantities', 'settled_periods', ...LEFT, ...PRICE];
const SYNCS = ['quantities', ...THE_SOURCES, ...PRICE, 'closed_on'];

/** The policy of `accounts` holds in here too. */
const ON_ITS_ACCOUNT = 'EXISTS (SELECT FROM accounts a WHERE a.id = account_id)';
const rowsOfTheSync = (rows: string) =>
  `CREATE POLICY sync ON subscriptions TO ${SYNC} USING (${rows}) WITH CHECK (${rows})`;

/** By hand nothing is charged to a deleted account (S12); what was issued may be taken back. */
const refusesByHand = (
  unless: string,
) => `CREATE TRIGGER closed_account_refuses BEFORE INSERT ON invoice_lines FOR EACH ROW
  WHEN (session_user = '${PORTAL}' AND NEW.subscription_id IS NULL${unless}) EXECUTE FUNCTION refuse_on_closed_account('deleted')`;

/** As the numbers of invoices do. */
const COUNTED = [
  `CREATE TRIGGER credit_notes_go_up BEFORE UPDATE ON credit_note_counters FOR EACH ROW
    WHEN (${LOGINS} AND (NEW.last_number < OLD.last_number OR NEW.last_number > OLD.last_number + 1000000))
    EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER credit_notes_begin_low BEFORE INSERT ON credit_note_counters FOR EACH ROW
    WHEN (${LOGINS} AND NEW.last_number > 1000000) EXECUTE FUNCTION refuse_row()`,
];

const GUARDS = [
  `GRANT UPDATE (${PORTALS.join(', ')}) ON subscriptions TO ${PORTAL}`,
  `GRANT UPDATE (${SYNCS.join(', ')}) ON subscriptions TO ${SYNC}`,
  'DROP TRIGGER portal_keeps_columns ON subscriptions',
  'DROP TRIGGER sync_keeps_columns ON subscriptions',
  keeps(PORTAL, 'subscriptions', [...SOLD, ...THE_SOURCES]),
  keeps(SYNC, 'subscriptions', [
    ...SOLD,
    ...[
      'invoiced_periods',
      'settled_periods',
      'source_subscription_id',
      'source_key',
      'tenant_reseller_id',
      'due_from',
    ],
  ]),
  keeps(PORTAL, 'credit_note_counters', ['year']),
  ...COUNTED,
  'DROP TRIGGER closed_account_refuses_an_end ON subscriptions',
  refusesAnEnd([...AN_END, ...LEFT, ...PRICE, 'quantities']),
  'DROP POLICY sync ON subscriptions',
  rowsOfTheSync(`tenant_reseller_id = current_tenant_reseller() AND ${ON_ITS_ACCOUNT}`),
  'DROP TRIGGER closed_account_refuses ON invoice_lines',
  refusesByHand(' AND NEW.corrects_position IS NULL'),
];

const check = (name: string, declared: string, body: string) => `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql ${AS_OWNER} AS $$
  DECLARE
    ${declared}
  BEGIN
    ${body}
    RETURN NULL;
  END
$$`;
const refuse = (what: string, which: string, code = 'RA001') =>
  `RAISE EXCEPTION '% refuses ${what}: %', TG_NAME, ${which} USING ERRCODE = '${code}';`;

const SALE = 'price_for_sale(a.tenant_reseller_id, n.service_id, n.currency, n.billing_period, n.start_date)';

/** Of the customer's key, which the version before took the account's id for. */
const AS_BEFORE = 'n.account_id';
/** What the sync records; `unlessTold` is what only a version may have, `otherwisePriced` what differs from the price for sale. */
const checkRecorded = (
  customer: string,
  unlessTold: string,
  otherwisePriced: string,
  joined = ` CROSS JOIN LATERAL ${SALE} p`,
) =>
  check(
    'check_recorded',
    'wrong text;',
    `IF session_user <> '${SYNC}' THEN
      RETURN NULL;
    END IF;
    SELECT n.id INTO wrong FROM new_rows n${customer === AS_BEFORE ? '' : ' JOIN accounts a ON a.id = n.account_id'}
      WHERE n.source_key IS NULL
        OR n.source_key IS DISTINCT FROM uuid_v5('subscription:' || ${customer} || ':' || n.source_subscription_id)
        OR n.id <> n.source_key OR ${unlessTold} OR n.invoiced_periods <> 0
        OR n.created_at <> transaction_timestamp()
      LIMIT 1;
    IF FOUND THEN
      ${refuse('a subscription that is not the one of its source', 'wrong')}
    END IF;
    SELECT n.id INTO wrong FROM new_rows n JOIN accounts a ON a.id = n.account_id${joined}
      WHERE n.currency <> a.currency OR ${otherwisePriced} LIMIT 1;
    IF FOUND THEN
      ${refuse('a subscription that is not at the price of the list', 'wrong', '40001')}
    END IF;`,
  );

const CHECK_CHANGED = check(
  'check_changed',
  'sale record;',
  `IF NEW.source_version IS DISTINCT FROM OLD.source_version AND NOT coalesce(NEW.source_version > coalesce(OLD.source_version, -1), false) THEN
      ${refuse('a version that is no greater', 'NEW.id')}
    END IF;
    IF NEW.source_version IS NOT DISTINCT FROM OLD.source_version AND (NEW.start_date <> OLD.start_date
      OR NEW.quantities <> OLD.quantities
      OR NEW.cancellation_date IS DISTINCT FROM OLD.cancellation_date
        AND (NEW.source_version IS NOT NULL OR OLD.cancellation_date IS NOT NULL)) THEN
      ${refuse('another state of the same version', 'NEW.id')}
    END IF;
    IF NEW.closed_on IS NOT NULL AND NEW.closed_on IS DISTINCT FROM OLD.closed_on THEN
      ${refuse('a subscription that is closed', 'NEW.id')}
    END IF;
    IF NEW.start_date = OLD.start_date THEN
      IF NEW.unit_price <> OLD.unit_price OR NEW.price_source <> OLD.price_source THEN
        ${refuse('another price', 'NEW.id')}
      END IF;
      RETURN NULL;
    END IF;
    SELECT p.amount, p.source INTO sale FROM accounts a
      CROSS JOIN LATERAL price_for_sale(a.tenant_reseller_id, NEW.service_id, NEW.currency, NEW.billing_period, NEW.start_date) p
      WHERE a.id = NEW.account_id;
    IF sale.amount IS DISTINCT FROM NEW.unit_price OR sale.source IS DISTINCT FROM NEW.price_source THEN
      ${refuse('a subscription that is not at the price of the list', 'NEW.id', '40001')}
    END IF;`,
);

/** Numbers of invoices, and since this migration of credit notes; `number` is the count in one. */
const checkIssued = ({
  pattern,
  prefix,
  number,
  count,
}: Readonly<Record<'pattern' | 'prefix' | 'number' | 'count', string>>) =>
  check(
    'check_issued',
    'listed numeric;',
    `SELECT sum(l.amount) INTO listed FROM invoice_lines l WHERE l.account_id = NEW.account_id AND l.invoice_id = NEW.id;
    IF listed IS DISTINCT FROM NEW.total THEN
      ${refuse('an invoice whose lines are not its total', 'NEW.number')}
    END IF;
    IF NEW.number !~ ${pattern} OR NEW.number <> ${prefix}extract(year FROM NEW.issue_date) || '-' ||
      lpad(${number}::text, greatest(6, length(${number}::text)), '0') THEN
      ${refuse('a number that is none', 'NEW.number')}
    END IF;
    ${count}`,
  );
/** After a number that was not taken from the counter the next ones follow. */
const countUp = (counters: string, number: string) => `INSERT INTO ${counters} AS c (year, last_number)
        VALUES (extract(year FROM NEW.issue_date), ${number})
        ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number WHERE c.last_number < excluded.last_number;`;
const INVOICE_COUNT = `split_part(NEW.number, '-', 2)::int`;
const FORMER_NUMBERS = {
  pattern: `'^[0-9]{4}-[0-9]{6,9}$'`,
  prefix: '',
  number: INVOICE_COUNT,
  count: countUp('invoice_counters', INVOICE_COUNT),
};
const NUMBERS = {
  pattern: `(CASE NEW.kind WHEN 'CREDIT_NOTE' THEN '^CN-[0-9]{4}-[0-9]{6,9}$' ELSE '^[0-9]{4}-[0-9]{6,9}$' END)`,
  prefix: `(CASE NEW.kind WHEN 'CREDIT_NOTE' THEN 'CN-' ELSE '' END) || `,
  number: `(split_part(NEW.number, '-', CASE NEW.kind WHEN 'CREDIT_NOTE' THEN 3 ELSE 2 END)::int)`,
  count: `IF NEW.kind = 'CREDIT_NOTE' THEN
      ${countUp('credit_note_counters', `split_part(NEW.number, '-', 3)::int`)}
    ELSE
      ${countUp('invoice_counters', INVOICE_COUNT)}
    END IF;`,
};

/** A line that corrects none, of a credit note, or one that corrects; and how much of a line is taken back by all of them. */
const CHECK_CREDITED = check(
  'check_credited',
  'wrong integer;',
  `IF NEW.kind = 'INVOICE' THEN
      SELECT l.position INTO wrong FROM invoice_lines l
        WHERE l.account_id = NEW.account_id AND l.invoice_id = NEW.id AND l.corrects_position IS NOT NULL LIMIT 1;
      IF FOUND THEN
        ${refuse('an invoice that corrects another', 'NEW.number')}
      END IF;
      RETURN NULL;
    END IF;
    PERFORM FROM invoices i WHERE i.account_id = NEW.account_id AND i.id = NEW.corrects_id AND i.kind = 'INVOICE'
      AND i.bill_to_id = NEW.bill_to_id AND i.currency = NEW.currency;
    IF NOT FOUND THEN
      ${refuse('a credit note that is not of its invoice', 'NEW.number')}
    END IF;
    SELECT l.position INTO wrong FROM invoice_lines l
      LEFT JOIN invoice_lines o
        ON o.account_id = l.account_id AND o.invoice_id = NEW.corrects_id AND o.position = l.corrects_position
      WHERE l.account_id = NEW.account_id AND l.invoice_id = NEW.id
        AND (o.position IS NULL OR l.amount >= 0 OR l.charged_account_id <> o.charged_account_id
          OR l.subscription_id IS DISTINCT FROM o.subscription_id OR l.first_day IS DISTINCT FROM o.first_day
          OR o.amount < (SELECT -sum(c.amount) FROM invoice_lines c
            JOIN invoices n ON n.account_id = c.account_id AND n.id = c.invoice_id
            WHERE n.account_id = NEW.account_id AND n.corrects_id = NEW.corrects_id
              AND c.corrects_position = l.corrects_position))
      LIMIT 1;
    IF FOUND THEN
      ${refuse('a credit note that takes back more than is left', 'NEW.number')}
    END IF;`,
);

/** The key of the customer that the account is now: of a copy its id. */
const CUSTOMER = `CASE a.origin WHEN 'COPIED_FROM_RESELLER' THEN a.id
          ELSE uuid_v5('customer:' || a.tenant_reseller_id || ':' || a.source_account_id) END`;
const UNDER_ITS_MANAGER =
  'n.tenant_reseller_id IS DISTINCT FROM a.tenant_reseller_id OR n.closed_on IS NOT NULL OR n.due_from IS NOT NULL';
const CHECKS = [
  checkRecorded(
    CUSTOMER,
    `${UNDER_ITS_MANAGER} OR n.cancellation_date IS NOT NULL AND n.source_version IS NULL OR n.settled_periods <> 0`,
    `p.amount IS DISTINCT FROM n.unit_price OR p.source IS DISTINCT FROM n.price_source`,
  ),
  CHECK_CHANGED,
  checkIssued(NUMBERS),
  CHECK_CREDITED,
  'REVOKE EXECUTE ON FUNCTION check_changed(), check_credited() FROM PUBLIC',
  `CREATE TRIGGER changed_are_right AFTER UPDATE ON subscriptions FOR EACH ROW WHEN (session_user = '${SYNC}')
    EXECUTE FUNCTION check_changed()`,
  `CREATE CONSTRAINT TRIGGER credited_is_left AFTER INSERT ON invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (${LOGINS}) EXECUTE FUNCTION check_credited()`,
];

const KEPT_BEFORE = [
  ...['account_id', 'id', 'service_id', 'quantity', 'unit_price', 'currency', 'billing_period', 'start_date'],
  'created_at',
];

const BACK = [
  'DROP FUNCTION check_credited() CASCADE',
  'DROP FUNCTION check_changed() CASCADE',
  checkIssued(FORMER_NUMBERS),
  checkRecorded(
    'n.account_id',
    'n.cancellation_date IS NOT NULL',
    `n.unit_price IS DISTINCT FROM (${SALE}).amount`,
    '',
  ),
  ...[PORTAL, SYNC].map(
    (login) => `DROP TRIGGER ${login === PORTAL ? 'portal' : 'sync'}_keeps_columns ON subscriptions`,
  ),
  keeps(PORTAL, 'subscriptions', KEPT_BEFORE),
  keeps(SYNC, 'subscriptions', [...KEPT_BEFORE, 'invoiced_periods', 'source_subscription_id', 'source_key']),
  'DROP TRIGGER portal_keeps_columns ON credit_note_counters',
  'DROP TRIGGER credit_notes_go_up ON credit_note_counters',
  'DROP TRIGGER credit_notes_begin_low ON credit_note_counters',
  'DROP TRIGGER closed_account_refuses_an_end ON subscriptions',
  refusesAnEnd(AN_END),
  'DROP TRIGGER closed_account_refuses ON invoice_lines',
  refusesByHand(''),
  'DROP POLICY sync ON subscriptions',
  rowsOfTheSync(ON_ITS_ACCOUNT),
  `REVOKE UPDATE (${PORTALS.join(', ')}) ON subscriptions FROM ${PORTAL}`,
  `REVOKE UPDATE (${SYNCS.join(', ')}) ON subscriptions FROM ${SYNC}`,
  'DROP FUNCTION reopen_periods() CASCADE',
  'DROP FUNCTION close_former_periods() CASCADE',
];
