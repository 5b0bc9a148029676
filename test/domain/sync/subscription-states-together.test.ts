import fc from 'fast-check';
import { Prices } from '../../../src/domain/resellers/price-list';
import { type CustomerState, storedState } from '../../../src/domain/sync/customer-state';
import { decideItem } from '../../../src/domain/sync/customer-sync';
import type { PaidSubscription, SyncFacts } from '../../../src/domain/sync/sync-item';
import { anItem, arrive, facts } from '../builders';
import { follow, GROWN, state, step } from './states';

describe('a state without a version', () => {
  test('is as before: UNCHANGED, or a conflict', () => {
    expect(follow(state(null), state(null)).outcomes).toEqual(['CREATED', 'UNCHANGED']);
    const more = state(null, { quantities: [step('2026-01-31', 6)] });
    expect(follow(state(null), more).outcomes).toEqual(['CREATED', 'SUBSCRIPTION_CONFLICT sourceSubscriptionId']);
  });

  test('is older than any version, 0 too: the first one is applied, or advances', () => {
    expect(follow(state(null), state(0n)).outcomes).toEqual(['CREATED', 'UNCHANGED']);
    expect(follow(state(null), state(0n)).subscription).toMatchObject({ sourceVersion: 0n });
    const { outcomes, subscription } = follow(state(null), state(0n, { quantities: GROWN }), state(null));
    expect(outcomes).toEqual(['CREATED', 'APPLIED', 'STALE']);
    expect(subscription).toMatchObject({ quantities: GROWN, sourceVersion: 0n });
  });

  test('that was cancelled is UNCHANGED as it was bought, and runs again by a version without an end', () => {
    const { last } = arrive([anItem({}, [state(null)])]);
    const bought = last.state?.subscriptions.get('s-1');
    if (!last.state || !bought) throw new Error('It is not here');
    const cancelled = { ...bought, endDate: '2026-06-30', cancellationDate: '2026-06-30' };
    const here = storedState(last.state.account, new Map([['s-1', cancelled]]));
    const then = (one: PaidSubscription) => decideItem(here, anItem({}, [one]), facts()).subscriptions;
    expect(then(state(null))).toMatchObject([{ outcome: 'UNCHANGED', subscription: { endDate: '2026-06-30' } }]);
    expect(then(state(1n, { endDate: '2026-06-30' }))).toMatchObject([{ outcome: 'UNCHANGED' }]);
    expect(then(state(1n))).toMatchObject([
      { outcome: 'APPLIED', subscription: { endDate: null, cancellationDate: null } },
    ]);
  });
});

describe('what is recorded with a start before 1990, from before it was asked for', () => {
  const former = { startDate: '1980-01-01', quantities: [step('1980-01-01', 5)] };
  const here = (): CustomerState => {
    const { last } = arrive([anItem({}, [state(null)])]);
    const recorded = last.state?.subscriptions.get('s-1');
    if (!last.state || !recorded) throw new Error('It is not here');
    return storedState(last.state.account, new Map([['s-1', { ...recorded, ...former }]]));
  };
  const then = (one: PaidSubscription) => decideItem(here(), anItem({}, [one]), facts());

  test('comes again and is UNCHANGED, with a version and without', () => {
    expect(then(state(null, former)).subscriptions).toMatchObject([{ outcome: 'UNCHANGED' }]);
    expect(then(state(1n, former)).subscriptions).toMatchObject([
      { outcome: 'UNCHANGED', subscription: { startDate: '1980-01-01', sourceVersion: 1n } },
    ]);
  });

  test('may end, and have its start corrected; never to another such day', () => {
    expect(then(state(1n, { ...former, endDate: '2026-12-31' })).subscriptions).toMatchObject([{ outcome: 'APPLIED' }]);
    expect(then(state(1n)).subscriptions).toMatchObject([
      { outcome: 'APPLIED', subscription: { startDate: '2026-01-31' } },
    ]);
    const other = { startDate: '1980-01-02', quantities: [step('1980-01-02', 5)] };
    expect(then(state(1n, other)).refusals).toMatchObject([
      { code: 'INVALID_INPUT', path: ['item', 'subscriptions', '0', 'startDate'] },
    ]);
  });
});

