import { accessTo } from '../../domain/accounts/account-policy';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Caller, Person } from '../../domain/caller';
import type { AccessLevel, AccountStatus } from '../../domain/vocabulary';
import type { Sql } from '../engine/database';
import { Parameters } from '../engine/parameters';
import type { GuardPass, SyncPass } from '../pass/guard-pass';
import { type TenantResellerRow, tenantResellerOf } from '../resellers/tenant-reseller-repository';
import { type AccountRow, accountColumns, accountOf } from './account-rows';
import { grantedLevels, visibleTo } from './account-visibility';

/** A row of accounts `a` with what the policy asks about beside it. */
export interface LoadedAccountRow extends AccountRow {
  readonly manager: TenantResellerRow | null;
  readonly own: TenantResellerRow | null;
  readonly granted: readonly AccessLevel[];
}

/** The columns of a LoadedAccountRow. */
export function loadedAccountColumns(caller: Caller, parameters: Parameters): string {
  return `SELECT ${accountColumns('a')}, to_json(m) AS manager, to_json(o) AS own,
    ${grantedLevels(caller, parameters)} AS granted`;
}

/** Where a LoadedAccountRow comes from: from accounts `a`, or a part of them. */
export const loadedFrom = (accounts: string) => `${accounts} a
  LEFT JOIN tenant_resellers m ON m.id = a.tenant_reseller_id
  LEFT JOIN tenant_resellers o ON o.account_id = a.id`;

/**
 * The accounts of these ids that exist for the caller, by id, with all that the policy asks about (S8). One statement,
 * and a second one when resellers' own accounts are among them; hidden and unknown ids cost and answer the same.
 */
export async function loadAccounts(
  sql: Sql,
  caller: Caller,
  ids: readonly string[],
): Promise<Map<string, LoadedAccount>> {
  if (ids.length === 0) return new Map();
  const parameters = new Parameters();
  const rows = await sql.query<LoadedAccountRow>(
    `${loadedAccountColumns(caller, parameters)} FROM ${loadedFrom('accounts')}
     WHERE a.id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleTo(caller, parameters)}`,
    parameters.values,
  );
  const loaded = await loadedAccounts(sql, caller, rows);
  return new Map(loaded.map((one) => [one.account.id, one]));
}

/** The accounts of rows, as far as they exist for the caller. */
export async function loadedAccounts(
  sql: Sql,
  caller: Caller,
  rows: readonly LoadedAccountRow[],
): Promise<LoadedAccount[]> {
  const loaded = rows.map(loadedOf).filter((one) => accessTo(one, caller) !== null);
  const own = loaded.filter((one) => one.tenantResellerAccount).map((one) => one.account.id);
  const billed = await billedAccounts(sql, own);
  return loaded.map((one) => withCustomers(one, billed));
}

function loadedOf(row: LoadedAccountRow): LoadedAccount {
  return {
    account: accountOf(row),
    managedBy: row.manager && tenantResellerOf(row.manager),
    tenantResellerAccount: row.own && { tenantReseller: tenantResellerOf(row.own), hasBilledCustomers: false },
    grantedAccess: (['FULL', 'EDIT', 'READ'] as const).find((level) => row.granted.includes(level)) ?? null,
  };
}

function withCustomers(loaded: LoadedAccount, billed: ReadonlySet<string>): LoadedAccount {
  if (!loaded.tenantResellerAccount) return loaded;
  const hasBilledCustomers = billed.has(loaded.account.id);
  return { ...loaded, tenantResellerAccount: { ...loaded.tenantResellerAccount, hasBilledCustomers } };
}

/** Those of the accounts that other accounts are billed to. */
export async function billedAccounts(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql.query<{ id: string }>(
    `SELECT wanted.id FROM unnest($1::uuid[]) AS wanted(id)
     WHERE EXISTS (SELECT FROM accounts c WHERE c.bill_to_id = wanted.id AND c.id <> wanted.id)`,
    [ids],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Those of the accounts that another account which the person may see shares the e-mail or the accounting number with.
 * Deleted accounts do not count.
 */
export async function findPossibleDuplicates(
  sql: Sql,
  caller: Person,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const parameters = new Parameters();
  const visible = visibleTo(caller, parameters);
  const others = (match: string) => `EXISTS (
    SELECT FROM accounts a WHERE ${match} AND a.id <> mine.id AND a.status <> 'DELETED' AND ${visible})`;
  const rows = await sql.query<{ id: string }>(
    `SELECT mine.id FROM accounts mine WHERE mine.id = ANY (${parameters.add(ids)}::uuid[]) AND (
       ${others('lower(a.email) = lower(mine.email)')} OR ${others('a.accounting_no = mine.accounting_no')})`,
    parameters.values,
  );
  return new Set(rows.map((row) => row.id));
}

/** The status of an account, whoever asks; null when there is none of this id. */
export async function findAccountStatus(sql: Sql, id: string): Promise<AccountStatus | null> {
  const [row] = await sql.query<{ status: AccountStatus }>('SELECT status FROM accounts WHERE id = $1', [id]);
  return row?.status ?? null;
}

/** The status of the account that a sync service's customers are billed to: all that it may know of that account. */
export async function findResellerAccountStatus({ transaction }: SyncPass): Promise<AccountStatus | null> {
  const [row] = await transaction.query<{ status: AccountStatus | null }>('SELECT reseller_account_status() AS status');
  return row?.status ?? null;
}

/** Whether anything is recorded on the account that has its currency. */
export async function hasRecords(sql: Sql, accountId: string): Promise<boolean> {
  const rows = await sql.query(
    `SELECT WHERE EXISTS (SELECT FROM subscriptions WHERE account_id = $1)
       OR EXISTS (SELECT FROM sales_documents WHERE account_id = $1)
       OR EXISTS (SELECT FROM invoices WHERE account_id = $1)`,
    [accountId],
  );
  return rows.length > 0;
}

/**
 * Whether the account stands above itself when `parentId` is put above it. Changes of parents wait for each other, since
 * two of them at once could make a circle that neither sees.
 */
export async function wouldMakeCircle(
  { transaction }: GuardPass,
  accountId: string,
  parentId: string,
): Promise<boolean> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtext('reseller-accounts.parents'))`);
  const rows = await transaction.query(
    `WITH RECURSIVE above AS (
       SELECT $2::uuid AS id
       UNION SELECT a.parent_id FROM above JOIN accounts a ON a.id = above.id WHERE a.parent_id IS NOT NULL)
     SELECT FROM above WHERE id = $1`,
    [accountId, parentId],
  );
  return rows.length > 0;
}
