import { amountOf, type BillingPeriod, daysAfter } from '../../properties/billing/billing-calendar';
import { pendingLines, type Step } from '../../properties/billing/billing-model';
import { timeLimit } from '../../support/connections';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

jest.setTimeout(timeLimit(60_000));

const TODAY = '2026-04-30';
const PRICE = '999999999999.999999';
const MOST = 2_147_483_647;

let world: World;
let alpha: TestReseller;
beforeAll(async () => {
  world = await createWorld();
  world.now = new Date(`${TODAY}T12:00:00Z`);
  ({ alpha } = await setUpResellers(world));
  const periods: BillingPeriod[] = ['MONTHLY', 'TRIENNIAL', 'ONCE'];
  const prices = periods.map((billingPeriod) => ({ currency: 'EUR', billingPeriod, amount: PRICE }));
  await world.mutate(admin, 'saveService', { sku: 'SEAT', name: 'Seat', prices });
});
afterAll(() => world.close());

const toTheMost: Step[] = [
  { from: '2026-04-01', quantity: 1 },
  { from: '2026-04-16', quantity: MOST },
];
/** A thousand days on end, up and down. */
const daily: Step[] = Array.from({ length: 1000 }, (_, nth) => ({
  from: daysAfter('2023-08-05', nth),
  quantity: 1 + ((nth * 7919) % 1009),
}));

describe('S26: to the cent, exactly', () => {
  test.each<[string, BillingPeriod, Step[]]>([
    ['the largest quantity in the middle of a month', 'MONTHLY', toTheMost],
    ['the largest quantity within three years', 'TRIENNIAL', toTheMost],
    ['the largest quantity bought outright', 'ONCE', toTheMost],
    ['a thousand steps', 'MONTHLY', daily],
  ])('%s', async (_what, billingPeriod, steps) => {
    const accountId = await anOwnAccount(world, { currency: 'EUR' });
    const [{ from: startDate = '', quantity = 0 } = {}] = steps;
    const { subscription } = await world.mutate(
      admin,
      'createSubscription',
      { accountId, sku: 'SEAT', quantity, billingPeriod, startDate },
      'subscription { id }',
    );
    const changed = { accountId, subscriptionId: subscription.id, quantities: steps };
    expect((await world.mutate(admin, 'changeSubscription', changed)).userErrors).toEqual([]);

    const { invoices } = await world.mutate(
      admin,
      'generateInvoices',
      { accountId },
      'invoices { lines { period from amount } }',
    );
    const terms = { billingPeriod, currency: 'EUR', unitPrice: PRICE, start: startDate, steps, end: null };
    const expected = pendingLines(terms, new Map(), TODAY);
    expect(invoices).toEqual([
      { lines: expected.map(({ period, from, amount }) => ({ period, from, amount: amountOf(amount, 2) })) },
    ]);
    const query =
      'query ($id: ID!) { account(id: $id) { subscriptions { edges { node { overbilled { amount } } } } } }';
    const { account } = await world.ask(admin, query, { id: accountId });
    expect(account.subscriptions.edges).toEqual([{ node: { overbilled: [] } }]);
  });
});

test('S26: a line of the largest quantity and price is taken back whole', async () => {
  const accountId = await anOwnAccount(world, { currency: 'EUR' });
  const line = { description: 'All there is', quantity: '999999999999', unitPrice: '999999999999.99' };
  const INVOICE = 'invoice { id total lines { id amount } }';
  const { invoice } = await world.mutate(admin, 'createInvoice', { accountId, lines: [line] }, INVOICE);
  const [{ id: invoiceLineId, amount }] = invoice.lines;
  expect(amount).toBe('999999999998990000000000.01');
  const input = (more: string) => ({
    accountId,
    invoiceId: invoice.id,
    reason: 'x',
    lines: [{ invoiceLineId, amount: more }],
  });
  const refused = await world.mutate(admin, 'createCreditNote', input(`1${amount}`), INVOICE);
  expect(refused).toMatchObject({
    invoice: null,
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'amount'] }],
  });
  const taken = await world.mutate(admin, 'createCreditNote', input(amount), INVOICE);
  expect(taken).toMatchObject({ invoice: { total: `-${amount}` }, userErrors: [] });
});

/** Each period finds its steps among all of them: else they are 40 million rows, which no statement has the time for. */
test('S26: a hundred subscriptions of a thousand steps since 1990 are shown and invoiced', async () => {
  const startDate = '1990-01-01';
  const quantities = Array.from({ length: 1000 }, (_, nth) => ({
    from: daysAfter(startDate, 13 * nth),
    quantity: 1 + (nth % 7),
  }));
  const paidSubscriptions = Array.from({ length: 100 }, (_, nth) => {
    const whole = { quantity: null, quantities, startDate, sourceVersion: '1', billingPeriod: 'MONTHLY' };
    return aPaidSubscription(`s-${nth}`, whole);
  });
  const { results } = await world.mutate(
    alpha.sync,
    'syncCustomers',
    { items: [{ customer: aCustomer(), paidSubscriptions }] },
    'results { account { id } }',
  );
  const accountId = results[0].account.id;
  const query = 'query ($id: ID!) { account(id: $id) { pendingInvoices { total } } }';
  const { account } = await world.ask(admin, query, { id: accountId });
  const { invoices } = await world.mutate(admin, 'generateInvoices', { accountId }, 'invoices { total }');
  expect(invoices).toEqual(account.pendingInvoices);
  const [mailbox] = pendingLines(
    { billingPeriod: 'MONTHLY', currency: 'EUR', unitPrice: '2.50', start: startDate, steps: quantities, end: null },
    new Map(),
    TODAY,
  ).reduce<[bigint]>(([sum], { amount }) => [sum + amount], [0n]);
  expect(invoices).toEqual([{ total: amountOf(100n * mailbox, 2) }]);
});
