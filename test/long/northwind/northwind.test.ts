import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';
import {
  type ExampleReseller,
  type ExampleService,
  type Northwind,
  readNorthwind,
} from '../../../src/development/demo/northwind';
import { shuffled } from '../../properties/source-events';
import { type Content, contentOf, rowCounts, writtenRows } from './content';
import { type Replay, startReplay } from './replay';

/** NORTHWIND_SEED replays a shuffle. */
const SEED = Number(process.env.NORTHWIND_SEED ?? Date.now() % 1_000_000_000);
const FOLDER = join(packageRoot(), 'examples', 'northwind');
const ORDERS = ['inFileOrder', 'reversed', 'shuffled', 'byEightSenders'] as const;
const ONE_COPY_EACH = { CREATED: 89, UNCHANGED: 2155 - 89 };

let northwind: Northwind;
let replays: Replay[] = [];
const contents = {} as Record<(typeof ORDERS)[number], Content>;
const outcomes: unknown[] = [];

// The four go on at the same time, each into a database of its own: mostly they wait for it.
beforeAll(async () => {
  console.info(`replay with NORTHWIND_SEED=${SEED}`);
  northwind = await readNorthwind(FOLDER);
  const { events } = northwind;
  replays = await Promise.all(ORDERS.map(startReplay));
  const [inFileOrder, reversed, random, parallel] = replays;
  outcomes.push(
    ...(await Promise.all([
      inFileOrder?.loadOneByOne(northwind, events),
      reversed?.loadInBulk(northwind, events.toReversed()),
      random?.loadInBulk(northwind, shuffled(events, SEED)),
      parallel?.loadAsTheStartDoes({ ...northwind, grown: [] }),
    ])),
  );
  for (const [index, replay] of replays.entries()) {
    contents[ORDERS[index] ?? 'inFileOrder'] = await contentOf(replay.database);
  }
}, 120_000);
afterAll(() => Promise.all(replays.map((replay) => replay.close())));

describe.each(ORDERS)('Northwind loaded %s', (order) => {
  test('is 89 copied accounts, 52 of Northwind Europe and 37 of Northwind Americas, and 2,155 subscriptions', () => {
    const { accounts, identities, subscriptions } = contents[order];
    const resellers = Object.values(accounts).map((account) => account.reseller);
    expect(resellers.filter((name) => name === 'Northwind Europe')).toHaveLength(52);
    expect(resellers.filter((name) => name === 'Northwind Americas')).toHaveLength(37);
    expect(resellers).toHaveLength(89);
    expect(identities).toHaveLength(89);
    expect(Object.keys(subscriptions)).toHaveLength(2155);
  });

  test('has nothing of FISSA and PARIS, who never bought', () => {
    expect(JSON.stringify(contents[order])).not.toMatch(/FISSA|PARIS|Fabrica Inter|Paris spécialités/);
  });

  test('leaves the same accounts, identities and subscriptions as in file order', () => {
    expect(contents[order]).toEqual(contents.inFileOrder);
  });
});

test('each customer is copied once, by whichever of its subscriptions comes first', () => {
  expect(outcomes.slice(0, 3)).toEqual([ONE_COPY_EACH, ONE_COPY_EACH, ONE_COPY_EACH]);
});

