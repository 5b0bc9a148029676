import { storedState } from '../../../src/domain/sync/customer-state';
import { decideItem } from '../../../src/domain/sync/customer-sync';
import type { PaidSubscription } from '../../../src/domain/sync/sync-item';
import { anItem, arrive, facts } from '../builders';
import { follow, GROWN, state, step } from './states';

const OTHER_CONTENTS: [string, Partial<PaidSubscription>][] = [
  ['another start', { startDate: '2026-02-01', quantities: [step('2026-02-01', 5)] }],
  ['another quantity', { quantities: [step('2026-01-31', 6)] }],
  ['a further step', { quantities: GROWN }],
  ['an end', { endDate: '2026-12-31' }],
];

describe('a state that is recorded for the first time', () => {
  test('is CREATED, whole, in its version', () => {
    const { outcomes, subscription, lines } = follow(state(7n, { quantities: GROWN, endDate: '2026-12-31' }));
    expect(outcomes).toEqual(['CREATED']);
    expect(subscription).toMatchObject({
      ...{ quantities: GROWN, startDate: '2026-01-31', sourceVersion: 7n, invoicedPeriods: 0 },
      ...{ endDate: '2026-12-31', cancellationDate: '2026-12-31', unitPrice: '2.50', priceSource: 'SERVICE' },
    });
    expect(lines).toEqual(['Subscription to 5 × Mailbox from 2026-01-31']);
  });

  test.each([
    ['1989-12-31', '1990-01-01'],
    ['1753-01-01', '2026-01-31'],
  ])('on %s is refused at its start, on %s is taken', (startDate, taken) => {
    const of = (day: string) => state(1n, { startDate: day, quantities: [step(day, 5)] });
    expect(follow(of(startDate)).outcomes).toEqual(['INVALID_INPUT startDate']);
    expect(follow(of(taken)).outcomes).toEqual(['CREATED']);
  });

  test('may end on the day before its start, which takes it back, and no earlier', () => {
    expect(follow(state(1n, { endDate: '2026-01-30' })).subscription).toMatchObject({ endDate: '2026-01-30' });
    for (const endDate of ['2026-01-29', '1970-01-01', '1900-01-01']) {
      expect(follow(state(1n, { endDate })).outcomes).toEqual(['INVALID_INPUT endDate']);
    }
  });

  test('is refused while it is a trial, and CREATED when it is paid (A2)', () => {
    expect(follow(state(1n, { trial: true }), state(2n)).outcomes).toEqual([
      'NOT_A_PAID_SUBSCRIPTION trial',
      'CREATED',
    ]);
  });
});

describe('a smaller version', () => {
  const LATE: [string, Partial<PaidSubscription>][] = [
    ...OTHER_CONTENTS,
    ['the same content', {}],
    ['a trial', { trial: true }],
    ['another sku', { sku: 'USD-ONLY' }],
    ['a sku that is not offered', { sku: 'NOTHING' }],
    ['another billing period', { billingPeriod: 'ANNUAL' }],
    ['a start in 1980', { startDate: '1980-01-01', quantities: [step('1980-01-01', 5)] }],
    ['an end long before its start', { endDate: '1900-01-01' }],
  ];

  test.each(LATE)('is STALE and changes nothing, whatever else it holds: %s', (_what, changes) => {
    const { outcomes, subscription, answered, lines } = follow(state(7n), state(6n, changes));
    expect(outcomes).toEqual(['CREATED', 'STALE']);
    expect(subscription).toEqual(follow(state(7n)).subscription);
    expect(answered).toEqual(subscription);
    expect(lines).toHaveLength(1);
  });

  test.each(LATE)('which is none is older than any: %s', (_what, changes) => {
    const { outcomes, subscription } = follow(state(0n), state(null, changes));
    expect(outcomes).toEqual(['CREATED', 'STALE']);
    expect(subscription).toEqual(follow(state(0n)).subscription);
  });
});

describe('sku and billing period never change', () => {
  test.each([
    ['another sku', { sku: 'USD-ONLY' }],
    ['another billing period', { billingPeriod: 'ANNUAL' }],
  ] as const)('%s is SUBSCRIPTION_CONFLICT in an equal and in a greater version', (_what, changes) => {
    for (const version of [7n, 8n]) {
      const { outcomes, subscription } = follow(state(7n), state(version, changes));
      expect(outcomes).toEqual(['CREATED', 'SUBSCRIPTION_CONFLICT sourceSubscriptionId']);
      expect(subscription).toEqual(follow(state(7n)).subscription);
    }
    expect(follow(state(7n), state(8n)).outcomes).toEqual(['CREATED', 'UNCHANGED']);
  });

  test('before anything of the state is looked at: also beside days that are not taken', () => {
    const wrong = state(8n, { sku: 'USD-ONLY', startDate: '1980-01-01', endDate: '1900-01-01' });
    expect(follow(state(7n), wrong).outcomes[1]).toBe('SUBSCRIPTION_CONFLICT sourceSubscriptionId');
  });
});

