import { aCustomer, aPaidSubscription, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const ERRORS = 'userErrors { code message path retryable action reasons field }';
const badSubscriptions = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    aPaidSubscription(`bad-${at}`, { quantity: -1, sku: 'NO SUCH', startDate: 'never' }),
  );

/** One query for both: an answer that is too large would be a top-level error. */
async function sync(items: unknown[]) {
  const { syncCustomers } = await world.ask(
    setup.alpha.sync,
    `mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { sourceAccountId outcome ${ERRORS} } ${ERRORS} } }`,
    { input: { items } },
  );
  return syncCustomers.results as {
    outcome: string;
    userErrors: { code: string; message: string; path: string[] }[];
  }[];
}

test('500 items of 100 bad subscriptions are all answered: 25 errors of each, and how many more', async () => {
  const items = Array.from({ length: 500 }, (_, at) => ({
    customer: aCustomer(`c-${at}`),
    paidSubscriptions: badSubscriptions(100),
  }));
  const startedAt = performance.now();
  const results = await sync(items);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(results).toHaveLength(500);
  for (const { outcome, userErrors } of results) {
    expect(outcome).toBe('REJECTED');
    expect(userErrors).toHaveLength(26);
    expect(userErrors.at(-1)?.message).toMatch(/^\d+ more errors are not told\.$/);
    expect(userErrors.at(-1)?.path).toEqual([]);
  }
});

test('a few are told each', async () => {
  const [result] = await sync([{ customer: aCustomer('few'), paidSubscriptions: badSubscriptions(8) }]);
  expect(result?.outcome).toBe('REJECTED');
  expect(result?.userErrors.length).toBeGreaterThanOrEqual(8);
  expect(result?.userErrors.every(({ message, path }) => path.length > 0 && !message.includes('more errors'))).toBe(
    true,
  );
});
