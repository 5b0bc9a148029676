import { isBilledToAnother, refusalOfStoredPayer } from '../../domain/accounts/account-reference';
import type { Refusal } from '../../domain/errors';
import { isManagedAccount } from '../../persistence/accounts/account-facts';
import { loadAccounts } from '../../persistence/accounts/account-repository';
import type { AccountPass } from '../../persistence/pass/guard-pass';

/**
 * What speaks against the Bill To that an own account has: it was set before the rules of today, or by hand. Nobody becomes
 * managed while others are billed to it (S24), so that the payer needs no lock.
 */
export async function storedPayerRefusal(pass: AccountPass, path: readonly string[]): Promise<Refusal | null> {
  const { transaction, caller, account, loaded } = pass;
  if (account.management || !account.billToId || !isBilledToAnother(account)) return null;
  const isManaged = await isManagedAccount(transaction, account.billToId);
  const shown = (await loadAccounts(transaction, caller, [account.billToId])).get(account.billToId) ?? null;
  return refusalOfStoredPayer(loaded, { isManaged, shown }, path);
}
