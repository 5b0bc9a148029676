import type { Refusal } from '../../domain/errors';

/** An error of a payload, as the contract's `AccountUserError` has it. */
export type UserError = ReturnType<typeof userErrorOf>;

/** A refusal as the contract's payloads show it. */
export function userErrorOf(refusal: Refusal) {
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
