import fc from 'fast-check';
import { sharesOf } from '../../src/application/shares';
import { workersOf } from '../../src/config/config-workers';

const MIB = 1024 * 1024;
const all = (settings: Parameters<typeof sharesOf>[0]) =>
  Array.from({ length: settings.workers }, (_, at) => sharesOf(settings, at + 1));

describe('what there is only so much of', () => {
  test('is all for a process alone', () => {
    expect(sharesOf({ workers: 1, poolSize: 10, maxConnections: 1_000 })).toEqual({
      poolSize: 10,
      maxConnections: 1_000,
      heldBytes: 256 * MIB,
    });
  });

  test.each([
    [2, [5, 5], [500, 500], [128, 128]],
    [3, [4, 3, 3], [334, 333, 333], [85.33, 85.33, 85.33]],
    [4, [3, 3, 2, 2], [250, 250, 250, 250], [64, 64, 64, 64]],
    [5, [2, 2, 2, 2, 2], [200, 200, 200, 200, 200], [64, 64, 64, 64, 64]],
  ])('is divided by %s', (workers, pools, connections, mebibytes) => {
    const shares = all({ workers, poolSize: 10, maxConnections: 1_000 });
    expect(shares.map(({ poolSize }) => poolSize)).toEqual(pools);
    expect(shares.map(({ maxConnections }) => maxConnections)).toEqual(connections);
    expect(shares.map(({ heldBytes }) => Math.floor((heldBytes / MIB) * 100) / 100)).toEqual(mebibytes);
  });

  test('comes to the same together, whatever the settings, and is enough for each', () => {
    const settings = fc.record({
      WORKERS: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant('auto' as const)),
      POOL_SIZE: fc.integer({ min: 2, max: 1_000 }),
      MAX_CONNECTIONS: fc.integer({ min: 20, max: 100_000 }),
    });
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 256 }), (values, processors) => {
        const faults: string[] = [];
        const read = workersOf(values, faults, processors);
        fc.pre(faults.length === 0);
        const shares = all(read);
        const sum = (of: (share: (typeof shares)[number]) => number) => shares.reduce((so, one) => so + of(one), 0);
        expect(read.workers).toBeGreaterThan(0);
        expect(sum(({ poolSize }) => poolSize)).toBe(values.POOL_SIZE);
        expect(sum(({ maxConnections }) => maxConnections)).toBe(values.MAX_CONNECTIONS);
        expect(sum(({ heldBytes }) => heldBytes)).toBeLessThanOrEqual(Math.max(256, 64 * read.workers) * MIB);
        for (const { poolSize, maxConnections, heldBytes } of shares) {
          expect(poolSize).toBeGreaterThanOrEqual(2);
          expect(maxConnections).toBeGreaterThanOrEqual(20);
          expect(heldBytes).toBeGreaterThanOrEqual(64 * MIB);
        }
      }),
    );
  });
});
