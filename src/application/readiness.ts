import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { TokenVerifier } from '../identity/token-verifier';
import { type Database, UnfitDatabaseError } from '../persistence/engine/database';
import { findDatabaseFaults } from '../persistence/integrity/database-guards';
import type { ReadinessFault } from '../server/health';

const READY_MS = 500;

/** Everything that keeps the server from serving as it should, now. */
export async function readinessFaults(
  database: Database,
  verifier: TokenVerifier,
  logger: Logger,
): Promise<ReadinessFault[]> {
  return (await Promise.all([databaseFaults(database, logger), keyFaults(verifier)])).flat();
}

async function databaseFaults(database: Database, logger: Logger): Promise<ReadinessFault[]> {
  try {
    const faults = await inTime(whatIsWrong(database, logger));
    if (faults !== 'late') return faults;
  } catch (error) {
    // It is there, and says itself why it must not be used and what to do.
    if (error instanceof UnfitDatabaseError) return [{ name: 'database', message: error.message }];
    // Said below, as for an answer that comes too late.
  }
  return [{ name: 'database', message: 'The database is not to be had in time' }];
}

async function whatIsWrong(database: Database, logger: Logger): Promise<ReadinessFault[]> {
  if (!(await database.isMigrated())) {
    return [{ name: 'migrations', message: 'The database lacks migrations of this version' }];
  }
  if (await database.isOutOfSpace()) {
    return [{ name: 'space', message: 'The database has no room left to write: give its disk more' }];
  }
  const faults = await findDatabaseFaults(database);
  if (faults.length === 0) return [];
  logger.error({ faults }, "the database's guards do not hold");
  return [{ name: 'guards', message: "The database's guards do not hold; the log says which" }];
}

async function keyFaults(verifier: TokenVerifier): Promise<ReadinessFault[]> {
  if ((await inTime(verifier.isReady())) === true) return [];
  return [{ name: 'keys', message: 'The keys of an issuer are not to be had, so its tokens cannot be checked' }];
}

function inTime<T>(answer: Promise<T>): Promise<T | 'late'> {
  return Promise.race([answer, sleep(READY_MS, 'late' as const, { ref: false })]);
}
