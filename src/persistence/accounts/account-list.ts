import type { AccountFilter, AccountOrder, CustomFieldFilter } from '../../domain/accounts/account-filter';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Caller } from '../../domain/caller';
import { integer, text, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { inOrder, isAfter } from '../engine/keyset';
import { searchQuery } from '../engine/search-query';
import { both, selectAgain, value } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import { type LoadedAccountRow, loadedAccounts, loadedFrom, selectLoaded } from './account-repository';
import { columnsFor } from './account-rows';
import { type Among, among, amongOnce, sightOf } from './account-sight';
import { a } from './account-visibility';

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
  NAME: { column: a.sortName, type: 'text' },
  CREATED_AT: { column: a.createdAt, type: 'timestamptz' },
  UPDATED_AT: { column: a.updatedAt, type: 'timestamptz' },
} as const;

/** A page of the accounts that exist for the caller. Hidden ones are no part of it, nor of its statements (S8, A29). */
export async function listAccounts(
  reader: Reader,
  caller: Caller,
  filter: AccountFilter,
  order: AccountOrder,
  page: AccountPage,
): Promise<ListedAccount[]> {
  const accounts = among(await sightOf(reader, caller));
  const rows = await reader.query(
    pageStatement(caller, accounts, filterConditions(filter), order, page, isSearch(filter)),
  );
  return listed(reader, caller, rows);
}

const COUNT = value('count', integer(), sql`count(*)::int`);

/** How many accounts of the filter exist for the caller. */
export async function countAccounts(reader: Reader, caller: Caller, filter: AccountFilter): Promise<number> {
  const { accounts, conditions } = among(await sightOf(reader, caller));
  const all = join([...conditions, ...filterConditions(filter)], ' AND ');
  const [row] = await reader.query(sql`SELECT ${COUNT} FROM ${accounts} WHERE ${all}`);
  return row?.count ?? 0;
}

const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

/** A page of the customers of each of these resellers, by reseller: one statement for them all. */
export async function listCustomers(
  reader: Reader,
  caller: Caller,
  tenantResellerIds: readonly string[],
  page: AccountPage,
): Promise<Map<string, ListedAccount[]>> {
  const { seen, ...accounts } = amongOnce(await sightOf(reader, caller));
  const conditions = [sql`${a.tenantResellerId} = reseller.id`, NOT_DELETED];
  const rows = await reader.query(
    sql`${seen} SELECT ${selectAgain('page', selectListed(caller, BY_NAME))}
      FROM unnest(${tenantResellerIds}::uuid[]) AS reseller(id)
      CROSS JOIN LATERAL (${pageStatement(caller, accounts, conditions, BY_NAME, page)}) page`,
  );
  const customers = new Map<string, ListedAccount[]>(tenantResellerIds.map((id) => [id, []]));
  for (const one of await listed(reader, caller, rows)) {
    customers.get(one.account.management?.tenantResellerId ?? '')?.push(one);
  }
  return customers;
}

/** How many customers of each of these resellers exist for the caller. */
export async function countCustomers(
  reader: Reader,
  caller: Caller,
  tenantResellerIds: readonly string[],
): Promise<Map<string, number>> {
  const { accounts, conditions } = among(await sightOf(reader, caller));
  const ofResellers = sql`${a.tenantResellerId} = ANY (${tenantResellerIds}::uuid[])`;
  const rows = await reader.query(
    sql`SELECT ${value('id', uuid(), a.tenantResellerId)}, ${COUNT} FROM ${accounts}
      WHERE ${join([ofResellers, NOT_DELETED, ...conditions], ' AND ')}
      GROUP BY ${a.tenantResellerId}`,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

const NOT_DELETED = sql`${a.status} <> 'DELETED'`;

const selectListed = (caller: Caller, { field }: AccountOrder) =>
  both(selectLoaded(caller), value('orderedBy', text(), sql`${ORDER_COLUMNS[field].column}::text`));

type ListedRow = ReturnType<typeof selectListed>['row'];

function pageStatement(
  caller: Caller,
  { accounts, conditions, isNarrow }: Among,
  wanted: readonly Fragment[],
  order: AccountOrder,
  { limit, after }: AccountPage,
  searching = false,
) {
  const { direction } = order;
  const columns = [ORDER_COLUMNS[order.field], { column: a.id, type: 'uuid' }] as const;
  const where = join([...wanted, ...conditions, ...(after ? [isAfter(columns, direction, after)] : [])], ' AND ');
  const ordered = sql`ORDER BY ${inOrder(columns, direction)} LIMIT ${limit}`;
  // What a search finds is found first, whatever the planner guesses of it: read in the list's order, a rare word would
  // cost the whole list. OFFSET 0 keeps the planner from mixing the two.
  const found =
    searching || isNarrow
      ? loadedFrom(
          sql`(SELECT * FROM (SELECT ${columnsFor(caller)} FROM ${accounts} WHERE ${where} OFFSET 0) a ${ordered}) a`,
        )
      : sql`${loadedFrom(accounts)} WHERE ${where}`;
  return sql`SELECT ${selectListed(caller, order)} FROM ${found} ${ordered}`;
}

function isSearch({ search }: AccountFilter): boolean {
  return search !== undefined && search.trim() !== '';
}

function filterConditions(filter: AccountFilter): Fragment[] {
  const equals = (column: Fragment, id: string | undefined) => (id === undefined ? [] : [sql`${column} = ${id}`]);
  const search = filter.search === undefined ? null : searchQuery(filter.search);
  return [
    filter.status ? sql`${a.status} = ANY (${filter.status}::text[])` : NOT_DELETED,
    ...(filter.managed === undefined ? [] : [sql`(${a.tenantResellerId} IS NOT NULL) = ${filter.managed}`]),
    ...equals(a.tenantResellerId, filter.tenantResellerId),
    ...equals(a.parentId, filter.parentId),
    ...equals(a.billToId, filter.billToId),
    ...equals(a.responsibleUserId, filter.responsibleUserId),
    ...(filter.updatedSince === undefined ? [] : [sql`${a.updatedAt} >= ${filter.updatedSince}`]),
    ...(filter.customField === undefined ? [] : [customFieldCondition(filter.customField)]),
    ...(isSearch(filter) ? [search === null ? sql`false` : sql`${a.search} @@ ${search}::tsquery`] : []),
  ];
}

function customFieldCondition({ code, equals }: CustomFieldFilter): Fragment {
  return equals === null
    ? sql`NOT ${a.customFields} ? ${code}`
    : sql`${a.customFields} @> ${JSON.stringify({ [code]: equals })}::jsonb`;
}

async function listed(reader: Reader, caller: Caller, rows: readonly ListedRow[]): Promise<ListedAccount[]> {
  const orderedBy = new Map(rows.map((row) => [row.id, row.orderedBy]));
  const loaded = await loadedAccounts(
    reader,
    caller,
    rows.map(({ orderedBy: _, ...row }): LoadedAccountRow => row),
  );
  return loaded.map((one) => ({ ...one, orderedBy: orderedBy.get(one.account.id) ?? '' }));
}
