import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Price lists for tenant resellers: a list has amounts for service, currency and billing period from a day on, a reseller
 * has one list or none, and what its sync service records is at the price of that list, else at the service's own (S27).
 * The check of what a sync adds asks `price_for_sale` for it at the moment of the insert, whatever the sync has read before:
 * a price or a list that was changed meanwhile is a conflict, and the call is decided anew.
 *
 * Running code may stay up: it knows no lists, and as long as a reseller has none nothing is different for it. Once
 * one is given, what such code records at another price for that reseller is refused as retryable.
 */
export class PriceLists1796900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...TABLES, ...PRICES, ...GUARDS]) await runner.query(statement);
    await runner.query(audit(RESELLERS_AUDIT, 'CREATE OR REPLACE'));
    for (const table of AUDITED) for (const statement of audited(table)) await runner.query(statement);
    for (const statement of heldReseller([...HELD, PRICE_LIST])) await runner.query(statement);
    await runner.query(checkRecorded(AT_THE_PRICE_FOR_SALE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(checkRecorded(AT_THE_SERVICES_PRICE));
    for (const statement of heldReseller(HELD)) await runner.query(statement);
    await runner.query(audit(FORMER_RESELLERS_AUDIT, 'CREATE OR REPLACE'));
    await runner.query('DROP FUNCTION listed_prices(uuid)');
    await runner.query('DROP FUNCTION price_for_sale(uuid, uuid, text, text, date)');
    await runner.query('ALTER TABLE tenant_resellers DROP price_list_id');
    await runner.query('DROP TABLE price_list_entries, price_lists');
    for (const { name } of AUDITED) await runner.query(`DROP FUNCTION audit_${name}()`);
  }
}

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const TABLES = [
  `CREATE TABLE price_lists (
    id uuid CONSTRAINT pk_price_lists PRIMARY KEY,
    code text NOT NULL CONSTRAINT uq_price_lists_code UNIQUE,
    name text NOT NULL
  )`,
  `CREATE TABLE price_list_entries (
    price_list_id uuid NOT NULL CONSTRAINT fk_price_list_entries_price_list REFERENCES price_lists (id),
    service_id uuid NOT NULL CONSTRAINT fk_price_list_entries_service REFERENCES services (id),
    currency text NOT NULL,
    billing_period text NOT NULL CONSTRAINT ck_price_list_entries_billing_period
      CHECK (billing_period IN ('MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE')),
    valid_from date NOT NULL CONSTRAINT ck_price_list_entries_valid_from
      CHECK (valid_from BETWEEN '1900-01-01' AND '9999-12-31'),
    amount numeric NOT NULL CONSTRAINT ck_price_list_entries_amount CHECK (amount >= 0),
    CONSTRAINT pk_price_list_entries PRIMARY KEY (price_list_id, service_id, currency, billing_period, valid_from)
  )`,
  `ALTER TABLE tenant_resellers ADD price_list_id uuid
    CONSTRAINT fk_tenant_resellers_price_list REFERENCES price_lists (id)`,
];

const PRICES = [
  // What a subscription of a reseller's customer costs that starts on a day, and whose price it is: of the reseller's list
  // the latest entry that is valid by then, else the service's own; null when there is neither.
  `CREATE FUNCTION price_for_sale(of_reseller uuid, of_service uuid, in_currency text, for_period text, from_day date,
      OUT amount numeric, OUT source text)
    LANGUAGE plpgsql STABLE ${AS_OWNER} AS $$
    BEGIN
      SELECT e.amount, 'PRICE_LIST' INTO amount, source
        FROM tenant_resellers t JOIN price_list_entries e ON e.price_list_id = t.price_list_id
        WHERE t.id = of_reseller AND e.service_id = of_service AND e.currency = in_currency
          AND e.billing_period = for_period AND e.valid_from <= from_day
        ORDER BY e.valid_from DESC LIMIT 1;
      IF NOT FOUND THEN
        SELECT p.amount, 'SERVICE' INTO amount, source FROM service_prices p
          WHERE p.service_id = of_service AND p.currency = in_currency AND p.billing_period = for_period;
      END IF;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION price_for_sale(uuid, uuid, text, text, date) FROM PUBLIC',
  // Of the list of the sync's reseller, what it says of a service that is asked for; no more of any list the sync may read.
  `CREATE FUNCTION listed_prices(of_service uuid) RETURNS SETOF price_list_entries LANGUAGE sql STABLE ${AS_OWNER} AS $$
    SELECT e.* FROM tenant_resellers t JOIN price_list_entries e ON e.price_list_id = t.price_list_id
    WHERE t.id = current_tenant_reseller() AND e.service_id = of_service
  $$`,
  'REVOKE EXECUTE ON FUNCTION listed_prices(uuid) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION listed_prices(uuid) TO ${SYNC}`,
];

