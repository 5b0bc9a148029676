import { formerTerms } from '../../../src/domain/search/former-search';

test.each([
  ['Müller  GMBH', ['muller', 'gmbh']],
  ['@cust "A-9"', ['cust', 'a-9"']],
  ['Straße Łódź', ['strasse', 'lodz']],
  ['a A á', ['a']],
  [' & - ', []],
  ['x'.repeat(101), ['x'.repeat(100)]],
])('what was stored by the former folding is found by %s as before', (search, terms) => {
  expect(formerTerms(search)).toEqual(terms);
});
