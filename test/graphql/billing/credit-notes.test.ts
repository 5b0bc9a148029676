import { aCreditDesk, type CreditDesk, type Shown } from '../../support/credits';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { sell } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let desk: CreditDesk;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  desk = aCreditDesk(world, setup.alpha);
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = new Date('2026-03-31T12:00:00Z');
});

describe('a credit note (S26)', () => {
  test('takes lines of an invoice back, in part, and is billed like it; the invoice stays as it is', async () => {
    const { id, invoice } = await desk.anInvoicedCustomer('whole');
    const {
      account,
      invoice: note,
      userErrors,
    } = await desk.credit(invoice, ['25', '0.01'], { reason: 'Too many seats' });
    expect(userErrors).toEqual([]);
    expect(account).toEqual({ id });
    expect(note).toEqual({
      ...{ id: expect.any(String), kind: 'CREDIT_NOTE', number: expect.stringMatching(/^CN-2026-\d{6}$/) },
      ...{ issueDate: '2026-03-31', currency: 'EUR', total: '-25.01', reason: 'Too many seats' },
      ...{ account: { id }, billTo: { id: setup.alpha.accountId } },
      corrects: {
        ...{ id: invoice.id, number: invoice.number, kind: 'INVOICE' },
        lines: invoice.lines.map((line: Shown, index: number) => ({
          id: line.id,
          credited: ['25.00', '0.01', '0.00'][index],
        })),
      },
      lines: invoice.lines.slice(0, 2).map((line: Shown, index: number) => ({
        ...{ ...line, id: expect.any(String), credited: '0.00' },
        amount: ['-25.00', '-0.01'][index],
      })),
    });
    const [newest, oldest] = [await desk.listed(id), invoice].flat();
    expect([newest.number, oldest.number].sort()).toEqual([invoice.number, note.number].sort());
    const { corrects: none, lines, ...head } = (await desk.listed(id)).find((one) => one.id === invoice.id);
    const { corrects: _none, lines: linesBefore, ...before } = invoice;
    expect([none, head]).toEqual([null, before]);
    expect(lines.map(({ credited, ...line }: Shown) => line)).toEqual(
      linesBefore.map(({ credited, ...line }: Shown) => line),
    );
    expect(await world.ask(admin, 'query ($id: ID!) { invoice(id: $id) { number reason } }', { id: note.id })).toEqual({
      invoice: { number: note.number, reason: 'Too many seats' },
    });
    expect(await desk.history(id)).toContain(`CREDITED Credit note ${note.number}: 25.01 EUR root`);
  });

  test('of an invoice by hand takes its line back', async () => {
    const id = await anOwnAccount(world);
    const invoice = await desk.byHand(id);
    const { invoice: note } = await desk.credit(invoice, ['40']);
    expect(note).toMatchObject({
      ...{ total: '-40.00', billTo: { id }, corrects: { lines: [{ credited: '40.00' }] } },
      lines: [{ description: 'Workshop', amount: '-40.00', period: null, from: null, subscription: null }],
    });
    expect(await desk.credit(invoice, ['0.01'])).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
  });

  test('has numbers of a series of its own, without gaps, from the year of issuing, beside those of invoices', async () => {
    const id = await anOwnAccount(world);
    world.now = new Date('2031-12-31T23:59:59Z');
    const invoice = await desk.byHand(id);
    const numbers = [invoice.number, (await desk.credit(invoice, ['1'])).invoice.number];
    expect(await desk.credit(invoice, ['1000'])).toMatchObject({ invoice: null });
    numbers.push(
      (await desk.credit(invoice, ['1'])).invoice.number,
      (await desk.byHand(id)).number,
      (await desk.credit(invoice, ['1'])).invoice.number,
    );
    world.now = new Date('2032-01-01T00:00:00Z');
    numbers.push((await desk.credit(invoice, ['1'])).invoice.number, (await desk.byHand(id)).number);
    expect(numbers).toEqual([
      ...['2031-000001', 'CN-2031-000001', 'CN-2031-000002', '2031-000002', 'CN-2031-000003'],
      ...['CN-2032-000001', '2032-000001'],
    ]);
  });

  test('at once from many, credits each once, with numbers without gaps', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => anOwnAccount(world)));
    world.now = new Date('2033-06-30T12:00:00Z');
    const invoices = await Promise.all(ids.map((id) => desk.byHand(id)));
    const notes = await Promise.all(invoices.map((invoice) => desk.credit(invoice, ['40'])));
    expect(notes.map(({ invoice }) => invoice.number).sort()).toEqual(
      ids.map((_, index) => `CN-2033-${String(index + 1).padStart(6, '0')}`),
    );
  });

  test('with an idempotency key is made once; with other input the key is refused', async () => {
    const id = await anOwnAccount(world);
    const invoice = await desk.byHand(id);
    const sent = { idempotencyKey: `credit-${id}` };
    const [one, other] = await Promise.all([desk.credit(invoice, ['10'], sent), desk.credit(invoice, ['10'], sent)]);
    expect(one.userErrors).toEqual([]);
    expect(other).toEqual(one);
    expect(await desk.credit(invoice, ['11'], sent)).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    expect((await desk.credit(invoice, ['10'])).invoice.corrects.lines).toMatchObject([{ credited: '20.00' }]);
  });

  test('leaves an entry in the audit for the note, and none for the invoice', async () => {
    const id = await anOwnAccount(world);
    const { invoice: note } = await desk.credit(await desk.byHand(id), ['10']);
    const { audit } = await see(
      world,
      admin,
      id,
      'audit(first: 20) { edges { node { mutation record operation after } } }',
    );
    const entries = audit.edges
      .map(({ node }: Shown) => node)
      .filter(({ mutation }: Shown) => mutation === 'createCreditNote');
    const after = { kind: 'CREDIT_NOTE', number: note.number, reason: 'Too much', corrects_id: note.corrects.id };
    expect(entries).toMatchObject([{ operation: 'INSERT', record: 'invoices', after }]);
  });
});

