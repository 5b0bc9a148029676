import type { Account } from '../accounts/account';
import { fieldLabel, propertyOf } from '../accounts/account-fields';
import { fieldLock, standingReasons } from '../accounts/account-policy';
import { isBilledToAnother } from '../accounts/account-reference';
import { standingOf, standingOfAccount } from '../accounts/account-standing';
import type { Named } from '../accounts/policy-messages';
import type { Administrator } from '../caller';
import { type Refusal, refusal } from '../errors';
import { invalidInput } from '../input';
import { say } from '../message';
import { type SetUpRule, setUpRefusal } from './set-up-refusal';

/** A reseller's own account is an account of the distributor's own, and a living one (S25). */
const TAKING: SetUpRule = { labelKey: 'action.TAKE', whenManaged: false };

/** What is known of an account that is to become a tenant reseller's own. */
export interface TakingFacts extends Named {
  readonly account: Account;
  readonly isAnotherResellers: boolean;
  /** Whether anything is recorded on it, in its currency. */
  readonly hasRecords: boolean;
}

/** Why a tenant reseller cannot have this account for its own, in its currency; null when it can (S25). */
export function takingRefusal(facts: TakingFacts, currency: string, path: readonly string[]): Refusal | null {
  const { account, isAnotherResellers, hasRecords } = facts;
  const reasons = standingReasons(standingOfAccount({ account, tenantResellerAccount: null }), TAKING);
  // Who manages it comes first: what that reseller has deleted is no account to take either.
  const reason = reasons.find((one) => one === 'MANAGED_BY_RESELLER') ?? reasons[0];
  if (reason) return setUpRefusal(TAKING, reason, facts, path);
  if (isAnotherResellers) return invalidInput(path, 'input.accountOfAnotherReseller');
  if (isBilledToAnother(account)) {
    return refusal('ACTION_NOT_ALLOWED', say('action.takenAccountBilledToAnother'), path, {
      reasons: ['TENANT_RESELLER_ACCOUNT'],
    });
  }
  if (account.currency === currency || !hasRecords) return null;
  return invalidInput(['input', 'currency'], 'input.currencyOfRecords', { currency: account.currency });
}

/**
 * Whether name and currency of a tenant reseller's own account change with the reseller: as long as that is why they are
 * locked. An account that is deleted, or that was handed to another reseller, keeps them (S21, S25).
 */
export function followsReseller(account: Account, caller: Administrator): boolean {
  // Stryker disable next-line ObjectLiteral,BooleanLiteral: no lock asks for customers, only for whose account it is
  const loaded = { account, grantedAccess: null, tenantResellerAccount: { hasBilledCustomers: false } };
  const standing = standingOf(loaded, caller);
  // Stryker disable next-line ConditionalExpression: an administrator sees every account that is here
  return standing !== null && fieldLock(standing, 'NAME') === 'SET_BY_TENANT_RESELLER';
}

const SHARED = ['NAME', 'CURRENCY', 'EMAIL'] as const;

/** What a reseller and its account have in common. */
export interface SharedValues {
  readonly name: string;
  readonly currency: string;
  readonly email?: string | null;
}

/** What of it changes, in words for the history. */
export function sharedChanges(before: SharedValues, after: SharedValues): string[] {
  return SHARED.filter((field) => {
    const value = after[propertyOf(field)];
    return value !== undefined && value !== before[propertyOf(field)];
  }).map((field) => fieldLabel(field));
}
