import { violatedConstraint } from '../../../src/persistence/engine/table';

const failure = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });
const WORDS = 'duplicate key value violates unique constraint "pk_accounts_102023"';

test.each([
  ['as PostgreSQL tells it', failure('23505', 'x', { constraint: 'pk_accounts' }), 'pk_accounts'],
  ['of a part of a table', failure('23505', 'x', { constraint: 'pk_accounts_102023' }), 'pk_accounts'],
  ['on another node, of which only the words come', failure('23505', WORDS), 'pk_accounts'],
  [
    'in words of another language',
    failure('23505', 'doppelter Schlüsselwert verletzt »x« "uq_price_lists_code"'),
    'uq_price_lists_code',
  ],
  ['of none', failure('40001', WORDS), null],
  ['of no database', new Error(WORDS), null],
])('%s', (_what, error, expected) => {
  expect(violatedConstraint(error)).toBe(expected);
});
