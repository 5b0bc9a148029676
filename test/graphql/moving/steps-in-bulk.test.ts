import { Client } from 'pg';
import { invoice, subscriptionsOf } from '../../support/moves';
import {
  aCustomer,
  admin,
  aReseller,
  copy,
  everyRow,
  type Setup,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;

beforeAll(async () => {
  world = await createWorld({ lockTimeoutMs: 1_000 });
  world.now = new Date('2026-06-15T12:00:00Z');
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
afterAll(() => world.close());

interface Customer {
  readonly id: string;
  readonly source: string;
  readonly subscription: string;
}

let batches = 0;
/** So many customers of Alpha's with one subscription each, all of it invoiced. */
async function customers(count: number): Promise<Customer[]> {
  batches += 1;
  const sources = Array.from({ length: count }, (_, nth) => `b-${batches}-${nth}`);
  const items = sources.map((source) => ({
    customer: aCustomer(source),
    // Begins today, so that nothing begun before today is pending.
    paidSubscriptions: [
      { sourceSubscriptionId: 's-1', sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-06-15' },
    ],
  }));
  const selection = 'results { outcome account { id } subscriptions { id } }';
  const { results } = await world.mutate(setup.alpha.sync, 'syncCustomers', { items }, selection);
  return results.map((one: { account: { id: string }; subscriptions: { id: string }[] }, nth: number) => ({
    id: one.account.id,
    source: sources[nth],
    subscription: one.subscriptions[0]?.id,
  }));
}

type Steps = Readonly<Record<string, (some: readonly Customer[]) => object>>;
const idsOf = (some: readonly Customer[]) => ({ accountIds: some.map(({ id }) => id) });
const STEPS: Steps = {
  announceMove: (some) => ({
    toTenantResellerId: gamma.id,
    accounts: some.map(({ id, source }) => ({ accountId: id, sourceAccountId: `g-${source}` })),
  }),
  withdrawMove: idsOf,
  completeMove: idsOf,
  releaseAccounts: (some) => ({
    accounts: some.map(({ id, subscription }) => ({
      accountId: id,
      subscriptions: [{ subscriptionId: subscription, goesOn: true }],
    })),
  }),
};
const RESULTS = 'results { accountId userErrors { code } }';

async function take(step: string, some: readonly Customer[]): Promise<string[]> {
  const { results, userErrors } = await world.mutate(admin, step, STEPS[step]?.(some), RESULTS);
  expect(userErrors).toEqual([]);
  expect(results.map(({ accountId }: { accountId: string }) => accountId)).toEqual(some.map(({ id }) => id));
  return results.map((one: { userErrors: { code: string }[] }) => one.userErrors.map(({ code }) => code).join());
}

/** What comes before the step, so that it can be taken. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  announceMove: [],
  withdrawMove: ['announceMove'],
  completeMove: ['announceMove'],
  releaseAccounts: [],
};

describe.each(Object.keys(STEPS))('S29: %s', (step) => {
  test('of 500 accounts takes as many statements as of one', async () => {
    const counts: number[] = [];
    for (const size of [1, 500]) {
      const some = await customers(size);
      for (const before of BEFORE[step] ?? []) await take(before, some);
      world.takeStatements();
      expect(new Set(await take(step, some))).toEqual(new Set(['']));
      counts.push(world.takeStatements().length);
    }
    console.info(`${step}: ${counts[0]} statements`);
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(22);
  });

  test('of one that fails for a reason of ours refuses it alone, and its neighbours are taken', async () => {
    const some = await customers(5);
    for (const before of BEFORE[step] ?? []) await take(before, some);
    const poison = some[2]?.id;
    const table = step === 'releaseAccounts' || step === 'completeMove' ? 'accounts' : 'announced_moves';
    const key = table === 'accounts' ? 'id' : 'account_id';
    await world.sql(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF coalesce(to_jsonb(OLD), to_jsonb(NEW)) ->> '${key}' = '${poison}' THEN RAISE 'poison'; END IF;
      RETURN coalesce(NEW, OLD); END $$`);
    await world.sql(`CREATE TRIGGER poison BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW
      EXECUTE FUNCTION poison()`);
    expect(await take(step, some)).toEqual(['', '', 'TEMPORARILY_UNAVAILABLE', '', '']);
    expect(world.faults.splice(0)).toMatchObject([{ message: expect.stringContaining('poison') }]);
    await world.sql('DROP FUNCTION poison() CASCADE');
    expect(await take(step, some)).toEqual(['', '', '', '', '']);
  });

  test('of one that somebody else holds refuses it alone, to be sent again', async () => {
    const some = await customers(3);
    for (const before of BEFORE[step] ?? []) await take(before, some);
    const holder = new Client({ connectionString: world.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [some[1]?.id]);
    const codes = await take(step, some);
    await holder.query('ROLLBACK');
    await holder.end();
    expect(codes).toEqual(['', 'TEMPORARILY_UNAVAILABLE', '']);
    expect(await take(step, some)).toEqual(['', '', '']);
  });

  test('of one that is refused refuses it alone; of one that is named twice the second time is the same again', async () => {
    const [first, second] = (await customers(2)) as [Customer, Customer];
    for (const before of BEFORE[step] ?? []) await take(before, [first, second]);
    const unknown = { ...first, id: crypto.randomUUID() };
    expect(await take(step, [first, unknown, second, first])).toEqual(['', 'ACCOUNT_NOT_FOUND', '', '']);
    const before = await everyRow(world);
    expect(await take(step, [first, second])).toEqual(['', '']);
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

test('one account that owes stands in nobody’s way', async () => {
  const [one, two] = (await customers(2)) as [Customer, Customer];
  const id = await copy(world, setup.alpha, aCustomer('owes'));
  const [subscription] = await subscriptionsOf(world, admin, id);
  const owing = { id, source: 'owes', subscription: subscription?.id ?? '' };
  expect(await take('releaseAccounts', [one, owing, two])).toEqual(['', 'INVOICE_FIRST', '']);
  await invoice(world, id);
  expect(await take('releaseAccounts', [one, owing, two])).toEqual(['', '', '']);
});
