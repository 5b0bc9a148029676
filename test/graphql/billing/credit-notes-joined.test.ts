import { aCreditDesk, type CreditDesk, type Shown } from '../../support/credits';
import { aCustomer, admin, aPaidSubscription, record, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

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

describe('an invoice that is joined', () => {
  const joined = async (source: string) => {
    const paid = (id: string) => aPaidSubscription(id, { startDate: '2026-01-01', quantity: 10 });
    const one = (await record(world, setup.beta, aCustomer(`${source}-1`), paid('s-1'))).account.id;
    const other = (await record(world, setup.beta, aCustomer(`${source}-2`), paid('s-2'))).account.id;
    const invoice = await desk.generate(setup.beta.accountId);
    const linesOf = (id: string) => invoice.lines.filter(({ account }: Shown) => account.id === id);
    return { one, other, invoice, linesOf };
  };

  test('is credited on the account that it is on, and told on it and on each customer', async () => {
    const { one, other, invoice, linesOf } = await joined('told');
    expect(invoice.account.id).toBe(setup.beta.accountId);
    const [mine, theirs] = [linesOf(one)[0], linesOf(other)[0]];
    const lines = [mine, theirs].map(({ id }: Shown, index) => ({
      invoiceLineId: id,
      amount: ['10', '2.5'][index] ?? '',
    }));
    const { invoice: note } = await desk.credit(invoice, [], { lines });
    expect(note).toMatchObject({
      ...{ total: '-12.50', account: { id: setup.beta.accountId }, billTo: { id: setup.beta.accountId } },
      lines: [
        { amount: '-10.00', account: { id: one }, subscription: { id: mine.subscription.id } },
        { amount: '-2.50', account: { id: other }, subscription: { id: theirs.subscription.id } },
      ],
    });
    expect((await desk.history(setup.beta.accountId))[0]).toBe(`CREDITED Credit note ${note.number}: 12.50 USD root`);
    expect((await desk.history(one))[0]).toBe(`CREDITED Credit note ${note.number}: 10.00 USD root`);
    expect((await desk.history(other))[0]).toBe(`CREDITED Credit note ${note.number}: 2.50 USD root`);
    expect((await desk.listed(setup.beta.accountId)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([note.id, invoice.id]),
    );
    expect(await desk.listed(one)).toEqual([]);
  });

  test('is not on the customer: NOT_FOUND there', async () => {
    const { one, invoice } = await joined('elsewhere');
    expect(await desk.credit(invoice, ['1'], { accountId: one })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'invoiceId'] }],
    });
    expect((await desk.credit(invoice, ['1'])).userErrors).toEqual([]);
  });

  test('shows of a customer that the caller may not see the id only, in the invoice and in its credit note', async () => {
    const { one, other, invoice, linesOf } = await joined('hidden');
    await world.mutate(admin, 'updateAccount', { accountId: one, responsibleUserId: null, permissionRuleId: null });
    const bob = aUser('bob', 'billing');
    const lines = [linesOf(one)[0], linesOf(other)[0]].map(({ id }: Shown) => ({ invoiceLineId: id, amount: '1' }));
    const { invoice: note, userErrors } = await desk.credit(invoice, [], { lines }, bob);
    expect(userErrors).toEqual([]);
    for (const shown of [note, (await desk.listed(setup.beta.accountId, bob)).find(({ id }) => id === invoice.id)]) {
      const ofHidden = shown.lines.filter(({ account }: Shown) => account.id === one);
      expect(ofHidden.length).toBeGreaterThan(0);
      for (const line of ofHidden) expect(line).toMatchObject({ account: { id: one, name: null }, subscription: null });
      const seen = shown.lines.filter(({ account }: Shown) => account.id === other);
      for (const line of seen) expect(line.account.name).toBe('Customer hidden-2');
    }
  });

  test('is taken back period by period on the customer', async () => {
    const { one, invoice, linesOf } = await joined('overbilled');
    const paid = aPaidSubscription('s-1', {
      startDate: '2026-01-01',
      quantity: 10,
      sourceVersion: '1',
      endDate: '2026-01-31',
    });
    await record(world, setup.beta, aCustomer('overbilled-1'), paid);
    const tooMuch = ['2026-02-01', '2026-03-01'].map((period) => ({ period, amount: '25.00' }));
    expect((await desk.moneyOf(one)).overbilled).toEqual(tooMuch);
    const lines = [{ invoiceLineId: linesOf(one)[1].id, amount: '25' }];
    await desk.credit(invoice, [], { lines });
    expect((await desk.moneyOf(one)).overbilled).toEqual(tooMuch.slice(1));
  });
});