test('the accounts are what the files say of the customers that bought, with what the copy adds (S2-S10)', () => {
  const currencies = new Map(northwind.resellers.map((reseller) => [reseller.key, reseller]));
  const bought = new Set(northwind.events.map(({ customer }) => customer.sourceAccountId));
  const expected = readFileSync(join(FOLDER, 'customers.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { reseller: string; customer: Customer } => JSON.parse(line))
    .filter(({ customer }) => bought.has(customer.sourceAccountId))
    .map(({ reseller, customer }) => copyOf(customer, currencies.get(reseller) as ExampleReseller));
  expect(contents.byEightSenders.accounts).toMatchObject(Object.fromEntries(expected));
  expect(expected).toHaveLength(89);
});

test('the subscriptions are what the file says, at the price of the list in the currency of the reseller', () => {
  const resellers = new Map(northwind.resellers.map((reseller) => [reseller.key, reseller]));
  const services = new Map(northwind.services.map((service) => [service.sku, service]));
  const expected = northwind.events.map(({ reseller: key, customer, subscription }) => {
    const reseller = resellers.get(key) as ExampleReseller;
    const { sourceSubscriptionId, sku, quantity, billingPeriod, startDate } = subscription as PaidSubscription;
    return [
      `${reseller.name}/${customer.sourceAccountId}/${sourceSubscriptionId}`,
      {
        sku,
        quantity,
        quantities: [{ from: startDate, quantity }],
        ...{ source_version: null, price_source: 'SERVICE', closed_on: null, due_from: null },
        billing_period: billingPeriod,
        start_date: startDate,
        end_date: null,
        cancellation_date: null,
        currency: reseller.currency,
        unit_price: priceOf(services.get(sku), reseller.currency, billingPeriod),
        source_subscription_id: sourceSubscriptionId,
      },
    ];
  });
  expect(contents.byEightSenders.subscriptions).toEqual(Object.fromEntries(expected));
});

test('Gold is the list of Northwind Europe and Silver that of Northwind Americas: less than what everyone pays', async () => {
  const rows = await replays[3]?.database.sql(
    `SELECT r.name AS reseller, l.code, count(*)::int AS prices, count(DISTINCT e.service_id)::int AS services,
       round(avg(e.amount / p.amount), 1) AS of_it, e.valid_from = (now() AT TIME ZONE 'UTC')::date AS today
     FROM tenant_resellers r JOIN price_lists l ON l.id = r.price_list_id JOIN price_list_entries e ON e.price_list_id = l.id
       JOIN service_prices p ON p.service_id = e.service_id AND p.currency = e.currency AND p.billing_period = e.billing_period
     WHERE e.currency = r.currency
     GROUP BY r.name, l.code, today ORDER BY l.code, today DESC`,
  );
  expect(rows).toEqual([
    { reseller: 'Northwind Europe', code: 'GOLD', prices: 10, services: 10, of_it: '0.8', today: true },
    { reseller: 'Northwind Europe', code: 'GOLD', prices: 10, services: 10, of_it: '0.7', today: false },
    { reseller: 'Northwind Americas', code: 'SILVER', prices: 10, services: 10, of_it: '0.9', today: true },
  ]);
});

test('one subscription has grown since, and stays so when the example is loaded again', async () => {
  const replay = replays[3];
  const seats = () =>
    replay?.database.sql(
      `SELECT jsonb_path_query_array(quantities, '$[*].quantity') AS seats, source_version::text AS version
       FROM subscriptions WHERE source_subscription_id = '10248-11'`,
    );
  for (const _time of ['first', 'again']) {
    await replay?.loadAsTheStartDoes(northwind);
    expect(await seats()).toEqual([{ seats: [12, 15, 20], version: '1' }]);
  }
}, 120_000);

test('what the resellers send wrong is in the sync inbox, and nothing of it was taken', async () => {
  const replay = replays[3];
  await replay?.loadAsTheStartDoes({ ...northwind, events: [], grown: [] });
  const problems = await replay?.database.sql<{ whose: string; code: string }>(
    `SELECT concat_ws(' ', source_account_id, source_subscription_id) AS whose, code
     FROM sync_problems WHERE closed_at IS NULL ORDER BY 1`,
  );
  expect(problems?.map(({ whose, code }) => `${whose}: ${code}`)).toEqual([
    'ALFKI: INVALID_INPUT',
    'BLONP tea-to-go: SERVICE_NOT_OFFERED',
    'HILAA chai-on-trial: NOT_A_PAID_SUBSCRIPTION',
    'VINET 10248-42: SUBSCRIPTION_CONFLICT',
  ]);
  const counts = await replay?.database.sql(
    `SELECT (SELECT count(*)::int FROM accounts WHERE source_account_id IS NOT NULL) AS accounts,
       (SELECT count(*)::int FROM subscriptions WHERE source_subscription_id IS NOT NULL) AS subscriptions`,
  );
  expect(counts).toEqual([{ accounts: 89, subscriptions: 2155 }]);
});

test('loading it again adds no row anywhere, and rewrites none of what came from the resellers', async () => {
  const [replay] = replays;
  if (!replay) throw new Error('Nothing was loaded');
  const counts = await rowCounts(replay.database);
  const rows = await writtenRows(replay.database);
  expect(await replay.loadInBulk(northwind, shuffled(northwind.events, SEED + 1))).toEqual({ UNCHANGED: 2155 });
  expect(await rowCounts(replay.database)).toEqual(counts);
  const before = new Set(rows);
  expect((await writtenRows(replay.database)).filter((row) => !before.has(row))).toEqual([]);
  expect(await contentOf(replay.database)).toEqual(contents.inFileOrder);
  const revisions = 'SELECT DISTINCT revision::int FROM accounts WHERE source_account_id IS NOT NULL';
  expect(await replay.database.sql(revisions)).toEqual([{ revision: 1 }]);
}, 60_000);

interface Customer {
  readonly sourceAccountId: string;
  readonly sourceVersion: string;
  readonly name: string;
  readonly accountingNo: string;
  readonly email: string | null;
  readonly billingAddress: Record<string, unknown>;
}

interface PaidSubscription {
  readonly sourceSubscriptionId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly billingPeriod: string;
  readonly startDate: string;
}

function copyOf(customer: Customer, reseller: ExampleReseller): [string, Record<string, unknown>] {
  const { sourceAccountId, sourceVersion, name, accountingNo, email, billingAddress } = customer;
  return [
    `${reseller.name}/${sourceAccountId}`,
    {
      name,
      accounting_no: accountingNo,
      email,
      billing_address: billingAddress,
      synchronization_options: [],
      status: 'ACTIVE',
      currency: reseller.currency,
      enable_ordering: true,
      separate_invoices: reseller.separateInvoices,
      parent: reseller.name,
      billTo: reseller.name,
      responsible_user_id: 'anna',
      rule: 'Billing team',
      reseller: reseller.name,
      source_version: Number(sourceVersion),
      origin: 'COPIED_FROM_RESELLER',
    },
  ];
}

function priceOf(service: ExampleService | undefined, currency: string, billingPeriod: string): number {
  const prices = (service?.prices ?? []) as { currency: string; billingPeriod: string; amount: string }[];
  const price = prices.find((one) => one.currency === currency && one.billingPeriod === billingPeriod);
  return Number(price?.amount);
}
