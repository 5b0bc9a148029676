import type { Account } from '../domain/account';
import { type AccountRow, accountOf } from './account-rows';
import type { Transaction } from './database';

/** Locks accounts for change, in the order of their ids, and gives them as they are then. Unknown ids are left out. */
export async function lockAccounts(transaction: Transaction, ids: readonly string[]): Promise<Account[]> {
  const rows = await transaction.query<AccountRow>('SELECT * FROM lock_accounts($1::uuid[])', [ids]);
  return rows.map(accountOf);
}
