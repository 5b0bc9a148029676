import { aCustomer, admin, aPaidSubscription, setUpResellers, type TestReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;
beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
  await setPrice('8.00');
});
afterAll(() => world.close());

const setPrice = (amount: string) =>
  world.mutate(admin, 'saveService', {
    sku: 'SEAT',
    name: 'Seat',
    prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount }],
  });

const started = (sourceVersion: string, startDate: string) =>
  aPaidSubscription('s-1', { sku: 'SEAT', startDate, sourceVersion });

/** Sends items of one customer, each with these states of its subscription, in one call. */
async function sent(...items: object[][]) {
  const { results } = await world.mutate(
    alpha.sync,
    'syncCustomers',
    { items: items.map((paidSubscriptions) => ({ customer: aCustomer(), paidSubscriptions })) },
    `results { userErrors { code message } subscriptionResults { outcome subscription { unitPrice } } }`,
  );
  type Result = {
    userErrors: object[];
    subscriptionResults: { outcome: string; subscription: { unitPrice: string } }[];
  };
  expect(results.flatMap(({ userErrors }: Result) => userErrors)).toEqual([]);
  return results.flatMap(({ subscriptionResults }: Result) =>
    subscriptionResults.map(({ outcome, subscription }) => `${outcome} ${subscription.unitPrice}`),
  );
}

const [NEW_YEAR, FEBRUARY] = ['2026-01-01', '2026-02-01'];

test('S27: a start that one call takes away and brings back keeps its price; one that it corrects takes it anew', async () => {
  expect(await sent([started('1', NEW_YEAR)])).toEqual(['CREATED 8.00']);
  await setPrice('9.00');
  expect(await sent([started('2', FEBRUARY), started('3', NEW_YEAR)])).toEqual(['APPLIED 9.00', 'APPLIED 8.00']);
  expect(await sent([started('4', FEBRUARY)], [started('5', NEW_YEAR)])).toEqual(['APPLIED 9.00', 'APPLIED 8.00']);
  expect(await sent([started('6', FEBRUARY)])).toEqual(['APPLIED 9.00']);
  await setPrice('10.00');
  expect(await sent([started('7', NEW_YEAR), started('8', FEBRUARY)])).toEqual(['APPLIED 10.00', 'APPLIED 9.00']);
});
