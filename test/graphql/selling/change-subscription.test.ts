import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { sell } from '../../support/transfers';
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
const SHOWN = `id quantity quantities { from quantity } startDate endDate status nextInvoiceDate unitPrice
  priceSource sourceVersion overbilled { period amount currency }`;

/** An own account with ten mailboxes a month from New Year on, and the ids of both. */
async function aSale(changes: Record<string, unknown> = {}): Promise<{ accountId: string; subscriptionId: string }> {
  const accountId = await anOwnAccount(world);
  return {
    accountId,
    subscriptionId: await sell(world, accountId, { startDate: '2026-01-01', quantity: 10, ...changes }),
  };
}

const change = (sale: { accountId: string; subscriptionId: string }, changes: Record<string, unknown>) =>
  world.mutate(admin, 'changeSubscription', { ...sale, ...changes }, `account { id } subscription { ${SHOWN} }`);
const pending = async (
  id: string,
  asOf: string,
): Promise<{ total: string; lines: [string, string, string][] } | null> => {
  const { account } = await world.ask(
    admin,
    `query ($id: ID!, $asOf: Date) { account(id: $id) { pendingInvoices(asOf: $asOf) {
      total lines { quantity from amount } } } }`,
    { id, asOf },
  );
  const [invoice] = account.pendingInvoices;
  return (
    invoice && {
      total: invoice.total,
      lines: invoice.lines.map((line: { quantity: string; from: string; amount: string }) => [
        ...[line.from, line.quantity, line.amount],
      ]),
    }
  );
};
const generate = (accountId: string) =>
  world.mutate(admin, 'generateInvoices', { accountId }, 'invoices { total lines { id amount from } }');
const history = async (id: string): Promise<string[]> =>
  (await see(world, admin, id, 'history(first: 50) { edges { node { kind text } } }')).history.edges
    .map(({ node }: { node: { kind: string; text: string } }) => `${node.kind} ${node.text}`)
    .reverse();

