import { bigint } from '../engine/column';
import type { Keeper } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import { IS_EXPIRED } from '../pass/idempotency';
import { IDEMPOTENCY_KEYS } from '../tables/idempotency-keys';

const k = IDEMPOTENCY_KEYS.as('k');
/** Some hundredths of a second, for which whoever sends one of these keys again waits. */
const AT_A_TIME = 500;

/** How many there are to remove. */
export async function countExpiredKeys(keeper: Keeper): Promise<number> {
  const [row] = await keeper.query(
    sql`SELECT ${value('expired', bigint(), sql`count(*)`)} FROM ${k.$} WHERE ${IS_EXPIRED}`,
  );
  return Number(row?.expired ?? 0n);
}

/**
 * Removes idempotency keys that count no longer, so that those who create need not. `onRemoved` is told after each part how
 * many are gone, and says whether to go on. A key that is sent again meanwhile is of now, and stays.
 */
export async function removeExpiredKeys(
  keeper: Keeper,
  onRemoved: (total: number) => boolean = () => true,
): Promise<number> {
  for (let total = 0; ; ) {
    const found = await keeper.query(
      sql`SELECT ${select(k, ['id'])} FROM ${k.$} WHERE ${IS_EXPIRED} ORDER BY ${k.createdAt} LIMIT ${AT_A_TIME}`,
    );
    if (found.length === 0) return total;
    const ids = found.map(({ id }) => id).sort();
    const removed = await keeper.query(
      sql`DELETE FROM ${k.$} WHERE ${k.id} = ANY (${ids}::uuid[]) AND ${IS_EXPIRED} RETURNING ${select(k, ['id'])}`,
    );
    total += removed.length;
    if (found.length < AT_A_TIME || !onRemoved(total)) return total;
  }
}
