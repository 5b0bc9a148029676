import { type Refusal, refusal } from '../../domain/errors';
import { type Locale, parameterTexts, say, textOf } from '../../domain/message';

/** An error of a payload, as the contract's `AccountUserError` has it. */
export type UserError = ReturnType<typeof userErrorOf>;

/** Nobody mends more at once, and 500 items of a call may each have hundreds. */
const MOST_ERRORS = 25;

/** The refusals of one call or item, as the contract's payloads show them; of many the first, and how many more. */
export function userErrorsOf(refusals: readonly Refusal[], { locale }: { readonly locale: Locale }): UserError[] {
  const next = refusals[MOST_ERRORS];
  const shown = refusals.slice(0, MOST_ERRORS).map((one) => userErrorOf(one, locale));
  if (!next) return shown;
  const more = say('errors.more', { count: refusals.length - MOST_ERRORS });
  return [...shown, userErrorOf(refusal(next.code, more, []), locale)];
}

function userErrorOf({ code, said, path, retryable, action, reasons, field }: Refusal, locale: Locale) {
  return {
    code,
    message: textOf(said, locale),
    messageKey: said.key,
    parameters: parameterTexts(said, locale),
    path,
    retryable: retryable ?? false,
    action: action ?? null,
    reasons: reasons ?? [],
    field: field ?? null,
  };
}
