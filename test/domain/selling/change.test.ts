import { parse } from '../../../src/domain/input';
import { changeInput, decideChange } from '../../../src/domain/selling/change';
import { aSubscription } from '../builders';

const running = aSubscription({ startDate: '2026-01-31', sourceSubscriptionId: null });
const grown = [...running.quantities, { from: '2026-02-16', quantity: 11 }];

describe('a change of what the distributor sold (S26)', () => {
  test('gives it the quantities that are sent, and leaves the rest', () => {
    expect(decideChange(running, { quantities: grown }, null)).toEqual({
      outcome: 'APPLIED',
      subscription: { ...running, quantities: grown },
      line: { kind: 'SOLD', text: 'Subscription to Mailbox changed: 11 from 2026-02-16' },
    });
  });

  test('gives it an end, another end, or none: left out stays and null is withdrawn', () => {
    const ending = { ...running, endDate: '2036-12-31', cancellationDate: '2036-12-31' };
    expect(decideChange(running, { endDate: '2036-12-31' }, null)).toMatchObject({ subscription: ending });
    const corrected = { ...ending, endDate: '2026-12-31', cancellationDate: '2026-12-31' };
    expect(decideChange(ending, { endDate: '2026-12-31' }, null)).toMatchObject({ subscription: corrected });
    expect(decideChange(ending, { endDate: null }, null)).toMatchObject({ subscription: running });
    expect(decideChange(ending, { quantities: grown }, null)).toMatchObject({
      subscription: { ...ending, quantities: grown },
    });
    expect(decideChange(ending, { quantities: grown, endDate: null }, null)).toMatchObject({
      subscription: { ...running, quantities: grown },
    });
  });

  test.each([
    ['nothing', {}],
    ['the quantities that it has', { quantities: running.quantities }],
    ['no end, which it has not', { endDate: null }],
    ['all of it', { quantities: running.quantities, endDate: null }],
  ])('is unchanged with %s', (_what, change) => {
    expect(decideChange(running, change, null)).toEqual({ outcome: 'UNCHANGED' });
  });

  test('to the end that it has is unchanged, also one that is no longer taken', () => {
    for (const day of ['2026-06-30', '1970-01-01']) {
      const ended = { ...running, endDate: day, cancellationDate: day };
      expect(decideChange(ended, { endDate: day }, null)).toEqual({ outcome: 'UNCHANGED' });
      expect(decideChange(ended, { quantities: ended.quantities, endDate: day }, null)).toEqual({
        outcome: 'UNCHANGED',
      });
    }
  });

  test('may take it back on the day before the start, and is refused before that', () => {
    expect(decideChange(running, { endDate: '2026-01-30' }, null)).toMatchObject({
      outcome: 'APPLIED',
      subscription: { endDate: '2026-01-30', cancellationDate: '2026-01-30' },
    });
    for (const endDate of ['2026-01-29', '1970-01-01', '1900-01-01']) {
      expect(decideChange(running, { endDate }, null)).toMatchObject({
        outcome: 'REJECTED',
        refusal: { code: 'INVALID_INPUT', path: ['input', 'endDate'], message: 'End date must be 2026-01-30 or later' },
      });
    }
  });

  test.each(['2026-01-30', '2026-02-01'])(
    'is refused when the first quantity is from %s: it is from the start',
    (from) => {
      expect(decideChange(running, { quantities: [{ from, quantity: 6 }] }, null)).toMatchObject({
        outcome: 'REJECTED',
        refusal: {
          code: 'INVALID_INPUT',
          path: ['input', 'quantities', '0', 'from'],
          message: 'From must be the start date, 2026-01-31: the first quantity is from there on',
        },
      });
      expect(decideChange(running, { quantities: [{ from: '2026-01-31', quantity: 6 }] }, null).outcome).toBe(
        'APPLIED',
      );
    },
  );

  test('of a deleted account ends on the earlier of its own end and the deletion', () => {
    const deleted = { ...running, endDate: '2026-03-31' };
    expect(decideChange(deleted, { endDate: '2026-06-30' }, '2026-03-31')).toMatchObject({
      subscription: { endDate: '2026-03-31', cancellationDate: '2026-06-30' },
    });
    expect(decideChange(deleted, { endDate: '2026-02-28' }, '2026-03-31')).toMatchObject({
      subscription: { endDate: '2026-02-28', cancellationDate: '2026-02-28' },
    });
  });
});

describe('what changeSubscription is sent', () => {
  test.each([
    ['nothing', {}, []],
    ['an end that is withdrawn', { endDate: null }, []],
    ['quantities', { quantities: grown }, []],
    ['no quantities, in as many words', { quantities: null }, ['quantities']],
    ['an empty list', { quantities: [] }, ['quantities']],
    ['a day that there is not', { endDate: '2026-02-30' }, ['endDate']],
  ])('with %s has its faults at their places', (_what, sent, places) => {
    const { refusals } = parse(changeInput, sent, ['input']);
    expect((refusals ?? []).map(({ code, path }) => [code, ...path])).toEqual(
      places.map((place) => ['INVALID_INPUT', 'input', place]),
    );
  });
});
