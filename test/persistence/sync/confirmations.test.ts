import { aCustomer, aPaidSubscription, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const sync = (items: readonly object[]) =>
  world.mutate(setup.alpha.sync, 'syncCustomers', { items }, 'results { outcome }');

test('customers that are confirmed stay on their pages, so that no index is written for them', async () => {
  const ids = Array.from({ length: 60 }, (_, index) => `c-${index}`);
  await sync(ids.map((id) => ({ customer: aCustomer(id), paidSubscriptions: [aPaidSubscription()] })));
  const pages = () =>
    world.sql(
      `SELECT id, (ctid::text::point)[0] AS page FROM accounts WHERE source_account_id IS NOT NULL ORDER BY id`,
    );
  const before = await pages();
  expect(new Set(before.map(({ page }) => page)).size).toBeGreaterThan(2);
  // One of each page, or nearly.
  const { results } = await sync(ids.filter((_, index) => index % 8 === 0).map((id) => ({ customer: aCustomer(id) })));
  expect(new Set(results.map(({ outcome }: { outcome: string }) => outcome))).toEqual(new Set(['UNCHANGED']));
  expect(await pages()).toEqual(before);
});
