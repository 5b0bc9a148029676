import { folded, isBlank } from '../../src/domain/folding';

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
  ['Ħħ Ŧŧ Ɖɖ Ƀƀ Ɨɨ', 'hh tt dd bb ii'],
  ['Diyarbakır İ', 'diyarbakir i'],
  ['Ｃａｆé ﬁ', 'cafe fi'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['Ёлка Йод', 'елка иод'],
  ['が ガ ｶﾞ', 'が ガ ガ'],
  ['हिन्दी', 'हिन्दी'],
  ['한글', '한글'],
  ['№5', 'no-5'],
  ['東京 1', '東京 1'],
])('"%s" is compared as "%s"', (text, plain) => {
  expect(folded(text)).toBe(plain);
});

test.each([
  ['Müller', 'mueller'],
  ['Söhne', 'soehne'],
  ['Mu\u0308ller', 'mueller'],
  ['Århus Ø', 'aarhus oe'],
  ['Noël', 'noel'],
])('"%s" in letters that any keyboard has is "%s"', (text, plain) => {
  expect(folded(text, 'DIGRAPHS')).toBe(plain);
});

test.each([
  ...['', ' ', '\t\n', '\u00a0', '\u2003', '\u3000', '\u200b', '\u00ad', '\u2060', '\u3164', '\uffa0', '\u115f'],
  ...['\u200e\u200f', '\ufeff', '\u2800', '\u180e', '\u0001', '\ufe0f', '\u{e0001}', '\u034f', ' \u200b \u00ad'],
])('%j shows nothing', (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(['a', '.', '-', '0', '\u200ba', '東', '🦊', '👩‍👩‍👧', '\u0600', 'ـ', '\ue000'])(
  '%j shows something',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);
