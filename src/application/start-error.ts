import { codedFailure, explainFailure, NOT_REACHED, POOLED } from '../persistence/set-up/database-failure';

/** Why it cannot start, in words that say what to do: the stack would tell nothing. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What helps where the database was not prepared for this version. */
export const SET_UP = 'Run "reseller-accounts db:setup" with the owner\'s URL in MIGRATION_DATABASE_URL.';

/** Errors of the database's rooms that say what to do. By name: these rooms are not loaded to tell of them. */
const SAYING_WHAT_TO_DO = new Set(['MigrationLockError', 'MissingTracerError', 'UnfitDatabaseError']);

/** What Postgres says to a login, a database or a table that is not there or is not ours. */
const NOT_SET_UP = new Set(['28P01', '28000', '3D000', '42P01', '42501']);

/** What is wrong with the database in words that say what to do; any other error as it is. */
export function asStartError(error: unknown): unknown {
  if (error instanceof Error && SAYING_WHAT_TO_DO.has(error.name)) return new StartError(error.message);
  const failure = codedFailure(error);
  if (failure === null) return error;
  if (NOT_SET_UP.has(failure.code)) return new StartError(`The database is not set up: ${failure.message}. ${SET_UP}`);
  if (Object.hasOwn(NOT_REACHED, failure.code)) {
    return new StartError(`The database cannot be reached: ${explainFailure(error, NOT_REACHED)}`);
  }
  if (Object.hasOwn(POOLED, failure.code)) return new StartError(explainFailure(error, POOLED));
  return error;
}

/** What keeps us from listening, by the variable that names the place. */
const NOT_LISTENING: Readonly<Record<string, (place: Place, of: string) => string>> = {
  EADDRINUSE: ({ host, port }, of) =>
    `${of}PORT: ${port} is taken on ${host} by another program: stop that, or choose another (0 takes a free one).`,
  EACCES: ({ port }, of) => `${of}PORT: ${port} is not for this user: choose one from 1024 on.`,
  EADDRNOTAVAIL: ({ host }, of) =>
    `${of}HOST: ${host} is no address of this machine: choose one of its own, or 0.0.0.0 for all.`,
  ENOTFOUND: ({ host }, of) => `${of}HOST: ${host} is not known as a name: give an address of this machine.`,
  EAI_AGAIN: ({ host }, of) => `${of}HOST: ${host} cannot be looked up at present: give an address of this machine.`,
  EINVAL: ({ host }, of) => `${of}HOST: ${host} cannot be listened at: give another address of this machine.`,
};

interface Place {
  readonly host: string;
  readonly port: number;
}

/** A failure to listen in words that name the variable, of those that begin so; any other as it is. */
export function asListenError(error: unknown, place: Place, prefix: '' | 'METRICS_' = ''): unknown {
  const code = codedFailure(error)?.code ?? '';
  const said = Object.hasOwn(NOT_LISTENING, code) ? NOT_LISTENING[code] : undefined;
  return said === undefined ? error : new StartError(said(place, prefix), { cause: error });
}
