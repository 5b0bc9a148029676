import type { TestDatabase } from '../../support/cluster';

/** All that is here of the resellers' customers, each table by its source ids. */
export interface Content {
  readonly accounts: Readonly<Record<string, Record<string, unknown>>>;
  readonly identities: readonly string[];
  readonly subscriptions: Readonly<Record<string, Record<string, unknown>>>;
}

/** Differ from load to load and are no content: ids that are made here, times, and the count of changes. */
const OF_THIS_LOAD = {
  accounts: [
    'id',
    'parent_id',
    'bill_to_id',
    'tenant_reseller_id',
    'permission_rule_id',
    'managed_since',
    'last_synced_at',
    'created_at',
    'updated_at',
    'revision',
  ],
  subscriptions: [
    'account_id',
    'id',
    'service_id',
    'source_key',
    'created_at',
    'invoiced_periods',
    'settled_periods',
    'tenant_reseller_id',
  ],
};

/** Every column of the three tables, ids replaced by what they point to. */
export async function contentOf({ sql }: TestDatabase): Promise<Content> {
  const accounts = await sql<{ key: string; row: Record<string, unknown> }>(
    `SELECT r.name || '/' || a.source_account_id AS key,
       to_jsonb(a) - $1::text[] || jsonb_build_object(
         'reseller', r.name, 'rule', p.name, 'parent', parent.name, 'billTo', payer.name) AS row
     FROM accounts a
     JOIN tenant_resellers r ON r.id = a.tenant_reseller_id
     LEFT JOIN permission_rules p ON p.id = a.permission_rule_id
     LEFT JOIN accounts parent ON parent.id = a.parent_id
     LEFT JOIN accounts payer ON payer.id = a.bill_to_id`,
    [OF_THIS_LOAD.accounts],
  );
  const identities = await sql<{ line: string }>(
    `SELECT concat_ws(' ', r.name, i.source_account_id, 'is', a.source_account_id, i.key = a.id) AS line
     FROM source_identities i
     JOIN tenant_resellers r ON r.id = i.tenant_reseller_id
     LEFT JOIN accounts a ON a.id = i.account_id`,
  );
  const subscriptions = await sql<{ key: string; row: Record<string, unknown> }>(
    `SELECT concat_ws('/', r.name, a.source_account_id, s.source_subscription_id) AS key,
       to_jsonb(s) - $1::text[] || jsonb_build_object('sku', v.sku) AS row
     FROM subscriptions s
     JOIN accounts a ON a.id = s.account_id
     JOIN services v ON v.id = s.service_id
     JOIN tenant_resellers r ON r.id = a.tenant_reseller_id`,
    [OF_THIS_LOAD.subscriptions],
  );
  return {
    accounts: byKey(accounts),
    identities: identities.map(({ line }) => line).sort(),
    subscriptions: byKey(subscriptions),
  };
}

/** How many rows each table has. */
export async function rowCounts({ sql }: TestDatabase): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`);
  const rows = await sql<{ name: string; count: number }>(counts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** The rows that a repetition has no reason to write again, each with the transaction that wrote it. */
export async function writtenRows({ sql }: TestDatabase): Promise<string[]> {
  const tables = ['source_identities', 'subscriptions', 'account_history'];
  const selects = tables.map((name) => `SELECT concat_ws(' ', '${name}', xmin, to_jsonb(t)) AS line FROM ${name} t`);
  return (await sql<{ line: string }>(selects.join(' UNION ALL '))).map(({ line }) => line);
}

function byKey(
  rows: readonly { key: string; row: Record<string, unknown> }[],
): Record<string, Record<string, unknown>> {
  const content = Object.fromEntries(rows.map(({ key, row }) => [key, row]));
  if (Object.keys(content).length !== rows.length) throw new Error('A source id is here more than once');
  return content;
}
