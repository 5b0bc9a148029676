import { UnfitDatabaseError } from '../persistence/engine/database';
import { codedFailure, explainFailure, NOT_REACHED } from '../persistence/set-up/database-failure';
import { MigrationLockError } from '../persistence/set-up/migrate';

/** Why it cannot start, in words that say what to do: the stack would tell nothing. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What helps where the database was not prepared for this version. */
export const SET_UP = 'Run "npm run db:setup" with the owner\'s URL in MIGRATION_DATABASE_URL.';

/** What Postgres says to a login, a database or a table that is not there or is not ours. */
const NOT_SET_UP = new Set(['28P01', '28000', '3D000', '42P01', '42501']);

/** What is wrong with the database in words that say what to do; any other error as it is. */
export function asStartError(error: unknown): unknown {
  if (error instanceof MigrationLockError || error instanceof UnfitDatabaseError) return new StartError(error.message);
  const failure = codedFailure(error);
  if (failure === null) return error;
  if (NOT_SET_UP.has(failure.code)) return new StartError(`The database is not set up: ${failure.message}. ${SET_UP}`);
  if (Object.hasOwn(NOT_REACHED, failure.code)) {
    return new StartError(`The database cannot be reached: ${explainFailure(error, NOT_REACHED)}`);
  }
  return error;
}
