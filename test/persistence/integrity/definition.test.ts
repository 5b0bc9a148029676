import { guardDifferences } from '../../../src/persistence/integrity/compare-guards';
import { DATABASE_GUARDS } from '../../../src/persistence/integrity/database-guards-manifest';
import { meaningOf } from '../../../src/persistence/integrity/definition';

test.each([
  ['a chain of OR, flat or nested', 'WHEN ((((a OR b) OR c) OR d))', 'WHEN ((a OR b OR c OR d))'],
  ['a chain of AND', 'CHECK (((a AND (b)) AND (c)))', 'CHECK ((a AND (b) AND (c)))'],
  [
    'line breaks',
    '(EXISTS ( SELECT\n   FROM x a\n  WHERE (a.id = b)))',
    '(EXISTS ( SELECT FROM x a WHERE (a.id = b)))',
  ],
  ['double brackets', 'CHECK (((x >= 0)))', 'CHECK ((x >= 0))'],
])('%s mean the same', (_what, one, other) => {
  expect(meaningOf(one)).toBe(meaningOf(other));
});

test.each([
  ['OR and AND', '((a OR b) AND c)', '(a OR (b AND c))'],
  ['an OR less', '((a OR b) OR c)', '(a OR b)'],
  ['brackets that decide what comes first', '((a AND b) OR c)', '(a AND (b OR c))'],
  ['a text', "x = '(a OR b) OR c'", "x = '(a OR b OR c)'"],
  ['blanks in a text', "x = 'a  b'", "x = 'a b'"],
  ['a row and its parts', '((a, b) = c)', '(a, b = c)'],
  ['other operators', '(a - (b - c))', '(a - b - c)'],
  ['an operand that is negated', '(a OR NOT (b OR c))', '(a OR NOT b OR c)'],
])('%s do not', (_what, one, other) => {
  expect(meaningOf(one)).not.toBe(meaningOf(other));
});

test('no two guards of ours mean the same', () => {
  expect(new Set(DATABASE_GUARDS.map(meaningOf)).size).toBe(DATABASE_GUARDS.length);
});

describe('a newer version’s announcement', () => {
  const newer = { migration: 'Next1900000000000', guards: ['kept', 'added'] };
  const ours = ['kept', 'dropped'];

  test.each([
    ['before its migrations', ['kept', 'dropped']],
    ['amid them', ['kept', 'dropped', 'added']],
    ['after them', ['kept', 'added']],
  ])('makes what it adds and takes away no fault, %s', (_when, present) => {
    expect(guardDifferences(ours, present, newer)).toEqual([]);
  });

  test('leaves everything else one', () => {
    expect(guardDifferences(ours, ['kept', 'added', 'foreign'], newer)).toEqual(['not ours: foreign']);
    expect(guardDifferences(ours, ['added'], newer)).toEqual(['missing: kept']);
  });

  test('is needed for it', () => {
    expect(guardDifferences(ours, ['kept', 'added'], null)).toEqual(['missing: dropped', 'not ours: added']);
  });
});
