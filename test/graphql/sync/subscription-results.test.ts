import {
  aCustomer,
  admin,
  aPaidSubscription,
  everyRow,
  type Setup,
  see,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = new Date('2026-03-31T12:00:00Z');
});

const step = (from: string, quantity: number) => ({ from, quantity });
const STATE = 'sourceSubscriptionId sourceVersion quantity quantities { from quantity } startDate endDate unitPrice';
const ERRORS = 'userErrors { code path retryable }';
const RESULTS = `results { outcome subscriptions { sourceSubscriptionId }
  subscriptionResults { sourceSubscriptionId outcome subscription { ${STATE} } ${ERRORS} } ${ERRORS} }`;

/** The state of a subscription in a version: five mailboxes from 31 January, unless told otherwise. */
const state = (sourceSubscriptionId: string, sourceVersion: string, changes: Record<string, unknown> = {}) =>
  aPaidSubscription(sourceSubscriptionId, { sourceVersion, ...changes });
const whole = (quantities: object[], changes: Record<string, unknown> = {}) => ({
  ...{ quantity: undefined, quantities },
  ...changes,
});

const item = (source: string, ...paidSubscriptions: unknown[]) => ({ customer: aCustomer(source), paidSubscriptions });
const sync = async (items: object[], reseller: TestReseller = setup.alpha) => {
  const { results, userErrors } = await world.mutate(reseller.sync, 'syncCustomers', { items }, RESULTS);
  expect(userErrors).toEqual([]);
  return results;
};
const one = async (source: string, ...paidSubscriptions: unknown[]) =>
  (await sync([item(source, ...paidSubscriptions)]))[0];
const send = (source: string, subscription: object) =>
  world.mutate(
    setup.alpha.sync,
    'recordPaidSubscription',
    { customer: aCustomer(source), subscription },
    `outcome subscriptionOutcome subscription { ${STATE} }`,
  );
const outcomes = (result: { subscriptionResults: { sourceSubscriptionId: string; outcome: string }[] }) =>
  result.subscriptionResults.map(({ sourceSubscriptionId, outcome }) => `${sourceSubscriptionId} ${outcome}`);

