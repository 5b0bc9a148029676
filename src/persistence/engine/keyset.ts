import { uuid } from './column';
import type { Reader } from './database';
import { selectAgain, value } from './select';
import { type Fragment, join, keyword, type Selection, sql } from './sql';

/** What lies below accounts and is read page by page: where it stands and in what order. */
export interface Keyset<Item> extends OrderedList<Item> {
  /** The column of the account's id. */
  readonly account: Fragment;
}

/** The same of what lies below rows of any kind. */
export interface OrderedList<Item> {
  /** Stands in its cursors, so that a cursor of another list is refused. */
  readonly name: string;
  readonly selection: Selection<Item>;
  readonly from: Fragment;
  /** The columns of the order, the last of which tells any two items of an account apart. */
  readonly order: readonly KeysetColumn<Item>[];
  readonly direction: 'ASC' | 'DESC';
  /** What of it is listed, whoever asks. */
  readonly only?: Fragment;
  /** A further condition on what is listed. */
  readonly filter?: (value: string) => Fragment;
}

export interface KeysetColumn<Item> {
  readonly column: Fragment;
  readonly type: 'text' | 'uuid' | 'date' | 'timestamptz';
  readonly of: (item: Item) => string;
}

/** The part of a list that is asked for: at most `limit` items after the one of these order values. */
export interface KeysetPage {
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly filter?: string | null;
}

/** Those of an order that come after the one of these values. */
export function isAfter(
  order: readonly Pick<KeysetColumn<never>, 'column' | 'type'>[],
  direction: 'ASC' | 'DESC',
  after: readonly string[],
): Fragment {
  const columns = join(
    order.map(({ column }) => column),
    ', ',
  );
  const values = join(
    order.map(({ type }, at) => sql`${after[at] ?? ''}::${keyword(type)}`),
    ', ',
  );
  return sql`(${columns}) ${keyword(direction === 'ASC' ? '>' : '<')} (${values})`;
}

/** The words after ORDER BY. */
export function inOrder(order: readonly { readonly column: Fragment }[], direction: 'ASC' | 'DESC'): Fragment {
  return join(
    order.map(({ column }) => sql`${column} ${keyword(direction)}`),
    ', ',
  );
}

/** One page for each of these of the accounts, by account id: one statement, however many accounts. */
export function loadPages<Item>(
  reader: Reader,
  keyset: Keyset<Item>,
  // From the accounts, not from their ids: what lies below an account is on its node, and a join of ids is on none.
  accounts: Fragment,
  accountIds: readonly string[],
  page: KeysetPage,
): Promise<Map<string, Item[]>> {
  return loadPagesBelow(reader, { rows: accounts, key: keyset.account }, keyset, accountIds, page);
}

/** One page for each of the rows that have these ids, by their id; `key` is the column that names the row it lies below. */
export async function loadPagesBelow<Item>(
  reader: Reader,
  below: { readonly rows: Fragment; readonly key: Fragment },
  { selection, from, order, direction, only, filter }: OrderedList<Item>,
  ids: readonly string[],
  page: KeysetPage,
): Promise<Map<string, Item[]>> {
  const conditions = [
    sql`${below.key} = wanted.id`,
    ...(only ? [only] : []),
    ...(page.after ? [isAfter(order, direction, page.after)] : []),
    ...(filter && typeof page.filter === 'string' ? [filter(page.filter)] : []),
  ];
  const listed = sql`SELECT ${selection} FROM ${from} WHERE ${join(conditions, ' AND ')}
    ORDER BY ${inOrder(order, direction)} LIMIT ${page.limit}`;
  const rows = await reader.query(
    sql`SELECT ${selectAgain('page', selection)}, ${value('pageOf', uuid(), sql`wanted.id`)}
      FROM (SELECT id FROM ${below.rows} WHERE id = ANY (${ids}::uuid[])) wanted
      CROSS JOIN LATERAL (${listed}) page`,
  );
  const pages = new Map<string, Item[]>(ids.map((id) => [id, []]));
  for (const { pageOf, ...item } of rows) pages.get(pageOf)?.push(item as Item);
  return pages;
}