/** Which list it is, is for good; an entry is removed and added, never changed. */
const GUARDS = [
  `GRANT SELECT, INSERT ON price_lists TO ${PORTAL}`,
  `GRANT UPDATE (name) ON price_lists TO ${PORTAL}`,
  `GRANT SELECT, INSERT, DELETE ON price_list_entries TO ${PORTAL}`,
  `GRANT UPDATE (price_list_id) ON tenant_resellers TO ${PORTAL}`,
  `CREATE TRIGGER portal_keeps_columns BEFORE UPDATE OF id, code ON price_lists FOR EACH ROW
    WHEN (session_user = '${PORTAL}') EXECUTE FUNCTION refuse_column('id', 'code')`,
];

type Held = readonly (readonly [column: string, type: string])[];
const HELD: Held = [
  ['id', 'uuid'],
  ['name', 'text'],
  ['currency', 'text'],
  ['separate_invoices', 'boolean'],
  ['back_ordering_active', 'boolean'],
  ['account_id', 'uuid'],
];
const PRICE_LIST = ['price_list_id', 'uuid'] as const;

/** Made anew: what a function returns cannot be replaced. */
function heldReseller(held: Held): string[] {
  return [
    'DROP FUNCTION IF EXISTS hold_reseller()',
    `CREATE FUNCTION hold_reseller() RETURNS TABLE (${held.map((column) => column.join(' ')).join(', ')}, account_status text)
    LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      PERFORM FROM tenant_resellers t WHERE t.id = current_tenant_reseller() FOR KEY SHARE;
      RETURN QUERY SELECT ${held.map(([column]) => `t.${column}`).join(', ')}, reseller_account_status()
        FROM tenant_resellers t WHERE t.id = current_tenant_reseller();
    END
  $$`,
    'REVOKE EXECUTE ON FUNCTION hold_reseller() FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION hold_reseller() TO ${SYNC}`,
  ];
}

const AT_THE_PRICE_FOR_SALE = `SELECT n.id INTO wrong FROM new_rows n JOIN accounts a ON a.id = n.account_id
      WHERE n.currency <> a.currency OR n.unit_price IS DISTINCT FROM
        (price_for_sale(a.tenant_reseller_id, n.service_id, n.currency, n.billing_period, n.start_date)).amount LIMIT 1;`;
const AT_THE_SERVICES_PRICE = `SELECT n.id INTO wrong FROM new_rows n JOIN accounts a ON a.id = n.account_id
        LEFT JOIN service_prices p
          ON p.service_id = n.service_id AND p.currency = n.currency AND p.billing_period = n.billing_period
      WHERE n.currency <> a.currency OR p.amount IS DISTINCT FROM n.unit_price LIMIT 1;`;

/** What may have changed since the sync decided is tried again, as after any conflict; anything else is a forgery. */
function checkRecorded(atItsPrice: string): string {
  return `CREATE OR REPLACE FUNCTION check_recorded() RETURNS trigger
  LANGUAGE plpgsql ${AS_OWNER} AS $$
  DECLARE
    wrong text;
  BEGIN
    IF session_user <> '${SYNC}' THEN
      RETURN NULL;
    END IF;
    SELECT n.id INTO wrong FROM new_rows n
      WHERE n.source_key IS NULL
        OR n.source_key IS DISTINCT FROM uuid_v5('subscription:' || n.account_id || ':' || n.source_subscription_id)
        OR n.id <> n.source_key OR n.cancellation_date IS NOT NULL OR n.invoiced_periods <> 0
        OR n.created_at <> transaction_timestamp()
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION '% refuses a subscription that is not the one of its source: %', TG_NAME, wrong USING ERRCODE = 'RA001';
    END IF;
    ${atItsPrice}
    IF FOUND THEN
      RAISE EXCEPTION '% refuses a subscription that is not at the price of the list: %', TG_NAME, wrong USING ERRCODE = '40001';
    END IF;
    RETURN NULL;
  END
$$`;
}

