import { bigint, instant, oneOf, text } from '../engine/column';
import type { Keeper } from '../engine/database';
import { both, value } from '../engine/select';
import { type Fragment, keyword, sql } from '../engine/sql';
import { columnName } from '../engine/table';
import { ACCOUNT_AUDIT } from '../tables/account-audit';
import { SETUP_AUDIT } from '../tables/setup-audit';
import { AUDITS, type AuditName, PART_SINCE, PART_UNTIL } from './audit-partitions';
import type { OwnerSession } from './owner-session';

export const AUDIT_TABLES = { account_audit: ACCOUNT_AUDIT, setup_audit: SETUP_AUDIT } as const;

/** A table of an audit's entries: attached to it, or taken out and not yet removed. */
export interface AuditPart {
  readonly audit: AuditName;
  readonly name: string;
  /** Null: from the beginning. */
  readonly since: Date | null;
  /** The first instant that is not in it. */
  readonly until: Date;
  readonly bytes: number;
  /** Whether readers of the audit see it. */
  readonly isAttached: boolean;
}

/** What tells a part that was taken out, across an end of the program. */
const takenOut = (audit: Fragment) => sql`'Taken out of ' || ${audit} || ' by db:maintain; until '`;

const PART = both(
  both(value('audit', oneOf(AUDITS), sql`part.audit`), value('name', text(), sql`part.name`)),
  both(
    both(
      value('since', instant().nullable(), sql`nullif(part.since, '-infinity')`),
      value('until', instant(), sql`part.until`),
    ),
    value('bytes', bigint(), sql`public.stored_bytes(part.oid)`),
  ),
);

/** The parts of both audits that have bounds, the oldest first; not the rest. */
export async function attachedParts(keeper: Keeper): Promise<AuditPart[]> {
  const rows = await keeper.query(
    sql`SELECT ${PART} FROM (
        SELECT p.relname AS audit, c.relname AS name, c.oid, ${PART_SINCE} AS since, ${PART_UNTIL} AS until
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
        WHERE p.oid = ANY (ARRAY['public.account_audit'::regclass, 'public.setup_audit'::regclass])) part
      WHERE part.until IS NOT NULL ORDER BY part.until, part.name`,
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes), isAttached: true }));
}

/** Those that were taken out before, by a run that was broken off. */
export async function partsTakenOut(keeper: Keeper): Promise<AuditPart[]> {
  const rows = await keeper.query(
    sql`SELECT ${PART} FROM (
        SELECT a.name AS audit, c.relname AS name, c.oid, '-infinity'::timestamptz AS since,
          substring(d.said FROM length(${takenOut(sql`a.name`)}) + 1)::timestamptz AS until
        FROM pg_class c, unnest(${AUDITS}::text[]) AS a(name), obj_description(c.oid, 'pg_class') AS d(said)
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition
          AND starts_with(d.said, ${takenOut(sql`a.name`)})) part
      ORDER BY part.until, part.name`,
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes), isAttached: false }));
}

/** Takes a part out of its audit: readers do not see it any more, and wait for it no longer than this takes. */
export async function takeOut(session: OwnerSession, { audit, name, until }: AuditPart): Promise<void> {
  await session.briefly(async () => {
    await session.query(sql`ALTER TABLE public.${keyword(audit)} DETACH PARTITION public.${named(name)}`);
    await session.query(
      sql`COMMENT ON TABLE public.${named(name)} IS ${keyword(`'Taken out of ${audit} by db:maintain; until ${until.toISOString()}'`)}`,
    );
  });
}

/** A table that takes entries of an audit, and that nobody is granted. */
export async function createPart(session: OwnerSession, audit: AuditName, name: string): Promise<void> {
  await session.query(sql`CREATE TABLE public.${named(name)} (LIKE public.${keyword(audit)} INCLUDING ALL)`);
  await session.query(
    sql`REVOKE ALL ON public.${named(name)} FROM PUBLIC, reseller_accounts_portal, reseller_accounts_sync`,
  );
}

export async function attachPart(
  session: OwnerSession,
  audit: AuditName,
  name: string,
  since: Date | null,
  until: Date,
): Promise<void> {
  const from = since === null ? 'MINVALUE' : `'${since.toISOString()}'`;
  await session.query(
    sql`ALTER TABLE public.${keyword(audit)} ATTACH PARTITION public.${named(name)}
      FOR VALUES FROM (${keyword(from)}) TO (${keyword(`'${until.toISOString()}'`)})`,
  );
}

/** The columns of an audit in their order, whatever the order in a table that is older. */
export function columnsOf(audit: AuditName): Fragment {
  return keyword(Object.keys(AUDIT_TABLES[audit].columns).map(columnName).join(', '));
}

/** The name of a part: ours, or what the catalog gave. */
export function named(name: string): Fragment {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`This is no name of a part of the audit: ${name}`);
  return keyword(name);
}
