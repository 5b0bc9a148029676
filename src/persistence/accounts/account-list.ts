import type { AccountFilter, AccountOrder, CustomFieldFilter } from '../../domain/accounts/account-filter';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Caller } from '../../domain/caller';
import type { Sql } from '../engine/database';
import { Parameters } from '../engine/parameters';
import { searchQuery } from '../engine/search-query';
import { type LoadedAccountRow, loadedAccountColumns, loadedAccounts, loadedFrom } from './account-repository';
import { visibleTo } from './account-visibility';

/** An account of a list, with the exact value that it is ordered by. */
export interface ListedAccount extends LoadedAccount {
  readonly orderedBy: string;
}

/** The part of a list that is asked for: at most `limit` accounts after the one of these order values. */
export interface AccountPage {
  readonly limit: number;
  readonly after: readonly string[] | null;
}

/** The columns that lists are ordered by, each with an index of its own; the id tells equal ones apart. */
export const ORDER_COLUMNS = {
  NAME: { column: 'a.sort_name', type: 'text' },
  CREATED_AT: { column: 'a.created_at', type: 'timestamptz' },
  UPDATED_AT: { column: 'a.updated_at', type: 'timestamptz' },
} as const;

/** A page of the accounts that exist for the caller. Hidden ones are no part of it, nor of its statements (S8, A29). */
export async function listAccounts(
  sql: Sql,
  caller: Caller,
  filter: AccountFilter,
  order: AccountOrder,
  page: AccountPage,
): Promise<ListedAccount[]> {
  const parameters = new Parameters();
  const rows = await sql.query<ListedRow>(
    pageStatement(caller, filterConditions(caller, filter, parameters), order, page, parameters, isSearch(filter)),
    parameters.values,
  );
  return listed(sql, caller, rows);
}

/** How many accounts of the filter exist for the caller. */
export async function countAccounts(sql: Sql, caller: Caller, filter: AccountFilter): Promise<number> {
  const parameters = new Parameters();
  const conditions = filterConditions(caller, filter, parameters);
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM accounts a WHERE ${conditions.join(' AND ')}`,
    parameters.values,
  );
  return row?.count ?? 0;
}

const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

/** A page of the customers of each of these resellers, by reseller: one statement for them all. */
export async function listCustomers(
  sql: Sql,
  caller: Caller,
  tenantResellerIds: readonly string[],
  page: AccountPage,
): Promise<Map<string, ListedAccount[]>> {
  const parameters = new Parameters();
  const conditions = ['a.tenant_reseller_id = reseller.id', NOT_DELETED, visibleTo(caller, parameters)];
  const rows = await sql.query<ListedRow>(
    `SELECT page.* FROM unnest(${parameters.add(tenantResellerIds)}::uuid[]) AS reseller(id)
     CROSS JOIN LATERAL (${pageStatement(caller, conditions, BY_NAME, page, parameters)}) page`,
    parameters.values,
  );
  const customers = new Map<string, ListedAccount[]>(tenantResellerIds.map((id) => [id, []]));
  for (const one of await listed(sql, caller, rows)) {
    customers.get(one.account.management?.tenantResellerId ?? '')?.push(one);
  }
  return customers;
}

/** How many customers of each of these resellers exist for the caller. */
export async function countCustomers(
  sql: Sql,
  caller: Caller,
  tenantResellerIds: readonly string[],
): Promise<Map<string, number>> {
  const parameters = new Parameters();
  const rows = await sql.query<{ id: string; count: number }>(
    `SELECT a.tenant_reseller_id AS id, count(*)::int AS count FROM accounts a
     WHERE a.tenant_reseller_id = ANY (${parameters.add(tenantResellerIds)}::uuid[]) AND ${NOT_DELETED}
       AND ${visibleTo(caller, parameters)}
     GROUP BY a.tenant_reseller_id`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

interface ListedRow extends LoadedAccountRow {
  readonly ordered_by: string;
}

const NOT_DELETED = `a.status <> 'DELETED'`;

function pageStatement(
  caller: Caller,
  conditions: readonly string[],
  { field, direction }: AccountOrder,
  { limit, after }: AccountPage,
  parameters: Parameters,
  searching = false,
): string {
  const { column, type } = ORDER_COLUMNS[field];
  const [value, id] = after ?? [];
  const beyond =
    value === undefined || id === undefined
      ? []
      : [
          `(${column}, a.id) ${direction === 'ASC' ? '>' : '<'}
           (${parameters.add(value)}::${type}, ${parameters.add(id)}::uuid)`,
        ];
  const where = [...conditions, ...beyond].join(' AND ');
  const ordered = `ORDER BY ${column} ${direction}, a.id ${direction} LIMIT ${parameters.add(limit)}`;
  // What a search finds is found first, whatever the planner guesses of it: read in the list's order, a rare word would
  // cost the whole list. OFFSET 0 keeps the planner from mixing the two.
  const found = searching
    ? loadedFrom(`(SELECT * FROM (SELECT * FROM accounts a WHERE ${where} OFFSET 0) a ${ordered})`)
    : `${loadedFrom('accounts')} WHERE ${where}`;
  return `${loadedAccountColumns(caller, parameters)}, ${column}::text AS ordered_by FROM ${found} ${ordered}`;
}

function isSearch({ search }: AccountFilter): boolean {
  return search !== undefined && search.trim() !== '';
}

function filterConditions(caller: Caller, filter: AccountFilter, parameters: Parameters): string[] {
  const equals = (column: string, id: string | undefined) =>
    id === undefined ? [] : [`a.${column} = ${parameters.add(id)}`];
  const search = filter.search === undefined ? null : searchQuery(filter.search);
  return [
    visibleTo(caller, parameters),
    filter.status ? `a.status = ANY (${parameters.add(filter.status)}::text[])` : NOT_DELETED,
    ...(filter.managed === undefined ? [] : [`(a.tenant_reseller_id IS NOT NULL) = ${parameters.add(filter.managed)}`]),
    ...equals('tenant_reseller_id', filter.tenantResellerId),
    ...equals('parent_id', filter.parentId),
    ...equals('bill_to_id', filter.billToId),
    ...equals('responsible_user_id', filter.responsibleUserId),
    ...(filter.updatedSince === undefined ? [] : [`a.updated_at >= ${parameters.add(filter.updatedSince)}`]),
    ...(filter.customField === undefined ? [] : [customFieldCondition(filter.customField, parameters)]),
    ...(isSearch(filter) ? [search === null ? 'false' : `a.search @@ ${parameters.add(search)}::tsquery`] : []),
  ];
}

function customFieldCondition({ code, equals }: CustomFieldFilter, parameters: Parameters): string {
  return equals === null
    ? `NOT a.custom_fields ? ${parameters.add(code)}`
    : `a.custom_fields @> ${parameters.add(JSON.stringify({ [code]: equals }))}::jsonb`;
}

async function listed(sql: Sql, caller: Caller, rows: readonly ListedRow[]): Promise<ListedAccount[]> {
  const orderedBy = new Map(rows.map((row) => [row.id, row.ordered_by]));
  const loaded = await loadedAccounts(sql, caller, rows);
  return loaded.map((one) => ({ ...one, orderedBy: orderedBy.get(one.account.id) ?? '' }));
}