describe('the price (S27)', () => {
  /** 2.50 of the service itself; by Alpha's list 2.00, and 1.50 from March. */
  const priced = (listed: readonly [string, string][]): SyncFacts => ({
    ...facts(),
    prices: new Prices([
      {
        ...{ id: '0197a000-0000-7000-8000-000000045e41', sku: 'MAIL', name: 'Mailbox' },
        prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '2.50' }],
        listed: listed.map(([validFrom, amount]) => ({
          ...{ currency: 'EUR', billingPeriod: 'MONTHLY' as const, amount, validFrom },
        })),
      },
    ]),
  });
  const LIST: [string, string][] = [
    ['2026-01-01', '2.00'],
    ['2026-03-01', '1.50'],
  ];
  const moved = { startDate: '2026-03-01', quantities: [step('2026-03-01', 5)] };

  test('is taken by the start, and anew when the start is corrected', () => {
    const { decisions } = arrive([anItem({}, [state(1n)]), anItem({}, [state(2n, moved)])], priced(LIST));
    expect(decisions.map(({ subscriptions }) => subscriptions[0]?.subscription.unitPrice)).toEqual(['2.00', '1.50']);
    expect(decisions[0]?.subscriptions[0]?.subscription.priceSource).toBe('PRICE_LIST');
  });

  test('stays with a changed quantity or end, which need no offer', () => {
    const first = arrive([anItem({}, [state(1n)])], priced(LIST)).last.state;
    const unoffered = { ...facts(), prices: new Prices([]) };
    for (const changes of [{ quantities: GROWN }, { endDate: '2026-12-31' }]) {
      const { subscriptions } = decideItem(first, anItem({}, [state(2n, changes)]), unoffered);
      expect(subscriptions).toMatchObject([{ outcome: 'APPLIED', subscription: { unitPrice: '2.00' } }]);
    }
    expect(decideItem(first, anItem({}, [state(2n, moved)]), unoffered).refusals).toMatchObject([
      { code: 'SERVICE_NOT_OFFERED', path: ['item', 'subscriptions', '0', 'sku'] },
    ]);
  });
});

