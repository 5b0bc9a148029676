import { aCreditDesk, type CreditDesk, type Credited, type Shown } from '../../support/credits';
import { everyRow, type Setup, setUpResellers, writtenSince } from '../../support/resellers';
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

const UNKNOWN = '0197a000-0000-7000-8000-00000000dead';
describe('is refused, and takes no number', () => {
  const LONG = 'x'.repeat(1001);
  const ofFirst = (invoice: Shown, amount: string, index = 0) => ({ invoiceLineId: invoice.lines[index].id, amount });
  const REFUSALS: [what: string, sent: (invoice: Shown) => Credited, code: string, path: string[]][] = [
    ['no line', () => ({ lines: [] }), 'INVALID_INPUT', ['lines']],
    ['1001 lines', (of) => ({ lines: Array(1001).fill(ofFirst(of, '1')) }), 'INVALID_INPUT', ['lines']],
    [
      'a line twice',
      (of) => ({ lines: [ofFirst(of, '1'), ofFirst(of, '1')] }),
      'INVALID_INPUT',
      ['lines', '1', 'amount'],
    ],
    ['0', (of) => ({ lines: [ofFirst(of, '0.00')] }), 'INVALID_INPUT', ['lines', '0', 'amount']],
    ['less than 0', (of) => ({ lines: [ofFirst(of, '-1')] }), 'INVALID_INPUT', ['lines', '0', 'amount']],
    ['no number', (of) => ({ lines: [ofFirst(of, '1e1')] }), 'INVALID_INPUT', ['lines', '0', 'amount']],
    ['a third of a cent', (of) => ({ lines: [ofFirst(of, '0.333')] }), 'INVALID_INPUT', ['lines', '0', 'amount']],
    ['more than the line', (of) => ({ lines: [ofFirst(of, '25.01')] }), 'INVALID_INPUT', ['lines', '0', 'amount']],
    ['a blank reason', () => ({ reason: ' ' }), 'INVALID_INPUT', ['reason']],
    ['a reason of 1001 characters', () => ({ reason: LONG }), 'INVALID_INPUT', ['reason']],
    ['an invoice that there is not', () => ({ invoiceId: UNKNOWN }), 'NOT_FOUND', ['invoiceId']],
    ['an invoice id that is none', () => ({ invoiceId: 'none' }), 'NOT_FOUND', ['invoiceId']],
    [
      'a line that there is not',
      () => ({ lines: [{ invoiceLineId: UNKNOWN, amount: '1' }] }),
      'NOT_FOUND',
      ['lines', '0', 'invoiceLineId'],
    ],
    [
      'a line id that is none',
      () => ({ lines: [{ invoiceLineId: '1', amount: '1' }] }),
      'NOT_FOUND',
      ['lines', '0', 'invoiceLineId'],
    ],
  ];
  let invoice: Shown;
  beforeAll(async () => {
    invoice = (await desk.anInvoicedCustomer('refusals')).invoice;
  });

  test.each(REFUSALS)('with %s', async (_what, sent, code, path) => {
    const before = await everyRow(world);
    expect(await desk.credit(invoice, ['1'], sent(invoice))).toMatchObject({
      invoice: null,
      userErrors: [{ code, path: ['input', ...path], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('and each of many lines at its place, all at once', async () => {
    const lines = [
      ofFirst(invoice, '1'),
      ofFirst(invoice, '26', 1),
      { invoiceLineId: UNKNOWN, amount: '1' },
      ofFirst(invoice, '0.001', 2),
    ];
    const { userErrors } = await desk.credit(invoice, [], { lines });
    expect(userErrors.map(({ code, path }: Shown) => [code, ...path.slice(2)])).toEqual([
      ['INVALID_INPUT', '1', 'amount'],
      ['NOT_FOUND', '2', 'invoiceLineId'],
      ['INVALID_INPUT', '3', 'amount'],
    ]);
  });

  test('of what is credited already; what is left of it is taken, to the cent', async () => {
    const { invoice: other } = await desk.anInvoicedCustomer('left');
    expect((await desk.credit(other, ['24.99'])).userErrors).toEqual([]);
    expect(await desk.credit(other, ['0.02'])).toMatchObject({
      userErrors: [
        { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'amount'], message: expect.stringContaining('0.01') },
      ],
    });
    expect((await desk.credit(other, ['0.01'], { reason: 'x'.repeat(1000) })).userErrors).toEqual([]);
    expect(await desk.credit(other, ['0.01'])).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
  });

  test('of a credit note, and of one of its lines', async () => {
    const { invoice: other } = await desk.anInvoicedCustomer('note');
    const { invoice: note } = await desk.credit(other, ['5']);
    expect(await desk.credit(note, ['1'])).toMatchObject({
      userErrors: [
        { code: 'INVALID_INPUT', path: ['input', 'invoiceId'], message: expect.stringMatching(/credit note/) },
      ],
    });
    const lines = [{ invoiceLineId: note.lines[0].id, amount: '1' }];
    expect(await desk.credit(other, [], { lines })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'lines', '0', 'invoiceLineId'] }],
    });
  });

  test('of another account’s invoice, and of a line of another invoice; ids in capitals are its own', async () => {
    const { invoice: one } = await desk.anInvoicedCustomer('one');
    const { invoice: other } = await desk.anInvoicedCustomer('other');
    expect(await desk.credit(one, ['1'], { accountId: other.account.id })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'invoiceId'] }],
    });
    expect(await desk.credit(one, [], { lines: [ofFirst(other, '1')] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'lines', '0', 'invoiceLineId'] }],
    });
    const capitals = {
      invoiceId: one.id.toUpperCase(),
      lines: [{ ...ofFirst(one, '1'), invoiceLineId: one.lines[0].id.toUpperCase() }],
    };
    expect((await desk.credit(one, [], capitals)).userErrors).toEqual([]);
  });

  test('to READ, to whom the account does not exist for, and to a sync', async () => {
    const { invoice: one } = await desk.anInvoicedCustomer('who');
    expect(await desk.credit(one, ['1'], {}, aUser('carl', 'readers'))).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'GENERATE_INVOICES', reasons: ['INSUFFICIENT_ACCESS'] }],
    });
    expect(await desk.credit(one, ['1'], {}, aUser('dora'))).toMatchObject({
      userErrors: [{ code: 'ACCOUNT_NOT_FOUND' }],
    });
    expect((await desk.credit(one, ['1'], {}, aUser('bob', 'billing'))).userErrors).toEqual([]);
    expect((await desk.listed(one.account.id, aUser('carl', 'readers'))).map(({ kind }) => kind).sort()).toEqual([
      'CREDIT_NOTE',
      'INVOICE',
    ]);
    const input = { accountId: one.account.id, invoiceId: one.id, lines: [ofFirst(one, '1')], reason: 'Mine' };
    const { errors } = await world.run(
      setup.alpha.sync,
      'mutation ($input: CreateCreditNoteInput!) { createCreditNote(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
