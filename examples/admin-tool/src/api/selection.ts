import { asksNothing, type Field, isLeaf, type NamedType, namedType, type Schema } from './introspection.ts';
import { contentOf, hasId, titleOf } from './shape.ts';

/** What is asked of a type: its values, and what names the records that it leads to. Lists that are paged are left out. */
export function selectionOf(schema: Schema, type: NamedType, depth: number): string {
  const parts = (type.fields ?? []).filter(asksNothing).flatMap((field) => partOf(schema, field, depth));
  return parts.length === 0 ? '{ __typename }' : `{ ${parts.join(' ')} }`;
}

function partOf(schema: Schema, field: Field, depth: number): string[] {
  const content = contentOf(schema, field);
  if (content.kind === 'leaf') return field.args.length === 0 ? [field.name] : [];
  // What takes arguments is asked for on its own.
  if (content.kind === 'connection' || field.args.length > 0) return [];
  if (depth <= 0) return content.kind === 'object' ? [`${field.name} ${namesOf(schema, content.type)}`] : [];
  // Of a record that has a life of its own only what names it.
  const isRecord = content.kind === 'object' && hasId(content.type);
  return [`${field.name} ${isRecord ? namesOf(schema, content.type) : selectionOf(schema, content.type, depth - 1)}`];
}

/** What it takes to name a record and to lead to it. */
export function namesOf(schema: Schema, type: NamedType): string {
  const names = [hasId(type) ? 'id' : null, titleOf(schema, type)].filter((name) => name !== null);
  return names.length === 0 ? '{ __typename }' : `{ ${names.join(' ')} }`;
}

/** The columns of a list: what a row can show of a record. */
export function columnsOf(schema: Schema, type: NamedType): readonly Field[] {
  const title = titleOf(schema, type);
  const weight = (field: Field) => {
    if (field.name === title) return 0;
    const content = contentOf(schema, field);
    if (content.kind === 'object') return 2;
    if (content.kind === 'objects') return 8;
    if (field.name === 'id') return 9;
    if (content.kind === 'leaf' && content.type.name === 'ID') return 3;
    if (/Id$/.test(field.name)) return 7;
    if (content.kind === 'leaf' && content.type.name === 'JSON') return 6;
    return content.kind === 'leaf' && content.isList ? 8 : 1;
  };
  return (type.fields ?? [])
    .filter((field) => asksNothing(field) && contentOf(schema, field).kind !== 'connection')
    .map((field, index) => ({ field, rank: weight(field) * 1000 + index }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ field }) => field);
}

export function columnSelection(schema: Schema, columns: readonly Field[]): string {
  return columns
    .filter((field) => contentOf(schema, field).kind !== 'objects')
    .map((field) =>
      isLeaf(namedType(schema, field.type))
        ? field.name
        : `${field.name} ${namesOf(schema, namedType(schema, field.type))}`,
    )
    .join(' ');
}
