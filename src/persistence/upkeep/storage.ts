import { bigint, instant, integer, oneOf } from '../engine/column';
import type { Reader } from '../engine/database';
import { both, value } from '../engine/select';
import { sql } from '../engine/sql';
import { AUDITS, type AuditName, PART_SINCE, PART_UNTIL } from './audit-partitions';

/** How large what grows is, and whether there is room for what comes. */
export interface Storage {
  readonly audits: readonly AuditStorage[];
  /** Of the history of accounts, with its indexes; bytes. */
  readonly historyBytes: number;
}

export interface AuditStorage {
  readonly audit: AuditName;
  /** All partitions with their indexes. */
  readonly bytes: number;
  readonly partitions: number;
  /** Of this month and the next three how many have a partition: 4 is as it should be. */
  readonly monthsReady: number;
  /** In no month; counted up to ten thousand, which then stands for more. */
  readonly restEntries: number;
  readonly restOldest: Date | null;
}

const SIZES = both(
  both(
    value('audit', oneOf(AUDITS), sql`rest.audit`),
    both(
      value('bytes', bigint(), sql`parts.bytes`),
      both(value('partitions', integer(), sql`parts.count`), value('monthsReady', integer(), sql`months.ready`)),
    ),
  ),
  both(
    both(
      value('restEntries', integer(), sql`rest.entries::int`),
      value('restOldest', instant().nullable(), sql`rest.oldest`),
    ),
    value('historyBytes', bigint(), sql`public.stored_bytes('public.account_history'::regclass)`),
  ),
);

/**
 * Sizes from the catalog: nothing is scanned, however large it is, and the portal's login may ask. One statement; for
 * figures and for whoever looks whether all is well.
 */
export async function readStorage(reader: Reader): Promise<Storage> {
  const rows = await reader.query(
    sql`WITH part AS (
        SELECT i.inhparent, c.oid, ${PART_SINCE} AS since, ${PART_UNTIL} AS until
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid)
      SELECT ${SIZES} FROM public.audit_rest() AS rest,
        LATERAL (SELECT count(*)::int AS count, coalesce(sum(public.stored_bytes(p.oid)), 0)::bigint AS bytes
          FROM part p WHERE p.inhparent = to_regclass('public.' || rest.audit)) parts,
        LATERAL (SELECT count(*)::int AS ready FROM generate_series(0, 3) nth,
            LATERAL (SELECT (date_trunc('month', statement_timestamp() AT TIME ZONE 'UTC')
              + make_interval(months => nth)) AT TIME ZONE 'UTC' AS at) month
          WHERE EXISTS (SELECT FROM part p WHERE p.inhparent = to_regclass('public.' || rest.audit)
            AND p.since <= month.at AND p.until > month.at)) months`,
  );
  return {
    audits: rows.map(({ historyBytes: _, bytes, ...audit }) => ({ ...audit, bytes: Number(bytes) })),
    historyBytes: Number(rows[0]?.historyBytes ?? 0),
  };
}
