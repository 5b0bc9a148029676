/** The embedded database cannot be used. The message says why and what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The system's code of a failed call, such as `ENOENT`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  // Not `instanceof`: under jest the errors of Node's own modules come from another realm.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What an error says, as a part of our own sentence. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
