import { announce, complete, invoice, release, subscriptionsOf, withdraw } from '../../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  record,
  type Setup,
  see,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { handAlone, handOver } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
beforeEach(() => {
  world.now = new Date('2026-06-15T12:00:00Z');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** A customer of Alpha's whose one subscription began on this day: five mailboxes, 12.50 a month. */
async function begun(source: string, startDate: string) {
  const { account } = await record(world, setup.alpha, aCustomer(source), aPaidSubscription('s-1', { startDate }));
  return account.id as string;
}

async function pending(id: string, asOf?: string) {
  const day = asOf ? `(asOf: "${asOf}")` : '';
  const { pendingInvoices } = await see(
    world,
    admin,
    id,
    `pendingInvoices${day} { total billTo { id } lines { period amount } }`,
  );
  return pendingInvoices;
}
const totals = (shown: readonly { total: string }[]) => shown.map(({ total }) => total);
const invoiced = async (id: string) => totals((await invoice(world, id)).invoices);
const on = (day: string) => {
  world.now = new Date(`${day}T12:00:00Z`);
};

describe('S29: of an account with an announced move', () => {
  test('only periods begun before today are pending and invoiced; withdrawn, today’s is too', async () => {
    const id = await begun('today', '2026-05-15');
    expect(await pending(id)).toMatchObject([{ total: '25.00' }]);
    await announce(world, gamma, id, 'g-today');
    const shown = await pending(id);
    expect(shown).toMatchObject([{ total: '12.50', lines: [{ period: '2026-05-15' }] }]);
    for (const asOf of ['2026-06-15', '2026-06-14']) expect(await pending(id, asOf)).toEqual(shown);
    expect(await invoiced(id)).toEqual(['12.50']);
    expect(await pending(id)).toEqual([]);
    expect((await invoice(world, id)).userErrors).toMatchObject([{ code: 'NOTHING_TO_INVOICE' }]);
    await withdraw(world, id);
    expect(await pending(id)).toMatchObject([{ total: '12.50', lines: [{ period: '2026-06-15' }] }]);
    expect(await invoiced(id)).toEqual(['12.50']);
  });

  test('the day after, what was today’s is pending too, and stands in the way of completing', async () => {
    const id = await begun('tomorrow', '2026-06-15');
    await announce(world, gamma, id, 'g-tomorrow');
    expect(await pending(id)).toEqual([]);
    on('2026-06-16');
    expect(await pending(id)).toMatchObject([{ total: '12.50' }]);
    expect(await complete(world, id)).toMatchObject([{ code: 'INVOICE_FIRST' }]);
    expect(await invoiced(id)).toEqual(['12.50']);
    expect(await complete(world, id)).toEqual([]);
  });

  test('a gathering call on the reseller’s account takes of it no more', async () => {
    const delta = await aReseller(world, { name: 'Delta', currency: 'EUR', separateInvoices: false });
    const made = async (source: string) => {
      const subscription = aPaidSubscription('s-1', { startDate: '2026-05-15' });
      return (await record(world, delta, aCustomer(source), subscription)).account.id;
    };
    const moving = await made('d-moving');
    await made('d-staying');
    await announce(world, gamma, moving, 'g-d-moving');
    expect(totals(await pending(delta.accountId))).toEqual(['37.50']);
    expect(await invoiced(delta.accountId)).toEqual(['37.50']);
    expect(await complete(world, moving)).toEqual([]);
  });
});

describe('S29: what was owed before stays with the old payer', () => {
  test('today’s period that was not invoiced is owed by nobody; the new reseller pays for its own', async () => {
    const id = await begun('fresh', '2026-06-15');
    expect([await announce(world, gamma, id, 'g-fresh'), await complete(world, id)]).toEqual([[], []]);
    expect(await pending(id)).toEqual([]);
    await record(
      world,
      gamma,
      aCustomer('g-fresh'),
      aPaidSubscription('s-1', { startDate: '2026-06-15', quantity: 7 }),
    );
    expect(await pending(id)).toMatchObject([{ total: '17.50', billTo: { id: gamma.accountId } }]);
    expect(await invoiced(id)).toEqual(['17.50']);
    for (const day of ['2026-07-14', '2026-07-15']) {
      on(day);
      expect(totals(await pending(id))).toEqual(day === '2026-07-15' ? ['17.50'] : []);
    }
  });

  test('what was issued for today is credited by hand, against the old payer’s invoice, to it', async () => {
    const id = await begun('credited', '2026-06-15');
    const { invoices } = await world.mutate(
      admin,
      'generateInvoices',
      { accountId: id },
      'invoices { id total lines { id amount } }',
    );
    const [issued] = invoices;
    expect([await announce(world, gamma, id, 'g-credited'), await complete(world, id)]).toEqual([[], []]);
    // A period that was invoiced before the move is due as issued: nothing claims it back by itself.
    const overbilled = await see(world, admin, id, 'subscriptions { edges { node { overbilled { amount } } } }');
    expect(overbilled.subscriptions.edges).toEqual([{ node: { overbilled: [] } }]);
    const { invoice: note, userErrors } = await world.mutate(
      admin,
      'createCreditNote',
      {
        ...{ accountId: id, invoiceId: issued.id, reason: 'Moved on that day' },
        lines: [{ invoiceLineId: issued.lines[0].id, amount: '12.50' }],
      },
      'invoice { total billTo { id } kind }',
    );
    expect(userErrors).toEqual([]);
    expect(note).toEqual({ kind: 'CREDIT_NOTE', total: '-12.50', billTo: { id: setup.alpha.accountId } });
    expect(await pending(id)).toEqual([]);
  });

  test('a subscription that comes back is due from the day of coming back, and never for what was paid', async () => {
    const id = await begun('back', '2026-03-15');
    expect(await invoiced(id)).toEqual(['50.00']);
    const state = (quantity: number, sourceVersion: string) =>
      aPaidSubscription('s-1', { startDate: '2026-03-15', quantity, sourceVersion });
    expect([await announce(world, gamma, id, 'g-back'), await complete(world, id)]).toEqual([[], []]);
    on('2026-08-20');
    expect([await announce(world, setup.alpha, id, 'back'), await complete(world, id)]).toEqual([[], []]);
    expect((await record(world, setup.alpha, aCustomer('back'), state(9, '1'))).userErrors).toEqual([]);
    // July and August's periods were begun while Gamma managed it, or before it came back.
    expect(await pending(id)).toEqual([]);
    on('2026-09-15');
    expect(await pending(id)).toMatchObject([
      { total: '22.50', billTo: { id: setup.alpha.accountId }, lines: [{ period: '2026-09-15' }] },
    ]);
  });

  test('handed back by a transfer, what the distributor billed meanwhile stays with it', async () => {
    const id = await begun('handed', '2026-05-15');
    expect(await invoiced(id)).toEqual(['25.00']);
    const [one] = await subscriptionsOf(world, admin, id);
    const named = one?.id ?? '';
    expect(await release(world, id, [{ subscriptionId: named, goesOn: true, unitPrice: '4.00' }])).toEqual([]);
    on('2026-07-15');
    expect(await pending(id)).toMatchObject([{ total: '20.00', billTo: { id } }]);
    expect(await invoiced(id)).toEqual(['20.00']);
    await world.mutate(admin, 'updateAccount', { accountId: id, billToId: setup.alpha.accountId });
    await handAlone(world, setup.alpha, handOver(id, 'handed', { [named]: 's-1' }));
    expect(await pending(id)).toEqual([]);
    on('2026-08-15');
    expect(await pending(id)).toMatchObject([
      { billTo: { id: setup.alpha.accountId }, lines: [{ period: '2026-08-15' }] },
    ]);
  });
});
