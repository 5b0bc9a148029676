import fc from 'fast-check';
import { folded, searchTerms, searchTokens, sortKey } from '../../src/domain/search';

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

/** Whether the text is found: each term of the search begins one of the text's tokens. */
function finds(search: string, text: string): boolean {
  const tokens = searchTokens([text]);
  return searchTerms(search).every((term) => tokens.some((token) => token.startsWith(term)));
}

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