describe('what is credited', () => {
  test('is not billed again, and is no longer too much (A34)', async () => {
    const { id, invoice } = await desk.anInvoicedCustomer('a34');
    expect(await desk.moneyOf(id)).toEqual({ pending: [], overbilled: [] });
    // Eight from the start on, and an end in February: all of March was too much.
    const right = aPaidSubscription('s-1', {
      startDate: '2026-01-01',
      quantity: 8,
      sourceVersion: '2',
      endDate: '2026-02-28',
    });
    await record(world, setup.alpha, aCustomer('a34'), right);
    expect(await desk.moneyOf(id)).toEqual({
      pending: [],
      overbilled: [
        { period: '2026-01-01', amount: '5.00' },
        { period: '2026-02-01', amount: '5.00' },
        { period: '2026-03-01', amount: '25.00' },
      ],
    });
    await desk.credit(invoice, ['5', '2', '25']);
    expect(await desk.moneyOf(id)).toEqual({ pending: [], overbilled: [{ period: '2026-02-01', amount: '3.00' }] });
    // The cancellation is withdrawn: what was issued for March counts, its credit does not make it due anew.
    const again = { ...right, sourceVersion: '3', endDate: null };
    await record(world, setup.alpha, aCustomer('a34'), again);
    expect(await desk.moneyOf(id)).toEqual({ pending: [], overbilled: [{ period: '2026-02-01', amount: '3.00' }] });
    // Beyond what was issued it is.
    const more = { ...again, sourceVersion: '4', quantity: 12 };
    await record(world, setup.alpha, aCustomer('a34'), more);
    expect((await desk.moneyOf(id)).pending).toEqual(['15.00']);
  });

  test('without a reason of the state stays credited: a credit that was a favour changes nothing that is due', async () => {
    const { id, invoice } = await desk.anInvoicedCustomer('favour');
    await desk.credit(invoice, ['25', '25', '25']);
    expect(await desk.moneyOf(id)).toEqual({ pending: [], overbilled: [] });
    world.now = new Date('2026-04-01T00:00:00Z');
    expect((await desk.moneyOf(id)).pending).toEqual(['25.00']);
  });

  test('of a deleted account can be: GENERATE_INVOICES is allowed there; of a manual invoice too', async () => {
    const { id, invoice } = await desk.anInvoicedCustomer('deleted');
    const manual = await desk.byHand(id);
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', {
      ...{ sourceAccountId: 'deleted', sourceVersion: '2', endDate: '2026-02-15' },
    });
    expect((await desk.moneyOf(id)).overbilled).toEqual([{ period: '2026-03-01', amount: '25.00' }]);
    const { lines } = invoice;
    const sent = { lines: [{ invoiceLineId: lines[2].id, amount: '25.00' }] };
    expect(await desk.credit(invoice, [], sent)).toMatchObject({ invoice: { total: '-25.00' }, userErrors: [] });
    expect((await desk.moneyOf(id)).overbilled).toEqual([]);
    expect(await desk.credit(manual, ['40'])).toMatchObject({ invoice: { total: '-40.00' }, userErrors: [] });
  });
});

describe('currencies have their digits', () => {
  test.each([
    ['JPY', '1200', '1200', '0.5', '-1200'],
    ['KWD', '1.234', '1.234', '0.0001', '-1.234'],
  ])('%s: %s is taken back as %s, not by %s', async (currency, price, amount, tooFine, total) => {
    await world.mutate(admin, 'saveService', {
      ...{ sku: currency, name: currency },
      prices: [{ currency, billingPeriod: 'MONTHLY', amount: price }],
    });
    const id = await anOwnAccount(world, { currency });
    await sell(world, id, { sku: currency, quantity: 1, startDate: '2026-03-01' });
    const invoice = await desk.generate(id);
    expect(await desk.credit(invoice, [tooFine])).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'amount'] }],
    });
    expect(await desk.credit(invoice, [amount])).toMatchObject({ invoice: { total }, userErrors: [] });
    expect(world.faults).toEqual([]);
  });
});
