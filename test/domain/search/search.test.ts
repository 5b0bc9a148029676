import { searchParts, searchTokens, sortKey } from '../../../src/domain/search/search';
import { finds } from './finds';

describe('a search', () => {
  test.each([
    ['müller', 'Müller & Söhne'],
    ['MULLER', 'Müller & Söhne'],
    ['mueller', 'Müller & Söhne'],
    ['soehne', 'Müller & Söhne'],
    ['müller', 'Mueller & Soehne'],
    ['sohn', 'Müller & Söhne'],
    ['söhne müll', 'Müller & Söhne'],
    ['mueller-sohne', 'Müller & Söhne'],
    ['oeresund', 'Øresund'],
    ['aabenraa', 'Åbenrå'],
    ['strasse', 'Straße'],
    ['STRASSE', 'Straße'],
    ['straße', 'STRASSE'],
    ['cafe', 'Cafe\u0301'],
    ['istanbul', 'İSTANBUL'],
    ['diyarbakir', 'Diyarbakır'],
    ['fiat', 'ﬁat'],
    ['cafe', 'Ｃａｆé'],
    ['nguyen', 'Nguyễn Thị Đào'],
    ['dao nguyen', 'Nguyễn Thị Đào'],
  ])('finds whatever the case and the accents: "%s" in %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['Schröder, Niklas', 'Niklas Schröder'],
    ['Schröder,Niklas', 'Niklas Schröder'],
    ['Google Inc.', 'Google Inc'],
    ['"Google Inc"', 'Google Inc'],
    ['“Google Inc”', 'Google Inc'],
    ['«Google»', 'Google Inc'],
    ['(Google) [Inc]', 'Google Inc'],
    ['Google:', 'Google Inc'],
    ['google; inc!', 'Google Inc'],
    ['google', '„Google“ Inc.'],
    ["O'Brien", 'O’Brien'],
    ['O’Brien', "O'Brien"],
    ['O`Brien', "O'Brien"],
    ['O´Brien', "O'Brien"],
    ['Oʼbrien', "O'Brien"],
    ["O'Brien", 'Oʼ Brien'],
    ['obrien', 'O’Brien'],
    ['o brien', 'O’Brien'],
    ["hawai'i", 'Hawaiʻi'],
    ['hewlett-packard', 'Hewlett–Packard'],
    ['hewlett packard', 'Hewlett–Packard'],
    ['hewlett-packard', 'Hewlett Packard'],
    ['hewlett—packard', 'Hewlett‑Packard'],
    ['hewlettpackard', 'Hewlett-Packard'],
    ['acme sa', 'Acme S.A.'],
    ['acme s.a.', 'Acme SA'],
    ['acme s.a.', 'Acme S. A.'],
    ['acme s. a.', 'Acme S.A.'],
    ['acme sa', 'Acme S A'],
    ['r tolkien', 'J. R. R. Tolkien'],
    ['jrr tolkien', 'J R R Tolkien'],
    ['- google -', 'Google Inc'],
    ['google / inc', 'Google Inc'],
  ])('takes signs for what stands between words: "%s" finds %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['c++', 'C++ Builders'],
    ['C++', 'Modern C++'],
    ['c++', 'C++Builder'],
    ['c#', 'C# Corner'],
    ['c', 'C# Corner'],
    ['c#', 'C#Corner'],
    ['b12', 'Suite B#12'],
    ['b-12', 'Suite B#12'],
    ['at&t', 'AT&T Inc.'],
    ['at&t', 'AT & T'],
    ['1&1', '1&1 Internet'],
    ['1&1', '1 & 1 Internet'],
    ['ann@customers.example', 'ann@customers.example'],
    ['Ann@Customers.Example', 'ann@customers.example'],
    ['ann@cust', 'ann@customers.example'],
    ['customers.ex', 'ann@customers.example'],
    ['@customers', 'ann@customers.example'],
    ['example', 'ann@customers.example'],
    ['ann.b+news@customers.example', 'ann.b+news@customers.example'],
    ['A-9', 'A-9'],
    ['a9', 'A-9'],
    ['9', 'A-9'],
    ['DE-00.123/4', 'DE-00.123/4'],
    ['00123', 'DE-00.123/4'],
    ['№627', '№627'],
    ['627', '№627'],
    ['no 627', '№627'],
    ['№627', 'No. 627'],
  ])('finds what signs belong to as it is typed: "%s" in %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['ΠΑΠΑΣ', 'Παπασταύρου'],
    ['παπας', 'ΠΑΠΑΣΤΑΎΡΟΥ'],
    ['ΚΏΣΤΑΣ', 'Κώστας'],
    ['hamrun', 'Ħamrun'],
    ['tjaldur', 'Ŧjaldur'],
    ['lodz', 'Łódź'],
    ['doko', 'Đoko'],
    ['orsted', 'Ørsted'],
    ['thor', 'Þór'],
    ['oeuvre', 'Œuvre'],
    ['giron', 'Giroŋ'],
    ['мосина', 'Мосина'],
    ['елкин', 'Ёлкин'],
    ['محمد', 'مُحَمَّد'],
    ['محمد', 'محـــمد'],
    ['שלום', 'שָׁלוֹם'],
    ['राम', 'राम प्रसाद'],
  ])('knows the letters of many scripts: "%s" finds %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each(['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u3164', '\u0007', '\ufe0f'])(
    'does not see %j, within a word that is stored or typed',
    (sign) => {
      expect(finds('donaudampf', `Donau${sign}dampf`)).toBe(true);
      expect(finds(`Donau${sign}dampf`, 'Donaudampf')).toBe(true);
      expect(finds(`${sign}`, 'anything')).toBe(true);
    },
  );

  test.each([
    ['東', '東京商事'],
    ['京商', '東京商事'],
    ['商事', '東京商事'],
    ['東京商事', '東京 商事'],
    ['商事 東京', '東京商事'],
    ['太郎', '山田　太郎'],
    ['山田・太郎', '山田太郎'],
    ['abc', '株式会社ABC商事'],
    ['ABC商', '株式会社ＡＢＣ商事'],
    ['ガス', '東京ｶﾞｽ'],
    ['전자', '삼성전자'],
    ['삼성전자', '삼성 전자'],
    ['길동', '홍길동'],
    ['จำกัด', 'บริษัทสยามจำกัด'],
    ['สยาม', 'บริษัทสยามจำกัด'],
    ['ສະຫວັນ', 'ບໍລິສັດສະຫວັນ'],
  ])('finds inside words of scripts without blanks: "%s" in %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['ustomers', 'ann@customers.example'],
    ['ller', 'Müller & Söhne'],
    ['müller gmbh', 'Müller & Söhne'],
    ['A-8', 'A-9'],
    ['c++', 'Caterpillar'],
    ['c#', 'C++ Builders'],
    ['1&1', '1000 Dinge'],
    ['京東', '東京商事'],
    ['か', 'が'],
    ['राम', 'रम'],
    ['schroder, anna', 'Niklas Schröder'],
    ['o', 'Müller'],
  ])('for "%s" does not find %s', (search, text) => {
    expect(finds(search, text)).toBe(false);
  });

  test.each(['  ', '', ' & - ', '\u200b'])('for %j asks for nothing', (search) => {
    expect(searchParts(search)).toEqual([]);
  });

  test('looks through everything that is to be found together', () => {
    expect(finds('müller a-9', 'Müller', 'A-9', null)).toBe(true);
    expect(finds('müller a-9', 'Müller', null)).toBe(false);
  });
});

