import type { Sql } from './database';

/** What lies below accounts and is read page by page: where it stands, in what order, and what a row becomes. */
export interface Keyset<Item, Row> {
  /** Stands in its cursors, so that a cursor of another list is refused. */
  readonly name: string;
  readonly columns: string;
  readonly from: string;
  /** The column of the account's id. */
  readonly account: string;
  /** The columns of the order, the last of which tells any two items of an account apart. */
  readonly order: readonly KeysetColumn<Item>[];
  readonly direction: 'ASC' | 'DESC';
  /** A further condition; its parameter is `$filter`. */
  readonly filter?: string;
  readonly toItem: (row: Row) => Item;
}

export interface KeysetColumn<Item> {
  readonly expression: string;
  readonly type: string;
  readonly of: (item: Item) => string;
}

/** The part of a list that is asked for: at most `limit` items after the one of these order values. */
export interface KeysetPage {
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly filter?: string | null;
}

/** One page for each of the accounts, by account id: one statement, however many accounts. */
export async function loadPages<Item, Row extends object>(
  sql: Sql,
  keyset: Keyset<Item, Row>,
  accountIds: readonly string[],
  page: KeysetPage,
): Promise<Map<string, Item[]>> {
  const { order, direction } = keyset;
  const parameters: unknown[] = [accountIds, page.limit];
  const conditions = [`${keyset.account} = wanted.id`];
  if (page.after) {
    const places = order.map((column, index) => `$${parameters.length + index + 1}::${column.type}`);
    parameters.push(...page.after);
    const expressions = order.map((column) => column.expression);
    conditions.push(`(${expressions.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${places.join(', ')})`);
  }
  if (keyset.filter && page.filter) {
    parameters.push(page.filter);
    conditions.push(keyset.filter.replace('$filter', `$${parameters.length}`));
  }
  const rows = await sql.query<Row & { page_of: string }>(
    `SELECT page.*, wanted.id AS page_of
     FROM (SELECT DISTINCT unnest($1::uuid[]) AS id) wanted
     CROSS JOIN LATERAL (
       ${keyset.columns} FROM ${keyset.from} WHERE ${conditions.join(' AND ')}
       ORDER BY ${order.map((column) => `${column.expression} ${direction}`).join(', ')} LIMIT $2
     ) page`,
    parameters,
  );
  const pages = new Map<string, Item[]>(accountIds.map((id) => [id, []]));
  for (const row of rows) pages.get(row.page_of)?.push(keyset.toItem(row));
  return pages;
}
