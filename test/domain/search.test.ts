import { folded, searchTerms, searchTokens, sortKey } from '../../src/domain/search';

/** Whether the text is found: each term of the search begins one of the text's tokens. */
function finds(search: string, ...texts: (string | null)[]): boolean {
  const tokens = searchTokens(texts);
  return searchTerms(search).every((term) => tokens.some((token) => token.startsWith(term)));
}

describe('a search', () => {
  test.each([
    ['müller', 'Müller & Söhne'],
    ['MULLER', 'Müller & Söhne'],
    ['sohn', 'Müller & Söhne'],
    ['söhne müll', 'Müller & Söhne'],
    ['strasse', 'Straße'],
    ['cafe', 'Cafe\u0301'],
    ['customers.ex', 'ann@customers.example'],
    ['ann@cust', 'ann@customers.example'],
    ['example', 'ann@customers.example'],
    ['A-9', 'A-9'],
    ['9', 'A-9'],
    ['  ', 'anything'],
    ['東', '東京商事'],
  ])('for "%s" finds %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['ustomers', 'ann@customers.example'],
    ['ller', 'Müller & Söhne'],
    ['müller gmbh', 'Müller & Söhne'],
    ['A-8', 'A-9'],
  ])('for "%s" does not find %s', (search, text) => {
    expect(finds(search, text)).toBe(false);
  });

  test('looks through everything that is to be found together', () => {
    expect(finds('müller a-9', 'Müller', 'A-9', null)).toBe(true);
    expect(finds('müller a-9', 'Müller', null)).toBe(false);
  });
});

test.each([
  ['ÄÖÜ äöü', 'aou aou'],
  ['Straße STRASSE', 'strasse strasse'],
  ['Æon æ', 'aeon ae'],
  ['Œuvre œ', 'oeuvre oe'],
  ['Ørsted ø', 'orsted o'],
  ['Łódź ł', 'lodz l'],
  ['Đoko đ', 'doko d'],
  ['Ðeyr ð', 'deyr d'],
  ['Þor þ', 'thor th'],
  ['Diyarbakır', 'diyarbakir'],
  ['Ｃａｆé ﬁ', 'cafe fi'],
  ['東京 1', '東京 1'],
])('"%s" is ordered and searched for as "%s"', (text, plain) => {
  expect(folded(text)).toBe(plain);
  expect(sortKey(text)).toBe(plain);
});

describe('what a text is found by', () => {
  test.each([
    [['Müller & Söhne'], ['muller', 'sohne']],
    [['ann@customers.example'], ['ann@customers.example', 'customers.example', 'example']],
    [
      ['A-9', null, 'A-9'],
      ['a-9', '9'],
    ],
    [['one\ttwo\u00a0three  four'], ['one', 'two', 'three', 'four']],
    [['«x»'], ['x»']],
    [['', null, ' & '], []],
  ])('of %j is %j', (texts, tokens) => {
    expect(searchTokens(texts)).toEqual(tokens);
  });

  test('is at most 200 tokens of at most 100 characters', () => {
    const words = Array.from({ length: 201 }, (_, index) => `w${index}`);
    expect(searchTokens([words.slice(0, 200).join(' ')])).toHaveLength(200);
    expect(searchTokens([words.join(' ')])).toEqual(words.slice(0, 200));
    expect(searchTokens(words)).toEqual(words.slice(0, 200));
    expect(searchTokens(['x'.repeat(100)])).toEqual(['x'.repeat(100)]);
    expect(searchTokens(['x'.repeat(101)])).toEqual(['x'.repeat(100)]);
    expect(searchTokens([`${'x'.repeat(99)}𠀀`])).toEqual(['x'.repeat(99)]);
  });
});

describe('the terms of a search', () => {
  test.each([
    ['Müller  GMBH', ['muller', 'gmbh']],
    ['@cust "A-9"', ['cust', 'a-9"']],
    ['a A á', ['a']],
    ['&-x', ['x']],
    [' & - ', []],
    ['', []],
  ])('of "%s" are %j', (search, terms) => {
    expect(searchTerms(search)).toEqual(terms);
  });

  test('are at most ten of at most 100 characters', () => {
    const words = Array.from({ length: 11 }, (_, index) => `w${index}`);
    expect(searchTerms(words.join(' '))).toEqual(words.slice(0, 10));
    expect(searchTerms('x'.repeat(101))).toEqual(['x'.repeat(100)]);
    expect(searchTerms(`${'x'.repeat(99)}𠀀`)).toEqual(['x'.repeat(99)]);
  });
});

test('names are ordered by at most 255 characters, and by no half of one', () => {
  expect(sortKey('x'.repeat(255))).toBe('x'.repeat(255));
  expect(sortKey('x'.repeat(256))).toBe('x'.repeat(255));
  expect(sortKey(`${'x'.repeat(254)}𠀀`)).toBe('x'.repeat(254));
  expect(sortKey(`${'x'.repeat(253)}𠀀y`)).toBe(`${'x'.repeat(253)}𠀀`);
});
