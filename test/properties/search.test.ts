import fc from 'fast-check';
import { folded, isBlank } from '../../src/domain/folding';
import { searchParts, searchTokens, sortKey } from '../../src/domain/search/search';
import { finds } from '../domain/search/finds';

/** Any text that is stored: well-formed and without NUL. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replaceAll('\0', '').toWellFormed());
const runs = { numRuns: 1000 };

test('whatever is stored, its tokens are such as Postgres takes: well-formed and at most 2046 bytes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const token of searchTokens([text])) {
        expect(token.isWellFormed()).toBe(true);
        expect(token).toMatch(/^[\p{L}\p{N}]/u);
        expect(Buffer.byteLength(token)).toBeLessThanOrEqual(2046);
      }
    }),
    runs,
  );
});

test('a long word is cut short nowhere within a letter of two UTF-16 units', () => {
  for (let place = 0; place < 300; place += 1) {
    const word = `${'a'.repeat(place)}𠀀${'b'.repeat(300 - place)}`;
    const texts = [...searchTokens([word]), ...searchParts(word).flat(2), sortKey(word)];
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
  }
});

test('whatever is searched for, what is asked for is well-formed and bounded', () => {
  fc.assert(
    fc.property(anyText, (search) => {
      const prefixes = searchParts(search).flat(2);
      expect(prefixes.length).toBeLessThanOrEqual(100);
      for (const prefix of prefixes) expect(prefix.isWellFormed() && prefix !== '').toBe(true);
    }),
    runs,
  );
});

const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüßħŁøΣςА-Яа-я0-9]{2,12}$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 });
const sign = fc.constantFrom(...',.:;!?"\'’‘“”„«»()[]{}‹›¿¡…', '–', '—', '-', '\u00ad', '\u200b', '\u2060');

test('a text is found by each of its own words, and by all of them', () => {
  fc.assert(
    fc.property(words, (all) => {
      for (const one of all) expect(finds(one, all.join(' '))).toBe(true);
      expect(finds(all.join(' '), all.join(' '))).toBe(true);
    }),
  );
});

test('signs before and after words find what they found without, stored or typed, in either order', () => {
  fc.assert(
    fc.property(words, fc.array(sign, { minLength: 12, maxLength: 12 }), (all, signs) => {
      const signed = all.map((one, index) => `${signs[index * 2]}${one}${signs[index * 2 + 1]}`);
      expect(finds(signed.join(' '), all.join(' '))).toBe(true);
      expect(finds(all.join(' '), signed.join(' '))).toBe(true);
      expect(finds(signed.toReversed().join(' '), all.join(' '))).toBe(true);
    }),
  );
});

test('any sign between two words may be any other', () => {
  fc.assert(
    fc.property(word, word, sign, sign, (one, other, stored, typed) => {
      expect(finds(`${one}${typed}${other}`, `${one}${stored}${other}`)).toBe(true);
    }),
  );
});

test('any text finds itself, if it says anything, and in the other normal form too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
      expect(finds(text, text)).toBe(true);
      expect(finds(text.normalize('NFD'), text.normalize('NFC'))).toBe(true);
    }),
    runs,
  );
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(anyText, (text) => expect(folded(folded(text))).toBe(folded(text))),
    runs,
  );
});

test('what is blank is ordered by nothing and found by nothing', () => {
  const invisible = fc.array(fc.constantFrom(' ', '\t', '\u00ad', '\u200b', '\u2060', '\u3164', '\u2800', '\u0007'));
  fc.assert(
    fc.property(invisible, (signs) => {
      expect(isBlank(signs.join(''))).toBe(true);
      expect([sortKey(signs.join('')), ...searchTokens([signs.join('')])]).toEqual(['']);
    }),
  );
});
