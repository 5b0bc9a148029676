import { aCustomer, admin, setUpResellers, type TestReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;
beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-04-30T12:00:00Z');
  ({ alpha } = await setUpResellers(world));
  const prices = [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '10.00' }];
  await world.mutate(admin, 'saveService', { sku: 'SEAT', name: 'Seat', prices });
});
afterAll(() => world.close());

/** Ten seats from New Year on, without an end; a test says only what is different. */
interface Said {
  readonly startDate?: string;
  readonly endDate?: string | null;
  readonly quantities?: Record<string, number>;
}

/** A customer of Alpha with one subscription, what its source says of it, and what is billed for it. */
function aSubscription(sourceAccountId: string) {
  let version = 0;
  let accountId = '';
  return {
    async says({ startDate = '2026-01-01', endDate = null, quantities = { [startDate]: 10 } }: Said) {
      version += 1;
      const subscription = {
        sourceSubscriptionId: 's-1',
        sku: 'SEAT',
        billingPeriod: 'MONTHLY',
        startDate,
        endDate,
        quantities: Object.entries(quantities).map(([from, quantity]) => ({ from, quantity })),
        sourceVersion: String(version),
      };
      const { results } = await world.mutate(
        alpha.sync,
        'syncCustomers',
        { items: [{ customer: aCustomer(sourceAccountId), paidSubscriptions: [subscription] }] },
        `results { account { id } userErrors { code message } subscriptionResults { 
            outcome subscription { startDate endDate quantities { from quantity } sourceVersion } } }`,
      );
      expect(results).toMatchObject([
        {
          userErrors: [],
          subscriptionResults: [
            {
              outcome: version === 1 ? 'CREATED' : 'APPLIED',
              subscription: { startDate, endDate, quantities: subscription.quantities, sourceVersion: String(version) },
            },
          ],
        },
      ]);
      accountId = results[0].account.id;
    },
    async issued(asOf = '2026-04-30') {
      const { invoices, userErrors } = await world.mutate(
        admin,
        'generateInvoices',
        { accountId, asOf },
        'invoices { id lines { id period amount } }',
      );
      const [refusal] = userErrors;
      if (refusal) return refusal.code;
      return invoices[0].lines.map(({ period, amount }: Record<string, string>) => `${period}: ${amount}`);
    },
    async pending(asOf = '2026-04-30') {
      const query = `query ($id: ID!, $asOf: Date) { account(id: $id) { pendingInvoices(asOf: $asOf) { lines { period from amount } } } }`;
      const { account } = await world.ask(admin, query, { id: accountId, asOf });
      return account.pendingInvoices.flatMap(({ lines }: { lines: Record<string, string>[] }) =>
        lines.map(({ period, from, amount }) => `${period}${from === period ? '' : ` from ${from}`}: ${amount}`),
      );
    },
    async overbilled() {
      const query =
        'query ($id: ID!) { account(id: $id) { subscriptions { edges { node { overbilled { period amount currency } } } } } }';
      const { account } = await world.ask(admin, query, { id: accountId });
      return account.subscriptions.edges[0].node.overbilled.map(
        ({ period, amount, currency }: Record<string, string>) => `${period}: ${amount} ${currency}`,
      );
    },
    async nextInvoiceDate() {
      const query = 'query ($id: ID!) { account(id: $id) { subscriptions { edges { node { nextInvoiceDate } } } } }';
      const { account } = await world.ask(admin, query, { id: accountId });
      return account.subscriptions.edges[0].node.nextInvoiceDate;
    },
    /** Takes back so much of the line that was issued for a period. */
    async credits(period: string, amount: string) {
      const query = `query ($id: ID!) { account(id: $id) { invoices { edges { node { id kind lines { id period amount } } } } } }`;
      const { account } = await world.ask(admin, query, { id: accountId });
      const invoices = account.invoices.edges.map(({ node }: { node: { kind: string } }) => node);
      const [line] = invoices.flatMap(
        ({ id, kind, lines }: { id: string; kind: string; lines: Record<string, string>[] }) =>
          kind === 'INVOICE'
            ? lines.filter((one) => one.period === period).map((one) => ({ invoiceId: id, invoiceLineId: one.id }))
            : [],
      );
      const { invoiceId, invoiceLineId } = line;
      return world.mutate(
        admin,
        'createCreditNote',
        { accountId, invoiceId, lines: [{ invoiceLineId, amount }], reason: 'Billed too much' },
        'invoice { kind number total reason corrects { id } lines { amount period } }',
      );
    },
    async history() {
      const query = 'query ($id: ID!) { account(id: $id) { history(first: 200) { edges { node { kind text } } } } }';
      const { account } = await world.ask(admin, query, { id: accountId });
      return account.history.edges
        .filter(({ node }: { node: { kind: string } }) => node.kind === 'CREDITED')
        .map(({ node }: { node: { text: string } }) => node.text);
    },
  };
}

const MONTHS = ['2026-01-01: 100.00', '2026-02-01: 100.00', '2026-03-01: 100.00', '2026-04-01: 100.00'];

