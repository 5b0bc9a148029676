/** What is known of a failure by its name, its code and the place in Postgres that it comes from. */
interface Failure {
  readonly name: string;
  readonly code: string;
  readonly routine: string;
}

/** Errors come from several realms while tests run: what is read is looked at, not which class it is of. */
export function failureOf(cause: unknown): Failure {
  const { name, code, routine } = (cause ?? {}) as Readonly<Record<string, unknown>>;
  return { name: textOf(name), code: textOf(code), routine: textOf(routine) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Why a transaction is tried again. */
export const RETRY_CAUSES = [
  'serialization',
  'deadlock',
  'changed_meanwhile',
  'statement_name',
  'changed_table',
] as const;
export type RetryCause = (typeof RETRY_CAUSES)[number];

export function retryCauseOf(cause: unknown): RetryCause {
  const { name, code } = failureOf(cause);
  if (name === 'ChangedMeanwhileError') return 'changed_meanwhile';
  if (code === '40001') return 'serialization';
  if (code === '40P01') return 'deadlock';
  return code === '26000' || code === '42P05' ? 'statement_name' : 'changed_table';
}

/** Why something failed in the database for good. Refusals of our own, and denied writes, are told elsewhere. */
export const FAILURE_CAUSES = [
  'lock_timeout',
  'statement_timeout',
  'retries_exhausted',
  'connection',
  'resources',
  'constraint',
  'other',
] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

const RETRIED = new Set(['40001', '40P01', '26000', '42P05']);

/** Null for what is no failure of the database. */
export function failureCauseOf(cause: unknown): FailureCause | null {
  const { code, name } = failureOf(cause);
  // An answer to COMMIT that did not come, and what pg says of connections, has no code.
  if (name === 'CommitUnanswered' || (code === '' && isOfConnection(cause))) return 'connection';
  if (code === '') return null;
  if (code === '55P03') return 'lock_timeout';
  if (code === '57014') return 'statement_timeout';
  if (RETRIED.has(code)) return 'retries_exhausted';
  if (/^(08|57|58|28|3D|25)/.test(code) || /^(E[A-Z0-9]{3,}|EAI_[A-Z]+)$/.test(code)) return 'connection';
  if (code.startsWith('53')) return 'resources';
  if (code.startsWith('23')) return 'constraint';
  return /^[0-9A-Z]{5}$/.test(code) && code !== 'RA001' && code !== '42501' ? 'other' : null;
}

function isOfConnection(cause: unknown): boolean {
  const { message } = (cause ?? {}) as { readonly message?: unknown };
  return /Connection terminated|timeout exceeded when trying to connect|is not queryable/.test(textOf(message));
}
