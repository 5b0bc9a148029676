import type { AccountState } from '../../domain/accounts/account';
import { sourceIdentityKey } from '../../domain/identifiers';
import { isManagedAs } from '../../domain/sync/customer-standing';
import { lockCustomers } from '../../persistence/accounts/account-locks';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { findCustomers, type KnownIdentity } from '../../persistence/sync/source-identity-repository';

/** The account of a customer, locked for change, or what it is instead; null when the customer is not here. */
export async function lockCustomer(
  pass: SyncPass,
  sourceAccountId: string,
): Promise<AccountState | 'MOVE_PENDING' | 'FORMER' | null> {
  const key = sourceIdentityKey(pass.reseller.id, sourceAccountId);
  const identity = (await findCustomers(pass, [key])).get(key);
  if (!identity) return null;
  const [account] = await lockCustomers(pass, [identity.accountId]);
  return lockedCustomer(pass, sourceAccountId, identity, account ?? null);
}

/** The account when the sender manages it under this source id; of any other it knows only whether it is about to. */
export function lockedCustomer(
  { reseller }: SyncPass,
  sourceAccountId: string,
  { isAnnounced }: KnownIdentity,
  account: AccountState | null,
): AccountState | 'MOVE_PENDING' | 'FORMER' {
  if (account && isManagedAs(account, reseller.id, sourceAccountId)) return account;
  return isAnnounced ? 'MOVE_PENDING' : 'FORMER';
}
