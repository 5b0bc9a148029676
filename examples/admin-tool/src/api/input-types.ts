import type { JsonSchema } from '../form/json-schema.ts';
import {
  type InputValue,
  isLeaf,
  isList,
  isRequired,
  type NamedType,
  namedType,
  type Schema,
  type TypeRef,
} from './introspection.ts';

/** The GraphQL type of a value in the arguments of a field, by its path without positions. */
export function inputTypeAt(schema: Schema, args: readonly InputValue[], path: readonly string[]): NamedType | null {
  let values: readonly InputValue[] = args;
  let found: NamedType | null = null;
  for (const step of path) {
    const value = values.find(({ name }) => name === step);
    if (value === undefined) return null;
    found = namedType(schema, value.type);
    values = found.inputFields ?? [];
  }
  return found;
}

/** JSON Schema of arguments, as far as introspection tells: what a filter is built from. */
export function schemaOfArguments(schema: Schema, values: readonly InputValue[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(values.map(({ name, type }) => [name, schemaOf(schema, type)])),
    required: values
      .filter(({ type, defaultValue }) => isRequired(type) && defaultValue === null)
      .map(({ name }) => name),
  };
}

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Boolean: { type: 'boolean' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  JSON: {},
};

function schemaOf(schema: Schema, ref: TypeRef): JsonSchema {
  if (ref.kind === 'NON_NULL' && ref.ofType != null) return schemaOf(schema, ref.ofType);
  if (isList(ref) && ref.ofType != null) return { type: 'array', items: schemaOf(schema, ref.ofType) };
  const type = namedType(schema, ref);
  if (type.kind === 'ENUM') return { enum: (type.enumValues ?? []).map(({ name }) => name) };
  if (isLeaf(type)) return SCALARS[type.name] ?? { type: 'string' };
  return schemaOfArguments(schema, type.inputFields ?? []);
}
