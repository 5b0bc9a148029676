import type { Account, AccountState } from '../../domain/accounts/account';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Person } from '../../domain/caller';
import type { Reader } from '../engine/database';
import { select } from '../engine/select';
import { sql } from '../engine/sql';
import type { AccountPass, AdministratorPass, SyncPass } from '../pass/guard-pass';
import { loadAccounts } from './account-repository';
import { AS_STATE, accountOf, selectAccount, stateOf } from './account-rows';
import { a, visibleTo } from './account-visibility';

/** Locks accounts for change, in one order for all who do, and gives them as they are then. Unknown ids are left out. */
export async function lockAccounts(pass: AdministratorPass, ids: readonly string[]): Promise<Account[]> {
  const { transaction, caller } = pass;
  const rows = await transaction.query(
    sql`SELECT ${selectAccount(caller)} FROM public.lock_accounts(${ids}::uuid[]) a`,
  );
  return rows.map(accountOf);
}

/** The same of a sync's customers, of which no more is read than what it decides by. */
export async function lockCustomers({ transaction }: SyncPass, ids: readonly string[]): Promise<AccountState[]> {
  const rows = await transaction.query(sql`SELECT ${AS_STATE} FROM public.lock_customers(${ids}::uuid[]) a`);
  return rows.map(stateOf);
}

/**
 * Locks one account for change if it exists for the caller. A hidden one is left alone, like one that is not there: or the
 * time that a lock takes would tell the two apart.
 */
export async function lockVisibleAccount(transaction: Reader, caller: Person, id: string): Promise<void> {
  await transaction.query(
    sql`SELECT ${select(a, ['id'])} FROM ${a.$} WHERE ${a.id} = ${id} AND ${visibleTo(caller)} FOR NO KEY UPDATE OF a`,
  );
}

/**
 * Keeps the sharing rule of an account as it is until the transaction ends: what it grants when the guard decides, it still
 * grants at the commit (S8).
 */
export async function holdPermissionRule(transaction: Reader, accountId: string): Promise<void> {
  await transaction.query(sql`SELECT FROM public.hold_permission_rule(${accountId}::uuid)`);
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
  await transaction.query(sql`SELECT FROM public.lock_accounts_for_share(${[...visible.keys()]}::uuid[])`);
  // Once more: one that somebody else was changing has been waited for.
  return loadAccounts(transaction, caller, ids);
}

/** From now on a lock that is not had soon is given up: for work that others wait behind. */
export async function waitBriefly(transaction: Reader): Promise<void> {
  await transaction.query(sql`SET LOCAL lock_timeout = '500ms'`);
}
