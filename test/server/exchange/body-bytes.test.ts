import { BodyBytes } from '../../../src/server/exchange/body-bytes';

/** Pieces of these sizes, each byte another than its neighbour. */
function pieces(sizes: readonly number[]): Buffer[] {
  let next = 0;
  return sizes.map((size) => Buffer.from(Array.from({ length: size }, () => (next++ * 7) % 251)));
}

test.each([
  ['of a byte', Array<number>(40_000).fill(1)],
  ['small and large in turn', [1, 5_000, 1, 1, 1_024, 1_023, 70_000, 2, 3, 16_384, 16_383, 1]],
  ['that fill a block to its end', [1_000, 1_000, 384, ...Array<number>(14).fill(1_000), 1]],
  ['of nothing', [0, 0]],
  ['that are none', []],
])('pieces %s come out as they came in', (_, sizes) => {
  const given = pieces(sizes);
  const body = new BodyBytes(() => true);
  for (const piece of given) expect(body.add(Buffer.from(piece))).toBe(true);
  expect(body.whole().equals(Buffer.concat(given))).toBe(true);
});

test('what is kept is what was counted, within a block', () => {
  let counted = 0;
  const body = new BodyBytes((bytes) => {
    counted += bytes;
    return true;
  });
  for (const piece of pieces([...Array<number>(10_000).fill(3), 50_000])) body.add(piece);
  expect(counted).toBeGreaterThanOrEqual(body.size);
  expect(counted).toBeLessThan(body.size + 40 * 1024);
});

test('a piece for which there is no room is told', () => {
  for (const size of [1, 5_000]) expect(new BodyBytes(() => false).add(Buffer.alloc(size))).toBe(false);
});
