import { faultsOf, fits, fullSample, listOf, type Node, sample, typesOf } from './schemas';

/** Texts one step from what tells kinds of text apart, by a text that is of the kind: each is tried of each part of its kind. */
const SHARP: readonly (readonly [ofKind: string, texts: readonly string[]])[] = [
  ['a', [' ', '\u200b', 'a\0', '\ud800']],
  [
    '1',
    [
      '0',
      '0.000000',
      '0.000001',
      '1.1234567',
      '-1',
      '1.',
      '9'.repeat(12),
      '1'.repeat(13),
      '9'.repeat(24),
      '1'.repeat(25),
    ],
  ],
  ['1', ['9223372036854775807', '9223372036854775808', '0'.repeat(19), '0'.repeat(20)]],
  [
    '2026-01-31',
    [
      '1899-12-31',
      '1900-01-01',
      '1989-12-31',
      '1990-01-01',
      '9999-12-31',
      '10000-01-01',
      '2024-02-29',
      '2026-02-29',
      '2026-04-31',
    ],
  ],
  [
    '0197a000-0000-7000-8000-00000000000a',
    ['urn:uuid:0197a000-0000-7000-8000-00000000000a', '{0197a000-0000-7000-8000-00000000000a}'],
  ],
  ['DE', ['de', 'xK', 'QQ', 'D', 'DEU', '\u200b']],
  ['code_1', ['c'.repeat(64), 'c'.repeat(65), '1code', 'a.b', 'cödé', '__proto__']],
];

/** More of them, of which each run tries others. */
const TEXTS = [
  ...[
    '',
    '\t\n',
    '\u00a0',
    '\u2003',
    '\ufeff',
    '\u2060',
    '\u00ad',
    '\u2800',
    '\u3164',
    '\ufff9',
    '\u{e0041}',
    '\u0001',
    '\n',
  ],
  ...['a', ' a ', 'É', '\u0e01', '😀', '\u202ea', 'a\n', '\0', 'a\udc00', '\udc00\ud800', 'NaN', 'ÄÖ', 'a-b', '_code'],
  ...['00', '1', '-0', '+1', '.5', '1.5', '-1.5', '1,5', '1e3', ' 1', '1 ', '1\n', '１', '٣', '0x1', '0.0', '1.123456'],
  ...[
    '9223372036854775806',
    '9223372036854775810',
    '9299999999999999999',
    '8999999999999999999',
    '9999999999999999999',
  ],
  ...[`${'0'.repeat(18)}1`, '18446744073709551616', `${'9'.repeat(24)}.999999`],
  ...['1999-12-31', '2000-02-29', '2100-02-29', '2023-02-29', '2024-02-30', '2026-02-30', '2026-04-30', '2026-06-31'],
  ...['2026-12-31', '2026-12-32', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '20260101', '0000-01-01'],
  ...['2026-01-01T00:00:00Z', '2026-01-01 ', ' 2026-01-01'],
  ...[
    '0197a000-0000-7000-8000-00000000000g',
    '0197a000-0000-7000-8000-00000000000',
    '0197a00000007000800000000000000a',
  ],
  ...['0197a000-0000-7000-8000-00000000000a\n', '0197a000_0000_7000_8000_00000000000a'],
  ...['EUR', 'eur', 'Eur', 'EUR ', 'XCG', 'HRK', 'ZZZ', 'EU', 'XXX', 'DE', 'dE', 'XK', 'UK', 'D1', 'ACTIVE', 'TEXT'],
];

/** Values about every limit of a part, inside and outside; which is which a validator tells. Those at a limit are first. */
export function nearValues(node: Node, whole: unknown = sample(node)): unknown[] {
  const values = typesOf(node).flatMap((type) => near(node, type, whole));
  const texts = typesOf(node).includes('string') ? TEXTS : [];
  return [...new Set([whole, ...values, null, true, ...ofOtherTypes(node), ...texts])];
}

/** GraphQL takes a number for an ID, and one value for a list of it: there the server is more lenient than the schema. */
function ofOtherTypes(node: Node): unknown[] {
  if (typesOf(node).includes('array')) return [];
  return typesOf(node).includes('object') ? ['x'] : [{}, []];
}

function near(node: Node, type: string, whole: unknown): unknown[] {
  switch (type) {
    case 'string':
      return textsNear(node);
    case 'integer':
      return [node.minimum, node.maximum].flatMap((limit = 0) => [
        limit - 1,
        limit,
        limit + 1,
        limit + 0.5,
        String(limit),
      ]);
    case 'number':
      return [0, -1, 1.5, 1e308, -5e-324, 2 ** 53];
    case 'boolean':
      return [false, true, 'true', 1];
    case 'array':
      return listsNear(node);
    case 'object':
      return objectsNear(node, whole);
    default:
      return [];
  }
}

function textsNear(node: Node): string[] {
  const { maxLength, enum: values = [], format } = node;
  const long = maxLength === undefined ? [] : ['😀'.repeat(maxLength), 'x'.repeat(maxLength + 1)];
  const id = crypto.randomUUID();
  const ids = format === 'uuid' ? [id.toUpperCase(), id.replace(/^.{23}/, 'ffffffff-ffff-ffff-ffff'), `${id} `] : [];
  const words = values.map(String);
  const ofWords = words.slice(0, 1).flatMap((word) => [word.toLowerCase(), `${word} `]);
  const sharp = values.length > 0 ? [] : SHARP.flatMap(([ofKind, texts]) => (isOfKind(node, ofKind) ? texts : []));
  return [...long, ...ids, ...sharp, ...(words.length > 20 ? [] : words), ...ofWords];
}

/** Where any text is taken, it is of no other kind. */
const isOfKind = (node: Node, text: string) => fits(node, text) && (text === 'a' || !fits(node, 'ä b'));

function listsNear(node: Node): unknown[] {
  const { minItems = 0, maxItems, uniqueItems } = node;
  const lengths = [minItems - 1, minItems, minItems + 1, ...(maxItems === undefined ? [] : [maxItems, maxItems + 1])];
  const [one] = listOf(node, 1);
  const lists = [...new Set(lengths)].filter((length) => length >= 0).map((length) => listOf(node, length));
  return [...lists, ...(uniqueItems ? [[one, one]] : []), [null], [one, null]];
}

/** With each property taken away, with one more that there is not, and with more than one of those that exclude each other. */
function objectsNear(node: Node, whole: unknown): unknown[] {
  const object = whole as Readonly<Record<string, unknown>>;
  const without = Object.keys(object).map((name) => {
    const { [name]: _, ...others } = object;
    return others;
  });
  const excluded = (node.oneOf ?? []).flatMap(({ required = [] }) => required);
  const more = excluded.map((name) => ({ ...object, [name]: fullSample(node.properties?.[name] ?? {}) }));
  return [...without, ...more, { ...object, unheardOf: 1 }];
}

/**
 * Of the values near a part's limits those that are at one, and so many of the others of each kind that a validator tells
 * apart: in an order of `random`, so that each run takes others.
 */
export function someNear(node: Node, whole: unknown, most: number, random: () => number): unknown[] {
  const kinds = new Map<string, number>();
  const inOrder = nearValues(node, whole).map((value) => ({
    value,
    at: TEXTS.includes(value as string) ? 1 + random() : 0,
  }));
  return inOrder
    .sort((one, other) => one.at - other.at)
    .filter(({ value, at }) => {
      const kind = faultsOf(node, value)
        .map(({ keyword, params }) => `${keyword} ${params.missingProperty}`)
        .join();
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      return at === 0 || (kinds.get(kind) ?? 0) <= most;
    })
    .map(({ value }) => value);
}
