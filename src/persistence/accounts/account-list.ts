import { type AccountParts, EVERY_PART, type ReadAccount } from '../../domain/accounts/account';
import {
  type AccountFilter,
  type AccountOrder,
  type Count,
  type CustomFieldFilter,
  MOST_COUNTED,
} from '../../domain/accounts/account-filter';
import type { Caller } from '../../domain/caller';
import { isBlank } from '../../domain/folding';
import { integer, text, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { inOrder, isAfter } from '../engine/keyset';
import { isFound } from '../engine/search-query';
import { both, selectAgain, value } from '../engine/select';
import { type Fragment, join, NOTHING, sql } from '../engine/sql';
import { existing, selectRead } from './account-answers';
import { hasDrift } from './account-drift';
import { besideAccounts } from './account-repository';
import { columnsFor } from './account-rows';
import { type Among, among, amongOnce, type Sight, sightOf } from './account-sight';
import { a } from './account-visibility';
import { findSharedKeys, type SharedKeys } from './possible-duplicates';

/** An account of a list, with the exact value that it is ordered by. */
export type ListedAccount = ReadAccount & { readonly orderedBy: string };

/** What is read of the accounts of a list, and what is known of the caller already. */
export interface Look {
  readonly parts?: AccountParts;
  readonly sight?: Promise<Sight>;
  /** The keys that accounts share, for whoever asks for a drift. */
  readonly sharedKeys?: (() => Promise<SharedKeys>) | undefined;
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

/** So many accounts of a list are looked through for a common word before everything that has it is looked up. */
const LOOKED_THROUGH = 20_000;

/** A page of the accounts that exist for the caller. Hidden ones are no part of it, nor of its statements (S8, A29). */
export async function listAccounts(
  reader: Reader,
  caller: Caller,
  filter: AccountFilter,
  order: AccountOrder,
  page: AccountPage,
  { parts = EVERY_PART, sight = sightOf(reader, caller), sharedKeys }: Look = {},
): Promise<readonly ListedAccount[]> {
  const accounts = among(await sight);
  const wanted = await wantedOf(reader, caller, filter, { sight, sharedKeys });
  const selection = selectListed(caller, order, parts);
  const statement = (how: Looking) => pageStatement(caller, selection, accounts, wanted, order, page, how);
  if (!isSearch(filter)) {
    const how = filter.hasDrift === undefined ? 'AS_PLANNED' : 'IDS_FIRST';
    return existing(await reader.query(statement(how)), caller);
  }
  if (!accounts.isNarrow && (await countFound(reader, accounts, wanted)) > MOST_COUNTED) {
    const rows = await reader.query(statement('IN_ORDER'));
    if (rows.length === page.limit) return existing(rows, caller);
  }
  return existing(await reader.query(statement('FOUND_FIRST')), caller);
}

const COUNT = value('count', integer(), sql`count(*)::int`);

/** How many accounts of the filter exist for the caller. */
export async function countAccounts(
  reader: Reader,
  caller: Caller,
  filter: AccountFilter,
  { sight = sightOf(reader, caller), sharedKeys }: Omit<Look, 'parts'> = {},
): Promise<Count> {
  const accounts = among(await sight);
  const wanted = await wantedOf(reader, caller, filter, { sight, sharedKeys });
  return countOf(await countFound(reader, accounts, wanted, isSearch(filter)));
}

/** How many there are, up to one more than are counted. */
async function countFound(
  reader: Reader,
  { accounts, conditions }: Among,
  wanted: Wanted,
  searching = true,
): Promise<number> {
  const found = sql`SELECT 1 FROM ${accounts} ${wanted.beside} WHERE ${join([...conditions, ...wanted.conditions], ' AND ')}`;
  // Planned for all that is found, and read no further than wanted: for ten thousand of what it takes for a common word the
  // planner would read the table.
  const counted = searching
    ? sql`WITH found AS MATERIALIZED (${found}) SELECT ${COUNT} FROM (SELECT 1 FROM found LIMIT ${MOST_COUNTED + 1}) counted`
    : sql`SELECT ${COUNT} FROM (${found} LIMIT ${MOST_COUNTED + 1}) counted`;
  const [row] = await reader.query(counted);
  return row?.count ?? 0;
}

function countOf(found: number): Count {
  return { total: Math.min(found, MOST_COUNTED), isCapped: found > MOST_COUNTED };
}

const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

/** A page of the customers of each of these resellers, by reseller: one statement for them all. */
export async function listCustomers(
  reader: Reader,
  caller: Caller,
  tenantResellerIds: readonly string[],
  page: AccountPage,
  { parts = EVERY_PART, sight = sightOf(reader, caller) }: Look = {},
): Promise<Map<string, ListedAccount[]>> {
  if (tenantResellerIds.length === 0) return new Map();
  const { seen, ...accounts } = amongOnce(await sight);
  const selection = selectListed(caller, BY_NAME, parts);
  // One page for each: a distributed database follows no reseller into what is on the nodes.
  const pages = tenantResellerIds.map((id) => {
    const wanted = { beside: NOTHING, conditions: [sql`${a.tenantResellerId} = ${id}::uuid`, NOT_DELETED] };
    return sql`(${pageStatement(caller, selection, accounts, wanted, BY_NAME, page)})`;
  });
  const rows = await reader.query(
    sql`${seen} SELECT ${selectAgain('page', selection)} FROM (${join(pages, ' UNION ALL ')}) page`,
  );
  const customers = new Map<string, ListedAccount[]>(tenantResellerIds.map((id) => [id, []]));
  for (const one of existing(rows, caller)) customers.get(one.tenantResellerId ?? '')?.push(one);
  return customers;
}

/** How many customers of each of these resellers exist for the caller. */
export async function countCustomers(
  reader: Reader,
  caller: Caller,
  tenantResellerIds: readonly string[],
  { sight = sightOf(reader, caller) }: Pick<Look, 'sight'> = {},
): Promise<Map<string, Count>> {
  if (tenantResellerIds.length === 0) return new Map();
  const { seen, accounts, conditions } = amongOnce(await sight);
  // One count for each: whoever has a million customers is counted no further than anyone else.
  const counts = tenantResellerIds.map((id) => {
    const found = sql`SELECT 1 FROM ${accounts}
      WHERE ${join([sql`${a.tenantResellerId} = ${id}::uuid`, NOT_DELETED, ...conditions], ' AND ')}`;
    return sql`(SELECT ${id}::uuid AS id, count(*)::int AS count FROM (${found} LIMIT ${MOST_COUNTED + 1}) counted)`;
  });
  const rows = await reader.query(
    sql`${seen} SELECT ${value('id', uuid(), sql`id`)}, ${value('count', integer(), sql`count`)}
      FROM (${join(counts, ' UNION ALL ')}) counts`,
  );
  return new Map(rows.map((row) => [row.id, countOf(row.count)]));
}

const NOT_DELETED = sql`${a.status} <> 'DELETED'`;

const selectListed = (caller: Caller, { field }: AccountOrder, parts: AccountParts) =>
  both(selectRead(caller, parts), value('orderedBy', text(), sql`${ORDER_COLUMNS[field].column}::text`));

type SelectListed = ReturnType<typeof selectListed>;

/** Whether a page is read as the planner likes, in the list's order, after all that is found, or after the ids on it. */
type Looking = 'AS_PLANNED' | 'IN_ORDER' | 'FOUND_FIRST' | 'IDS_FIRST';

function pageStatement(
  caller: Caller,
  selection: SelectListed,
  { accounts, conditions, isNarrow }: Among,
  wanted: Wanted,
  order: AccountOrder,
  { limit, after }: AccountPage,
  how: Looking = 'AS_PLANNED',
) {
  const { direction } = order;
  const columns = [ORDER_COLUMNS[order.field], { column: a.id, type: 'uuid' }] as const;
  const rest = after ? [isAfter(columns, direction, after)] : [];
  const inItsOrder = sql`ORDER BY ${inOrder(columns, direction)}`;
  const ordered = sql`${inItsOrder} LIMIT ${limit}`;
  const where = join([...wanted.conditions, ...conditions, ...rest], ' AND ');
  if (how === 'IN_ORDER') {
    // A word that many have is soon met on the way; what it costs to meet none is bounded.
    const looked = sql`SELECT ${columnsFor(caller)} FROM ${accounts} WHERE ${join([sql`true`, ...rest], ' AND ')} ${inItsOrder} LIMIT ${LOOKED_THROUGH}`;
    const met = sql`SELECT a.* FROM (${looked}) a ${wanted.beside} WHERE ${join([...wanted.conditions, ...conditions], ' AND ')} ${ordered}`;
    return sql`SELECT ${selection} FROM ${besideAccounts(caller, sql`(${met}) a`)} ${ordered}`;
  }
  if (how === 'IDS_FIRST') {
    // All that is found, whatever the planner guesses of it, and so little of each that an index has it all.
    const found = sql`SELECT ${a.id}, ${ORDER_COLUMNS[order.field].column} FROM ${accounts} ${wanted.beside} WHERE ${where} OFFSET 0`;
    const ids = sql`SELECT ${a.id} FROM (${found}) a ${ordered}`;
    const listed = sql`${a.$} JOIN (${ids}) listed ON listed.id = ${a.id}`;
    return sql`SELECT ${selection} FROM ${besideAccounts(caller, listed)} ${inItsOrder}`;
  }
  // What a search finds is found first, whatever the planner guesses of it: read in the list's order, a rare word would
  // cost the whole list. OFFSET 0 keeps the planner from mixing the two.
  const found =
    how === 'FOUND_FIRST' || isNarrow
      ? besideAccounts(
          caller,
          sql`(SELECT * FROM (SELECT ${columnsFor(caller)} FROM ${accounts} ${wanted.beside} WHERE ${where} OFFSET 0) a ${ordered}) a`,
        )
      : sql`${besideAccounts(caller, accounts)} ${wanted.beside} WHERE ${where}`;
  return sql`SELECT ${selection} FROM ${found} ${ordered}`;
}

function isSearch(filter: AccountFilter): filter is AccountFilter & { readonly search: string } {
  return filter.search !== undefined && !isBlank(filter.search);
}

/** What a filter asks of accounts `a`, and what is joined to them for it. */
interface Wanted {
  readonly beside: Fragment;
  readonly conditions: readonly Fragment[];
}

async function wantedOf(
  reader: Reader,
  caller: Caller,
  filter: AccountFilter,
  { sight, sharedKeys = () => findSharedKeys(reader, sight) }: { readonly sight: Promise<Sight> } & Look,
): Promise<Wanted> {
  const conditions = await filterConditions(reader, caller, filter);
  if (filter.hasDrift === undefined) return { beside: NOTHING, conditions };
  const shared = await sharedKeys();
  const drifts = hasDrift(shared);
  return { beside: shared.beside, conditions: [...conditions, filter.hasDrift ? drifts : sql`NOT ${drifts}`] };
}

async function filterConditions(reader: Reader, caller: Caller, filter: AccountFilter): Promise<Fragment[]> {
  const equals = (column: Fragment, id: string | undefined) => (id === undefined ? [] : [sql`${column} = ${id}`]);
  return [
    filter.status ? sql`${a.status} = ANY (${filter.status}::text[])` : NOT_DELETED,
    ...(filter.managed === undefined ? [] : [sql`(${a.tenantResellerId} IS NOT NULL) = ${filter.managed}`]),
    ...equals(a.tenantResellerId, filter.tenantResellerId),
    ...(filter.tenantResellerIds ? [sql`${a.tenantResellerId} = ANY (${filter.tenantResellerIds}::uuid[])`] : []),
    ...equals(a.parentId, filter.parentId),
    ...equals(a.billToId, filter.billToId),
    ...equals(a.responsibleUserId, filter.responsibleUserId),
    ...(filter.withoutResponsibleUser === undefined
      ? []
      : [
          filter.withoutResponsibleUser ? sql`${a.responsibleUserId} IS NULL` : sql`${a.responsibleUserId} IS NOT NULL`,
        ]),
    ...(filter.updatedSince === undefined ? [] : [sql`${changedAt(caller)} >= ${filter.updatedSince}`]),
    ...(filter.customField === undefined ? [] : [customFieldCondition(filter.customField)]),
    ...(await searchCondition(reader, filter)),
  ];
}

/** A sync is told of changes of its own alone: what the distributor changes is nothing that it sees. */
function changedAt({ kind }: Caller): Fragment {
  return kind === 'RESELLER_SYNC' ? sql`greatest(${a.lastSyncedAt}, ${a.managedSince})` : a.updatedAt;
}

async function searchCondition(reader: Reader, filter: AccountFilter): Promise<Fragment[]> {
  if (!isSearch(filter)) return [];
  return [(await isFound(reader, a, filter.search)) ?? sql`false`];
}

function customFieldCondition({ code, equals }: CustomFieldFilter): Fragment {
  return equals === null
    ? sql`NOT ${a.customFields} ? ${code}`
    : sql`${a.customFields} @> ${JSON.stringify({ [code]: equals })}::jsonb`;
}
