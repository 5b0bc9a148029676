import type { Account } from '../domain/account';
import { type AccountRow, accountColumns, accountOf } from './account-rows';
import type { Transaction } from './database';

/** Locks accounts for change, in the order of their ids, and gives them as they are then. Unknown ids are left out. */
export async function lockAccounts(transaction: Transaction, ids: readonly string[]): Promise<Account[]> {
  const rows = await transaction.query<AccountRow>(`SELECT ${accountColumns('a')} FROM lock_accounts($1::uuid[]) a`, [
    ids,
  ]);
  return rows.map(accountOf);
}

/** From now on a lock that is not had soon is given up: for work that others wait behind. */
export async function waitBriefly(transaction: Transaction): Promise<void> {
  await transaction.query(`SET LOCAL lock_timeout = '500ms'`);
}
