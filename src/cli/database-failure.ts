import { types } from 'node:util';

const { isNativeError } = types;

/** What Postgres or the network says, and what to do about it. Other failures are what they say. */
const ADVICE: Readonly<Record<string, string>> = {
  '42501':
    'The owner must own the database and have CREATEROLE, and CREATEDB if the database is to be made; roles that somebody else has made need ADMIN OPTION.',
  '28P01': 'The password in the URL is not that of the login.',
  '28000': 'The server does not let this login in.',
  '3D000': 'Make the database, or let the owner reach the database "postgres" to make it from there.',
  ECONNREFUSED: 'Nothing listens at the address in the URL.',
  ENOTFOUND: 'The host in the URL is not known.',
  ETIMEDOUT: 'The address in the URL does not answer.',
};

/** One failure in words, without a stack. */
export function explainFailure(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  // Several addresses of one host fail one by one.
  const [first] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  if (first !== undefined) return explainFailure(first);
  const advice = 'code' in error && typeof error.code === 'string' ? ADVICE[error.code] : undefined;
  return advice === undefined ? error.message : `${error.message}. ${advice}`;
}
