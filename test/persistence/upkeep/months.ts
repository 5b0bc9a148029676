import type { TestDatabase } from '../../support/cluster';

/** The first instant of the month so many months from now, in UTC. */
export function monthFromNow(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}

export const nameOfMonth = (months: number) => monthFromNow(months).toISOString().slice(0, 7);
export const partitionOf = (audit: string, months: number) => `${audit}_${nameOfMonth(months).replace('-', '_')}`;

/** The partitions of an audit with their bounds, by name. */
export async function partitionsOf(
  database: Pick<TestDatabase, 'sql'>,
  audit: string,
): Promise<Record<string, string>> {
  const rows = await database.sql<{ name: string; bounds: string }>(
    `SELECT relname AS name, pg_get_expr(relpartbound, oid) AS bounds FROM pg_class
     WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = to_regclass($1)) ORDER BY relname`,
    [audit],
  );
  return Object.fromEntries(rows.map(({ name, bounds }) => [name, bounds]));
}

/** So many entries of an audit at this instant, a second apart; each about as large as one of a refresh, or as told. */
export async function addEntries(
  database: Pick<TestDatabase, 'sql'>,
  audit: string,
  at: Date,
  { count = 1, bytes = 100 }: { readonly count?: number; readonly bytes?: number } = {},
): Promise<void> {
  const [column, account] = audit === 'account_audit' ? ['account_id, ', 'gen_random_uuid(), '] : ['', ''];
  await database.sql(
    `INSERT INTO ${audit} (${column}at, record, operation, after)
     SELECT ${account}$1::timestamptz + nth * interval '1 second', 'x', 'UPDATE', jsonb_build_object('nth', nth, 'x', repeat('x', $3))
     FROM generate_series(0, $2 - 1) nth`,
    [at, count, bytes],
  );
}
