import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** A JSON Schema, or a part of one. */
export interface Node {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly if?: Node;
  readonly then?: Node;
}

export type Path = readonly (string | number)[];

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
/** What tools take that are strict, each keyword beside the type that it asks something of. */
const strict = new Ajv2020({ strict: true, strictRequired: true, allowUnionTypes: true });
for (const validator of [ajv, strict]) addFormats(validator, ['uuid', 'date', 'date-time']);

/** Whether the schema itself is one of the draft that it names; throws where one that is strict would not take it. */
export const isOfTheDraft = (schema: Node): boolean =>
  schema.$schema === 'https://json-schema.org/draft/2020-12/schema' && strict.compile(schema).schema === schema;

const compiled = new Map<Node, ReturnType<typeof ajv.compile>>();

/** What a validator finds wrong; nothing when the value fits. */
export function faultsOf(schema: Node, value: unknown): readonly ErrorObject[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? [] : (validate.errors ?? []);
}

export const fits = (schema: Node, value: unknown): boolean => faultsOf(schema, value).length === 0;

export const typesOf = (node: Node): readonly string[] => [node.type ?? []].flat();

/** Every part of a value that a schema tells of, objects and lists before what stands in them. */
export function partsOf(node: Node, path: Path = []): { readonly node: Node; readonly path: Path }[] {
  const below = Object.entries(node.properties ?? {}).flatMap(([name, part]) => partsOf(part, [...path, name]));
  return [{ node, path }, ...below, ...(node.items ? partsOf(node.items, [...path, 0]) : [])];
}

/** A value that fits, of an object what must be there; others of another number differ. */
export function sample(node: Node, number = 0): unknown {
  const [type] = typesOf(node);
  if (node.enum) return node.enum[number % node.enum.length];
  if (type === 'object')
    return withSamples(node, [...(node.required ?? []), ...(node.oneOf?.[0]?.required ?? [])], number);
  if (type === 'array') return listOf(node, node.minItems ?? 0);
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return node.minimum ?? 1;
  const found = [
    ...(node.format === 'date' ? [dayAfter('2026-01-01', number)] : []),
    ...(node.format === 'uuid' ? [crypto.randomUUID()] : []),
    `sample${number}`,
    String(number + 1),
    'DE',
  ].find((one) => fits(node, one));
  if (found === undefined) throw new Error(`Nothing is known that fits ${JSON.stringify(node)}`);
  return found;
}

/** So many, each different where it can be. */
export const listOf = ({ items = {} }: Node, length: number): unknown[] =>
  Array.from({ length }, (_, number) => sample(items, number));

function withSamples(node: Node, names: readonly string[], number: number): Record<string, unknown> {
  let left = number;
  const entries = names.map((name) => {
    const part = node.properties?.[name] ?? {};
    const value = sample(part, part.enum ? left : number);
    if (part.enum) left = Math.floor(left / part.enum.length);
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key as string], value);
}

/** The value with this at the path; `undefined` takes away what stands there. What is above it is made where it is not. */
export function withAt(node: Node, value: unknown, path: Path, placed: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return placed;
  if (typeof key === 'number') {
    const list = Array.isArray(value) && value.length > key ? [...value] : [...listOf(node, key + 1)];
    list[key] = withAt(node.items ?? {}, list[key], rest, placed);
    return list;
  }
  const object = { ...((value ?? sample(node)) as Record<string, unknown>) };
  const put = withAt(node.properties?.[key] ?? {}, object[key], rest, placed);
  if (put === undefined) delete object[key];
  else object[key] = put;
  return object;
}

/**
 * Inputs that fit, in which this stands at the path: one for each case that the object around it tells apart. What is beside
 * it and beside what it stands in is made to go with it: other values of enums, and properties more or less.
 */
export function contextsOf(schema: Node, base: unknown, path: Path, placed: unknown): unknown[] {
  const given = withAt(schema, base, path, placed);
  const objects = path.flatMap((key, depth) => (typeof key === 'string' ? [path.slice(0, depth)] : [])).reverse();
  const [around = []] = objects;
  const cases = besides(schema, path, around).flatMap(([name, { enum: values }]) =>
    nodeAt(schema, around).allOf && values ? values.map((one) => [[name, one] as const]) : [],
  );
  return (cases.length > 0 ? cases : [[]]).flatMap((chosen) => {
    const inCase = changed(schema, given, around, chosen);
    for (const at of objects.length > 0 ? objects : [around]) {
      for (const variant of variantsOf(besides(schema, path, at))) {
        const input = changed(schema, inCase, at, variant);
        if (fits(schema, input)) return [input];
      }
    }
    return [];
  });
}

const besides = (schema: Node, path: Path, at: Path) =>
  Object.entries(nodeAt(schema, at).properties ?? {}).filter(([name]) => name !== path[at.length]);

type Change = readonly [property: string, value: unknown];

/** Nothing changed, one property less, one more, one less and one more. */
function* variantsOf(properties: readonly (readonly [string, Node])[]): Generator<readonly Change[]> {
  const without = properties.map(([name]): Change => [name, undefined]);
  yield [];
  for (const one of without) yield [one];
  const more = properties.map(([name, part]): Change => [name, fullSample(part)]);
  for (const one of more) yield [one];
  for (const one of without) for (const other of more) yield [one, other];
}

/** With something in it, where it is a list. */
export const fullSample = (part: Node) => (part.items ? listOf(part, 1) : sample(part));

const changed = (schema: Node, value: unknown, at: Path, changes: readonly Change[]) =>
  changes.reduce((input, [name, other]) => withAt(schema, input, [...at, name], other), value);

export function nodeAt(schema: Node, path: Path): Node {
  return path.reduce<Node>(
    (node, key) => (typeof key === 'number' ? node.items : node.properties?.[key]) ?? {},
    schema,
  );
}
