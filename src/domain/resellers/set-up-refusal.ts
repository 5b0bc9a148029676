import type { StandingRule } from '../accounts/account-policy';
import { type Named, reasonMessage } from '../accounts/policy-messages';
import { type Refusal, refusal } from '../errors';
import type { LabelKey } from '../labels';
import type { DenialReason } from '../vocabulary';

/** What an administrator does to an account as a part of setting a reseller up, in the terms of the policy's actions. */
export type SetUpRule = { readonly labelKey: LabelKey } & StandingRule;

/** Set-up's refusal for a reason that the policy has, in the policy's words; a manager has a code of its own (S24). */
export function setUpRefusal(
  rule: SetUpRule,
  reason: DenialReason,
  { resellerName = null }: Partial<Named>,
  path: readonly string[],
): Refusal {
  // Only administrators set up, who have FULL access.
  const said = reasonMessage({ ...rule, access: 'FULL' }, reason, { resellerName });
  switch (reason) {
    case 'MANAGED_BY_RESELLER':
      return refusal('ACCOUNT_ALREADY_MANAGED', said, path);
    case 'ACCOUNT_NOT_FOUND':
      return refusal('ACCOUNT_NOT_FOUND', said, path, { reasons: [reason] });
    default:
      return refusal('ACTION_NOT_ALLOWED', said, path, { reasons: [reason] });
  }
}
