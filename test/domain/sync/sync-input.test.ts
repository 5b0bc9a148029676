import { parse } from '../../../src/domain/input';
import {
  cancellationInput,
  deletionInput,
  parseRecordPaidSubscription,
  parseSyncItem,
} from '../../../src/domain/sync/sync-input';

const CUSTOMER = { sourceAccountId: 'c-1', sourceVersion: '7', name: 'Customer', status: 'ACTIVE' };
const SUBSCRIPTION = {
  sourceSubscriptionId: 's-1',
  sku: 'MAIL',
  quantity: 5,
  billingPeriod: 'MONTHLY',
  startDate: '2026-01-31',
};

/** The places of what is refused, each once. */
function refusedPlaces(customer: Record<string, unknown>, subscription: Record<string, unknown> = {}): string[] {
  const { refusals } = parseRecordPaidSubscription({
    customer: { ...CUSTOMER, ...customer },
    subscription: { ...SUBSCRIPTION, ...subscription },
  });
  for (const { code, message } of refusals ?? []) {
    expect(code).toBe('INVALID_INPUT');
    expect(message).toMatch(/^[A-Z].* (must|needs?|is needed)\b/);
  }
  return refusals?.map(({ path }) => path.join('.')) ?? [];
}

describe('what recordPaidSubscription is sent', () => {
  test('may leave out what may be empty: left out and null mean the same', () => {
    const bare = parseRecordPaidSubscription({ customer: CUSTOMER, subscription: SUBSCRIPTION });
    const nulls = {
      ...{ accountingNo: null, email: null, billingAddress: null, currency: null, synchronizationOptions: null },
    };
    const spelt = parseRecordPaidSubscription({
      customer: { ...CUSTOMER, ...nulls },
      subscription: { ...SUBSCRIPTION, trial: null },
    });
    expect(bare.value).toMatchObject({
      customer: {
        ...{ sourceAccountId: 'c-1', sourceVersion: 7n, name: 'Customer', status: 'ACTIVE' },
        ...{ accountingNo: null, email: null, billingAddress: null, currency: null, synchronizationOptions: [] },
      },
      paidSubscriptions: [
        {
          ...{ sourceSubscriptionId: 's-1', sku: 'MAIL', billingPeriod: 'MONTHLY', startDate: '2026-01-31' },
          ...{ quantities: [{ from: '2026-01-31', quantity: 5 }], endDate: null, sourceVersion: null, trial: false },
        },
      ],
    });
    expect(spelt.value?.customer).toEqual(bare.value?.customer);
    expect(spelt.value?.paidSubscriptions).toEqual(bare.value?.paidSubscriptions);
  });

  test('keeps its place in the arguments', () => {
    const { value } = parseRecordPaidSubscription({ customer: CUSTOMER, subscription: SUBSCRIPTION });
    expect(value?.path.customer).toEqual(['input', 'customer']);
    expect(value?.path.subscription(0)).toEqual(['input', 'subscription']);
  });

  test.each([
    [{ sourceAccountId: ' ' }, 'sourceAccountId'],
    [{ sourceAccountId: 'c\0' }, 'sourceAccountId'],
    [{ sourceVersion: '-1' }, 'sourceVersion'],
    [{ sourceVersion: '9223372036854775808' }, 'sourceVersion'],
    [{ name: '' }, 'name'],
    [{ name: '\t' }, 'name'],
    [{ name: null }, 'name'],
    [{ name: 'x'.repeat(256) }, 'name'],
    [{ name: 'x'.repeat(1_000_000) }, 'name'],
    [{ name: '\ud83d' }, 'name'],
    [{ accountingNo: 'a\0' }, 'accountingNo'],
    [{ email: 'x'.repeat(1001) }, 'email'],
    [{ status: 'DELETED' }, 'status'],
    [{ name: '\u200b' }, 'name'],
    [{ billingAddress: { city: 'a\0' } }, 'billingAddress.city'],
    [{ synchronizationOptions: [{ systemCode: '', key: 'k' }] }, 'synchronizationOptions.0.systemCode'],
  ])('is refused at the place of the fault: customer %.60j', (change, place) => {
    expect(refusedPlaces(change)).toEqual([`input.customer.${place}`]);
  });

  test.each([
    [{ sourceSubscriptionId: '' }, 'sourceSubscriptionId'],
    [{ sku: ' ' }, 'sku'],
    [{ quantity: 0 }, 'quantity'],
    [{ quantity: -5 }, 'quantity'],
    [{ billingPeriod: 'WEEKLY' }, 'billingPeriod'],
    [{ startDate: '2026-02-29' }, 'startDate'],
  ])('is refused at the place of the fault: subscription %j', (change, place) => {
    expect(refusedPlaces({}, change)).toEqual([`input.subscription.${place}`]);
  });

  const STEP = { from: '2026-01-31', quantity: 5 };
  const steps = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      from: new Date(Date.UTC(2026, 0, 31 + index)).toISOString().slice(0, 10),
      quantity: 1,
    }));

  test.each([
    ['a version alone', { sourceVersion: '7' }, { sourceVersion: 7n, quantities: [STEP], endDate: null }],
    ['version 0', { sourceVersion: '0' }, { sourceVersion: 0n }],
    ['an end', { sourceVersion: '7', endDate: '2026-12-31' }, { endDate: '2026-12-31', quantities: [STEP] }],
    ['an end before its start', { sourceVersion: '7', endDate: '1900-01-01' }, { endDate: '1900-01-01' }],
    ['a step', { quantity: undefined, quantities: [STEP], sourceVersion: '7' }, { quantities: [STEP] }],
    ['1000 steps', { quantity: null, quantities: steps(1000), sourceVersion: '7' }, { quantities: steps(1000) }],
    ['a start in 1980', { startDate: '1980-01-01' }, { startDate: '1980-01-01' }],
  ])('may hold the state of a subscription: %s', (_what, change, expected) => {
    const subscription = { ...SUBSCRIPTION, ...change };
    const { value, refusals } = parseRecordPaidSubscription({ customer: CUSTOMER, subscription });
    expect(refusals).toBeUndefined();
    expect(value?.paidSubscriptions).toEqual([expect.objectContaining(expected)]);
  });

  const QUANTITIES = { quantity: undefined, sourceVersion: '7' };
  test.each([
    ['neither quantity', { quantity: undefined }, ['quantity']],
    ['neither, in as many words', { quantity: null, quantities: null }, ['quantity']],
    ['both quantities', { quantities: [STEP], sourceVersion: '7' }, ['quantities']],
    ['quantities without a version', { quantity: undefined, quantities: [STEP] }, ['quantities']],
    ['an end without a version', { endDate: '2026-12-31' }, ['endDate']],
    ['both without one', { quantity: null, quantities: [STEP], endDate: '2026-12-31' }, ['quantities', 'endDate']],
    ['a version below zero', { sourceVersion: '-1' }, ['sourceVersion']],
    ['a version with a point', { sourceVersion: '1.0' }, ['sourceVersion']],
    ['an end that is no day', { sourceVersion: '7', endDate: '2026-02-29' }, ['endDate']],
    ['no step', { ...QUANTITIES, quantities: [] }, ['quantities']],
    ['1001 steps', { ...QUANTITIES, quantities: steps(1001) }, ['quantities']],
    [
      'steps from before the start',
      { ...QUANTITIES, quantities: [{ ...STEP, from: '2026-01-30' }] },
      ['quantities.0.from'],
    ],
    [
      'steps from after the start',
      { ...QUANTITIES, quantities: [{ ...STEP, from: '2026-02-01' }] },
      ['quantities.0.from'],
    ],
    ['two steps a day', { ...QUANTITIES, quantities: [STEP, STEP] }, ['quantities.1.from']],
    [
      'steps that go back',
      { ...QUANTITIES, quantities: [STEP, { ...STEP, from: '2026-01-01' }] },
      ['quantities.1.from'],
    ],
    ['a step of 0', { ...QUANTITIES, quantities: [{ ...STEP, quantity: 0 }] }, ['quantities.0.quantity']],
    [
      'a later step of 0',
      { ...QUANTITIES, quantities: [STEP, { from: '2026-02-01', quantity: 0 }] },
      ['quantities.1.quantity'],
    ],
  ])('is refused at the place of the fault: a state with %s', (_what, change, places) => {
    expect(refusedPlaces({}, change)).toEqual(places.map((place) => `input.subscription.${place}`));
  });

  test.each(['ACTIVE', 'SUSPENDED'])('may be of a customer that is %s', (status) => {
    const { value } = parseRecordPaidSubscription({ customer: { ...CUSTOMER, status }, subscription: SUBSCRIPTION });
    expect(value?.customer.status).toBe(status);
  });

  test('has every fault of it refused at once', () => {
    expect(refusedPlaces({ name: '', sourceVersion: 'x' }, { quantity: 0, sku: '' }).sort()).toEqual([
      'input.customer.name',
      'input.customer.sourceVersion',
      'input.subscription.quantity',
      'input.subscription.sku',
    ]);
  });

  test('has its options put in order', () => {
    const options = [
      { systemCode: 'B', key: 'k', value: '1' },
      { systemCode: 'A', key: 'k', value: '2' },
    ];
    const { value } = parseRecordPaidSubscription({
      customer: { ...CUSTOMER, synchronizationOptions: options },
      subscription: SUBSCRIPTION,
    });
    expect(value?.customer.synchronizationOptions).toEqual([options[1], options[0]]);
  });
});

