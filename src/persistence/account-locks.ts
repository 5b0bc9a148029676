import type { Account } from '../domain/account';
import type { Person } from '../domain/caller';
import { type AccountRow, accountColumns, accountOf } from './account-rows';
import { visibleTo } from './account-visibility';
import type { Sql } from './database';
import { Parameters } from './parameters';

/** Locks accounts for change, in the order of their ids, and gives them as they are then. Unknown ids are left out. */
export async function lockAccounts(transaction: Sql, ids: readonly string[]): Promise<Account[]> {
  const rows = await transaction.query<AccountRow>(`SELECT ${accountColumns('a')} FROM lock_accounts($1::uuid[]) a`, [
    ids,
  ]);
  return rows.map(accountOf);
}

/**
 * Locks one account for change if it exists for the caller. A hidden one is left alone, like one that is not there: or the
 * time that a lock takes would tell the two apart.
 */
export async function lockVisibleAccount(transaction: Sql, caller: Person, id: string): Promise<void> {
  const parameters = new Parameters();
  await transaction.query(
    `SELECT a.id FROM accounts a WHERE a.id = ${parameters.add(id)} AND ${visibleTo(caller, parameters)}
     FOR NO KEY UPDATE OF a`,
    parameters.values,
  );
}

/** From now on a lock that is not had soon is given up: for work that others wait behind. */
export async function waitBriefly(transaction: Sql): Promise<void> {
  await transaction.query(`SET LOCAL lock_timeout = '500ms'`);
}
