import { type OutputUnit, Validator } from '@cfworker/json-schema';
import type { Path } from './draft.ts';
import { at } from './draft.ts';
import type { JsonSchema } from './json-schema.ts';

/** What of a value does not fit, by the keyword of the schema that says so. */
export interface Misfit {
  readonly path: Path;
  readonly keyword: string;
  /** What the keyword says, e.g. the number of characters. */
  readonly limit: unknown;
}

/**
 * Checks by reading the schema. A validator that compiles schemas would make code of them, which the page's
 * Content-Security-Policy forbids.
 */
export function validatorOf(schema: JsonSchema): (input: unknown) => readonly Misfit[] {
  const validator = new Validator(schema as object, '2020-12', false);
  return (input) => {
    const { valid, errors } = validator.validate(input);
    return valid ? [] : firstOfEach(errors.flatMap((error) => misfitsOf(error, schema, input)));
  };
}

/** Keywords that only say that something within does not fit. */
const AROUND = [
  'properties',
  'items',
  'prefixItems',
  'anyOf',
  'oneOf',
  'allOf',
  '$ref',
  'if',
  'then',
  'else',
  'additionalProperties',
];

function misfitsOf(
  { keyword, instanceLocation, keywordLocation }: OutputUnit,
  schema: JsonSchema,
  input: unknown,
): Misfit[] {
  const path = stepsOf(instanceLocation).map((step, index, steps) =>
    Array.isArray(at(input, asPath(input, steps.slice(0, index)))) ? Number(step) : step,
  );
  const limit = stepsOf(keywordLocation).reduce<unknown>((node, step) => {
    const next = (node as Record<string, unknown> | undefined)?.[step];
    const reference = (next as JsonSchema | undefined)?.$ref;
    return reference === undefined ? next : (at(schema, stepsOf(reference)) ?? next);
  }, schema);
  if (keyword === 'required') {
    const value = at(input, path) as Record<string, unknown> | undefined;
    const required = Array.isArray(limit) ? (limit as string[]) : [];
    return required
      .filter((name) => value?.[name] === undefined)
      .map((name) => ({ path: [...path, name], keyword, limit: name }));
  }
  if (AROUND.includes(keyword))
    return keyword === 'anyOf' || keyword === 'oneOf' ? [{ path, keyword, limit: null }] : [];
  return [{ path, keyword, limit }];
}

function stepsOf(location: string): string[] {
  return location
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((step) => step !== '')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function asPath(input: unknown, steps: readonly string[]): Path {
  return steps.map((step, index) => (Array.isArray(at(input, steps.slice(0, index))) ? Number(step) : step));
}

/**
 * One for each value. Where a value may be null too, that it is not null says the least; that none of the ways fits says
 * less than what a way says.
 */
function firstOfEach(misfits: readonly Misfit[]): readonly Misfit[] {
  const telling = (keyword: string) => (keyword === 'anyOf' || keyword === 'oneOf' ? 0 : keyword === 'type' ? 1 : 2);
  const found = new Map<string, Misfit>();
  for (const misfit of misfits) {
    const place = misfit.path.join('/');
    const before = found.get(place);
    if (before === undefined || telling(misfit.keyword) > telling(before.keyword)) found.set(place, misfit);
  }
  const places = [...found.keys()];
  // What does not fit as a whole because something within does not is told there.
  return [...found.entries()]
    .filter(
      ([place, { keyword }]) =>
        telling(keyword) > 1 ||
        !places.some((other) => other !== place && (place === '' || other.startsWith(`${place}/`))),
    )
    .map(([, misfit]) => misfit);
}
