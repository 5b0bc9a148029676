import type { InboxNotes, SyncHealth, SyncProblem } from '../../domain/sync/inbox';
import { bigint, instant, integer, text, uuid } from '../engine/column';
import type { Keeper, Reader } from '../engine/database';
import { inOrder, isAfter, type KeysetPage, type OrderedList } from '../engine/keyset';
import { both, select, selectAgain, value } from '../engine/select';
import { join, sql } from '../engine/sql';
import type { SyncPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { SYNC_ACTIVITY } from '../tables/sync-activity';
import { SYNC_PROBLEMS } from '../tables/sync-problems';

const p = SYNC_PROBLEMS.as('p');
const c = SYNC_ACTIVITY.as('c');

/** Longer is nothing kept of what is no problem any more. */
const IS_KEPT = sql`(${p.closedAt} IS NULL OR ${p.closedAt} > statement_timestamp() - interval '90 days')`;

/** A problem with what tells it apart from those that were seen at the same time. */
export type ListedProblem = SyncProblem & {
  readonly tenantResellerId: string;
  readonly subjectKey: string;
  readonly exactly: string;
};

const LISTED = both(
  select(p, [
    ...(['tenantResellerId', 'subjectKey', 'sourceAccountId', 'sourceSubscriptionId', 'code', 'message'] as const),
    ...(['path', 'firstSeenAt', 'lastSeenAt', 'count', 'closedAt'] as const),
  ]),
  value('exactly', text(), sql`${p.lastSeenAt}::text`),
);

/** The newest first. */
export const SYNC_PROBLEM_ORDER: OrderedList<ListedProblem> = {
  name: 'syncProblem',
  selection: LISTED,
  from: p.$,
  order: [
    { column: p.lastSeenAt, type: 'timestamptz', of: ({ exactly }) => exactly },
    { column: p.subjectKey, type: 'uuid', of: ({ subjectKey }) => subjectKey },
  ],
  direction: 'DESC',
};

const WHICH = { true: sql`${p.closedAt} IS NULL`, false: sql`${p.closedAt} IS NOT NULL`, null: sql`true` };

/** A page of the problems of each of these resellers, by reseller: one statement for them all. */
export async function listSyncProblems(
  reader: Reader,
  tenantResellerIds: readonly string[],
  open: boolean | null,
  { limit, after }: KeysetPage,
): Promise<Map<string, ListedProblem[]>> {
  const { order, direction } = SYNC_PROBLEM_ORDER;
  const conditions = [IS_KEPT, WHICH[`${open}`], ...(after ? [isAfter(order, direction, after)] : [])];
  // One read for each: a distributed database follows no reseller into what is on the nodes.
  const pages = tenantResellerIds.map(
    (id) => sql`(SELECT ${LISTED} FROM ${p.$} WHERE ${p.tenantResellerId} = ${id}::uuid AND ${join(conditions, ' AND ')}
      ORDER BY ${inOrder(order, direction)} LIMIT ${limit})`,
  );
  const rows = await reader.query(sql`SELECT ${selectAgain('page', LISTED)} FROM (${join(pages, ' UNION ALL ')}) page`);
  const problems = new Map<string, ListedProblem[]>(tenantResellerIds.map((id) => [id, []]));
  for (const row of rows) problems.get(row.tenantResellerId)?.push(row);
  return problems;
}

const HEALTH = both(
  both(
    value('tenantResellerId', uuid(), sql`health.tenant_reseller_id`),
    value('lastAcceptedAt', instant().nullable(), sql`max(health.last_accepted_at)`),
  ),
  both(
    value('accepted', bigint(), sql`sum(health.accepted)::bigint`),
    both(
      value('refused', bigint(), sql`sum(health.refused)::bigint`),
      value('openProblems', integer(), sql`sum(health.open)::int`),
    ),
  ),
);

/** How these resellers' syncs fare, by reseller; of one that never sent anything nothing is known. */
export async function findSyncHealth(
  reader: Reader,
  tenantResellerIds: readonly string[],
): Promise<Map<string, SyncHealth>> {
  const rows = await reader.query(
    sql`SELECT ${HEALTH} FROM (
        SELECT ${c.tenantResellerId}, max(${c.lastAcceptedAt}) AS last_accepted_at,
          coalesce(sum(${c.accepted}) FILTER (WHERE ${IS_OF_LAST_DAY}), 0) AS accepted,
          coalesce(sum(${c.refused}) FILTER (WHERE ${IS_OF_LAST_DAY}), 0) AS refused, 0 AS open
        FROM ${c.$} WHERE ${c.tenantResellerId} = ANY (${tenantResellerIds}::uuid[]) GROUP BY ${c.tenantResellerId}
        UNION ALL
        SELECT ${p.tenantResellerId}, NULL, 0, 0, count(*) FROM ${p.$}
        WHERE ${p.tenantResellerId} = ANY (${tenantResellerIds}::uuid[]) AND ${p.closedAt} IS NULL
        GROUP BY ${p.tenantResellerId}) health
      GROUP BY health.tenant_reseller_id`,
  );
  return new Map(
    rows.map(({ tenantResellerId, lastAcceptedAt, accepted, refused, openProblems }) => [
      tenantResellerId,
      { lastAcceptedAt, acceptedLastDay: Number(accepted), refusedLastDay: Number(refused), openProblems },
    ]),
  );
}

const IS_OF_LAST_DAY = sql`${c.since} > statement_timestamp() - interval '1 day'`;

/** Writes down what a call of the sync's left: what was refused, and what is no problem any more. */
export async function noteSyncProblems(pass: SyncPass, { refused, taken }: InboxNotes): Promise<void> {
  await write(
    pass,
    SETUP,
    sql`SELECT public.note_sync_problems(${JSON.stringify(refused)}::jsonb, ${[...taken]}::uuid[])`,
  );
}

/** How many events of a reseller were taken and refused in some minutes. */
export interface CountedEvents {
  readonly tenantResellerId: string;
  /** The beginning of these minutes. */
  readonly since: Date;
  readonly accepted: number;
  readonly refused: number;
  readonly lastAcceptedAt: Date | null;
}

/** Adds counts to those that are there. */
export async function noteSyncActivity(keeper: Keeper, counted: readonly CountedEvents[]): Promise<void> {
  await keeper.query(
    sql`SELECT ${value('noted', text().nullable(), sql`public.note_sync_activity(${JSON.stringify(counted)}::jsonb)::text`)}`,
  );
}
