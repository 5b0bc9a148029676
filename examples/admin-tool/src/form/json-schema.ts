/** As much of JSON Schema 2020-12 as a form reads. What else stands in one is left to the validator. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly (JsonSchema | boolean)[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

export type ShapeKind = 'object' | 'list' | 'text' | 'number' | 'boolean' | 'choice' | 'any';

/** What a value is to a form. */
export interface Shape {
  readonly kind: ShapeKind;
  readonly isNullable: boolean;
  /** Without the null that may stand for it. */
  readonly schema: JsonSchema;
  readonly choices: readonly unknown[];
}

const KINDS: Readonly<Record<string, ShapeKind>> = {
  object: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
};

/** Read off a schema, whichever of the ways to write the same it takes. */
export function shapeOf(given: JsonSchema | boolean, root: JsonSchema): Shape {
  const { schema, isNullable } = withoutNull(flat(given, root), root);
  const choices = choicesOf(schema, root);
  if (choices !== null) return { kind: 'choice', isNullable, schema, choices };
  return { kind: kindOf(schema), isNullable, schema, choices: [] };
}

function kindOf({ type, properties, items, prefixItems }: JsonSchema): ShapeKind {
  // Without properties that are named, or with items that each have their own: no controls can be made of it.
  if ((type === 'object' && properties === undefined) || prefixItems !== undefined) return 'any';
  if (typeof type === 'string') return KINDS[type] ?? 'any';
  if (type !== undefined) return 'any';
  if (properties !== undefined) return 'object';
  return items === undefined ? 'any' : 'list';
}

/** The types that a value may be of, whichever way is taken; null where the schema leaves that open. */
export function typesOf({ type, anyOf, properties, items }: JsonSchema): readonly string[] | null {
  if (type !== undefined) return [type].flat();
  if (properties !== undefined) return ['object'];
  if (items !== undefined) return ['array'];
  const ways = (anyOf ?? []).map(typesOf);
  return ways.length > 0 && ways.every((way) => way !== null) ? [...new Set(ways.flat())] : null;
}

/** References followed, and what must hold together put together. */
function flat(given: JsonSchema | boolean, root: JsonSchema): JsonSchema {
  if (typeof given === 'boolean') return {};
  const { $ref, allOf = [], ...own } = given;
  const parts = [...($ref === undefined ? [] : [resolved($ref, root)]), ...allOf].map((part) => flat(part, root));
  return parts.reduce<JsonSchema>(merged, own);
}

function merged(one: JsonSchema, other: JsonSchema): JsonSchema {
  return {
    ...other,
    ...one,
    ...(one.properties || other.properties ? { properties: { ...other.properties, ...one.properties } } : {}),
    ...(one.required || other.required ? { required: [...(other.required ?? []), ...(one.required ?? [])] } : {}),
  };
}

function resolved(reference: string, root: JsonSchema): JsonSchema {
  const steps = reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '');
  const found = steps.reduce<unknown>(
    (node, step) =>
      (node as Record<string, unknown> | undefined)?.[
        decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
      ],
    root,
  );
  return (found ?? {}) as JsonSchema;
}

function withoutNull(schema: JsonSchema, root: JsonSchema): { schema: JsonSchema; isNullable: boolean } {
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways !== undefined) {
    const { anyOf: _, oneOf: __, ...own } = schema;
    const others = ways.map((way) => flat(way, root)).filter((way) => !isNull(way));
    const [only] = others;
    const isNullable = others.length < ways.length;
    if (others.length === 1 && only !== undefined) {
      const inner = withoutNull(only, root);
      return { schema: merged(inner.schema, own), isNullable: isNullable || inner.isNullable };
    }
    return { schema: { ...own, anyOf: others }, isNullable };
  }
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    const type = types.length === 1 ? types[0] : types;
    return { schema: { ...schema, type }, isNullable: types.length < schema.type.length };
  }
  // Without a type anything goes, null too.
  return { schema, isNullable: isAnything(schema) };
}

function isNull({ type, const: only, enum: values }: JsonSchema): boolean {
  return type === 'null' || only === null || (values?.length === 1 && values[0] === null);
}

function isAnything({ type, enum: values, const: only, properties, items, anyOf }: JsonSchema): boolean {
  return [type, values, only, properties, items, anyOf].every((said) => said === undefined);
}

function choicesOf(schema: JsonSchema, root: JsonSchema): readonly unknown[] | null {
  if (schema.enum !== undefined) return schema.enum.filter((value) => value !== null);
  if (schema.const !== undefined) return [schema.const];
  const ways = (schema.anyOf ?? []).map((way) => choicesOf(flat(way, root), root));
  return ways.length > 0 && ways.every((way) => way !== null) ? ways.flat() : null;
}
