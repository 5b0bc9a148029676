import { extentOf } from '../../../examples/admin-tool/src/form/refusal-places.ts';

const refused = (...codes: readonly string[]) => ({
  userErrors: codes.map((code) => ({ code, message: '', path: [] })),
});
const DONE = { id: '1', userErrors: [] };

describe('how much of a call was refused', () => {
  test.each([
    ['the whole', { record: null, ...refused('A') }, 'whole'],
    ['the whole, with two reasons', { record: null, ...refused('A', 'B') }, 'whole'],
    ['every item', { items: [refused('A'), refused('B', 'C')], userErrors: [] }, 'whole'],
    ['one of two items', { items: [refused('A'), DONE], userErrors: [] }, 'part'],
    [
      'one of two items, with more reasons than items',
      { items: [refused('A', 'B', 'C'), DONE], userErrors: [] },
      'part',
    ],
    ['an item of an item', { items: [{ ...DONE, parts: [refused('A')] }], userErrors: [] }, 'whole'],
    ['an item of one item alone', { items: [{ ...DONE, parts: [refused('A'), DONE] }], userErrors: [] }, 'part'],
    ['a commit not answered', { record: null, ...refused('OUTCOME_UNKNOWN') }, 'unknown'],
    ['an item whose commit was not answered', { items: [refused('A'), refused('OUTCOME_UNKNOWN')] }, 'unknown'],
  ])('%s', (_, answer, extent) => expect(extentOf(answer)).toBe(extent));
});
