/** Failures that say in their message what to do. By name: what throws them need not be loaded where they are told. */
const EXPECTED = new Set(['ConfigError', 'StartError', 'UnguardedDatabaseError', 'UnguardedSchemaError']);

/** What whoever started us is told of a failure: of one that nobody foresaw the stack, too. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return EXPECTED.has(error.name) ? error.message : (error.stack ?? error.message);
}
