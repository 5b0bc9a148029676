import { availableParallelism } from 'node:os';
import type { Values } from './config-variables';

/** How many processes serve, and what there is for all of them together. */
export interface WorkerSettings {
  readonly workers: number;
  /** Connections to the database that callers are served by, of each login. */
  readonly poolSize: number;
  readonly maxConnections: number;
}

const DEFAULT_POOL_SIZE = 10;
const DEFAULT_MAX_CONNECTIONS = 1_000;
/** Of the last one that is free a caller who has one already gets none: with less than two, one caller could hold up all others. */
const FEWEST_POOLED = 2;
/** As of a server that is one process. */
const FEWEST_CONNECTIONS = 20;
const MOST_WORKERS = 64;

/** What is wrong is added to `faults`, and the answer is then not to be used. */
export function workersOf(values: Values, faults: string[], processors = availableParallelism()): WorkerSettings {
  const { WORKERS: wanted = 1, POOL_SIZE: poolSize = DEFAULT_POOL_SIZE } = values;
  const { MAX_CONNECTIONS: maxConnections = DEFAULT_MAX_CONNECTIONS } = values;
  if (wanted === 'auto') {
    const room = Math.floor(Math.min(poolSize / FEWEST_POOLED, maxConnections / FEWEST_CONNECTIONS));
    return { workers: Math.min(processors, room, MOST_WORKERS), poolSize, maxConnections };
  }
  if (poolSize < wanted * FEWEST_POOLED) {
    faults.push(tooFew('POOL_SIZE', poolSize, wanted, FEWEST_POOLED, 'connections of each login'));
  }
  if (maxConnections < wanted * FEWEST_CONNECTIONS) {
    faults.push(tooFew('MAX_CONNECTIONS', maxConnections, wanted, FEWEST_CONNECTIONS, 'connections'));
  }
  return { workers: wanted, poolSize, maxConnections };
}

function tooFew(name: string, got: number, workers: number, each: number, what: string): string {
  return `${name}: is ${got}, expected ${workers * each} or more with WORKERS=${workers}: each needs ${each} ${what}`;
}
