import { decideItem } from '../../../src/domain/sync/customer-sync';
import { anItem, aPaidSubscription, arrive, facts } from '../builders';

const second = aPaidSubscription({ sourceSubscriptionId: 's-2' });

describe('paid subscriptions', () => {
  test('A3: a later one makes no second account', () => {
    const first = arrive([anItem()]);
    const both = arrive([anItem(), anItem({}, [second])]);
    expect(both.outcomes).toEqual(['CREATED', 'UNCHANGED']);
    expect(both.account.id).toBe(first.account.id);
    expect([...(both.last.state?.subscriptions.keys() ?? [])]).toEqual(['s-1', 's-2']);
  });

  test('twice is once, also within one item', () => {
    const { last } = arrive([anItem({}, [aPaidSubscription(), aPaidSubscription()]), anItem()]);
    expect(last).toMatchObject({ outcome: 'UNCHANGED', refusals: [] });
    expect(last.subscriptions).toHaveLength(1);
    expect(last.state?.unwritten.subscriptions.size).toBe(1);
    expect(last.state?.unwritten.history.filter((line) => line.kind === 'SOLD')).toHaveLength(1);
  });

  test('are answered in their order, recorded now or before', () => {
    const { last } = arrive([anItem(), anItem({}, [second, aPaidSubscription(), second])]);
    expect(last.subscriptions.map((one) => one.sourceSubscriptionId)).toEqual(['s-2', 's-1', 's-2']);
  });

  test.each([
    ['sku', { sku: 'USD-ONLY' }],
    ['quantity', { quantities: [{ from: '2026-01-31', quantity: 6 }] }],
    ['billing period', { billingPeriod: 'ANNUAL' }],
    ['start date', { startDate: '2026-02-01' }],
  ] as const)('recorded with other content are a conflict: another %s', (_what, change) => {
    const { last, decisions } = arrive([anItem(), anItem({}, [aPaidSubscription(change)])]);
    expect(last).toMatchObject({
      outcome: 'REJECTED',
      refusals: [{ code: 'SUBSCRIPTION_CONFLICT', path: ['item', 'subscriptions', '0', 'sourceSubscriptionId'] }],
    });
    expect(last.state).toBe(decisions[0]?.state);
  });

  test('of another content within one item are a conflict too', () => {
    const { last } = arrive([
      anItem({}, [aPaidSubscription(), aPaidSubscription({ quantities: [{ from: '2026-01-31', quantity: 6 }] })]),
    ]);
    expect(last).toMatchObject({ outcome: 'REJECTED', state: null, refusals: [{ code: 'SUBSCRIPTION_CONFLICT' }] });
  });

  test('are recorded whatever the snapshot beside them comes to: stale or unchanged', () => {
    const { outcomes, last } = arrive([
      anItem({ sourceVersion: 5n }),
      anItem({ sourceVersion: 4n, name: 'Late' }, [second]),
      anItem({ sourceVersion: 5n }, [aPaidSubscription({ sourceSubscriptionId: 's-3' })]),
    ]);
    expect(outcomes).toEqual(['CREATED', 'STALE', 'UNCHANGED']);
    expect([...(last.state?.subscriptions.keys() ?? [])]).toEqual(['s-1', 's-2', 's-3']);
  });

  test('are not recorded beside a snapshot that is refused', () => {
    const { last } = arrive([anItem(), anItem({ name: 'Other' }, [second])]);
    expect(last).toMatchObject({ outcome: 'REJECTED', refusals: [{ code: 'SOURCE_VERSION_CONFLICT' }] });
    expect([...(last.state?.subscriptions.keys() ?? [])]).toEqual(['s-1']);
  });

  test('keep the price of the day on which they were recorded (S16)', () => {
    const { last } = arrive([anItem(), anItem()]);
    expect(last.subscriptions[0]?.subscription).toMatchObject({
      unitPrice: '2.50',
      service: { sku: 'MAIL', name: 'Mailbox' },
    });
  });
});

describe('SERVICE_NOT_OFFERED (S1, S16)', () => {
  const usdOnly = anItem({}, [aPaidSubscription({ sku: 'USD-ONLY' })]);

  test('answers a service without a price in the account’s currency; with one it is sold', () => {
    expect(arrive([usdOnly]).last).toMatchObject({
      outcome: 'REJECTED',
      state: null,
      refusals: [{ code: 'SERVICE_NOT_OFFERED', path: ['item', 'subscriptions', '0', 'sku'] }],
    });
    expect(arrive([usdOnly], facts({ currency: 'USD' })).last.outcome).toBe('CREATED');
  });

  test('goes by the currency of the account, not by the one that the reseller has since (A18)', () => {
    const { state } = arrive([anItem()]).last;
    const later = anItem({}, [aPaidSubscription({ sourceSubscriptionId: 's-2', sku: 'USD-ONLY' })]);
    expect(decideItem(state, later, facts({ currency: 'USD' })).refusals).toMatchObject([
      { code: 'SERVICE_NOT_OFFERED' },
    ]);
    const inEuros = anItem({}, [second]);
    expect(decideItem(state, inEuros, facts({ currency: 'USD' })).subscriptions[0]?.subscription.currency).toBe('EUR');
  });

  test.each([
    ['a sku that is not in the price list', { sku: 'NOTHING' }],
    ['a period without a price', { billingPeriod: 'ANNUAL' }],
  ] as const)('answers %s', (_what, change) => {
    expect(arrive([anItem({}, [aPaidSubscription(change)])]).last.refusals).toMatchObject([
      { code: 'SERVICE_NOT_OFFERED' },
    ]);
  });
});

describe('several subscriptions in one item', () => {
  test('one refused refuses them all, and the copy; every refusal has its path', () => {
    const { last } = arrive([
      anItem({}, [
        aPaidSubscription(),
        aPaidSubscription({ sourceSubscriptionId: 's-2', trial: true }),
        aPaidSubscription({ sourceSubscriptionId: 's-3', sku: 'NOTHING' }),
      ]),
    ]);
    expect(last).toMatchObject({ outcome: 'REJECTED', state: null, subscriptions: [] });
    expect(last.refusals.map(({ code, path }) => [code, path[2]])).toEqual([
      ['NOT_A_PAID_SUBSCRIPTION', '1'],
      ['SERVICE_NOT_OFFERED', '2'],
    ]);
  });

  test('one refused leaves a customer that is here as it was, its snapshot included', () => {
    const { decisions, last } = arrive([
      anItem(),
      anItem({ sourceVersion: 2n, name: 'New' }, [
        second,
        aPaidSubscription({ quantities: [{ from: '2026-01-31', quantity: 6 }] }),
      ]),
    ]);
    expect(last.outcome).toBe('REJECTED');
    expect(last.state).toBe(decisions[0]?.state);
  });

  test('none refused records them all', () => {
    const { last } = arrive([anItem({}, [aPaidSubscription(), second])]);
    expect(last).toMatchObject({ outcome: 'CREATED', refusals: [] });
    expect(last.subscriptions.map((one) => one.sourceSubscriptionId)).toEqual(['s-1', 's-2']);
  });
});
