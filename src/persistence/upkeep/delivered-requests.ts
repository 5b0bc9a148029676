import { bigint } from '../engine/column';
import type { Keeper } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import { SYNCHRONIZATION_OUTBOX } from '../tables/synchronization-outbox';

const r = SYNCHRONIZATION_OUTBOX.as('r');
const AT_A_TIME = 500;
/** The last position stays, from which the next ones are counted. For a week whoever looks sees what was delivered. */
const IS_DONE_WITH = sql`${r.deliveredAt} < statement_timestamp() - interval '7 days'
  AND ${r.position} < (SELECT max(position) FROM public.synchronization_outbox)`;

/** How many requests to synchronize were delivered and need to be kept no longer. */
export async function countDeliveredRequests(keeper: Keeper): Promise<number> {
  const [row] = await keeper.query(
    sql`SELECT ${value('delivered', bigint(), sql`count(*)`)} FROM ${r.$} WHERE ${IS_DONE_WITH}`,
  );
  return Number(row?.delivered ?? 0n);
}

/** Removes them; `onRemoved` is told how many are gone. The audit has what was asked, by whom, and when it was delivered. */
export async function removeDeliveredRequests(keeper: Keeper, onRemoved: (total: number) => void): Promise<void> {
  for (let total = 0; ; ) {
    const found = await keeper.query(
      sql`SELECT ${select(r, ['position'])} FROM ${r.$} WHERE ${IS_DONE_WITH} ORDER BY ${r.position} LIMIT ${AT_A_TIME}`,
    );
    const last = found.at(-1)?.position;
    if (last === undefined || last === null) return;
    const removed = await keeper.query(
      sql`DELETE FROM ${r.$} WHERE ${r.position} <= ${last} AND ${IS_DONE_WITH} RETURNING ${select(r, ['id'])}`,
    );
    total += removed.length;
    onRemoved(total);
  }
}
