import type { Subscription } from '../../../src/domain/selling/subscription';
import { nextInvoiceDate, subscriptionStatus } from '../../../src/domain/selling/subscription';
import { aSubscription } from '../builders';

test('a subscription is active until it has a last day', () => {
  expect(subscriptionStatus(aSubscription())).toBe('ACTIVE');
  expect(subscriptionStatus(aSubscription({ endDate: '2026-06-30', cancellationDate: '2026-06-30' }))).toBe(
    'CANCELLED',
  );
  // S12: the deletion of its account ended it, no cancellation.
  expect(subscriptionStatus(aSubscription({ endDate: '2026-06-30' }))).toBe('CANCELLED');
});

/** The starts of the first periods: what is invoiced next after none, one, two … were. */
function starts(changes: Partial<Subscription>, count: number): (string | null)[] {
  return Array.from({ length: count }, (_, invoicedPeriods) =>
    nextInvoiceDate(aSubscription({ ...changes, invoicedPeriods })),
  );
}

describe('the next invoice is for the first period that is not invoiced (S16)', () => {
  test('periods are anchored on the start date and clamped to the end of the month', () => {
    expect(starts({ startDate: '2026-01-31' }, 6)).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ]);
    expect(starts({ startDate: '2023-12-30' }, 4)).toEqual(['2023-12-30', '2024-01-30', '2024-02-29', '2024-03-30']);
    expect(starts({ startDate: '2024-02-29', billingPeriod: 'ANNUAL' }, 5)).toEqual([
      ...['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ]);
  });

  test.each([
    ['MONTHLY', '2026-02-15'],
    ['QUARTERLY', '2026-04-15'],
    ['SEMI_ANNUAL', '2026-07-15'],
    ['ANNUAL', '2027-01-15'],
    ['TRIENNIAL', '2029-01-15'],
    ['ONCE', null],
  ] as const)('after the first period of a %s subscription of 15 January 2026 comes %s', (billingPeriod, second) => {
    expect(starts({ startDate: '2026-01-15', billingPeriod }, 2)).toEqual(['2026-01-15', second]);
  });

  test('none comes after the last day; one that begins on it does', () => {
    const upTo = (endDate: string) => starts({ startDate: '2026-01-31', endDate }, 3);
    expect(upTo('2026-03-31')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
    expect(upTo('2026-03-30')).toEqual(['2026-01-31', '2026-02-28', null]);
    expect(upTo('2026-01-31')).toEqual(['2026-01-31', null, null]);
    expect(upTo('2026-01-30')).toEqual([null, null, null]);
  });

  test('a subscription bought outright is invoiced once, unless it ended before it began', () => {
    expect(starts({ billingPeriod: 'ONCE' }, 3)).toEqual(['2026-01-31', null, null]);
    expect(starts({ billingPeriod: 'ONCE', endDate: '2026-01-30' }, 1)).toEqual([null]);
  });
});
