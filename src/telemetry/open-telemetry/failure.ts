/** A code as ours, HTTP's and PostgreSQL's are; anything else could be somebody's text. */
const CODE = /^[A-Z0-9_]{3,60}$/;

/** What sort of failure it is, by its code or class: never its message, which may quote what was sent or stored. */
export function failureName(failure: unknown): string {
  const { code, refusals } = Object(failure) as { readonly code?: unknown; readonly refusals?: unknown };
  const [refusal] = Array.isArray(refusals) ? refusals : [];
  const named: unknown = refusal?.code ?? code;
  if (typeof named === 'string' && CODE.test(named)) return named;
  return failure instanceof Error ? failure.constructor.name : typeof failure;
}

/** Whether somebody was refused something, which is no fault of ours. */
export function isRefusal(failure: unknown): boolean {
  const { refusals } = Object(failure) as { readonly refusals?: unknown };
  return Array.isArray(refusals) || ['RequestError', 'HttpRefusal'].includes((failure as Error)?.name);
}
