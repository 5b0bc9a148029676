import type { WorkerSettings } from '../config/config-workers';
import { EDGE_LIMITS } from '../server/exchange/edge-limits';

/** What one of the processes that serve has of that which there is only so much of. */
export interface Shares {
  readonly poolSize: number;
  readonly maxConnections: number;
  readonly heldBytes: number;
}

/** The largest body and the largest answer, which a caller alone may hold as long as as much again is left for others. */
const FEWEST_BYTES = 64 * 1024 * 1024;

/**
 * The shares of worker 1, 2, …: together what the settings say, whatever their number
 * (test/application/shares.test.ts). Bytes alone may come to more, since less than the largest request does nobody any good.
 */
export function sharesOf({ workers, poolSize, maxConnections }: WorkerSettings, worker = 1): Shares {
  const shareOf = (total: number) => Math.floor(total / workers) + (worker <= total % workers ? 1 : 0);
  return {
    poolSize: shareOf(poolSize),
    maxConnections: shareOf(maxConnections),
    heldBytes: Math.max(shareOf(EDGE_LIMITS.heldBytes), FEWEST_BYTES),
  };
}
