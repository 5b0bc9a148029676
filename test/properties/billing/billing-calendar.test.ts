import { amountOf, charge, DIGITS, daysAfter, daysBetween, monthsAfter, unitsOf } from './billing-calendar';

test('the days between two days, and days later and earlier', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2100-02-28', '2100-03-01')).toBe(1);
  expect(daysBetween('1990-01-01', '2026-11-26')).toBe(13_478);
  expect(daysBetween('2026-11-26', '1990-01-01')).toBe(-13_478);
  expect([daysAfter('2023-12-31', 61), daysAfter('2024-03-01', -61)]).toEqual(['2024-03-01', '2023-12-31']);
  expect(daysAfter('2026-05-15', 0)).toBe('2026-05-15');
  expect([monthsAfter('2024-03-31', -1), monthsAfter('2000-01-31', 1)]).toEqual(['2024-02-29', '2000-02-29']);
});

describe('an amount has the digits of its currency and is rounded half up', () => {
  test.each([
    [1, '1000', 14, 28, 'JPY', '500'],
    [1, '333', 14, 28, 'JPY', '167'],
    [1, '332.999999', 14, 28, 'JPY', '166'],
    [1, '1', 16, 31, 'KWD', '0.516'],
    [1, '0.001', 14, 28, 'KWD', '0.001'],
    [1, '0.001', 13, 28, 'KWD', '0.000'],
    [1, '0.01', 14, 28, 'EUR', '0.01'],
    [1, '0.01', 13, 28, 'EUR', '0.00'],
    [3, '0.335', 1, 1, 'EUR', '1.01'],
    [2_147_483_647, '999999999999.999999', 1, 1, 'EUR', '2147483646999999997852.52'],
  ])('%d × %s for %d of %d days in %s: %s', (quantity, price, days, of, currency, expected) => {
    const digits = DIGITS[currency] ?? 2;
    expect(amountOf(charge(quantity, price, { days, of }, digits), digits)).toBe(expected);
  });

  test('text and smallest units', () => {
    expect([unitsOf('-12.3', 3), unitsOf('5', 0), unitsOf('0.07', 2)]).toEqual([-12_300n, 5n, 7n]);
    expect([amountOf(-7n, 2), amountOf(7n, 3), amountOf(-7n, 0)]).toEqual(['-0.07', '0.007', '-7']);
    expect(() => unitsOf('0.001', 2)).toThrow('0.001');
  });
});
