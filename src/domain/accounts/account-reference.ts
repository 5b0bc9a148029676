import { type Refusal, referenceNotFound, refusal } from '../errors';
import { invalidInput } from '../input';
import { label, say } from '../message';
import type { AccountStanding } from './account-standing';
import { type LoadedAccount, namedReseller } from './account-view';
import { type Named, reasonMessage } from './policy-messages';

/** The accounts that a write names beside the one that it is done to, by their fields of the input. */
export interface AccountReferences {
  readonly parentId?: string | null | undefined;
  readonly billToId?: string | null | undefined;
}

/**
 * What speaks against the accounts that a write names: one that is unknown or hidden is none (Codes), and `refusalOfNamed`
 * asks the others. `visible` are those of them that exist for the caller.
 */
export function refusalsOfAccounts(
  { parentId, billToId }: AccountReferences,
  visible: ReadonlyMap<string, LoadedAccount>,
): Refusal[] {
  const named = Object.entries({ parentId, billToId }).flatMap(([field, id]) =>
    id ? [{ field, account: visible.get(id) }] : [],
  );
  return [
    ...named.filter(({ account }) => !account).map(({ field }) => referenceNotFound(field)),
    ...named.flatMap(({ field, account }) => (account ? refusalOfNamed(account, ['input', field]) : [])),
  ];
}

/**
 * What speaks against an account as another one's parent, Bill To or payer: what a reseller manages is nobody's but by what
 * that reseller or a transfer set (S14), and what is deleted is nobody's from then on (S12).
 */
export function refusalOfNamed(named: LoadedAccount, path: readonly string[]): Refusal[] {
  if (named.account.management) {
    const { resellerName } = namedReseller(named);
    return [invalidInput(path, 'input.accountManaged', { reseller: resellerName ?? label('aTenantReseller') })];
  }
  if (named.account.status === 'DELETED') return [invalidInput(path, 'input.accountDeleted')];
  return [];
}

/** The account that pays by what is stored, which may be older than the rules of today. */
export interface StoredPayer {
  readonly isManaged: boolean;
  /** Null when it is hidden from the caller, who is not told what it is. */
  readonly shown: LoadedAccount | null;
}

/** What speaks against an invoice to the payer that is stored, on an account of the distributor's own (S14, S25). */
export function refusalOfStoredPayer(
  { tenantResellerAccount }: Pick<AccountStanding, 'tenantResellerAccount'>,
  { isManaged, shown }: StoredPayer,
  path: readonly string[],
): Refusal | null {
  if (!tenantResellerAccount && !isManaged) return null;
  const { resellerName } = namedReseller(isManaged ? shown : null);
  const said = resellerName === null ? say('billTo.cannotPay') : say('billTo.managed', { reseller: resellerName });
  return refusal('INVALID_INPUT', said, path);
}

/** Whether somebody else pays for the account; null is the account itself. */
export function isBilledToAnother(account: { readonly id: string; readonly billToId: string | null }): boolean {
  return account.billToId !== null && account.billToId !== account.id;
}

/** What is said when a tenant reseller's own account is to become somebody's customer (S25). */
const BILLING = { labelKey: 'action.BILL_TO_ANOTHER', access: 'FULL', sparesReseller: 'ALWAYS' } as const;

/** A tenant reseller's own account is billed to nobody else (S25); null when this is none, or `billToId` is itself. */
export function resellerBilledToAnother(
  { account, tenantResellerAccount }: Pick<LoadedAccount, 'account'> & Pick<AccountStanding, 'tenantResellerAccount'>,
  billToId: string | null,
  named: Named,
  path: readonly string[],
): Refusal | null {
  if (!tenantResellerAccount || !isBilledToAnother({ id: account.id, billToId })) return null;
  return refusal('ACTION_NOT_ALLOWED', reasonMessage(BILLING, 'TENANT_RESELLER_ACCOUNT', named), path, {
    reasons: ['TENANT_RESELLER_ACCOUNT'],
  });
}
