import { dayOf, monthsLater, PERIOD_MONTHS } from '../../src/domain/calendar';

test('the billing periods have the months that their names say', () => {
  expect(PERIOD_MONTHS).toEqual({ MONTHLY: 1, QUARTERLY: 3, SEMI_ANNUAL: 6, ANNUAL: 12, TRIENNIAL: 36, ONCE: 0 });
});

describe('months later it is the same day, or the last one of a shorter month (S16)', () => {
  test.each([
    ['2026-01-15', 0, '2026-01-15'],
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2000-01-30', 1, '2000-02-29'],
    ['2100-01-29', 1, '2100-02-28'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 36, '2029-11-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['1900-01-31', 1, '1900-02-28'],
  ])('%s and %d months is %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});

test('the day of an instant is the one in UTC', () => {
  expect(dayOf(new Date('2026-03-31T23:59:59.999Z'))).toBe('2026-03-31');
  expect(dayOf(new Date('2026-04-01T00:00:00+02:00'))).toBe('2026-03-31');
});
