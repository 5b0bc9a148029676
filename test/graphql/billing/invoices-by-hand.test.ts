import { aCustomer, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const INVOICE = `number currency total account { id } billTo { id }
  lines { description quantity unitPrice amount subscription { id } }`;

describe('A24, S20: an invoice by hand', () => {
  const create = (accountId: string, input: Record<string, unknown> = {}) =>
    world.mutate(
      aUser('bob', 'billing'),
      'createInvoice',
      { accountId, lines: [{ description: 'Workshop', quantity: '1.5', unitPrice: '33.35' }], ...input },
      `account { id } invoice { ${INVOICE} }`,
    );

  test('on a managed account is billed to the reseller in the account’s currency, and to nobody else', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a24'));
    expect(await create(id, { billToId: id })).toMatchObject({
      invoice: null,
      userErrors: [{ code: 'BILL_TO_MUST_BE_RESELLER', path: ['input', 'billToId'] }],
    });
    for (const input of [{}, { billToId: setup.alpha.accountId }]) {
      expect(await create(id, input)).toMatchObject({
        invoice: {
          currency: 'EUR',
          total: '50.03',
          account: { id },
          billTo: { id: setup.alpha.accountId },
          lines: [
            { description: 'Workshop', quantity: '1.5', unitPrice: '33.35', amount: '50.03', subscription: null },
          ],
        },
        userErrors: [],
      });
    }
  });

  test.each([
    ['no line', { lines: [] }, ['input', 'lines']],
    [
      'a blank description',
      { lines: [{ description: ' ', quantity: '1', unitPrice: '1' }] },
      ['input', 'lines', '0', 'description'],
    ],
    [
      'quantity 0',
      { lines: [{ description: 'x', quantity: '0.0', unitPrice: '1' }] },
      ['input', 'lines', '0', 'quantity'],
    ],
    [
      'a negative price',
      { lines: [{ description: 'x', quantity: '1', unitPrice: '-1' }] },
      ['input', 'lines', '0', 'unitPrice'],
    ],
    [
      'a price that is no number',
      { lines: [{ description: 'x', quantity: '1', unitPrice: '1e3' }] },
      ['input', 'lines', '0', 'unitPrice'],
    ],
  ])('with %s is refused and takes no number', async (_what, input, path) => {
    const id = await copy(world, setup.alpha, aCustomer(`bad ${_what}`));
    const before = await world.sql('SELECT * FROM invoice_counters');
    expect(await create(id, input)).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', path }] });
    expect(await world.sql('SELECT * FROM invoice_counters')).toEqual(before);
  });

  test('with an idempotency key is issued once', async () => {
    const id = await copy(world, setup.alpha, aCustomer('key'));
    const [one, other] = await Promise.all([
      create(id, { idempotencyKey: 'i-1' }),
      create(id, { idempotencyKey: 'i-1' }),
    ]);
    expect(one.invoice.number).toBe(other.invoice.number);
  });
});
