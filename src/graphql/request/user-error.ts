import { type Refusal, type RefusalCode, refusal } from '../../domain/errors';
import { type Locale, parameterTexts, say, textOf } from '../../domain/message';
import { MOST_IN_THE_WAY } from '../../domain/resellers/go-live';

/** An error of a payload, as the contract's `AccountUserError` has it. */
export type UserError = ReturnType<typeof userErrorOf>;

/** Nobody mends more at once, and 500 items of a call may each have hundreds. */
const MOST_ERRORS = 25;
/** Of a list of accounts that are to be dealt with, no item of a call, as many as are listed. */
const MOST_OF: Partial<Record<RefusalCode, number>> = { GO_LIVE_INCOMPLETE: MOST_IN_THE_WAY };

/** The refusals of one call or item, as the contract's payloads show them; of many the first, and how many more. */
export function userErrorsOf(refusals: readonly Refusal[], { locale }: { readonly locale: Locale }): UserError[] {
  const most = (refusals[0] && MOST_OF[refusals[0].code]) ?? MOST_ERRORS;
  const next = refusals[most];
  const shown = refusals.slice(0, most).map((one) => userErrorOf(one, locale));
  if (!next) return shown;
  const more = say('errors.more', { count: refusals.length - most });
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
