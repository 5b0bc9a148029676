import fc from 'fast-check';
import { assertShape } from '../../../src/server/exchange/json-shape';

const KIB = 1024;
const look = (json: string, bytes = 24 * KIB) => assertShape(Buffer.from(json), bytes);

describe('more values than there is room for are refused, whatever they are', () => {
  test.each(['[]', '{}', '0', 'null', '""', '[0]', '[[0]]', '{"a":0}', '"a"'])('a list of %s', (value) => {
    const list = (count: number) => `{"variables":{"i":[${Array(count).fill(value).join(',')}]}}`;
    expect(() => look(list(300))).not.toThrow();
    expect(() => look(list(1_100))).toThrow('1024 values');
  });

  test('members of one object', () => {
    const members = Array.from({ length: 1_100 }, (_, at) => `"k${at}":0`);
    expect(() => look(`{${members.slice(0, 900).join(',')}}`)).not.toThrow();
    expect(() => look(`{${members.join(',')}}`)).toThrow('1024 values');
  });
});

test('lists and objects are 64 within each other at most', () => {
  expect(() => look('['.repeat(64) + ']'.repeat(64))).not.toThrow();
  expect(() => look(`${'{"a":'.repeat(65)}0${'}'.repeat(65)}`)).toThrow('64 lists and objects');
});

test('what stands in a text counts for nothing, however it is escaped', () => {
  const text = ['[{,'.repeat(5_000), '\\"[{,'.repeat(5_000), '\\\\', '"'.repeat(2_000)];
  for (const one of text) expect(() => look(JSON.stringify({ query: one, variables: { a: one } }))).not.toThrow();
  expect(() => look(`{"a":"\\\\","b":[${'[],'.repeat(1_100)}0]}`)).toThrow('1024 values');
});

test('values are counted as JSON has them, for any document', () => {
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 0;
    const inner = Object.values(value);
    return 1 + Math.max(0, inner.length - 1) + inner.reduce<number>((sum, one) => sum + count(one), 0);
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const values = 1 + count(value);
      expect(() => look(JSON.stringify(value), values * 24)).not.toThrow();
      expect(() => look(JSON.stringify(value), (values - 1) * 24)).toThrow('values');
    }),
  );
});

test('what does not end is left to whoever reads it', () => {
  for (const json of ['"', '{"a":"', '[', '', '\\', '"\\']) expect(() => look(json)).not.toThrow();
});