describe('an item of syncCustomers', () => {
  test.each([undefined, null, []])('may come without subscriptions: %j', (paidSubscriptions) => {
    expect(parseSyncItem({ customer: CUSTOMER, paidSubscriptions }, 0).value?.paidSubscriptions).toEqual([]);
  });

  test('is refused at its place in the list, counted from 0', () => {
    const paidSubscriptions = [SUBSCRIPTION, { ...SUBSCRIPTION, quantity: 0 }];
    const { refusals } = parseSyncItem({ customer: { ...CUSTOMER, name: ' ' }, paidSubscriptions }, 6);
    expect(refusals?.map(({ path }) => path.join('.'))).toEqual([
      'input.items.6.customer.name',
      'input.items.6.paidSubscriptions.1.quantity',
    ]);
    const { value } = parseSyncItem({ customer: CUSTOMER, paidSubscriptions: [SUBSCRIPTION] }, 6);
    expect(value?.path.customer).toEqual(['input', 'items', '6', 'customer']);
    expect(value?.path.subscription(0)).toEqual(['input', 'items', '6', 'paidSubscriptions', '0']);
  });

  test('has at most 100 subscriptions', () => {
    const many = (count: number) => ({ customer: CUSTOMER, paidSubscriptions: Array(count).fill(SUBSCRIPTION) });
    expect(parseSyncItem(many(100), 0).value?.paidSubscriptions).toHaveLength(100);
    expect(parseSyncItem(many(101), 0).refusals).toMatchObject([
      {
        code: 'INVALID_INPUT',
        message: 'Paid subscriptions must have at most 100 entries',
        path: ['input', 'items', '0', 'paidSubscriptions'],
      },
    ]);
  });
});

