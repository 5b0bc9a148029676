import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What triggers and locks cost a sync, with the same outcome. The audit of what syncs write compares the columns before it
 * makes anything of them: most customers are confirmed as they are, and leave no entry. Of a change it writes down the
 * columns that changed, in place of whole rows from which the others are taken away again. The price of a service is asked
 * for once for all that a statement records of it, not once for each. Customers are locked one by one, in the order of their
 * ids, and read together when all locks are had.
 *
 * Only functions are replaced, by such as tell and refuse the same. Running code may stay up.
 */
export class CheaperChecks1797500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const table of AUDITED)
      await runner.query(audit(table, { whole: written(table), changes: changed(table), unheard: unheard(table) }));
    await runner.query(checkRecorded(PRICED_TOGETHER));
    await runner.query(lockCustomers(READ_TOGETHER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const table of AUDITED) {
      await runner.query(audit(table, { whole: formerlyWritten(table), changes: formerlyChanged(table) }));
    }
    await runner.query(checkRecorded(PRICED_EACH));
    await runner.query(lockCustomers(READ_EACH));
  }
}

const SYNC = 'reseller_accounts_sync';
const LOGINS = `('reseller_accounts_portal', '${SYNC}')`;
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

interface Audited {
  readonly name: string;
  readonly account: string;
  readonly key: readonly string[];
  /** Of a change these are recorded when they have changed. */
  readonly columns: readonly string[];
  /** The moment of a change: recorded only when nothing else of the row has changed. */
  readonly quiet?: string;
  /** Derived from others: recorded only when none of those has changed, and not when an owner works them out anew. */
  readonly derived?: { readonly columns: readonly string[]; readonly from: readonly string[] };
  /** Changes without an entry. */
  readonly silent?: readonly string[];
  /** Of those, what a row that is added or removed tells all the same. */
  readonly toldWhole?: readonly string[];
}