describe('an equal version', () => {
  test('of the same content is UNCHANGED, with steps and an end too', () => {
    const whole = state(7n, { quantities: GROWN, endDate: '2026-12-31' });
    const { outcomes, subscription, lines } = follow(whole, { ...whole, quantities: [...GROWN] });
    expect(outcomes).toEqual(['CREATED', 'UNCHANGED']);
    expect(subscription).toEqual(follow(whole).subscription);
    expect(lines).toHaveLength(1);
  });

  test.each(OTHER_CONTENTS)('of other content is SOURCE_VERSION_CONFLICT: %s', (_what, changes) => {
    const { outcomes, subscription } = follow(state(7n), state(7n, changes));
    expect(outcomes).toEqual(['CREATED', 'SOURCE_VERSION_CONFLICT sourceVersion']);
    expect(subscription).toEqual(follow(state(7n)).subscription);
  });

  test('that lacks the end or the step that is here is a conflict too', () => {
    const whole = state(7n, { quantities: GROWN, endDate: '2026-12-31' });
    for (const less of [{ endDate: null }, { quantities: GROWN.slice(0, 1) }]) {
      expect(follow(whole, { ...whole, ...less }).outcomes[1]).toBe('SOURCE_VERSION_CONFLICT sourceVersion');
    }
  });
});

describe('a greater version', () => {
  test.each(OTHER_CONTENTS)('replaces the state, and withdraws it again: %s', (_what, changes) => {
    const other = state(8n, changes);
    const changed = follow(state(7n), other);
    expect(changed.outcomes).toEqual(['CREATED', 'APPLIED']);
    const { startDate, quantities, endDate } = other;
    expect(changed.subscription).toMatchObject({
      ...{ startDate, quantities, endDate, cancellationDate: endDate, sourceVersion: 8n },
    });
    expect(changed.answered).toEqual(changed.subscription);
    expect(changed.lines).toHaveLength(2);

    const back = follow(state(7n), other, state(9n));
    expect(back.outcomes).toEqual(['CREATED', 'APPLIED', 'APPLIED']);
    expect(back.subscription).toEqual({ ...follow(state(7n)).subscription, sourceVersion: 9n });
    expect(back.lines).toHaveLength(3);
  });

  test('corrects a step that was wrong, and an end a decade off', () => {
    const wrong = state(1n, { quantities: GROWN, endDate: '2036-12-31' });
    const right = state(2n, { quantities: [step('2026-01-31', 5), step('2026-03-01', 10)], endDate: '2026-12-31' });
    expect(follow(wrong, right).subscription).toMatchObject({
      quantities: right.quantities,
      endDate: '2026-12-31',
      cancellationDate: '2026-12-31',
    });
    expect(follow(wrong, right).lines[1]).toBe(
      'Subscription to Mailbox changed: 10 from 2026-03-01, ends on 2026-12-31',
    );
  });

  test('of the same content is UNCHANGED, without a line, and the version advances', () => {
    const { outcomes, subscription, lines } = follow(state(7n), state(9n), state(8n, { endDate: '2026-12-31' }));
    expect(outcomes).toEqual(['CREATED', 'UNCHANGED', 'STALE']);
    expect(subscription).toEqual({ ...follow(state(7n)).subscription, sourceVersion: 9n });
    expect(lines).toHaveLength(1);
  });

  test('keeps what was invoiced, what it is and whose it is', () => {
    const { last } = arrive([anItem({}, [state(1n)])]);
    const recorded = last.state?.subscriptions.get('s-1');
    if (!last.state || !recorded) throw new Error('It is not here');
    const invoiced = { ...recorded, invoicedPeriods: 3 };
    const here = storedState(last.state.account, new Map([['s-1', invoiced]]));
    const decision = decideItem(here, anItem({}, [state(2n, { quantities: GROWN })]), facts());
    expect(decision.subscriptions[0]?.subscription).toEqual({ ...invoiced, quantities: GROWN, sourceVersion: 2n });
  });

  test.each([
    ['a start before 1990', { startDate: '1989-12-31', quantities: [step('1989-12-31', 5)] }, 'startDate'],
    ['an end before the day before its start', { endDate: '2026-01-29' }, 'endDate'],
    [
      'an end that is before the start that is corrected',
      { startDate: '2026-03-01', quantities: [step('2026-03-01', 5)], endDate: '2026-02-27' },
      'endDate',
    ],
  ])('is refused with %s, and the state stays', (_what, changes, place) => {
    const { outcomes, subscription } = follow(state(7n), state(8n, changes));
    expect(outcomes).toEqual(['CREATED', `INVALID_INPUT ${place}`]);
    expect(subscription).toEqual(follow(state(7n)).subscription);
  });

  test('is refused while it is a trial: what was paid stays', () => {
    const { outcomes, subscription } = follow(state(7n), state(8n, { trial: true }));
    expect(outcomes).toEqual(['CREATED', 'NOT_A_PAID_SUBSCRIPTION trial']);
    expect(subscription).toEqual(follow(state(7n)).subscription);
  });
});
