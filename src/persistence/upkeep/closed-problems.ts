import { bigint } from '../engine/column';
import type { Keeper } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import { SYNC_ACTIVITY } from '../tables/sync-activity';
import { SYNC_PROBLEMS } from '../tables/sync-problems';

const p = SYNC_PROBLEMS.as('p');
const c = SYNC_ACTIVITY.as('c');
const AT_A_TIME = 500;
/** As long as the inbox shows them (S33). */
const IS_OLD = sql`${p.closedAt} < statement_timestamp() - interval '90 days'`;
/** The last day is told of, and when something was taken last: a reseller's newest counts stay, whenever they are of. */
const IS_COUNTED_OUT = sql`${c.since} < statement_timestamp() - interval '2 days' AND EXISTS (
  SELECT FROM public.sync_activity n WHERE n.tenant_reseller_id = ${c.tenantResellerId} AND n.since > ${c.since}
    AND (n.last_accepted_at IS NOT NULL OR ${c.lastAcceptedAt} IS NULL))`;

/** How many rows of inboxes were closed so long ago that nobody is shown them any more. */
export async function countClosedProblems(keeper: Keeper): Promise<number> {
  const [row] = await keeper.query(sql`SELECT ${value('old', bigint(), sql`count(*)`)} FROM ${p.$} WHERE ${IS_OLD}`);
  return Number(row?.old ?? 0n);
}

/** Removes them; `onRemoved` is told how many are gone. One that is opened again meanwhile stays. */
export async function removeClosedProblems(keeper: Keeper, onRemoved: (total: number) => void): Promise<void> {
  for (let total = 0; ; ) {
    const found = await keeper.query(
      sql`SELECT ${select(p, ['tenantResellerId', 'subjectKey'])} FROM ${p.$} WHERE ${IS_OLD} LIMIT ${AT_A_TIME}`,
    );
    if (found.length === 0) return;
    const resellers = [...new Set(found.map(({ tenantResellerId }) => tenantResellerId))];
    const subjects = found.map(({ subjectKey }) => subjectKey).sort();
    const removed = await keeper.query(
      sql`DELETE FROM ${p.$} WHERE ${p.tenantResellerId} = ANY (${resellers}::uuid[])
        AND ${p.subjectKey} = ANY (${subjects}::uuid[]) AND ${IS_OLD}
        RETURNING ${select(p, ['subjectKey'])}`,
    );
    total += removed.length;
    onRemoved(total);
  }
}

/** How many counts of events are of no use any more. */
export async function countOldActivity(keeper: Keeper): Promise<number> {
  const [row] = await keeper.query(
    sql`SELECT ${value('old', bigint(), sql`count(*)`)} FROM ${c.$} WHERE ${IS_COUNTED_OUT}`,
  );
  return Number(row?.old ?? 0n);
}

/** Removes them. */
export async function removeOldActivity(keeper: Keeper, onRemoved: (total: number) => void): Promise<void> {
  const removed = await keeper.query(
    sql`DELETE FROM ${c.$} WHERE ${IS_COUNTED_OUT} RETURNING ${select(c, ['tenantResellerId'])}`,
  );
  onRemoved(removed.length);
}
