import { ENTITY } from './conventions.ts';
import { type Field, namedType, type Schema } from './introspection.ts';
import type { Standing } from './policy.ts';
import { STANDING } from './policy.ts';
import { selectionOf } from './selection.ts';

export type RecordAnswer = Readonly<Record<string, unknown>>;

/** All that a record tells of itself without being asked for a page; of the entity also what the rules say of it. */
export function readRecord(schema: Schema, query: Field): string {
  const type = namedType(schema, query.type);
  const selection = selectionOf(schema, type, 2);
  const standing = type.name === ENTITY ? ` ${query.name}Standing: ${query.name}(id: $id) { ${STANDING} }` : '';
  return `query Record($id: ID!) { ${query.name}(id: $id) ${selection}${standing} }`;
}

export function recordOf(
  query: Field,
  data: RecordAnswer,
): { readonly record: RecordAnswer | null; readonly standing: Standing | null } {
  return {
    record: (data[query.name] as RecordAnswer | null | undefined) ?? null,
    standing: (data[`${query.name}Standing`] as Standing | null | undefined) ?? null,
  };
}
