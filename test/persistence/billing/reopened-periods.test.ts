import { admin, anOwnAccount, see, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** What is invoiced is not looked at again, but for what a change of the steps may have made different (S26). */
let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-12-15T12:00:00Z');
  await setUpResellers(world);
});
afterAll(() => world.close());

const step = (from: string, quantity: number) => ({ from, quantity });
const FIRST = step('2026-01-31', 10);
const JUNE = step('2026-06-10', 12);

/** An own subscription since 31 January with these steps, all of it invoiced: its period of November is the last. */
async function anInvoicedSubscription(...quantities: object[]) {
  const accountId = await anOwnAccount(world, { currency: 'EUR' });
  const sold = { accountId, sku: 'MAIL', quantity: FIRST.quantity, billingPeriod: 'MONTHLY', startDate: FIRST.from };
  const { subscription } = await world.mutate(admin, 'createSubscription', sold, 'subscription { id }');
  const change = (steps: object[]) =>
    world.mutate(admin, 'changeSubscription', { accountId, subscriptionId: subscription.id, quantities: steps });
  await change(quantities);
  await world.mutate(admin, 'generateInvoices', { accountId });
  return {
    change,
    settled: async () =>
      (await world.sql('SELECT settled_periods AS settled FROM subscriptions WHERE id = $1', [subscription.id]))[0]
        ?.settled,
    pending: async () =>
      (await see(world, admin, accountId, 'pendingInvoices { lines { period amount } }')).pendingInvoices.flatMap(
        ({ lines }: { lines: { period: string; amount: string }[] }) =>
          lines.map(({ period, amount }) => `${period} ${amount}`),
      ),
  };
}

// A mailbox is 2.50 a month; what the twelve are above the ten from 10 June on is 3.33, and above eleven 1.67.
test.each<[string, object[], object[], number, string[]]>([
  ['another step at the end', [FIRST], [FIRST, step('2026-12-15', 11)], 10, ['2026-11-30 1.29']],
  ['a step on the first day of a period', [FIRST], [FIRST, step('2026-11-30', 11)], 9, ['2026-11-30 2.50']],
  [
    'a step on the last day of one',
    [FIRST],
    [FIRST, step('2026-11-29', 11)],
    9,
    ['2026-10-31 0.08', '2026-11-30 2.50'],
  ],
  [
    'a step on 31 August, which begins a period',
    [FIRST],
    [FIRST, step('2026-08-31', 11), step('2026-09-30', 10)],
    6,
    ['2026-08-31 2.50'],
  ],
  ['a step taken back', [FIRST, JUNE], [FIRST], 4, []],
  [
    'a step brought forward',
    [FIRST, JUNE],
    [FIRST, step('2026-04-30', 12), step('2026-05-01', 11), JUNE],
    2,
    ['2026-04-30 5.00', '2026-05-31 0.84'],
  ],
  [
    'the first quantity',
    [FIRST, JUNE],
    [{ ...FIRST, quantity: 11 }, JUNE],
    0,
    ['2026-01-31 2.50', '2026-02-28 2.50', '2026-03-31 2.50', '2026-04-30 2.50', '2026-05-31 0.84'],
  ],
  ['a step to come', [FIRST], [FIRST, step('2027-11-01', 11)], 10, []],
])('%s', async (_what, before, after, settled, pending) => {
  const subscription = await anInvoicedSubscription(...before);
  expect(await subscription.settled()).toBe(10);
  expect((await subscription.change(after)).userErrors).toEqual([]);
  expect(await subscription.settled()).toBe(settled);
  expect(await subscription.pending()).toEqual(pending);
});