/** A table of the set-up: an entry of the audit has what names the row and the columns that changed. */
interface Audited {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** What a reader knows the row by, beside its key; never changed. */
  readonly known?: readonly string[];
  /** The moment of a change: recorded only when nothing else of the row has changed. */
  readonly quiet?: readonly string[];
}

const AUDITED: readonly Audited[] = [
  { name: 'price_lists', key: ['id'], columns: ['name'], known: ['code'] },
  {
    name: 'price_list_entries',
    key: ['price_list_id', 'service_id', 'currency', 'billing_period', 'valid_from'],
    columns: ['amount'],
  },
];
const FORMER_RESELLERS_AUDIT: Audited = {
  name: 'tenant_resellers',
  key: ['id'],
  columns: ['name', 'currency', 'separate_invoices', 'back_ordering_active', 'account_id', 'created_at'],
  quiet: ['updated_at'],
};
const RESELLERS_AUDIT = { ...FORMER_RESELLERS_AUDIT, columns: [...FORMER_RESELLERS_AUDIT.columns, 'price_list_id'] };

function audited(table: Audited): string[] {
  const made = (
    [
      ['insert', 'NEW TABLE AS new_rows'],
      ['update', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
      ['delete', 'OLD TABLE AS old_rows'],
    ] as const
  ).map(
    ([event, rows]) => `CREATE TRIGGER audit_${event} AFTER ${event.toUpperCase()} ON ${table.name} REFERENCING ${rows}
      FOR EACH STATEMENT EXECUTE FUNCTION audit_${table.name}()`,
  );
  return [audit(table, 'CREATE'), `REVOKE EXECUTE ON FUNCTION audit_${table.name}() FROM PUBLIC`, ...made];
}

function audit({ name, key, columns, known = [], quiet = [] }: Audited, create: string): string {
  const into = 'setup_audit (transaction_id, record, operation,';
  const unchanged = (of: readonly string[]) =>
    `array_remove(ARRAY[${of
      .map((one) => `CASE WHEN o.${one} IS NOT DISTINCT FROM n.${one} THEN '${one}' END`)
      .join(', ')}]::text[], NULL)`;
  const pairs = `new_rows n FULL JOIN old_rows o ON ${key.map((column) => `n.${column} = o.${column}`).join(' AND ')}`;
  const same = [unchanged(columns), ...(quiet.length > 0 ? [unchanged(quiet)] : [])];
  const left = [
    'pair.same',
    ...(quiet.length > 0
      ? [`CASE WHEN cardinality(pair.same) < ${columns.length} THEN ${names(quiet)} ELSE pair.same_quiet END`]
      : []),
  ].join(' || ');
  const changed = [
    `cardinality(pair.same) < ${columns.length}`,
    ...known.map((column) => `pair.old -> '${column}' IS DISTINCT FROM pair.new -> '${column}'`),
    ...(quiet.length > 0 ? [`cardinality(pair.same_quiet) < ${quiet.length}`] : []),
  ].join(' OR ');
  return `${create} FUNCTION audit_${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO ${into} after)
          SELECT ${THIS}, '${name}', 'INSERT', to_jsonb(n) - ${names([])} FROM new_rows n;
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO ${into} before)
          SELECT ${THIS}, '${name}', 'DELETE', to_jsonb(o) - ${names([])} FROM old_rows o;
        ELSE
          INSERT INTO ${into} before, after)
          SELECT ${THIS}, '${name}', 'UPDATE', pair.old - (${left}), pair.new - (${left})
          FROM (
            SELECT to_jsonb(o) AS old, to_jsonb(n) AS new, ${same
              .map((one, at) => `${one} AS ${['same', 'same_quiet'][at]}`)
              .join(', ')}
            FROM ${pairs} OFFSET 0) pair
          WHERE ${changed};
        END IF;
        RETURN NULL;
      END
    $$`;
}

function names(columns: readonly string[]): string {
  return `'{${columns.join(',')}}'::text[]`;
}

const THIS = 'pg_current_xact_id()::text::bigint';
