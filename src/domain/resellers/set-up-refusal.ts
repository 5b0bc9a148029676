import type { ActionRule, StandingRule } from '../accounts/account-policy';
import { type Named, reasonMessage } from '../accounts/policy-messages';
import type { Refusal } from '../errors';
import type { DenialReason } from '../vocabulary';

/** What an administrator does to an account as a part of setting a reseller up, in the terms of the policy's actions. */
export type SetUpRule = Pick<ActionRule, 'label'> & StandingRule;

/** Set-up's refusal for a reason that the policy has, in the policy's words; a manager has a code of its own (S24). */
export function setUpRefusal(
  rule: SetUpRule,
  reason: DenialReason,
  { resellerName = null }: Partial<Named>,
  path: readonly string[],
): Refusal {
  // Only administrators set up, who have FULL access.
  const message = reasonMessage({ ...rule, access: 'FULL' }, reason, { resellerName });
  switch (reason) {
    case 'MANAGED_BY_RESELLER':
      return { code: 'ACCOUNT_ALREADY_MANAGED', message, path };
    case 'ACCOUNT_NOT_FOUND':
      return { code: 'ACCOUNT_NOT_FOUND', message, path, reasons: [reason] };
    default:
      return { code: 'ACTION_NOT_ALLOWED', message, path, reasons: [reason] };
  }
}
