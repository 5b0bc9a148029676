import { shapeOf } from '../../../examples/admin-tool/src/form/json-schema.ts';
import { limitsOf } from '../../../examples/admin-tool/src/form/limits.ts';
import { en } from '../../../examples/admin-tool/src/words/en.ts';
import { fillIn, LOCALES } from '../../../examples/admin-tool/src/words/words.ts';

const LIST = { type: 'array', maxItems: 10_000, items: {} };

describe('a sentence with values', () => {
  test.each([
    ['en', '10,000 in all', 'At most 10,000'],
    ['de', '10.000 insgesamt', 'Höchstens 10.000'],
  ] as const)('has numbers as they are written in %s', (locale, total, most) => {
    const { words } = LOCALES[locale];
    expect(fillIn(locale)(words.total, { n: 10_000 })).toBe(total);
    expect(limitsOf(shapeOf(LIST, LIST), words, fillIn(locale))).toBe(most);
  });

  test('has texts as they are, and no value of another name', () => {
    expect(fillIn('en')(en.item, { label: '1000', n: 2 })).toBe('1000, number 2');
    expect(fillIn('en')('{a} {b}', { a: 'x' })).toBe('x {b}');
  });
});