describe('subscriptionResults of syncCustomers (S26)', () => {
  test('say what each came to, in the order of the item, with the subscription as it is then', async () => {
    await one('each', state('a', '5'), state('b', '5'), state('c', '5'));
    const grown = [step('2026-01-31', 5), step('2026-03-16', 11)];
    const result = await one(
      'each',
      state('d', '1'),
      state('a', '4', { trial: true, startDate: '1980-01-01' }),
      state('b', '6', whole(grown, { endDate: '2026-12-31' })),
      state('c', '6'),
    );
    expect(result).toMatchObject({ outcome: 'UNCHANGED', userErrors: [] });
    const known = {
      quantity: 5,
      quantities: [step('2026-01-31', 5)],
      startDate: '2026-01-31',
      endDate: null,
      unitPrice: '2.50',
    };
    expect(result.subscriptionResults).toEqual(
      [
        ['d', 'CREATED', { sourceVersion: '1' }],
        ['a', 'STALE', { sourceVersion: '5' }],
        ['b', 'APPLIED', { sourceVersion: '6', quantity: 11, quantities: grown, endDate: '2026-12-31' }],
        ['c', 'UNCHANGED', { sourceVersion: '6' }],
      ].map(([sourceSubscriptionId, outcome, then]) => ({
        sourceSubscriptionId,
        outcome,
        subscription: { sourceSubscriptionId, ...known, ...(then as object) },
        userErrors: [],
      })),
    );
    expect(result.subscriptions).toEqual(
      ['d', 'a', 'b', 'c'].map((sourceSubscriptionId) => ({ sourceSubscriptionId })),
    );
  });

  test('of one subscription twice in an item are of both, and it is as the last state says', async () => {
    const grown = whole([step('2026-01-31', 6)]);
    const result = await one('twice', state('a', '1'), state('a', '2', grown), state('a', '1'), state('a', '2', grown));
    expect(outcomes(result)).toEqual(['a CREATED', 'a APPLIED', 'a STALE', 'a UNCHANGED']);
    expect(
      await world.sql(`SELECT source_version::text AS v FROM subscriptions WHERE source_subscription_id = 'a' AND account_id =
      (SELECT id FROM accounts WHERE source_account_id = 'twice')`),
    ).toEqual([{ v: '2' }]);
  });

  test('are none for an item that is refused: its errors stand on it, and nothing of it is written', async () => {
    await one('refused', state('a', '5'));
    const before = await everyRow(world);
    const result = await one(
      'refused',
      state('a', '6', { endDate: '2026-12-31' }),
      state('b', '1', { endDate: '1970-01-01' }),
    );
    expect(result).toEqual({
      outcome: 'REJECTED',
      subscriptions: [],
      subscriptionResults: [],
      userErrors: [
        { code: 'INVALID_INPUT', path: ['input', 'items', '0', 'paidSubscriptions', '1', 'endDate'], retryable: false },
      ],
    });
    const rows = (await writtenSince(world, before)).filter((row) =>
      /^[-+] (subscriptions|accounts|account_history) /.test(row),
    );
    expect(rows).toEqual([]);
    expect(outcomes(await one('refused', state('a', '6', { endDate: '2026-12-31' }), state('b', '1')))).toEqual([
      'a APPLIED',
      'b CREATED',
    ]);
  });

  test('of the items beside a refused one are theirs; items of one customer follow each other', async () => {
    const results = await sync([
      item('row', state('a', '1')),
      item('row', state('a', '1', { quantity: 6 })),
      item('row', state('a', '2', { quantity: 6 })),
      item('row', state('a', '1')),
    ]);
    expect(results.map(outcomes)).toEqual([['a CREATED'], [], ['a APPLIED'], ['a STALE']]);
    expect(results[1]).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [
        { code: 'SOURCE_VERSION_CONFLICT', path: ['input', 'items', '1', 'paidSubscriptions', '0', 'sourceVersion'] },
      ],
    });
  });

  test('are kept apart by reseller and by customer: one source id is three subscriptions', async () => {
    await sync([item('mine', state('a', '5')), item('yours', state('a', '3'))]);
    const [theirs] = await sync([item('mine', state('a', '1'))], setup.beta);
    expect(outcomes(theirs)).toEqual(['a CREATED']);
    const [mine, yours] = await sync([item('mine', state('a', '4')), item('yours', state('a', '4'))]);
    expect([outcomes(mine), outcomes(yours)]).toEqual([['a STALE'], ['a UNCHANGED']]);
  });
});

