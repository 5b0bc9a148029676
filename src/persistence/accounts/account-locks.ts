import type { Account } from '../../domain/accounts/account';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Person } from '../../domain/caller';
import type { Sql } from '../engine/database';
import { Parameters } from '../engine/parameters';
import type { AccountPass, AdministratorPass } from '../pass/guard-pass';
import { loadAccounts } from './account-repository';
import { type AccountRow, accountColumns, accountOf } from './account-rows';
import { visibleTo } from './account-visibility';

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

/**
 * Keeps the sharing rule of an account as it is until the transaction ends: what it grants when the guard decides, it still
 * grants at the commit (S8).
 */
export async function holdPermissionRule(transaction: Sql, accountId: string): Promise<void> {
  await transaction.query(
    `SELECT FROM permission_rules r WHERE r.id = (SELECT permission_rule_id FROM accounts WHERE id = $1) FOR SHARE OF r`,
    [accountId],
  );
}

/**
 * The accounts that a write refers to, as far as they exist for the caller, kept from being deleted until the
 * transaction ends.
 */
export async function holdReferences(
  { transaction, caller }: AccountPass | AdministratorPass,
  ids: readonly string[],
): Promise<Map<string, LoadedAccount>> {
  // A hidden account is left alone, as in lockVisibleAccount.
  const visible = await loadAccounts(transaction, caller, ids);
  if (visible.size === 0) return visible;
  await transaction.query('SELECT FROM lock_accounts_for_share($1::uuid[])', [[...visible.keys()]]);
  // Once more: one that somebody else was changing has been waited for.
  return loadAccounts(transaction, caller, ids);
}

/** From now on a lock that is not had soon is given up: for work that others wait behind. */
export async function waitBriefly(transaction: Sql): Promise<void> {
  await transaction.query(`SELECT set_config('lock_timeout', '500ms', true)`);
}
