import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit by statement: one trigger for each table and kind of write, which sees all rows of a statement at once. Every
 * table that either login may write has them, whatever the login says of itself: nothing that it can set keeps an entry
 * from being made, and the entry's time and login are the database's.
 *
 * A change is recorded as what names the row and the columns that changed, before and after; a row that is added or removed whole. Rows that
 * neither login can change or remove are their own record, so of those the entry names the key. Entries of the older form,
 * with the whole row twice, stay as they are.
 *
 * The columns are named one by one and compared as what they are: cheaper than rows as JSON, and a dump prints the
 * functions as they stand here. Running code may stay up.
 */
export class AuditStatements1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...OLD_TRIGGERS, ...TRANSACTIONS]) await runner.query(statement);
    for (const table of AUDITED) for (const statement of audited(table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const { name } of AUDITED) await runner.query(`DROP FUNCTION audit_${name}() CASCADE`);
    for (const table of AUDITS) await runner.query(`ALTER TABLE ${table} DROP transaction_id`);
    for (const statement of rowTriggers()) await runner.query(statement);
  }
}

interface Audited {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** The column of the account that an entry lies by; the set-up's lie by none. */
  readonly account?: string;
  /** What a reader knows the row by, beside its key; never changed. */
  readonly known?: readonly string[];
  /** The moment of a change: recorded only when nothing else of the row has changed. */
  readonly quiet?: readonly string[];
  /** Derived from others: recorded only when none of those has changed, and not when an owner works them out anew. */
  readonly derived?: { readonly columns: readonly string[]; readonly from: readonly string[] };
  /** Changes without an entry: the moment of a confirmation that changes nothing. */
  readonly silent?: readonly string[];
  /** Of a row that is added the key alone is recorded. */
  readonly growsOnly?: boolean;
}

const below = (name: string, columns: readonly string[], key: readonly string[] = ['id']): Audited => ({
  name,
  account: 'account_id',
  key: ['account_id', ...key],
  columns,
});
const setup = (name: string, key: readonly string[], columns: readonly string[], quiet: readonly string[] = []) => ({
  name,
  key,
  columns,
  quiet,
});

