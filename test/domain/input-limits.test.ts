import fc from 'fast-check';
import { z } from 'zod';
import { isBlank, UNSEEN } from '../../src/domain/folding';
import { currency, day, filledText, nameText, parse, text, uuid, version } from '../../src/domain/input';
import { daysFrom, TOLD, textWith, wholeNumberUpTo } from '../../src/domain/input-limits';
import { jsonSchemaOf } from '../../src/domain/input-schema';

describe('a pattern of whole numbers', () => {
  test('takes every number up to the greatest, with zeros before it, and none beyond it or of more digits', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 20n });
    fc.assert(
      fc.property(number, number, fc.nat(3), (greatest, other, zeros) => {
        const pattern = new RegExp(wholeNumberUpTo(greatest), 'u');
        for (const one of [other, greatest, greatest + 1n, greatest - 1n, other % (greatest + 1n)]) {
          if (one < 0n) continue;
          const written = `${'0'.repeat(zeros)}${one}`;
          const fits = one <= greatest && written.length <= String(greatest).length;
          expect([greatest, written, pattern.test(written)]).toEqual([greatest, written, fits]);
        }
      }),
    );
  });

  test.each(['', '-1', '+1', '1.0', ' 1', '1\n', '١'])('takes nothing else: %j', (sent) => {
    expect(new RegExp(wholeNumberUpTo(9n ** 9n), 'u').test(sent)).toBe(false);
  });
});

test('a pattern of days takes those of its year and after it, and of every month up to 31', () => {
  const four = fc.integer({ min: 1000, max: 9999 });
  fc.assert(
    fc.property(four, four, fc.nat(99), fc.nat(99), (first, year, month, dayOfMonth) => {
      const [mm, dd] = [month, dayOfMonth].map((part) => String(part).padStart(2, '0'));
      const fits = year >= first && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
      expect(new RegExp(daysFrom(first), 'u').test(`${year}-${mm}-${dd}`)).toBe(fits);
      expect(new RegExp(daysFrom(first), 'u').test(`${first}-01-01`)).toBe(true);
      expect(new RegExp(daysFrom(first), 'u').test(`${first - 1}-12-31`)).toBe(false);
    }),
  );
});

test('a pattern of names takes what has something to be seen, and is text', () => {
  const pattern = new RegExp(textWith(`^${UNSEEN}`), 'u');
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    const isText = point > 0 && (point < 0xd800 || point > 0xdfff);
    if (pattern.test(character) !== (isText && !isBlank(character))) throw new Error(point.toString(16));
  }
  expect([
    pattern.test(' a\u200b'),
    pattern.test('a\0'),
    pattern.test('\ud83d\ude00'),
    pattern.test('a\ud83d'),
  ]).toEqual([true, false, true, false]);
});

test.each<[string, z.ZodType, readonly string[]]>([
  ['text', text(), ['maxLength', 'pattern']],
  ['filled text', filledText(3), ['maxLength', 'pattern']],
  ['a name', nameText(), ['maxLength', 'pattern']],
  ['a currency', currency, ['enum']],
  ['a day', day, ['format', 'pattern']],
  ['a version', version, ['pattern']],
  ['an id', uuid, ['format', 'pattern']],
])('what is told of %s is nothing to what reads it', (_what, schema, keywords) => {
  expect(Object.keys(TOLD.get(schema) ?? {}).sort()).toEqual(keywords);
  expect(jsonSchemaOf(schema)).toEqual({ type: 'string', ...TOLD.get(schema) });
  expect(parse(schema, 7, ['input'])).toHaveProperty('refusals');
});

describe('a schema as JSON', () => {
  const told = z.string().register(TOLD, { maxLength: 3 });

  test('takes nothing but what it names, and says null beside a type', () => {
    const inner = z.object({ one: told.nullish(), two: z.enum(['A', 'B']).nullish(), three: z.array(told).max(2) });
    expect(jsonSchemaOf(inner.transform(() => 7))).toEqual({
      type: 'object',
      properties: {
        one: { type: ['string', 'null'], maxLength: 3 },
        two: { type: ['string', 'null'], enum: ['A', 'B', null] },
        three: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 3 } },
      },
      required: ['three'],
      additionalProperties: false,
    });
  });

  test('leaves alternatives apart that are of one type, or ask something of every type', () => {
    expect(jsonSchemaOf(z.union([told, z.string()]))).toEqual({
      anyOf: [{ type: 'string', maxLength: 3 }, { type: 'string' }],
    });
    const chosen = z.object({ a: told.optional() }).register(TOLD, { oneOf: [{ required: ['a'] }] });
    expect(jsonSchemaOf(chosen.nullable())).toMatchObject({
      anyOf: [{ type: 'object', oneOf: [{ required: ['a'] }] }, { type: 'null' }],
    });
    expect(jsonSchemaOf(z.union([z.enum(['A']), z.number()]))).toMatchObject({
      anyOf: [{ enum: ['A'] }, { type: 'number' }],
    });
  });
});
