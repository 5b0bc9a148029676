import type { JsonSchema } from './json-schema.ts';
import { shapeOf } from './json-schema.ts';

/** Where a value stands in a draft: names of properties and positions in lists. */
export type Path = readonly (string | number)[];

/**
 * What a person has filled in so far is the input itself: what is left out is undefined, what is empty null. Neither is
 * ever made of the other.
 */
export function at(draft: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isHolder(value) ? value[step as string] : undefined), draft);
}

export function withValue(draft: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(draft) ? [...draft] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  return {
    ...(isHolder(draft) && !Array.isArray(draft) ? draft : {}),
    [step]: withValue(at(draft, [step]), rest, value),
  };
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Without what is left out. */
export function sent(draft: unknown): unknown {
  if (Array.isArray(draft)) return draft.map((item) => (item === undefined ? null : sent(item)));
  if (!isHolder(draft)) return draft;
  return Object.fromEntries(
    Object.entries(draft)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, sent(value)]),
  );
}

/** What a value begins as once it is to be sent: a list without items, an object without values, a text to be written. */
export function beginning(schema: JsonSchema | boolean, root: JsonSchema): unknown {
  const { kind } = shapeOf(schema, root);
  if (kind === 'list') return [];
  if (kind === 'object') return {};
  return kind === 'text' || kind === 'any' ? '' : undefined;
}

/**
 * What a record that was read gives for an input of this shape: values of the same name, be it that they stand one level
 * deeper. Undefined when the record has nothing that fits.
 */
export function filled(schema: JsonSchema | boolean, root: JsonSchema, value: unknown): unknown {
  const shape = shapeOf(schema, root);
  if (value === undefined) return undefined;
  if (value === null) return null;
  if (shape.kind === 'list') {
    if (!Array.isArray(value) || shape.schema.items === undefined) return undefined;
    const items = value.map((item) => filled(shape.schema.items ?? true, root, item));
    return items.includes(undefined) ? undefined : items;
  }
  if (shape.kind === 'object') {
    if (!isHolder(value) || Array.isArray(value)) return undefined;
    const parts = Object.entries(shape.schema.properties ?? {}).map(
      ([name, part]) => [name, filled(part, root, named(value, name))] as const,
    );
    const isWhole = parts.every(([name, part]) => part !== undefined || !shape.schema.required?.includes(name));
    return isWhole && parts.some(([, part]) => part !== undefined)
      ? Object.fromEntries(parts.filter(([, part]) => part !== undefined))
      : undefined;
  }
  // A record where its id is asked for.
  if (isHolder(value) && !Array.isArray(value))
    return typeof value.id === 'string' && shape.kind === 'text' ? value.id : undefined;
  return Array.isArray(value) ? undefined : value;
}

/** A value of a record by its name, its own or that of the record within it. */
export function named(record: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in record) return record[name];
  const base = /^(\w+)Id$/.exec(name)?.[1];
  if (base !== undefined && base in record) return record[base];
  return Object.values(record)
    .filter((value) => isHolder(value) && !Array.isArray(value))
    .map((value) => (value as Record<string, unknown>)[name])
    .find((value) => value !== undefined);
}