describe('subscriptionOutcome of recordPaidSubscription (S26)', () => {
  test('is the subscription’s own, beside the snapshot’s', async () => {
    expect(await send('single', state('a', '5'))).toMatchObject({ outcome: 'CREATED', subscriptionOutcome: 'CREATED' });
    for (const [version, changes, subscriptionOutcome] of [
      ['5', {}, 'UNCHANGED'],
      ['4', { quantity: 9 }, 'STALE'],
      ['6', { quantity: 6 }, 'APPLIED'],
      ['7', { quantity: 6 }, 'UNCHANGED'],
    ] as const) {
      expect(await send('single', state('a', version, changes))).toMatchObject({
        outcome: 'UNCHANGED',
        subscriptionOutcome,
        userErrors: [],
      });
    }
    expect(await send('single', aPaidSubscription('a'))).toMatchObject({ subscriptionOutcome: 'STALE' });
    expect((await send('single', state('a', '7', { quantity: 6 }))).subscription).toMatchObject({ sourceVersion: '7' });
  });

  test.each([
    ['a trial', state('b', '1', { trial: true }), 'NOT_A_PAID_SUBSCRIPTION', 'trial'],
    ['other content in the same version', state('a', '5', { quantity: 6 }), 'SOURCE_VERSION_CONFLICT', 'sourceVersion'],
    ['another sku', state('a', '6', { sku: 'BACKUP' }), 'SUBSCRIPTION_CONFLICT', 'sourceSubscriptionId'],
    ['a start before 1990', state('a', '6', { startDate: '1989-12-31' }), 'INVALID_INPUT', 'startDate'],
    ['no quantity', state('a', '6', { quantity: null }), 'INVALID_INPUT', 'quantity'],
    ['an end without a version', aPaidSubscription('a', { endDate: '2026-12-31' }), 'INVALID_INPUT', 'endDate'],
  ])('is null when refused: %s', async (what, sent, code, place) => {
    const source = `null ${what}`;
    await send(source, state('a', '5'));
    expect(await send(source, sent)).toMatchObject({
      ...{ outcome: 'REJECTED', subscriptionOutcome: null, subscription: null },
      userErrors: [{ code, path: ['input', 'subscription', place], retryable: false }],
    });
    expect(await send(source, state('a', '5'))).toMatchObject({ subscriptionOutcome: 'UNCHANGED' });
  });

  test('a cancellation of one that has a version is a conflict that names what to send; without one it ends', async () => {
    await send('cancelled', state('a', '5'));
    await send('cancelled', aPaidSubscription('b'));
    const cancel = (sourceSubscriptionId: string) =>
      world.mutate(
        setup.alpha.sync,
        'cancelPaidSubscription',
        { sourceAccountId: 'cancelled', sourceSubscriptionId, endDate: '2026-12-31' },
        'outcome subscription { endDate }',
      );
    expect(await cancel('a')).toMatchObject({
      userErrors: [{ code: 'SUBSCRIPTION_CONFLICT', path: ['input', 'sourceSubscriptionId'], retryable: false }],
    });
    expect(await cancel('b')).toMatchObject({ outcome: 'APPLIED', subscription: { endDate: '2026-12-31' } });
    expect(await send('cancelled', state('a', '6', { endDate: '2026-12-31' }))).toMatchObject({
      subscriptionOutcome: 'APPLIED',
      subscription: { endDate: '2026-12-31' },
    });
  });
});

describe('a state that arrives', () => {
  test('is told in the history when it changes something, by the reseller', async () => {
    await one('told', state('a', '1'));
    await one('told', state('a', '3', { quantity: 6 }));
    await one('told', state('a', '2', { quantity: 9 }), state('a', '4', { quantity: 6 }));
    const [row] = await world.sql<{ id: string }>(`SELECT id FROM accounts WHERE source_account_id = 'told'`);
    const { history } = await see(
      world,
      admin,
      row?.id ?? '',
      'history(first: 50) { edges { node { kind text actor } } }',
    );
    expect(
      history.edges
        .map(({ node }: { node: { kind: string } }) => node)
        .filter(({ kind }: { kind: string }) => kind === 'SOLD'),
    ).toEqual([
      { kind: 'SOLD', text: 'Subscription to Mailbox changed: 6 from 2026-01-31', actor: 'Alpha Tenant Reseller' },
      { kind: 'SOLD', text: 'Subscription to 5 × Mailbox from 2026-01-31', actor: 'Alpha Tenant Reseller' },
    ]);
  });

  test('of a deleted customer ends with it, and is recorded although its snapshot is stale', async () => {
    await one('gone', state('a', '1'));
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', {
      ...{ sourceAccountId: 'gone', sourceVersion: '1', endDate: '2026-03-31' },
    });
    const result = await one(
      'gone',
      state('a', '2', { endDate: '2026-06-30' }),
      state('b', '1', { endDate: '2026-02-28' }),
    );
    expect(result).toMatchObject({ outcome: 'STALE', userErrors: [] });
    expect(result.subscriptionResults).toMatchObject([
      { outcome: 'APPLIED', subscription: { endDate: '2026-03-31' } },
      { outcome: 'CREATED', subscription: { endDate: '2026-02-28' } },
    ]);
    expect(outcomes(await one('gone', state('a', '2', { endDate: '2026-06-30' })))).toEqual(['a UNCHANGED']);
  });
});
