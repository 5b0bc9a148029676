import { accessTo } from '../../domain/accounts/account-standing';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Caller } from '../../domain/caller';
import type { Reader } from '../engine/database';
import { both, withinIfAny } from '../engine/select';
import { type Fragment, sql } from '../engine/sql';
import { TENANT_RESELLER_FIELDS } from '../resellers/tenant-reseller-repository';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';
import { billedAccounts } from './account-facts';
import { accountOf, selectAccount } from './account-rows';
import { a, grantedBeside, selectGranted, visibleTo } from './account-visibility';

export const m = TENANT_RESELLERS.as('m');
export const o = TENANT_RESELLERS.as('o');

const RESELLERS = both(
  withinIfAny('manager', m, TENANT_RESELLER_FIELDS),
  withinIfAny('own', o, TENANT_RESELLER_FIELDS),
);

/** A whole account with what the policy asks about beside it. */
const selectLoaded = (caller: Caller) => both(both(selectAccount(caller), RESELLERS), selectGranted(caller));
type LoadedAccountRow = ReturnType<typeof selectLoaded>['row'];

/** Accounts `a`, or a part of them, with what the policy asks about beside them. */
export const besideAccounts = (caller: Caller, accounts: Fragment) => sql`${accounts}
  LEFT JOIN ${m.$} ON ${m.id} = ${a.tenantResellerId}
  LEFT JOIN ${o.$} ON ${o.accountId} = ${a.id} ${grantedBeside(caller)}`;

/**
 * The accounts of these ids that exist for the caller, whole, by id, with all that the policy asks about (S8). One statement,
 * and a second one when resellers' own accounts are among them; hidden and unknown ids cost and answer the same.
 */
export async function loadAccounts(
  reader: Reader,
  caller: Caller,
  ids: readonly string[],
): Promise<Map<string, LoadedAccount>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query(
    sql`SELECT ${selectLoaded(caller)} FROM ${besideAccounts(caller, a.$)}
      WHERE ${a.id} = ANY (${ids}::uuid[]) AND ${visibleTo(caller)}`,
  );
  const loaded = rows.map(loadedOf).filter((one) => accessTo(one, caller) !== null);
  const own = loaded.filter((one) => one.tenantResellerAccount).map((one) => one.account.id);
  const billed = await billedAccounts(reader, own);
  return new Map(loaded.map((one) => [one.account.id, withCustomers(one, billed)]));
}

function loadedOf({ manager, own, grantedAccess, ...row }: LoadedAccountRow): LoadedAccount {
  return {
    account: accountOf(row),
    managedBy: manager,
    tenantResellerAccount: own && { tenantReseller: own, hasBilledCustomers: false },
    grantedAccess,
  };
}

function withCustomers(loaded: LoadedAccount, billed: ReadonlySet<string>): LoadedAccount {
  if (!loaded.tenantResellerAccount) return loaded;
  const hasBilledCustomers = billed.has(loaded.account.id);
  return { ...loaded, tenantResellerAccount: { ...loaded.tenantResellerAccount, hasBilledCustomers } };
}
