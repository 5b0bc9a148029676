import type { Logger } from 'pino';
import type { Keeper } from '../persistence/engine/database';
import { makeAuditPartitions, whyNotMade } from '../persistence/upkeep/audit-partitions';
import { removeExpiredKeys } from '../persistence/upkeep/expired-keys';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Something was left undone: in less than the three months for which there is room. */
const AGAIN_MS = 60 * MINUTE_MS;

/**
 * Makes room in the audit for the months to come and removes idempotency keys that have expired: now, and then once a day,
 * beside those who are served. What fails has a line, and is tried again; nothing depends on it today. Gives what ends it.
 */
export function startUpkeep(keeper: Keeper, logger: Logger): () => Promise<void> {
  let isStopping = false;
  let timer: NodeJS.Timeout | null = null;
  const run = async () => {
    const isDone = await keepSmall(keeper, logger, () => !isStopping);
    if (isStopping) return;
    // Servers that were started together do not go on together.
    timer = setTimeout(run, (isDone ? DAY_MS : AGAIN_MS) + Math.random() * 10 * MINUTE_MS);
    timer.unref();
  };
  void run();
  return async () => {
    // A statement that runs is waited for as the connections are closed.
    isStopping = true;
    if (timer !== null) clearTimeout(timer);
  };
}

/** Whether nothing was left undone. */
async function keepSmall(keeper: Keeper, logger: Logger, mayGoOn: () => boolean): Promise<boolean> {
  try {
    const months = await makeAuditPartitions(keeper);
    const missing = months.filter(({ outcome }) => outcome !== 'MADE');
    if (missing.length > 0) logger.warn({ missing: missing.map(whyNotMade) }, 'the audit lacks partitions');
    if (missing.length < months.length) logger.info({ months: months.length - missing.length }, 'partitions made');
    const keys = mayGoOn() ? await removeExpiredKeys(keeper, mayGoOn) : 0;
    if (keys > 0) logger.info({ keys }, 'expired idempotency keys removed');
    return missing.length === 0;
  } catch (err) {
    if (mayGoOn()) logger.warn({ err }, 'the database could not be kept small; it is tried again');
    return false;
  }
}
