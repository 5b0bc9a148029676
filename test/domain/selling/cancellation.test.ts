import { decideCancellation } from '../../../src/domain/selling/cancellation';
import { aSubscription } from '../builders';

describe('a cancellation', () => {
  const running = aSubscription();

  test('ends the subscription on its day', () => {
    expect(decideCancellation(running, '2026-06-30', null)).toEqual({
      outcome: 'APPLIED',
      subscription: { ...running, endDate: '2026-06-30', cancellationDate: '2026-06-30' },
      line: { kind: 'SOLD', text: 'Subscription to 5 × Mailbox ends on 2026-06-30' },
    });
  });

  test('takes it back on the day before it begins, and is refused before that: such days mean none elsewhere', () => {
    const begins = aSubscription({ startDate: '2026-03-01' });
    expect(decideCancellation(begins, '2026-02-28', null)).toMatchObject({
      outcome: 'APPLIED',
      subscription: { endDate: '2026-02-28' },
    });
    for (const day of ['2026-02-27', '1970-01-01', '0001-01-01']) {
      const refused = decideCancellation(begins, day, null);
      expect(refused).toMatchObject({
        outcome: 'REJECTED',
        refusal: {
          code: 'INVALID_INPUT',
          path: ['input', 'endDate'],
          message: 'End date must be 2026-02-28 or later',
          said: { parameters: { earliest: '2026-02-28' } },
        },
      });
    }
  });

  test('again is unchanged; for another day it is a conflict', () => {
    const cancelled = { ...running, endDate: '2026-06-30', cancellationDate: '2026-06-30' };
    expect(decideCancellation(cancelled, '2026-06-30', null)).toEqual({
      outcome: 'UNCHANGED',
      subscription: cancelled,
    });
    const other = decideCancellation(cancelled, '2026-07-31', null);
    expect(other).toMatchObject({
      outcome: 'REJECTED',
      refusal: {
        code: 'SUBSCRIPTION_CONFLICT',
        message: 'The subscription was cancelled for 2026-06-30 already.',
        path: ['input', 'endDate'],
      },
    });
    expect(other.outcome === 'REJECTED' && (other.refusal.retryable ?? false)).toBe(false);
  });

  test.each([
    ['2026-06-30', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-02-28', '2026-02-28'],
  ])('that arrives after the deletion, for %s, ends it on %s: at the deletion at the latest', (sent, endDate) => {
    const ended = { ...running, endDate: '2026-03-31' };
    const late = decideCancellation(ended, sent, '2026-03-31');
    expect(late).toMatchObject({ outcome: 'APPLIED', subscription: { endDate, cancellationDate: sent } });
    // And the same again is unchanged, although the deletion's day stands.
    if (late.outcome !== 'APPLIED') throw new Error('It was not applied');
    expect(decideCancellation(late.subscription, sent, '2026-03-31').outcome).toBe('UNCHANGED');
  });
});
