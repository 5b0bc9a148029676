import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { TokenVerifier } from '../identity/token-verifier';
import { type Database, UnfitDatabaseError } from '../persistence/engine/database';
import { findDatabaseFaults } from '../persistence/integrity/database-guards';
import type { ReadinessFault } from '../server/health';

/** How long an answer is waited for: shortly where the last look still holds, else as long as whoever asks will. */
const READY_MS = 500;
const FIRST_MS = 1_800;
/** A whole look at the database holds for so long where the next one is late: a server that has much to do is no broken one. */
const HOLDS_MS = 3_000;

/**
 * Everything that keeps the server from serving as it should, at the moment that it is asked. `onGuards` is told how many of
 * the database's guards do not hold, each time that they were looked at.
 */
export function createReadiness(
  database: Database,
  verifier: TokenVerifier,
  logger: Logger,
  onGuards: (faults: number) => void = () => undefined,
): () => Promise<ReadinessFault[]> {
  const look = lastingLook(() => whatIsWrong(database, logger, onGuards));
  return async () => (await Promise.all([look(), keyFaults(verifier)])).flat();
}

/** One look at a time. One that is late is answered by the last that was whole, while that holds. */
function lastingLook(look: () => Promise<ReadinessFault[]>): () => Promise<ReadinessFault[]> {
  let running: Promise<ReadinessFault[]> | null = null;
  let last: { readonly faults: ReadinessFault[]; readonly at: number } | null = null;
  const lookOnce = async () => {
    try {
      const faults = await look().catch(faultOf);
      last = { faults, at: performance.now() };
      return faults;
    } finally {
      running = null;
    }
  };
  return async () => {
    running ??= lookOnce();
    const held = last !== null && performance.now() - last.at < HOLDS_MS ? last.faults : null;
    const found = await inTime(running, held ? READY_MS : FIRST_MS);
    return found === 'late' ? (held ?? [AWAY]) : found;
  };
}

const AWAY: ReadinessFault = { name: 'database', message: 'The database is not to be had in time' };

/** A database that is there says itself why it must not be used and what to do. */
function faultOf(error: unknown): ReadinessFault[] {
  return error instanceof UnfitDatabaseError ? [{ name: 'database', message: error.message }] : [AWAY];
}

async function whatIsWrong(
  database: Database,
  logger: Logger,
  onGuards: (faults: number) => void,
): Promise<ReadinessFault[]> {
  if (!(await database.isMigrated())) {
    return [{ name: 'migrations', message: 'The database lacks migrations of this version' }];
  }
  if (await database.isOutOfSpace()) {
    return [{ name: 'space', message: 'The database has no room left to write: give its disk more' }];
  }
  const faults = await findDatabaseFaults(database);
  onGuards(faults.length);
  if (faults.length === 0) return [];
  logger.error({ faults }, "the database's guards do not hold");
  return [{ name: 'guards', message: "The database's guards do not hold; the log says which" }];
}

async function keyFaults(verifier: TokenVerifier): Promise<ReadinessFault[]> {
  if ((await inTime(verifier.isReady(), READY_MS)) === true) return [];
  return [{ name: 'keys', message: 'The keys of an issuer are not to be had, so its tokens cannot be checked' }];
}

function inTime<T>(answer: Promise<T>, milliseconds: number): Promise<T | 'late'> {
  return Promise.race([answer, sleep(milliseconds, 'late' as const, { ref: false })]);
}
