import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit of what subscriptions, invoices, their lines and their numbers have become: the functions of its triggers name
 * the new columns.
 */
export class AuditWhatFollows1797000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const { now, ...table } of AUDITED)
      await runner.query(audited({ ...table, silent: SILENT[table.name] ?? [] }, now));
    for (const statement of COUNTERS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const { before, ...table } of AUDITED) await runner.query(audited(table, before));
    await runner.query('DROP FUNCTION audit_credit_note_counters() CASCADE');
  }
}

interface Audited {
  readonly name: string;
  readonly key: readonly string[];
  /** The set-up's entries lie by no account. */
  readonly isSetup?: boolean;
  /** Changes without an entry: what follows from another column. */
  readonly silent?: readonly string[];
  /** Of a row that is added the key alone is recorded. */
  readonly growsOnly?: boolean;
}

const SOLD = ['service_id', 'unit_price', 'currency', 'billing_period', 'start_date', 'end_date', 'cancellation_date'];
const SOURCE = ['source_subscription_id', 'source_key', 'created_at', 'invoiced_periods'];
const INVOICE = ['number', 'bill_to_id', 'issue_date', 'currency', 'total', 'created_at'];
const LINE = ['description', 'quantity', 'unit_price', 'amount', 'charged_account_id', 'subscription_id', 'period'];

interface Changed extends Audited {
  readonly before: readonly string[];
  readonly now: readonly string[];
}

const AUDITED: readonly Changed[] = [
  {
    name: 'subscriptions',
    key: ['account_id', 'id'],
    before: [...SOLD, ...SOURCE, 'quantity'],
    now: [
      ...[...SOLD, ...SOURCE, 'quantities', 'source_version', 'price_source', 'settled_periods'],
      ...['tenant_reseller_id', 'closed_on', 'due_from'],
    ],
  },
  {
    name: 'invoices',
    key: ['account_id', 'id'],
    before: INVOICE,
    now: [...INVOICE, 'kind', 'corrects_id', 'reason'],
  },
  {
    name: 'invoice_lines',
    key: ['account_id', 'invoice_id', 'position'],
    growsOnly: true,
    before: LINE,
    now: [...LINE, 'first_day', 'from_day', 'corrects_position'],
  },
];

const COUNTERS = [
  audited({ name: 'credit_note_counters', key: ['year'], isSetup: true }, ['last_number']),
  'REVOKE EXECUTE ON FUNCTION audit_credit_note_counters() FROM PUBLIC',
  ...(
    [
      ['insert', 'NEW TABLE AS new_rows'],
      ['update', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
      ['delete', 'OLD TABLE AS old_rows'],
    ] as const
  ).map(
    ([event, rows]) => `CREATE TRIGGER audit_${event} AFTER ${event.toUpperCase()} ON credit_note_counters
      REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION audit_credit_note_counters()`,
  ),
];

/** What is kept for servers of 0.1.0. */
const SILENT: Readonly<Record<string, readonly string[]>> = { subscriptions: ['quantity'] };

/** As the triggers' functions have been written since the audit is by statement. */
function audited({ name, key, isSetup, silent = [], growsOnly }: Audited, columns: readonly string[]): string {
  const into = isSetup ? 'setup_audit (' : 'account_audit (account_id, ';
  const of = (row: string) => (isSetup ? '' : `${row}.account_id, `);
  const added = growsOnly ? `jsonb_build_object(${key.map((one) => `'${one}', n.${one}`).join(', ')})` : 'to_jsonb(n)';
  const loud = [...(isSetup ? [] : ['account_id']), ...columns];
  const left = silent.length > 0 ? `(pair.same || '{${silent.join(',')}}'::text[])` : 'pair.same';
  const same = loud.map((one) => `CASE WHEN o.${one} IS NOT DISTINCT FROM n.${one} THEN '${one}' END`).join(', ');
  const pairs = `new_rows n FULL JOIN old_rows o ON ${key.map((one) => `n.${one} = o.${one}`).join(' AND ')}`;
  const written = 'transaction_id, record, operation';
  const now = 'pg_current_xact_id()::text::bigint';
  return `CREATE OR REPLACE FUNCTION audit_${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO ${into}${written}, after)
        SELECT ${of('n')}${now}, '${name}', 'INSERT', ${added} FROM new_rows n;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO ${into}${written}, before)
        SELECT ${of('o')}${now}, '${name}', 'DELETE', to_jsonb(o) FROM old_rows o;
      ELSE
        INSERT INTO ${into}${written}, before, after)
        SELECT ${isSetup ? '' : 'pair.account, '}${now}, '${name}', 'UPDATE', pair.old - ${left}, pair.new - ${left}
        FROM (
          SELECT ${isSetup ? '' : 'coalesce(n.account_id, o.account_id) AS account, '}to_jsonb(o) AS old, to_jsonb(n) AS new,
            array_remove(ARRAY[${same}]::text[], NULL) AS same
          FROM ${pairs} OFFSET 0) pair
        WHERE cardinality(pair.same) < ${loud.length};
      END IF;
      RETURN NULL;
    END
  $$`;
}
