import type { Account } from '../../domain/account';
import { lockAccounts } from '../../persistence/account-locks';
import type { SyncPass } from '../../persistence/guard-pass';
import { findSourceIdentities } from '../../persistence/source-identity-repository';

/** The account of a customer, locked for change; null when the customer is not here. */
export async function lockCustomer(pass: SyncPass, sourceIdentityKey: string): Promise<Account | null> {
  const accountId = (await findSourceIdentities(pass.transaction, [sourceIdentityKey])).get(sourceIdentityKey);
  if (!accountId) return null;
  const [account] = await lockAccounts(pass.transaction, [accountId]);
  return account ?? null;
}