test('a cancellation names the customer, the subscription and a day', () => {
  const sent = { sourceAccountId: 'c-1', sourceSubscriptionId: 's-1', endDate: '2026-06-30' };
  expect(parse(cancellationInput, sent, ['input']).value).toEqual(sent);
  const broken = { sourceAccountId: '', sourceSubscriptionId: '\0', endDate: '2026-06-31' };
  expect(parse(cancellationInput, broken, ['input']).refusals?.map(({ path }) => path[1])).toEqual([
    'sourceAccountId',
    'sourceSubscriptionId',
    'endDate',
  ]);
});

test('a deletion names the customer and its version, and perhaps a day', () => {
  const sent = { sourceAccountId: 'c-1', sourceVersion: '7' };
  expect(parse(deletionInput, { ...sent, endDate: null }, ['input']).value).toMatchObject({ sourceVersion: 7n });
  expect(parse(deletionInput, sent, ['input']).value).toMatchObject({ sourceAccountId: 'c-1' });
  const broken = { sourceAccountId: ' ', sourceVersion: '-7', endDate: 'today' };
  expect(parse(deletionInput, broken, ['input']).refusals?.map(({ path }) => path[1])).toEqual([
    'sourceAccountId',
    'sourceVersion',
    'endDate',
  ]);
});
