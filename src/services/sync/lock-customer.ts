import type { Account } from '../../domain/accounts/account';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { findSourceIdentities } from '../../persistence/sync/source-identity-repository';

/** The account of a customer, locked for change; null when the customer is not here. */
export async function lockCustomer(pass: SyncPass, sourceIdentityKey: string): Promise<Account | null> {
  const accountId = (await findSourceIdentities(pass.transaction, [sourceIdentityKey])).get(sourceIdentityKey);
  if (!accountId) return null;
  const [account] = await lockAccounts(pass, [accountId]);
  return account ?? null;
}
