import type { Refusal } from '../../domain/errors';

/** An error of a payload, as the contract's `AccountUserError` has it. */
export type UserError = ReturnType<typeof userErrorOf>;

/** Nobody mends more at once, and 500 items of a call may each have hundreds. */
const MOST_ERRORS = 25;

/** The refusals of one call or item, as the contract's payloads show them; of many the first, and how many more. */
export function userErrorsOf(refusals: readonly Refusal[]): UserError[] {
  const next = refusals[MOST_ERRORS];
  const shown = refusals.slice(0, MOST_ERRORS).map(userErrorOf);
  if (!next) return shown;
  const message = `${refusals.length - MOST_ERRORS} more errors are not told.`;
  return [...shown, userErrorOf({ code: next.code, message, path: [] })];
}

function userErrorOf(refusal: Refusal) {
  return {
    code: refusal.code,
    message: refusal.message,
    path: refusal.path,
    retryable: refusal.retryable ?? false,
    action: refusal.action ?? null,
    reasons: refusal.reasons ?? [],
    field: refusal.field ?? null,
  };
}
