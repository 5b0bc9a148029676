import { nearValues } from './near-values';
import { fits, listOf, type Node, typesOf } from './schemas';

/** Numbers from 0 to 1. */
type Random = () => number;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
function oneOf<T>(random: Random, values: readonly T[]): T {
  const value = values[below(random, values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from');
  return value;
}

/** An input of a mutation about what is here; nothing of it is broken as often as not. */
export function randomInput(random: Random, schema: Node, base: unknown): unknown {
  const input = randomValue(random, schema, oneOf(random, [0, 0, 0.1, 0.3]));
  // Without its ids a call is turned away before anything else of it is read.
  return typeof input === 'object' && input !== null && random() < 0.9 ? { ...input, ...idsOf(base) } : input;
}

const idsOf = (base: unknown) =>
  Object.fromEntries(Object.entries(base as object).filter(([name]) => /Id$|dryRun/.test(name)));

/** A value of a part; one of those that do not fit as often as `broken` says. */
function randomValue(random: Random, node: Node, broken: number): unknown {
  const { fitting, others } = sortedNear(node);
  if (random() < broken) return oneOf(random, others);
  const type = oneOf(random, typesOf(node));
  if (type === 'null') return null;
  if (type === 'object') return randomObject(random, node, broken);
  if (type === 'array') return randomList(random, node, broken);
  // What another call made would be known to this one.
  if (node.format === 'uuid') return oneOf(random, [crypto.randomUUID(), crypto.randomUUID().toUpperCase()]);
  const text = type === 'string' && !node.enum ? randomText(random) : null;
  if (text !== null && fits(node, text)) return text;
  return oneOf(
    random,
    fitting.filter((value) => (type === 'integer' ? 'number' : type) === typeof value),
  );
}

/** Characters of a few blocks and of all of them. */
const BLOCKS = [0x7f, 0x7f, 0x2ff, 0x20ff, 0xd7ff, 0x10ffff];

function randomText(random: Random): string {
  const points = Array.from({ length: below(random, 12) }, () => below(random, oneOf(random, BLOCKS)));
  return String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff)).normalize('NFC');
}

function randomList(random: Random, node: Node, broken: number): unknown[] {
  const { minItems = 0, items = {} } = node;
  const list = listOf(node, minItems + below(random, 3));
  return list.map((one) => (random() < 0.3 ? one : randomValue(random, items, broken)));
}

/** Of the properties that exclude each other one, and those that others ask for. */
function randomObject(random: Random, node: Node, broken: number): Record<string, unknown> {
  const { properties = {}, required = [], allOf = [] } = node;
  const excluding = (node.oneOf ?? []).map((one) => one.required ?? []);
  const chosen = excluding.length > 0 ? oneOf(random, excluding) : [];
  const left = excluding.flat().filter((name) => !chosen.includes(name));
  const object: Record<string, unknown> = {};
  const put = (name: string, part: Node) => {
    object[name] = randomValue(random, part, broken);
  };
  for (const [name, part] of Object.entries(properties)) {
    if (chosen.includes(name)) put(name, withoutNull(part));
    else if (required.includes(name) || (!left.includes(name) && random() < 0.5)) put(name, part);
  }
  for (const one of [node, ...allOf]) {
    if (!one.if || !one.then || !fits(one.if, object)) continue;
    for (const name of one.then.required ?? []) put(name, withoutNull(properties[name] ?? {}));
    for (const [name, part] of Object.entries(one.then.properties ?? {})) {
      if (!(name in object) || fits(part, object[name])) continue;
      if (typesOf(part).length > 0) put(name, { ...properties[name], ...part });
      else delete object[name];
    }
  }
  if (random() >= broken) return object;
  delete object[oneOf(random, ['unheardOf', ...Object.keys(object)])];
  return random() < 0.5 ? object : { ...object, unheardOf: 1 };
}

const withoutNull = (part: Node): Node => ({ ...part, type: typesOf(part).filter((type) => type !== 'null') });

interface Sorted {
  readonly fitting: readonly unknown[];
  readonly others: readonly unknown[];
}
const known = new Map<string, Sorted>();

/** The values near a part's limits that fit it, and those that do not. */
function sortedNear(node: Node): Sorted {
  const key = JSON.stringify(node);
  const sorted = known.get(key);
  if (sorted) return sorted;
  const values = nearValues(node);
  const made = { fitting: values.filter((one) => fits(node, one)), others: values.filter((one) => !fits(node, one)) };
  known.set(key, made);
  return made;
}
