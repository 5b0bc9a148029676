import fc from 'fast-check';
import { LayeredMap } from '../../../src/domain/sync/layered-map';

const someEntries = fc.array(fc.tuple(fc.constantFrom(...'abcdefghij'), fc.nat()), { maxLength: 6 });

test('is what a map is that the same was set in, and each stays as it was', () => {
  fc.assert(
    fc.property(fc.array(someEntries, { maxLength: 12 }), (additions) => {
      const plain = new Map<string, number>();
      let layered = LayeredMap.of<number>(new Map());
      const steps = additions.map((entries) => {
        for (const [key, value] of entries) plain.set(key, value);
        layered = layered.with(new Map(entries));
        return { layered, expected: [...plain] };
      });
      for (const { layered: one, expected } of steps) {
        expect([...one]).toEqual(expected);
        expect([...one.entries()]).toEqual(expected);
        expect([...one.keys()]).toEqual(expected.map(([key]) => key));
        expect([...one.values()]).toEqual(expected.map(([, value]) => value));
        expect(one.size).toBe(expected.length);
        const told: [string, number][] = [];
        one.forEach((value, key) => void told.push([key, value]));
        expect(told).toEqual(expected);
        const known = new Map(expected);
        for (const key of 'abcdefghijk') expect([one.get(key), one.has(key)]).toEqual([known.get(key), known.has(key)]);
      }
    }),
  );
});

test('is itself when nothing is added, and when it is asked for of one', () => {
  const one = LayeredMap.of(new Map([['a', 1]]));
  expect(one.with(new Map())).toBe(one);
  expect(LayeredMap.of(one)).toBe(one);
});

test('copies each entry a few times, however often it is added to', () => {
  const additions = Array.from(
    { length: 512 },
    (_, nth) => new Map(Array.from({ length: 10 }, (_, one): [string, number] => [`${nth}-${one}`, one])),
  );
  const read = jest.spyOn(Map.prototype, Symbol.iterator);
  let layered = LayeredMap.of<number>(new Map());
  for (const entries of additions) layered = layered.with(entries);
  const copied = (read.mock.contexts as Map<unknown, unknown>[]).reduce((sum, { size }) => sum + size, 0);
  read.mockRestore();
  expect(layered.size).toBe(5120);
  expect(layered.get('0-3')).toBe(3);
  // One map for each addition would have copied 1,300,000.
  expect(copied).toBeGreaterThan(0);
  expect(copied).toBeLessThan(15 * 5120);
});