describe('changeSubscription (S26)', () => {
  test('gives the quantities from their days on; quantity is that of today', async () => {
    const sale = await aSale();
    const quantities = [step('2026-01-01', 10), step('2026-03-16', 11), step('2026-05-01', 20)];
    expect(await change(sale, { quantities })).toEqual({
      account: { id: sale.accountId },
      subscription: {
        ...{ id: sale.subscriptionId, quantity: 11, quantities, startDate: '2026-01-01', endDate: null },
        ...{ status: 'ACTIVE', nextInvoiceDate: '2026-01-01', unitPrice: '2.50', priceSource: 'SERVICE' },
        ...{ sourceVersion: null, overbilled: [] },
      },
      userErrors: [],
    });
    world.now = new Date('2026-05-01T00:00:00Z');
    const { subscriptions } = await see(world, admin, sale.accountId, 'subscriptions { edges { node { quantity } } }');
    expect(subscriptions.edges[0].node.quantity).toBe(20);
    world.now = new Date('2025-12-31T23:59:59Z');
    expect((await change(sale, {})).subscription.quantity).toBe(10);
    world.now = new Date('2026-12-31T00:00:00Z');
    expect((await change(sale, { endDate: '2026-04-30' })).subscription.quantity).toBe(11);
  });

  test('charges a step for the days that are left of its period, as the case of S26', async () => {
    await world.mutate(admin, 'saveService', {
      ...{ sku: 'SEAT', name: 'Seat' },
      prices: [
        { currency: 'EUR', billingPeriod: 'MONTHLY', amount: '10.00' },
        { currency: 'EUR', billingPeriod: 'ANNUAL', amount: '120.00' },
      ],
    });
    const sale = await aSale({ sku: 'SEAT' });
    const steps = [step('2026-01-01', 10), step('2026-01-16', 11)];
    await change(sale, { quantities: steps });
    expect(await pending(sale.accountId, '2026-01-31')).toEqual({
      total: '105.16',
      lines: [
        ['2026-01-01', '10', '100.00'],
        ['2026-01-16', '1', '5.16'],
      ],
    });
    await change(sale, { quantities: [...steps, step('2026-01-20', 10), step('2026-01-25', 12)] });
    expect((await pending(sale.accountId, '2026-01-31'))?.lines).toEqual([
      ['2026-01-01', '10', '100.00'],
      ['2026-01-16', '1', '5.16'],
      ['2026-01-25', '1', '2.26'],
    ]);
    expect((await pending(sale.accountId, '2026-02-28'))?.lines.at(-1)).toEqual(['2026-02-01', '12', '120.00']);

    const yearly = await aSale({ sku: 'SEAT', billingPeriod: 'ANNUAL', quantity: 100 });
    await change(yearly, { quantities: [step('2026-01-01', 100), step('2026-02-01', 101)] });
    expect(await pending(yearly.accountId, '2026-03-31')).toEqual({
      total: '12109.81',
      lines: [
        ['2026-01-01', '100', '12000.00'],
        ['2026-02-01', '1', '109.81'],
      ],
    });
  });

  test('leaves what is left out, and withdraws an end that is null', async () => {
    const sale = await aSale();
    expect((await change(sale, { endDate: '2036-12-31' })).subscription).toMatchObject({
      endDate: '2036-12-31',
      status: 'CANCELLED',
    });
    const quantities = [step('2026-01-01', 12)];
    expect((await change(sale, { quantities })).subscription).toMatchObject({ endDate: '2036-12-31', quantities });
    expect((await change(sale, { endDate: '2026-12-31' })).subscription).toMatchObject({
      endDate: '2026-12-31',
      quantities,
    });
    expect((await change(sale, { endDate: null })).subscription).toMatchObject({
      endDate: null,
      status: 'ACTIVE',
      quantities,
    });
    expect((await history(sale.accountId)).filter((line) => line.includes('changed'))).toEqual([
      'SOLD Subscription to Mailbox changed: ends on 2036-12-31',
      'SOLD Subscription to Mailbox changed: 12 from 2026-01-01',
      'SOLD Subscription to Mailbox changed: ends on 2026-12-31',
      'SOLD Subscription to Mailbox changed: no end',
    ]);
  });

  test('corrects the end that cancelSubscription gave, which refuses another one', async () => {
    const sale = await aSale();
    await world.mutate(admin, 'cancelSubscription', { ...sale, endDate: '2026-06-30' });
    expect(await world.mutate(admin, 'cancelSubscription', { ...sale, endDate: '2026-07-31' })).toMatchObject({
      userErrors: [{ code: 'SUBSCRIPTION_CONFLICT' }],
    });
    expect(await change(sale, { endDate: '2026-07-31' })).toMatchObject({
      subscription: { endDate: '2026-07-31' },
      userErrors: [],
    });
  });

  test('again changes nothing and leaves nothing: no line, no audit entry', async () => {
    const sale = await aSale();
    const changes = { quantities: [step('2026-01-01', 11)], endDate: '2026-12-31' };
    const first = await change(sale, changes);
    const before = await everyRow(world);
    expect(await change(sale, changes)).toEqual(first);
    expect(await change(sale, {})).toEqual(first);
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('never changes what was invoiced: too much is shown, and a rise is pending', async () => {
    const sale = await aSale();
    await generate(sale.accountId);
    const lower = await change(sale, { quantities: [step('2026-01-01', 8)] });
    expect(lower.subscription.overbilled).toEqual([
      { period: '2026-01-01', amount: '5.00', currency: 'EUR' },
      { period: '2026-02-01', amount: '5.00', currency: 'EUR' },
      { period: '2026-03-01', amount: '5.00', currency: 'EUR' },
    ]);
    expect(await pending(sale.accountId, '2026-03-31')).toBeUndefined();
    expect((await pending(sale.accountId, '2026-04-01'))?.total).toBe('20.00');
    const ended = await change(sale, { endDate: '2026-01-31' });
    expect(ended.subscription.overbilled.map((one: { amount: string }) => one.amount)).toEqual([
      '5.00',
      '25.00',
      '25.00',
    ]);
    const higher = await change(sale, { quantities: [step('2026-01-01', 12)], endDate: null });
    expect(higher.subscription.overbilled).toEqual([]);
    expect(await pending(sale.accountId, '2026-03-31')).toEqual({
      total: '15.00',
      lines: [
        ['2026-01-01', '12', '5.00'],
        ['2026-02-01', '12', '5.00'],
        ['2026-03-01', '12', '5.00'],
      ],
    });
    expect((await generate(sale.accountId)).invoices).toMatchObject([{ total: '15.00' }]);
    expect(await pending(sale.accountId, '2026-03-31')).toBeUndefined();
  });

  test('is audited: the quantities before and after, by whom', async () => {
    const sale = await aSale();
    await change(sale, { quantities: [step('2026-01-01', 11)] });
    const { audit } = await see(
      world,
      admin,
      sale.accountId,
      'audit(first: 5) { edges { node { mutation actor record operation before after } } }',
    );
    const { subscriptionId: id } = sale;
    expect(audit.edges.map(({ node }: { node: unknown }) => node)).toContainEqual({
      ...{ mutation: 'changeSubscription', actor: 'root', record: 'subscriptions', operation: 'UPDATE' },
      before: expect.objectContaining({ id, quantities: [step('2026-01-01', 10)] }),
      after: expect.objectContaining({ id, quantities: [step('2026-01-01', 11)] }),
    });
  });
});

describe('changeSubscription is refused, and nothing is written', () => {
  const REFUSALS: [what: string, changes: Record<string, unknown>, path: string[]][] = [
    ['no quantities in as many words', { quantities: null }, ['quantities']],
    ['an empty list', { quantities: [] }, ['quantities']],
    [
      'a first quantity that is not from the start',
      { quantities: [step('2026-01-02', 1)] },
      ['quantities', '0', 'from'],
    ],
    ['two on one day', { quantities: [step('2026-01-01', 1), step('2026-01-01', 2)] }, ['quantities', '1', 'from']],
    ['a quantity of 0', { quantities: [step('2026-01-01', 0)] }, ['quantities', '0', 'quantity']],
    ['an end two days before the start', { endDate: '2025-12-30' }, ['endDate']],
    ['a day that means none elsewhere', { endDate: '1970-01-01' }, ['endDate']],
    ['a day that there is not', { endDate: '2026-02-29' }, ['endDate']],
  ];

  test.each(REFUSALS)('with %s', async (_what, changes, path) => {
    const sale = await aSale();
    const before = await everyRow(world);
    expect(await change(sale, changes)).toMatchObject({
      subscription: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', ...path], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('and their twins are taken: the day before the start, a later step, a further one', async () => {
    const sale = await aSale();
    for (const changes of [
      { endDate: '2025-12-31' },
      { quantities: [step('2026-01-01', 1), step('2026-01-02', 2)] },
      { quantities: [step('2026-01-01', 1)], endDate: null },
    ]) {
      expect((await change(sale, changes)).userErrors).toEqual([]);
    }
  });

  test.each([
    ['no UUID', () => 'no-uuid'],
    ['none', () => '0197a000-0000-7000-8000-00000000dead'],
  ])('of %s: NOT_FOUND', async (_what, id) => {
    const sale = await aSale();
    expect(await change({ ...sale, subscriptionId: id() }, { endDate: null })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'subscriptionId'], retryable: false }],
    });
  });

  test('of another account: NOT_FOUND; in capitals its own is found', async () => {
    const [one, other] = [await aSale(), await aSale()];
    expect(await change({ ...one, subscriptionId: other.subscriptionId }, { endDate: null })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'subscriptionId'] }],
    });
    expect(
      (await change({ ...one, subscriptionId: one.subscriptionId.toUpperCase() }, { endDate: null })).userErrors,
    ).toEqual([]);
  });

  test('on a managed account, and by a sync altogether', async () => {
    const { account, subscription } = await record(world, setup.alpha, aCustomer('managed'), aPaidSubscription());
    const sale = { accountId: account.id, subscriptionId: subscription.id };
    expect(await change(sale, { endDate: null })).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'CREATE_SUBSCRIPTION', reasons: ['MANAGED_BY_RESELLER'] }],
    });
    const { errors } = await world.run(
      setup.alpha.sync,
      'mutation ($input: ChangeSubscriptionInput!) { changeSubscription(input: $input) { userErrors { code } } }',
      { input: sale },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
