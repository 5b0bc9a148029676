import { Replacement } from '../../../src/application/workers/replacement';

const QUICK = { livedMs: 500, saysWhy: false };
const STEADY = { livedMs: 30_000, saysWhy: false };
const AWAY = { livedMs: 500, saysWhy: true };

function delays(ends: readonly (typeof QUICK)[], areOthersServing = true): (number | null)[] {
  const replacement = new Replacement();
  return ends.map((end) => replacement.delayAfter(end, areOthersServing));
}

describe('a worker that has ended', () => {
  test('is replaced at once', () => {
    expect(delays([STEADY, STEADY, STEADY, STEADY, STEADY, STEADY, STEADY])).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(delays([QUICK])).toEqual([0]);
  });

  test('is waited with, longer and longer, when it ends at once again and again, and is then given up', () => {
    expect(delays([QUICK, QUICK, QUICK, QUICK, QUICK, QUICK])).toEqual([0, 500, 1_000, 2_000, 4_000, null]);
    expect(delays([QUICK, QUICK, QUICK, QUICK, QUICK, QUICK], false)).toEqual([0, 500, 1_000, 2_000, 4_000, null]);
  });

  test('counts from the beginning once it has served for a while', () => {
    expect(delays([QUICK, QUICK, STEADY, QUICK])).toEqual([0, 500, 0, 500]);
  });

  test('is tried for ever when it says why it cannot start and others serve', () => {
    expect(delays(Array(7).fill(AWAY))).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });

  test('is given up at once when it says so and nobody else serves', () => {
    expect(delays([AWAY], false)).toEqual([null]);
  });
});
