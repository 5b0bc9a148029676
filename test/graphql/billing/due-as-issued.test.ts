import { aCustomer, admin, setUpResellers, type TestReseller } from '../../support/resellers';
import { aBilledAccount, handAlone, handOver, sell } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;
let accountId: string;
beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-04-30T12:00:00Z');
  ({ alpha } = await setUpResellers(world));
  const prices = [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '10.00' }];
  await world.mutate(admin, 'saveService', { sku: 'SEAT', name: 'Seat', prices });
});
afterAll(() => world.close());

/** Ten seats from New Year on, which the distributor sold and invoiced until February; then Alpha's. */
beforeAll(async () => {
  accountId = await aBilledAccount(world, alpha);
  const sold = await sell(world, accountId, { sku: 'SEAT', quantity: 10, startDate: '2026-01-01' });
  expect(await issued('2026-02-28')).toEqual(['2026-01-01: 100.00', '2026-02-01: 100.00']);
  await handAlone(world, alpha, handOver(accountId, 'c-1', { [sold]: 's-1' }));
});

async function issued(asOf: string): Promise<string[]> {
  const { invoices } = await world.mutate(
    admin,
    'generateInvoices',
    { accountId, asOf },
    'invoices { lines { period amount } }',
  );
  return linesOf(invoices);
}

const linesOf = (invoices: { lines: { period: string; amount: string }[] }[]) =>
  invoices.flatMap(({ lines }) => lines.map(({ period, amount }) => `${period}: ${amount}`));

/** What Alpha says of it, and what is then pending and overbilled. */
async function says(sourceVersion: string, quantities: Record<string, number>) {
  const [startDate] = Object.keys(quantities);
  const subscription = {
    sourceSubscriptionId: 's-1',
    sku: 'SEAT',
    billingPeriod: 'MONTHLY',
    startDate,
    quantities: Object.entries(quantities).map(([from, quantity]) => ({ from, quantity })),
    sourceVersion,
  };
  const { results } = await world.mutate(
    alpha.sync,
    'syncCustomers',
    { items: [{ customer: aCustomer(), paidSubscriptions: [subscription] }] },
    'results { account { id } userErrors { code message } subscriptionResults { outcome } }',
  );
  expect(results).toEqual([
    { account: { id: accountId }, userErrors: [], subscriptionResults: [{ outcome: 'APPLIED' }] },
  ]);
  const { account } = await world.ask(
    admin,
    `query ($id: ID!) { account(id: $id) { pendingInvoices { lines { period amount } }
       subscriptions { edges { node { overbilled { period amount } } } } } }`,
    { id: accountId },
  );
  return { pending: linesOf(account.pendingInvoices), overbilled: account.subscriptions.edges[0].node.overbilled };
}

test('S26: what was invoiced before the transfer is due as issued, whatever the new source says of it', async () => {
  expect(await says('1', { '2026-01-01': 12, '2026-02-15': 20 })).toEqual({
    pending: ['2026-03-01: 200.00', '2026-04-01: 200.00'],
    overbilled: [],
  });
  expect(await says('2', { '2026-01-01': 1 })).toEqual({
    pending: ['2026-03-01: 10.00', '2026-04-01: 10.00'],
    overbilled: [],
  });
  expect(await says('3', { '2026-03-01': 10 })).toEqual({
    pending: ['2026-03-01: 100.00', '2026-04-01: 100.00'],
    overbilled: [],
  });
});

test('S26: what is invoiced after the transfer follows the new source', async () => {
  expect(await issued('2026-03-31')).toEqual(['2026-03-01: 100.00']);
  expect(await says('4', { '2026-01-01': 8, '2026-04-16': 9 })).toEqual({
    pending: ['2026-04-01: 80.00', '2026-04-01: 5.00'],
    overbilled: [{ period: '2026-03-01', amount: '20.00' }],
  });
});
