import type { Account } from '../accounts/account';
import { standingReasons } from '../accounts/account-policy';
import { type AccountStanding, standingOfAccount } from '../accounts/account-standing';
import type { Named } from '../accounts/policy-messages';
import { type Refusal, refusal } from '../errors';
import { invalidInput } from '../input';
import { say } from '../message';
import type { TenantReseller } from '../tenant-reseller';
import type { AccountStatus } from '../vocabulary';
import { type SetUpRule, setUpRefusal } from './set-up-refusal';

/**
 * A transfer is refused where the policy refuses what the distributor may not do to a managed account, and of every tenant
 * reseller's own account (S24, S25).
 */
const TRANSFER: SetUpRule = { labelKey: 'action.TRANSFER', whenManaged: false, sparesReseller: 'ALWAYS' };

/** What is known of an account that is to be handed to a reseller. */
export interface TransferFacts extends Pick<AccountStanding, 'tenantResellerAccount'>, Named {
  readonly account: Pick<Account, 'status' | 'management' | 'responsibleUserId' | 'billToId'>;
  /** Whether other accounts name it, deleted ones too: what they owe stays due. */
  readonly namedBy: { readonly isBillTo: boolean; readonly isParent: boolean };
}

/**
 * Why nothing can be handed to this reseller; null when something can, also before its back-ordering is active (S28).
 * `accountStatus` is of the reseller's own account.
 */
export function receiverRefusal(
  { name }: Pick<TenantReseller, 'name'>,
  accountStatus: AccountStatus | null,
  path: readonly string[],
): Refusal | null {
  if (accountStatus !== 'DELETED') return null;
  return refusal('INVALID_INPUT', say('reseller.accountDeleted', { reseller: name }), path);
}

/** Whether the account was handed to this reseller under this source id before: the same transfer again succeeds. */
export function isTransferredAlready(
  { management }: Pick<Account, 'management'>,
  reseller: Pick<TenantReseller, 'id'>,
  sourceAccountId: string,
): boolean {
  return management?.tenantResellerId === reseller.id && management.sourceAccountId === sourceAccountId;
}

/** Why the account cannot be handed to the reseller; null when nothing that is known of it speaks against it (S24). */
export function transferRefusal(
  facts: TransferFacts,
  reseller: TenantReseller,
  path: readonly string[],
): Refusal | null {
  const [reason] = standingReasons(standingOfAccount(facts), TRANSFER);
  if (reason) return setUpRefusal(TRANSFER, reason, facts, path);
  if (facts.account.billToId !== reseller.accountId) {
    return refusal('BILL_TO_MUST_BE_RESELLER', say('billTo.notReseller', { reseller: reseller.name }), path);
  }
  return refusalOfNaming(facts.namedBy, path);
}

/** Whoever names the account would be billed to a managed account, or lie below one, from then on (S14). */
function refusalOfNaming({ isBillTo, isParent }: TransferFacts['namedBy'], path: readonly string[]): Refusal | null {
  if (!isBillTo && !isParent) return null;
  if (isBillTo && isParent) return invalidInput(path, 'input.othersBilledAndBelow');
  return invalidInput(path, isBillTo ? 'input.othersBilledToIt' : 'input.othersBelowIt');
}

/** The refusal of an account that is not there. */
export function unknownToTransfer(path: readonly string[]): Refusal {
  return setUpRefusal(TRANSFER, 'ACCOUNT_NOT_FOUND', {}, path);
}

/** The refusal of a source id that another account of this reseller has, or had. */
export function sourceAccountTaken({ name }: Pick<TenantReseller, 'name'>, path: readonly string[]): Refusal {
  return refusal('SOURCE_ACCOUNT_TAKEN', say('reseller.sourceAccountTaken', { reseller: name }), path);
}