describe('a deleted account (S12)', () => {
  const deleted = (of: CustomerState | null, deletionDate: string): CustomerState => {
    if (!of) throw new Error('The customer is not here');
    const ended = new Map([...of.subscriptions].map(([id, one]) => [id, { ...one, endDate: deletionDate }]));
    return storedState({ ...of.account, status: 'DELETED', deletionDate }, ended);
  };
  const afterDeletion = (paid: PaidSubscription) =>
    decideItem(deleted(arrive([anItem({}, [state(1n)])]).last.state, '2026-03-31'), anItem({}, [paid]), facts());

  test.each([
    [null, '2026-03-31'],
    ['2026-06-30', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-02-28', '2026-02-28'],
  ])('ends by a state that ends on %s on %s: the earlier of the state’s end and the deletion', (endDate, ends) => {
    const expected = { endDate: ends, cancellationDate: endDate };
    const { subscriptions } = afterDeletion(state(2n, { quantities: GROWN, endDate }));
    expect(subscriptions).toMatchObject([{ outcome: 'APPLIED', subscription: expected }]);
    // And one that is new there.
    const late = afterDeletion(state(5n, { sourceSubscriptionId: 's-2', endDate }));
    expect(late.subscriptions).toMatchObject([{ outcome: 'CREATED', subscription: expected }]);
  });

  test('still compares the state’s own end: the same again is UNCHANGED, another in the same version a conflict', () => {
    expect(afterDeletion(state(1n)).subscriptions).toMatchObject([{ outcome: 'UNCHANGED' }]);
    expect(afterDeletion(state(1n, { endDate: '2026-03-31' })).refusals).toMatchObject([
      { code: 'SOURCE_VERSION_CONFLICT' },
    ]);
  });
});

describe('states within one item', () => {
  const outcomesOf = (...states: PaidSubscription[]) => {
    const { last } = arrive([anItem({}, [state(1n)]), anItem({}, states)]);
    return { last, outcomes: last.subscriptions.map((one) => `${one.sourceSubscriptionId} ${one.outcome}`) };
  };

  test('each have an outcome of their own, in their order; one that is stale refuses nothing', () => {
    const { last, outcomes } = outcomesOf(
      state(null, { trial: true }),
      state(3n, { sourceSubscriptionId: 's-2' }),
      state(2n, { quantities: GROWN }),
      state(2n, { quantities: GROWN }),
    );
    expect(outcomes).toEqual(['s-1 STALE', 's-2 CREATED', 's-1 APPLIED', 's-1 UNCHANGED']);
    expect(last).toMatchObject({ outcome: 'UNCHANGED', refusals: [] });
  });

  test('of one subscription follow each other: the greatest stands, written once', () => {
    const up = outcomesOf(state(2n, { quantities: GROWN }), state(3n, { endDate: '2026-12-31' }));
    expect(up.outcomes).toEqual(['s-1 APPLIED', 's-1 APPLIED']);
    const down = outcomesOf(state(3n, { endDate: '2026-12-31' }), state(2n, { quantities: GROWN }));
    expect(down.outcomes).toEqual(['s-1 APPLIED', 's-1 STALE']);
    for (const { last } of [up, down]) {
      expect(last.state?.subscriptions.get('s-1')).toMatchObject({ sourceVersion: 3n, endDate: '2026-12-31' });
      expect([...(last.state?.unwritten.subscriptions.values() ?? [])]).toMatchObject([
        { stored: null, subscription: { sourceVersion: 3n } },
      ]);
    }
  });

  test('that are new and changed at once are added as they are in the end', () => {
    const { last } = arrive([anItem({}, [state(1n), state(2n, { quantities: GROWN })])]);
    expect(last.subscriptions.map(({ outcome }) => outcome)).toEqual(['CREATED', 'APPLIED']);
    expect([...(last.state?.unwritten.subscriptions.values() ?? [])]).toMatchObject([
      { stored: null, subscription: { quantities: GROWN } },
    ]);
  });

  test('of what is stored already are written as changes', () => {
    const stored = arrive([anItem({}, [state(1n)])]).last.state;
    if (!stored) throw new Error('The customer is not here');
    const here = storedState(stored.account, stored.subscriptions);
    const written = (...states: PaidSubscription[]) => [
      ...(decideItem(here, anItem({}, states), facts()).state?.unwritten.subscriptions.values() ?? []),
    ];
    expect(written(state(2n, { quantities: GROWN }))).toMatchObject([{ stored: { sourceVersion: 1n } }]);
    expect(written(state(2n))).toMatchObject([{ stored: { sourceVersion: 1n }, subscription: { sourceVersion: 2n } }]);
    expect(written(state(1n), state(0n, { trial: true }))).toEqual([]);
  });

  test('one that is refused refuses the item: no results, and its error at its place', () => {
    const { last } = outcomesOf(
      state(2n, { quantities: GROWN }),
      state(1n, { sourceSubscriptionId: 's-2', trial: true }),
    );
    expect(last).toMatchObject({
      outcome: 'REJECTED',
      subscriptions: [],
      refusals: [{ code: 'NOT_A_PAID_SUBSCRIPTION', path: ['item', 'subscriptions', '1', 'trial'] }],
    });
    expect(last.state?.subscriptions.get('s-1')).toMatchObject({ sourceVersion: 1n });
  });
});

describe('whatever order states arrive in, repeated or not', () => {
  const DAYS = ['2026-01-31', '2026-02-28', '2026-03-01', '2026-06-30'] as const;
  const content = fc.record({
    start: fc.constantFrom(...DAYS),
    first: fc.integer({ min: 1, max: 9 }),
    later: fc.option(fc.integer({ min: 1, max: 9 })),
    endDate: fc.option(fc.constantFrom('2026-06-30', '2026-12-31')),
    trial: fc.boolean(),
  });
  const history = fc.array(content, { minLength: 1, maxLength: 8 }).map((contents) =>
    contents.map(({ start, first, later, endDate, trial }, index) =>
      state(index === 0 ? null : BigInt(index * 10), {
        startDate: start,
        quantities: [step(start, first), ...(later === null || index === 0 ? [] : [step('2026-07-15', later)])],
        endDate: index === 0 ? null : endDate,
        // The last one is paid, so that something is here in the end.
        trial: trial && index < contents.length - 1,
      }),
    ),
  );

  test('the greatest version stands, and is UNCHANGED when it comes again', () => {
    fc.assert(
      fc.property(
        history.chain((states) =>
          fc.record({
            states: fc.constant(states),
            order: fc.shuffledSubarray([...states, ...states], { minLength: 2 * states.length }),
          }),
        ),
        ({ states, order }) => {
          const greatest = states.at(-1);
          if (!greatest) throw new Error('There is no state');
          const { startDate, quantities, endDate, sourceVersion } = greatest;
          const shuffled = follow(...order);
          expect(shuffled.subscription).toMatchObject({
            startDate,
            quantities,
            cancellationDate: endDate,
            sourceVersion,
          });
          expect(shuffled.subscription).toEqual(follow(...states).subscription);
          const again = follow(...order, greatest);
          expect(again.outcomes.at(-1)).toBe('UNCHANGED');
          expect(again.lines).toEqual(shuffled.lines);
        },
      ),
    );
  });
});
