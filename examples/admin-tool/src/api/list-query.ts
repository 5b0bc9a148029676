import { type Field, isLeaf, namedType, printRef, type Schema } from './introspection.ts';
import { columnSelection, columnsOf, selectionOf } from './selection.ts';
import { contentOf, filtersOf, hasId } from './shape.ts';

/** The record that a list lies below. */
export interface ListBase {
  readonly query: Field;
  readonly id: string;
}

export interface Page {
  /** Null where the list is not told to the caller. */
  readonly rows: readonly Readonly<Record<string, unknown>>[] | null;
  /** Null on the last page. */
  readonly endCursor: string | null;
  /** What a connection tells of itself, e.g. how many there are in all. */
  readonly counts: Readonly<Record<string, unknown>>;
}

const PAGE = 25;

/** The query of one page of a list, and what it is told. */
export function listQuery(
  schema: Schema,
  field: Field,
  base: ListBase | null,
  filters: Readonly<Record<string, unknown>>,
  after: string | null,
): [query: string, variables: Record<string, unknown>] {
  const content = contentOf(schema, field);
  const isPaged = content.kind === 'connection';
  const given = filtersOf(field).filter(({ name }) => filters[name] !== undefined);
  const declared = [
    ...(base === null ? [] : ['$id: ID!']),
    ...(isPaged ? ['$first: Int!', '$after: String'] : []),
    ...given.map(({ name, type }) => `$${name}: ${printRef(type)}`),
  ];
  const args = [
    ...(isPaged ? ['first: $first', 'after: $after'] : []),
    ...given.map(({ name }) => `${name}: $${name}`),
  ];
  const asked = `${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`} ${selection(schema, field)}`;
  const body = base === null ? asked : `${base.query.name}(id: $id) { ${asked} }`;
  return [
    `query List${declared.length === 0 ? '' : `(${declared.join(', ')})`} { ${body} }`,
    { ...(base === null ? {} : { id: base.id }), ...(isPaged ? { first: PAGE, after } : {}), ...filters },
  ];
}

function selection(schema: Schema, field: Field): string {
  const content = contentOf(schema, field);
  if (content.kind === 'leaf') return '';
  if (content.kind !== 'connection') return selectionOf(schema, content.type, 1);
  const own = (namedType(schema, field.type).fields ?? []).filter(({ type }) => isLeaf(namedType(schema, type)));
  const columns = columnsOf(schema, content.node);
  const id = hasId(content.node) && !columns.some(({ name }) => name === 'id') ? 'id ' : '';
  return `{ edges { node { ${id}${columnSelection(schema, columns)} } } pageInfo { hasNextPage endCursor } ${own.map(({ name }) => name).join(' ')} }`;
}

/** What the answer holds of the list. */
export function pageOf(field: Field, base: ListBase | null, data: Readonly<Record<string, unknown>>): Page {
  const holder = base === null ? data : (data[base.query.name] as Readonly<Record<string, unknown>> | null);
  const answer = holder?.[field.name] ?? null;
  if (answer === null) return { rows: null, endCursor: null, counts: {} };
  if (Array.isArray(answer)) return { rows: answer, endCursor: null, counts: {} };
  const { edges, pageInfo, ...counts } = answer as {
    readonly edges?: readonly { readonly node: Record<string, unknown> }[];
    readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } & Record<string, unknown>;
  if (edges === undefined) return { rows: [counts], endCursor: null, counts: {} };
  return { rows: edges.map(({ node }) => node), endCursor: pageInfo?.hasNextPage ? pageInfo.endCursor : null, counts };
}