const AUDITED: readonly Audited[] = [
  {
    name: 'accounts',
    account: 'id',
    key: ['id'],
    columns: [
      ...['id', 'name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'currency'],
      ...['enable_ordering', 'separate_invoices', 'parent_id', 'bill_to_id', 'responsible_user_id'],
      ...['permission_rule_id', 'tenant_reseller_id', 'source_account_id', 'source_version', 'snapshot_version'],
      ...['origin', 'managed_since', 'deletion_date', 'created_at', 'custom_fields', 'revision'],
    ],
    quiet: 'updated_at',
    derived: { columns: ['sort_name', 'search'], from: ['name', 'accounting_no', 'email'] },
    silent: ['last_synced_at'],
  },
  {
    name: 'subscriptions',
    account: 'account_id',
    key: ['account_id', 'id'],
    columns: [
      ...['account_id', 'service_id', 'unit_price', 'currency', 'billing_period', 'start_date', 'end_date'],
      ...['cancellation_date', 'source_subscription_id', 'source_key', 'created_at', 'invoiced_periods', 'quantities'],
      ...['source_version', 'price_source', 'settled_periods', 'tenant_reseller_id', 'closed_on', 'due_from'],
    ],
    silent: ['quantity'],
    toldWhole: ['quantity'],
  },
];

const THIS = 'pg_current_xact_id()::text::bigint';

interface Written {
  /** A row that is added or removed. */
  readonly whole: (row: string) => string;
  /** The entries of an update. */
  readonly changes: string;
  /** Which changes leave no entry, for whoever reads the function. */
  readonly unheard?: string;
}

function audit({ name, account }: Audited, { whole, changes, unheard = '' }: Written): string {
  const into = 'account_audit (account_id, transaction_id, record, operation, ';
  return `CREATE OR REPLACE FUNCTION audit_${name}() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    ${unheard}BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO ${into}after)
        SELECT n.${account}, ${THIS}, '${name}', 'INSERT', ${whole('n')} FROM new_rows n;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO ${into}before)
        SELECT o.${account}, ${THIS}, '${name}', 'DELETE', ${whole('o')} FROM old_rows o;
      ELSE
        INSERT INTO ${into}before, after)
        ${changes};
      END IF;
      RETURN NULL;
    END
  $$`;
}

/** When the key itself was changed, which no login can, the two halves are entries of their own. */
const pairsOf = ({ key }: Audited) =>
  `new_rows n FULL JOIN old_rows o ON ${key.map((column) => `n.${column} = o.${column}`).join(' AND ')}`;

function unheard({ silent = [] }: Audited): string {
  return silent.length === 0 ? '' : `-- Without an entry: a change of ${silent.join(', ')} alone.\n    `;
}

/** Column by column: a row as JSON costs three times as much. */
function written({ key, columns, quiet, toldWhole = [] }: Audited) {
  const told = [...new Set([...key, ...columns, ...(quiet === undefined ? [] : [quiet]), ...toldWhole])];
  return (row: string) => `jsonb_build_object(${told.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}

const differ = (columns: readonly string[]) =>
  `(${columns.map((column) => `o.${column}`).join(', ')}) IS DISTINCT FROM (${columns.map((column) => `n.${column}`).join(', ')})`;

const differs = (column: string) => `o.${column} IS DISTINCT FROM n.${column}`;

/**
 * Rows that have not changed are left out before anything is written down of one; what names a row is always told. The
 * document is put together as text: to add up documents of one column each costs three times as much.
 */
function changed(table: Audited): string {
  const { account, key, columns, quiet, derived } = table;
  const isItsOwn = derived && `NOT (${differ(derived.from)}) AND session_user IN ${LOGINS}`;
  const loud = derived ? `${differ(columns)} OR ${differ(derived.columns)} AND ${isItsOwn}` : differ(columns);
  const parts: (readonly [column: string, when: string])[] = [
    ...key.filter((one) => !columns.includes(one)).map((one) => [one, 'true'] as const),
    ...columns.map((one) => [one, differs(one)] as const),
    ...(derived?.columns ?? []).map((one) => [one, `${differs(one)} AND ${isItsOwn}`] as const),
    ...(quiet === undefined ? [] : [[quiet, `${differs(quiet)} AND NOT (${loud})`] as const]),
  ];
  const half = (row: string) => {
    const texts = parts.map(
      ([one, when]) => `CASE WHEN ${when} THEN '"${one}":' || coalesce(to_json(${row}.${one})::text, 'null') END`,
    );
    return `CASE WHEN ${row}.${key[0]} IS NOT NULL THEN ('{' || concat_ws(',', ${texts.join(', ')}) || '}')::jsonb END`;
  };
  return `SELECT coalesce(n.${account}, o.${account}), ${THIS}, '${table.name}', 'UPDATE', ${half('o')}, ${half('n')}
        FROM ${pairsOf(table)} WHERE ${quiet === undefined ? loud : `${loud} OR ${differs(quiet)}`}`;
}

const names = (columns: readonly string[]) => `'{${columns.join(',')}}'::text[]`;

function formerlyWritten({ derived, silent = [], toldWhole = [] }: Audited) {
  const left = [...(derived?.columns ?? []), ...silent.filter((one) => !toldWhole.includes(one))];
  return (row: string) => `to_jsonb(${row})${left.length > 0 ? ` - ${names(left)}` : ''}`;
}

function formerlyChanged(table: Audited): string {
  const { account, columns, quiet, derived, silent = [] } = table;
  const made = derived?.columns ?? [];
  const follows = [
    ...(derived?.from ?? []).map((column) => ` OR o.${column} IS DISTINCT FROM n.${column}`),
    ` OR session_user NOT IN ${LOGINS}`,
  ].join('');
  const unchanged = (of: readonly string[]) =>
    `array_remove(ARRAY[${of
      .map(
        (one) =>
          `CASE WHEN o.${one} IS NOT DISTINCT FROM n.${one}${made.includes(one) ? follows : ''} THEN '${one}' END`,
      )
      .join(', ')}]::text[], NULL)`;
  const loud = [...columns, ...made];
  const quietly = quiet === undefined ? [] : [quiet];
  const left = [
    'pair.same',
    ...quietly.map(
      (one) => `CASE WHEN cardinality(pair.same) < ${loud.length} THEN ${names([one])} ELSE pair.same_quiet END`,
    ),
    ...(silent.length > 0 ? [names(silent)] : []),
  ].join(' || ');
  const same = [`${unchanged(loud)} AS same`, ...quietly.map((one) => `${unchanged([one])} AS same_quiet`)];
  const any = [`cardinality(pair.same) < ${loud.length}`, ...quietly.map(() => 'cardinality(pair.same_quiet) < 1')];
  return `SELECT pair.account, ${THIS}, '${table.name}', 'UPDATE', pair.old - (${left}), pair.new - (${left})
        FROM (
          SELECT coalesce(n.${account}, o.${account}) AS account, to_jsonb(o) AS old, to_jsonb(n) AS new, ${same.join(', ')}
          FROM ${pairsOf(table)} OFFSET 0) pair
        WHERE ${any.join(' OR ')}`;
}

/** The key of the customer that the account is now: of a copy its id. */
const CUSTOMER = `CASE a.origin WHEN 'COPIED_FROM_RESELLER' THEN a.id
          ELSE uuid_v5('customer:' || a.tenant_reseller_id || ':' || a.source_account_id) END`;
const NOT_AS_RECORDED = `n.tenant_reseller_id IS DISTINCT FROM a.tenant_reseller_id OR n.closed_on IS NOT NULL
        OR n.due_from IS NOT NULL OR n.cancellation_date IS NOT NULL AND n.source_version IS NULL OR n.settled_periods <> 0`;

interface Priced {
  readonly id: string;
  /** What is not at its price. */
  readonly from: string;
}

const PRICED_EACH: Priced = {
  id: 'n.id',
  from: `new_rows n JOIN accounts a ON a.id = n.account_id
        CROSS JOIN LATERAL price_for_sale(a.tenant_reseller_id, n.service_id, n.currency, n.billing_period, n.start_date) p
      WHERE n.currency <> a.currency OR p.amount IS DISTINCT FROM n.unit_price OR p.source IS DISTINCT FROM n.price_source`,
};
const PRICED_TOGETHER: Priced = {
  id: 's.id',
  from: `(
        SELECT min(n.id::text) AS id, a.tenant_reseller_id, n.service_id, n.currency, n.billing_period, n.start_date, n.unit_price,
          n.price_source, bool_or(n.currency <> a.currency) AS is_other
        FROM new_rows n JOIN accounts a ON a.id = n.account_id GROUP BY 2, 3, 4, 5, 6, 7, 8) s
        CROSS JOIN LATERAL price_for_sale(s.tenant_reseller_id, s.service_id, s.currency, s.billing_period, s.start_date) p
      WHERE s.is_other OR p.amount IS DISTINCT FROM s.unit_price OR p.source IS DISTINCT FROM s.price_source`,
};

function checkRecorded({ id, from }: Priced): string {
  const refuse = (what: string, code: string) =>
    `RAISE EXCEPTION '% refuses a subscription that is not ${what}: %', TG_NAME, wrong USING ERRCODE = '${code}';`;
  return `CREATE OR REPLACE FUNCTION check_recorded() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
  DECLARE
    wrong text;
  BEGIN
    IF session_user <> '${SYNC}' THEN
      RETURN NULL;
    END IF;
    SELECT n.id INTO wrong FROM new_rows n JOIN accounts a ON a.id = n.account_id
      WHERE n.source_key IS NULL
        OR n.source_key IS DISTINCT FROM uuid_v5('subscription:' || ${CUSTOMER} || ':' || n.source_subscription_id)
        OR n.id <> n.source_key OR ${NOT_AS_RECORDED} OR n.invoiced_periods <> 0
        OR n.created_at <> transaction_timestamp()
      LIMIT 1;
    IF FOUND THEN
      ${refuse('the one of its source', 'RA001')}
    END IF;
    SELECT ${id} INTO wrong FROM ${from} LIMIT 1;
    IF FOUND THEN
      ${refuse('at the price of the list', '40001')}
    END IF;
    RETURN NULL;
  END
$$`;
}

const SHOWN: readonly (readonly [column: string, type: string])[] = [
  ['id', 'uuid'],
  ['name', 'text'],
  ['accounting_no', 'text'],
  ['email', 'text'],
  ['billing_address', 'jsonb'],
  ['synchronization_options', 'jsonb'],
  ['status', 'text'],
  ['currency', 'text'],
  ['tenant_reseller_id', 'uuid'],
  ['source_account_id', 'text'],
  ['source_version', 'bigint'],
  ['snapshot_version', 'bigint'],
  ['origin', 'text'],
  ['managed_since', 'timestamptz'],
  ['last_synced_at', 'timestamptz'],
  ['deletion_date', 'date'],
  ['created_at', 'timestamptz'],
  ['updated_at', 'timestamptz'],
  ['revision', 'bigint'],
];
const CUSTOMERS = `SELECT ${SHOWN.map(([column]) => `a.${column}`).join(', ')} FROM accounts a`;

const READ_EACH = `FOR wanted IN SELECT DISTINCT unnest(ids) AS one ORDER BY one LOOP
        RETURN QUERY ${CUSTOMERS}
          WHERE a.id = wanted FOR NO KEY UPDATE;
      END LOOP;`;
/** A statement of its own reads them, so that what a lock was waited for is seen; and of none that came meanwhile. */
const READ_TOGETHER = `FOR wanted IN SELECT DISTINCT unnest(ids) AS one ORDER BY one LOOP
        PERFORM FROM accounts a WHERE a.id = wanted FOR NO KEY UPDATE;
        IF FOUND THEN
          locked := array_append(locked, wanted);
        END IF;
      END LOOP;
      RETURN QUERY ${CUSTOMERS} WHERE a.id = ANY (locked);`;

function lockCustomers(body: string): string {
  return `CREATE OR REPLACE FUNCTION lock_customers(ids uuid[])
    RETURNS TABLE (${SHOWN.map((column) => column.join(' ')).join(', ')})
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      wanted uuid;
      locked uuid[];
    BEGIN
      ${body}
    END
  $$`;
}
