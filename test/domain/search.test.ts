import { searchTerms, searchTokens } from '../../src/domain/search';

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
