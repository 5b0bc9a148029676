import { RequestError } from '../../../src/domain/errors';
import { byMonth, lastMonths } from '../../../src/domain/resellers/copied-by-month';

describe('the last months', () => {
  test.each([
    ['2026-03-31', 1, ['2026-03-01']],
    ['2026-03-31', 2, ['2026-02-01', '2026-03-01']],
    ['2024-02-29', 3, ['2023-12-01', '2024-01-01', '2024-02-01']],
    ['2026-01-01', 3, ['2025-11-01', '2025-12-01', '2026-01-01']],
    ['2026-12-31', 1, ['2026-12-01']],
  ])('up to %s, %i of them, are whole and in their order', (today, months, expected) => {
    expect(lastMonths(today, months)).toEqual(expected);
  });

  test('are up to ten years, each once', () => {
    const all = lastMonths('2026-11-30', 120);
    expect([all[0], all[119], new Set(all).size]).toEqual(['2016-12-01', '2026-11-01', 120]);
  });

  test.each([0, -1, 121, 2_147_483_647])('are not %i', (months) => {
    const refused = () => lastMonths('2026-11-30', months);
    expect(refused).toThrow(RequestError);
    expect(refused).toThrow('Months must be from 1 to 120');
  });
});

test('of a month in which nothing was counted there are none', () => {
  const counted = [
    { month: '2026-03-01', count: 2 },
    { month: '2026-01-01', count: 1 },
  ];
  expect(byMonth(['2026-01-01', '2026-02-01', '2026-03-01'], counted)).toEqual([
    { month: '2026-01-01', count: 1 },
    { month: '2026-02-01', count: 0 },
    { month: '2026-03-01', count: 2 },
  ]);
  expect(byMonth(['2026-02-01'], [])).toEqual([{ month: '2026-02-01', count: 0 }]);
});