describe('what a text is found by', () => {
  test.each([
    [['Müller & Söhne'], ['muller', 'sohne', 'mueller', 'soehne']],
    [['ann@customers.example'], ['anncustomersexample', 'customersexample', 'example']],
    [
      ['A-9', null, 'A-9'],
      ['a9', '9'],
    ],
    [['one\ttwo\u00a0three  four'], ['one', 'two', 'three', 'four']],
    [['«x»'], ['x']],
    [['東京A社'], ['東京a社', '京a社', 'a社', '社']],
    [['', null, ' & '], []],
  ])('of %j is %j', (texts, tokens) => {
    expect(searchTokens(texts)).toEqual(tokens);
  });

  test('is at most 300 tokens of a text, of at most 100 characters, 40 where each letter has one', () => {
    const words = Array.from({ length: 301 }, (_, index) => `w${index}`);
    expect(searchTokens([words.join(' ')])).toEqual(words.slice(0, 300));
    expect(searchTokens([words.join(' '), 'also'])).toContain('also');
    expect(searchTokens(['x'.repeat(101)])).toEqual(['x'.repeat(100)]);
    expect(searchTokens([`${'x'.repeat(99)}𠀀`])[0]).toBe('x'.repeat(99));
    expect(searchTokens(['東'.repeat(41)])[0]).toBe('東'.repeat(40));
  });
});

describe('the parts of a search', () => {
  test.each([
    ['Muller  GMBH', [[['muller']], [['gmbh']]]],
    ['müller', [[['muller'], ['mueller']]]],
    ['@cust "A-9"', [[['cust']], [['a9']]]],
    ['hewlett-packard', [[['hewlettpackard'], ['hewlett', 'packard']]]],
    ['a A á', [[['a']]]],
    ['&-x', [[['x']]]],
  ])('of "%s" are %j', (search, parts) => {
    expect(searchParts(search)).toEqual(parts);
  });

  test('are at most ten, and the words of one at most four', () => {
    const words = Array.from({ length: 11 }, (_, index) => `w${index}`);
    expect(searchParts(words.join(' '))).toHaveLength(10);
    expect(searchParts(words.join('-'))).toEqual([[[words.join('')], words.slice(0, 4)]]);
    expect(searchParts('x'.repeat(101))).toEqual([[['x'.repeat(100)]]]);
    expect(searchParts(`${'x'.repeat(99)}𠀀`)).toEqual([[['x'.repeat(99)]]]);
  });
});

describe('names are ordered', () => {
  test.each([
    ['ÄÖÜ äöü', 'aou aou'],
    ['"Acme"', 'acme'],
    ['„Acme“ GmbH', 'acme gmbh'],
    ['\u200bAcme', 'acme'],
    ['Ac\u00adme', 'acme'],
    ['...Acme', 'acme'],
    ["L'Oréal", 'loreal'],
    ['S.A. Acme', 'sa acme'],
    ['Hewlett–Packard', 'hewlett packard'],
    ['(Acme)', 'acme'],
    ['東京 1', '東京 1'],
    ['+++', '+++'],
  ])('%j as "%s"', (name, key) => {
    expect(sortKey(name)).toBe(key);
  });

  test('by at most 255 characters, and by no half of one', () => {
    expect(sortKey('x'.repeat(256))).toBe('x'.repeat(255));
    expect(sortKey(`${'x'.repeat(254)}𠀀`)).toBe('x'.repeat(254));
    expect(sortKey(`${'x'.repeat(253)}𠀀y`)).toBe(`${'x'.repeat(253)}𠀀`);
  });
});