describe('A34: after invoices were issued', () => {
  test('an end a decade off is put right: what was billed beyond it is shown and taken back by hand, once', async () => {
    const source = aSubscription('a-decade-off');
    await source.says({ endDate: '2036-02-28' });
    expect(await source.issued()).toEqual(MONTHS);
    await source.says({ endDate: '2026-02-28' });
    expect(await source.pending()).toEqual([]);
    expect(await source.issued()).toBe('NOTHING_TO_INVOICE');
    expect(await source.overbilled()).toEqual(['2026-03-01: 100.00 EUR', '2026-04-01: 100.00 EUR']);

    const { invoice, userErrors } = await source.credits('2026-03-01', '100.00');
    expect(userErrors).toEqual([]);
    expect(invoice).toMatchObject({ kind: 'CREDIT_NOTE', total: '-100.00', reason: 'Billed too much' });
    expect(invoice.number).toMatch(/^CN-2026-\d{6}$/);
    expect(invoice.lines).toEqual([{ amount: '-100.00', period: '2026-03-01' }]);
    expect(await source.overbilled()).toEqual(['2026-04-01: 100.00 EUR']);
    expect(await source.history()).toEqual([expect.stringContaining(invoice.number)]);

    const twice = await source.credits('2026-03-01', '0.01');
    expect(twice).toMatchObject({
      invoice: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'amount'] }],
    });
    await source.credits('2026-04-01', '40.00');
    expect(await source.overbilled()).toEqual(['2026-04-01: 60.00 EUR']);
    expect(await source.pending()).toEqual([]);
  });

  test('an end on the day before the start takes all back; put right, nothing is billed twice', async () => {
    const source = aSubscription('taken-back');
    await source.says({});
    expect(await source.issued('2026-02-28')).toEqual(MONTHS.slice(0, 2));
    await source.says({ endDate: '2025-12-31' });
    expect(await source.pending()).toEqual([]);
    expect(await source.overbilled()).toEqual(['2026-01-01: 100.00 EUR', '2026-02-01: 100.00 EUR']);
    await source.says({ endDate: '2026-03-31' });
    expect(await source.overbilled()).toEqual([]);
    expect(await source.issued()).toEqual(MONTHS.slice(2, 3));
  });

  test('a withdrawn cancellation owes the months since, and what was credited is not billed again', async () => {
    const source = aSubscription('withdrawn');
    await source.says({});
    expect(await source.issued('2026-02-28')).toEqual(MONTHS.slice(0, 2));
    await source.says({ endDate: '2026-01-31' });
    expect((await source.credits('2026-02-01', '100.00')).userErrors).toEqual([]);
    expect(await source.overbilled()).toEqual([]);
    expect(await source.issued()).toBe('NOTHING_TO_INVOICE');
    await source.says({ endDate: null });
    expect(await source.pending()).toEqual(MONTHS.slice(2));
    expect(await source.issued()).toEqual(MONTHS.slice(2));
    expect(await source.overbilled()).toEqual([]);
    expect(await source.issued()).toBe('NOTHING_TO_INVOICE');
  });

  test('a wrong start: other periods are due, and those of the wrong one were too much', async () => {
    const source = aSubscription('wrong-start');
    await source.says({ startDate: '2026-01-15' });
    const wrong = ['2026-01-15: 100.00', '2026-02-15: 100.00', '2026-03-15: 100.00', '2026-04-15: 100.00'];
    expect(await source.issued()).toEqual(wrong);
    await source.says({ startDate: '2026-03-15' });
    expect(await source.pending()).toEqual([]);
    expect(await source.overbilled()).toEqual(wrong.slice(0, 2).map((line) => `${line} EUR`));
    await source.says({ startDate: '2026-03-01' });
    expect(await source.overbilled()).toEqual(wrong.map((line) => `${line} EUR`));
    expect(await source.issued()).toEqual(MONTHS.slice(2));
    await source.says({ startDate: '2026-01-15' });
    expect(await source.pending()).toEqual([]);
    expect(await source.overbilled()).toEqual(MONTHS.slice(2).map((line) => `${line} EUR`));
  });

  test('a wrong quantity: what was too much of a period pays for its later steps, and for no other period', async () => {
    const source = aSubscription('wrong-quantity');
    await source.says({ quantities: { '2026-03-01': 12 }, startDate: '2026-03-01' });
    expect(await source.issued('2026-03-31')).toEqual(['2026-03-01: 120.00']);
    await source.says({ startDate: '2026-03-01' });
    expect(await source.overbilled()).toEqual(['2026-03-01: 20.00 EUR']);
    // 10.00 for 16 of 31 days are 5.16, and 50.00 are 25.81: what of 125.81 and of 130.97 is beyond 120.00.
    await source.says({ startDate: '2026-03-01', quantities: { '2026-03-01': 10, '2026-03-16': 15 } });
    expect(await source.pending()).toEqual(['2026-03-01 from 2026-03-16: 5.81', '2026-04-01: 150.00']);
    expect(await source.overbilled()).toEqual([]);
    const sixteen = { '2026-03-01': 10, '2026-03-16': 16, '2026-04-01': 11 };
    await source.says({ startDate: '2026-03-01', quantities: sixteen });
    expect(await source.pending()).toEqual(['2026-03-01 from 2026-03-16: 10.97', '2026-04-01: 110.00']);
    expect(await source.issued()).toEqual(['2026-03-01: 10.97', '2026-04-01: 110.00']);
    expect(await source.pending()).toEqual([]);
  });

  test('the next day to invoice is the first that is not, whatever the start was', async () => {
    const source = aSubscription('next-day');
    await source.says({ startDate: '2026-03-01' });
    expect(await source.nextInvoiceDate()).toBe('2026-03-01');
    expect(await source.issued()).toEqual(MONTHS.slice(2));
    expect(await source.nextInvoiceDate()).toBe('2026-05-01');
    await source.says({});
    expect(await source.nextInvoiceDate()).toBe('2026-01-01');
    expect(await source.issued('2026-01-31')).toEqual(MONTHS.slice(0, 1));
    expect(await source.nextInvoiceDate()).toBe('2026-02-01');
    expect(await source.issued('2026-02-28')).toEqual(MONTHS.slice(1, 2));
    expect(await source.nextInvoiceDate()).toBe('2026-05-01');
    await source.says({ endDate: '2026-04-30' });
    expect(await source.nextInvoiceDate()).toBeNull();
  });
});