const AUDITED: readonly Audited[] = [
  {
    name: 'accounts',
    account: 'id',
    key: ['id'],
    columns: [
      ...['name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'currency'],
      ...['enable_ordering', 'separate_invoices', 'parent_id', 'bill_to_id', 'responsible_user_id'],
      ...['permission_rule_id', 'tenant_reseller_id', 'source_account_id', 'source_version', 'snapshot_version'],
      ...['origin', 'managed_since', 'deletion_date', 'created_at', 'custom_fields', 'revision'],
    ],
    quiet: ['updated_at'],
    derived: { columns: ['sort_name', 'search'], from: ['name', 'accounting_no', 'email'] },
    silent: ['last_synced_at'],
  },
  {
    ...below('subscriptions', [
      ...['service_id', 'quantity', 'unit_price', 'currency', 'billing_period', 'start_date', 'end_date'],
      ...['cancellation_date', 'source_subscription_id', 'source_key', 'created_at', 'invoiced_periods'],
    ]),
  },
  { ...below('account_history', ['at', 'kind', 'text', 'actor']), growsOnly: true },
  below('sales_documents', ['kind', 'title', 'currency', 'total', 'created_at']),
  {
    ...below('sales_lines', ['service_id', 'billing_period', 'quantity', 'unit_price'], ['document_id', 'position']),
    growsOnly: true,
  },
  below('synchronization_outbox', ['system_code', 'requested_by', 'requested_at', 'delivered_at']),
  below('invoices', ['number', 'bill_to_id', 'issue_date', 'currency', 'total', 'created_at']),
  {
    ...below(
      'invoice_lines',
      ['description', 'quantity', 'unit_price', 'amount', 'charged_account_id', 'subscription_id', 'period'],
      ['invoice_id', 'position'],
    ),
    growsOnly: true,
  },
  below('account_contacts', ['first_name', 'last_name', 'email', 'phone', 'job_title', 'created_at']),
  below('account_relations', ['kind', 'target_id', 'label', 'created_at']),
  {
    name: 'source_identities',
    account: 'account_id',
    key: ['key'],
    columns: ['tenant_reseller_id', 'source_account_id', 'account_id', 'created_at'],
  },
  setup(
    'tenant_resellers',
    ['id'],
    ['name', 'currency', 'separate_invoices', 'back_ordering_active', 'account_id', 'created_at'],
    ['updated_at'],
  ),
  { ...setup('services', ['id'], ['name']), known: ['sku'], derived: { columns: ['search'], from: ['name'] } },
  setup('service_prices', ['service_id', 'currency', 'billing_period'], ['amount']),
  setup('permission_rules', ['id'], ['name', 'created_at']),
  setup('permission_grants', ['permission_rule_id', 'position'], ['principal', 'principal_id', 'access']),
  setup('api_options', ['entity'], ['responsible_user_id', 'permission_rule_id']),
  setup('custom_field_definitions', ['code'], ['label', 'type', 'required', 'options', 'default_value', 'created_at']),
  setup('invoice_counters', ['year'], ['last_number']),
  setup('idempotency_keys', ['id'], ['input_hash', 'result', 'created_at']),
];

function audited(table: Audited): string[] {
  const { name, account, key, known = [], columns, quiet = [], silent = [], derived, growsOnly } = table;
  const into = account === undefined ? 'setup_audit (transaction_id, ' : 'account_audit (account_id, transaction_id, ';
  const accountOf = (row: string) => (account === undefined ? `${THIS}, ` : `${row}.${account}, ${THIS}, `);
  const made = derived?.columns ?? [];
  const whole = (row: string) =>
    growsOnly
      ? `jsonb_build_object(${key.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
      : `to_jsonb(${row}) - ${names([...made, ...silent])}`;
  // What follows from a column that has changed goes without saying.
  const follows = [
    ...(derived?.from ?? []).map((column) => ` OR o.${column} IS DISTINCT FROM n.${column}`),
    ` OR session_user NOT IN ('reseller_accounts_portal', 'reseller_accounts_sync')`,
  ].join('');
  const unchanged = (of: readonly string[]) =>
    `array_remove(ARRAY[${of
      .map(
        (one) =>
          `CASE WHEN o.${one} IS NOT DISTINCT FROM n.${one}${made.includes(one) ? follows : ''} THEN '${one}' END`,
      )
      .join(', ')}]::text[], NULL)`;
  const loud = [...(account === undefined || !key.includes(account) ? [] : [account]), ...columns, ...made];
  // When the key itself was changed, which no login can, the two halves are entries of their own.
  const pairs = `new_rows n FULL JOIN old_rows o ON ${key.map((column) => `n.${column} = o.${column}`).join(' AND ')}`;
  const same = [unchanged(loud), ...(quiet.length > 0 ? [unchanged(quiet)] : [])];
  const left = [
    'pair.same',
    ...(quiet.length > 0
      ? [`CASE WHEN cardinality(pair.same) < ${loud.length} THEN ${names(quiet)} ELSE pair.same_quiet END`]
      : []),
    ...(silent.length > 0 ? [names(silent)] : []),
  ].join(' || ');
  const changed = [
    `cardinality(pair.same) < ${loud.length}`,
    ...known.map((column) => `pair.old -> '${column}' IS DISTINCT FROM pair.new -> '${column}'`),
    ...(quiet.length > 0 ? [`cardinality(pair.same_quiet) < ${quiet.length}`] : []),
  ].join(' OR ');
  const changedAccount = account === undefined ? '' : `coalesce(n.${account}, o.${account}) AS account, `;
  return [
    `CREATE FUNCTION audit_${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO ${into}record, operation, after)
          SELECT ${accountOf('n')}'${name}', 'INSERT', ${whole('n')} FROM new_rows n;
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO ${into}record, operation, before)
          SELECT ${accountOf('o')}'${name}', 'DELETE', ${growsOnly ? 'to_jsonb(o)' : whole('o')} FROM old_rows o;
        ELSE
          INSERT INTO ${into}record, operation, before, after)
          SELECT ${account === undefined ? '' : 'pair.account, '}${THIS}, '${name}', 'UPDATE', pair.old - (${left}), pair.new - (${left})
          FROM (
            SELECT ${changedAccount}to_jsonb(o) AS old, to_jsonb(n) AS new, ${same
              .map((one, at) => `${one} AS ${['same', 'same_quiet'][at]}`)
              .join(', ')}
            FROM ${pairs} OFFSET 0) pair
          WHERE ${changed};
        END IF;
        RETURN NULL;
      END
    $$`,
    `REVOKE EXECUTE ON FUNCTION audit_${name}() FROM PUBLIC`,
    ...(
      [
        ['insert', 'NEW TABLE AS new_rows'],
        ['update', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
        ['delete', 'OLD TABLE AS old_rows'],
      ] as const
    ).map(
      ([event, rows]) => `CREATE TRIGGER audit_${event} AFTER ${event.toUpperCase()} ON ${name} REFERENCING ${rows}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_${name}()`,
    ),
  ];
}

function names(columns: readonly string[]): string {
  return `'{${columns.join(',')}}'::text[]`;
}

const OLD_TRIGGERS = ['DROP FUNCTION audit_account_write() CASCADE', 'DROP FUNCTION audit_setup_write() CASCADE'];

const AUDITS = ['account_audit', 'setup_audit'];
const TRANSACTIONS = AUDITS.map((table) => `ALTER TABLE ${table} ADD transaction_id bigint`);
const THIS = 'pg_current_xact_id()::text::bigint';

/** For code before this: as it was, by row and each row whole, but of every write. */
function rowTriggers(): string[] {
  const write = (into: string) => `BEGIN INSERT INTO ${into}TG_TABLE_NAME, TG_OP,
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    RETURN NULL; END`;
  const columns = 'record, operation, before, after) SELECT ';
  const written = `(CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0])::uuid`;
  const made = 'RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS';
  return [
    `CREATE FUNCTION audit_account_write() ${made} $$ ${write(`account_audit (account_id, ${columns}${written}, `)} $$`,
    `CREATE FUNCTION audit_setup_write() ${made} $$ ${write(`setup_audit (${columns}`)} $$`,
    'REVOKE EXECUTE ON FUNCTION audit_account_write(), audit_setup_write() FROM PUBLIC',
    ...AUDITED.map(
      ({ name, account }) => `CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON ${name} FOR EACH ROW
        EXECUTE FUNCTION ${account === undefined ? 'audit_setup_write()' : `audit_account_write('${account}')`}`,
    ),
  ];
}
