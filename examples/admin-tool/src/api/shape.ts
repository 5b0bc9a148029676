import { PAGING, TITLES } from './conventions.ts';
import {
  asksNothing,
  type Field,
  isLeaf,
  isList,
  isRequired,
  type NamedType,
  namedType,
  type Schema,
} from './introspection.ts';

/** What an answer holds, by the shape of its type. */
export type Content =
  | { readonly kind: 'leaf'; readonly type: NamedType; readonly isList: boolean }
  | { readonly kind: 'connection'; readonly node: NamedType }
  | { readonly kind: 'objects'; readonly type: NamedType }
  | { readonly kind: 'object'; readonly type: NamedType };

export function contentOf(schema: Schema, field: Field): Content {
  const type = namedType(schema, field.type);
  if (isLeaf(type)) return { kind: 'leaf', type, isList: isList(field.type) };
  const node = nodeOf(schema, type);
  if (node !== null) return { kind: 'connection', node };
  return { kind: isList(field.type) ? 'objects' : 'object', type };
}

/** What the edges of a connection lead to; null of any other type. */
function nodeOf(schema: Schema, { fields }: NamedType): NamedType | null {
  const edges = fields?.find(({ name }) => name === 'edges');
  if (edges === undefined || !fields?.some(({ name }) => name === 'pageInfo')) return null;
  const node = namedType(schema, edges.type).fields?.find(({ name }) => name === 'node');
  return node === undefined ? null : namedType(schema, node.type);
}

/** The field whose value names a record to people; null where there is but an id. */
export function titleOf(schema: Schema, type: NamedType): string | null {
  const texts = (type.fields ?? []).filter(
    (field) => !isList(field.type) && namedType(schema, field.type).name === 'String' && asksNothing(field),
  );
  const named = TITLES.find((title) => texts.some(({ name }) => name === title));
  return named ?? texts.find(({ type: ref }) => isRequired(ref))?.name ?? null;
}

export function hasId(type: NamedType): boolean {
  return type.fields?.some(({ name }) => name === 'id') ?? false;
}

/** The query that reads one record of a type by its id. */
export function recordQuery(schema: Schema, type: string): Field | null {
  const reads = ({ args, type: ref }: Field) => {
    const needed = args.filter((arg) => isRequired(arg.type));
    return args.length === 1 && needed[0]?.name === 'id' && !isList(ref) && namedType(schema, ref).name === type;
  };
  return schema.queries.find(reads) ?? null;
}

/** The queries that list or tell something without being asked for more than a page. */
export function browsable(schema: Schema): readonly Field[] {
  return schema.queries.filter(
    (field) => asksNothing(field) && !field.name.startsWith('_') && contentOf(schema, field).kind !== 'leaf',
  );
}

/** The arguments of a list besides those that page it. */
export function filtersOf({ args }: Field) {
  return args.filter(({ name }) => !PAGING.includes(name));
}
