import type { KeysetPage, OrderedList } from '../../persistence/engine/keyset';
import type { WorkBudget } from '../executor/work-budget';
import type { Connection } from '../request/mappers';
import { decodeCursor, encodeCursor, pageLimit } from './cursor';

/** How a list is asked for. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A list that is read in an order of its own: the name in its cursors and the types of what they hold. */
export interface ListOrder<Item> {
  readonly name: string;
  readonly types: readonly string[];
  readonly valuesOf: (item: Item) => string[];
}

/** A page of a list: `read` gives `limit` items after these order values. */
export async function readConnection<Item>(
  budget: WorkBudget,
  order: ListOrder<Item>,
  page: PageArguments,
  read: (limit: number, after: string[] | null) => Promise<readonly Item[]>,
): Promise<Connection<Item>> {
  const { limit, after } = partOf(order, page);
  const items = await budget.read(
    page.first,
    () => read(limit, after),
    (found) => Math.min(found.length, page.first),
  );
  return connectionOf(order, page, items);
}

/** The part of a list that its arguments ask for. Refuses what no list takes. */
function partOf(
  { name, types }: Pick<ListOrder<never>, 'name' | 'types'>,
  { first, after }: PageArguments,
): { readonly limit: number; readonly after: string[] | null } {
  return { limit: pageLimit(first), after: typeof after === 'string' ? decodeCursor(name, types, after) : null };
}

/** The part of a list that a repository reads page by page. */
export function keysetPage<Item>(
  list: OrderedList<Item>,
  page: PageArguments & { readonly kind?: string | null },
): KeysetPage {
  return { ...partOf(orderOf(list), page), filter: page.kind ?? null };
}

/** How the list is asked for that a repository reads page by page. */
export function orderOf<Item>({ name, order }: OrderedList<Item>): ListOrder<Item> {
  return {
    name,
    types: order.map((column) => column.type),
    valuesOf: (item) => order.map((column) => column.of(item)),
  };
}

/** The same page with other nodes. */
export function mapNodes<Item, Node>(connection: Connection<Item>, toNode: (item: Item) => Node): Connection<Node> {
  const edges = connection.edges.map(({ cursor, node }) => ({ cursor, node: toNode(node) }));
  return { ...connection, edges };
}

function connectionOf<Item>(order: ListOrder<Item>, page: PageArguments, items: readonly Item[]): Connection<Item> {
  const edges = items.slice(0, page.first).map((node) => ({
    node,
    cursor: encodeCursor(order.name, order.valuesOf(node)),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: items.length > page.first,
      hasPreviousPage: typeof page.after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
