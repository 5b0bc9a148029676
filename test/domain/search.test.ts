import fc from 'fast-check';
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

/** Any text that is stored: well-formed and without NUL. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replaceAll('\0', '').toWellFormed());
test('whatever is stored, its tokens are such as Postgres takes: well-formed and at most 2046 bytes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const token of searchTokens([text])) {
        expect(token.isWellFormed()).toBe(true);
        expect(token).not.toBe('');
        expect(Buffer.byteLength(token)).toBeLessThanOrEqual(2046);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a long word is cut short nowhere within a letter of two UTF-16 units', () => {
  for (let place = 0; place < 1000; place += 1) {
    const word = `${'a'.repeat(place)}𠀀${'b'.repeat(1000 - place)}`;
    expect([...searchTokens([word]), ...searchTerms(word), sortKey(word)].every((text) => text.isWellFormed())).toBe(
      true,
    );
  }
});

test('whatever is searched for, its terms are well-formed', () => {
  fc.assert(
    fc.property(anyText, (search) => {
      for (const term of searchTerms(search)) expect(term.isWellFormed()).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a text is found by each of its own words', () => {
  const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9]{1,20}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      for (const one of words) expect(finds(one, words.join(' '))).toBe(true);
      expect(finds(words.join(' '), words.join(' '))).toBe(true);
    }),
  );
});

test('folding twice is folding once', () => {
  fc.assert(fc.property(anyText, (text) => expect(folded(folded(text))).toBe(folded(text))));
});
