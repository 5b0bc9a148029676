import { timeLimit } from '../../support/connections';
import { admin, aReseller, setUpResellers, type TestReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { randomOf, shuffled } from '../source-events';
import { daysAfter } from './billing-calendar';
import { type Delivery, send } from './source-senders';
import type { SourceSubscription, Version } from './source-states';

jest.setTimeout(timeLimit(60_000));

/** PROPERTY_SEED replays a run. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const SENDERS = 8;
const CUSTOMERS = 6;

let world: World;
let alpha: TestReseller;
beforeAll(async () => {
  console.info(`replay with PROPERTY_SEED=${SEED}`);
  world = await createWorld();
  world.now = new Date('2026-03-31T12:00:00Z');
  await setUpResellers(world);
  await world.mutate(admin, 'saveService', {
    sku: 'SEAT',
    name: 'Seat',
    prices: [
      { currency: 'EUR', billingPeriod: 'MONTHLY', amount: '10.00' },
      { currency: 'EUR', billingPeriod: 'ANNUAL', amount: '120.00' },
    ],
  });
  alpha = await aReseller(world, { name: 'Alpha', currency: 'EUR', separateInvoices: true });
});
afterAll(() => world.close());

const versionsOf = (start: string, ...states: Record<string, number>[]): Version[] =>
  states.map((steps, nth) => ({
    version: BigInt(nth + 1),
    start,
    steps: Object.entries(steps).map(([from, quantity]) => ({ from, quantity })),
    end: null,
  }));

/** What the case of S26 says, a version for each of its sentences. */
const MONTHLY = versionsOf(
  '2026-01-01',
  { '2026-01-01': 10 },
  { '2026-01-01': 10, '2026-01-16': 11 },
  { '2026-01-01': 10, '2026-01-16': 11, '2026-01-20': 10 },
  { '2026-01-01': 10, '2026-01-16': 11, '2026-01-20': 10, '2026-01-25': 12 },
);
const ANNUAL = versionsOf('2026-01-01', { '2026-01-01': 100 }, { '2026-01-01': 100, '2026-02-01': 101 });

const subscriptionsOf = (sourceAccountId: string): SourceSubscription[] => {
  const customer = { reseller: 0, sourceAccountId };
  return [
    { customer, sourceSubscriptionId: 'monthly', sku: 'SEAT', billingPeriod: 'MONTHLY', states: MONTHLY },
    { customer, sourceSubscriptionId: 'annual', sku: 'SEAT', billingPeriod: 'ANNUAL', states: ANNUAL },
  ];
};
const deliveriesOf = (sourceAccountId: string): Delivery[] =>
  subscriptionsOf(sourceAccountId).flatMap((subscription) =>
    subscription.states.map((state) => ({ subscription, state })),
  );

interface BilledLine {
  readonly period: string;
  readonly from: string;
  readonly quantity: string;
  readonly amount: string;
  readonly subscription: { readonly sourceSubscriptionId: string };
}

const LINES = 'lines { period from quantity amount subscription { sourceSubscriptionId } }';
const generate = (accountId: string, asOf: string) =>
  world.mutate(admin, 'generateInvoices', { accountId, asOf }, `invoices { ${LINES} }`);

async function issuedOn(id: string): Promise<BilledLine[]> {
  const query = `query ($id: ID!) { account(id: $id) { pendingInvoices(asOf: "2026-02-28") { total }
    invoices(first: 200) { edges { node { ${LINES} } } } } }`;
  const { account } = await world.ask(admin, query, { id });
  expect(account.pendingInvoices).toEqual([]);
  return account.invoices.edges.flatMap(({ node }: { node: { lines: BilledLine[] } }) => node.lines);
}

const statesOn = async (id: string) =>
  (
    await world.ask(
      admin,
      `query ($id: ID!) { account(id: $id) { subscriptions { edges { node { sourceSubscriptionId startDate endDate
         quantity quantities { from quantity } sourceVersion overbilled { period } } } } } }`,
      { id },
    )
  ).account.subscriptions.edges.map(({ node }: { node: unknown }) => node);

/** The lines of the case, to the cent; February's may have been billed in parts, as its states arrived. */
function assertLines(lines: readonly BilledLine[]): void {
  const told = lines
    .filter(({ period }) => period !== '2026-02-01')
    .map(({ subscription, from, quantity, amount }) =>
      [subscription.sourceSubscriptionId, from, Number(quantity), amount].join(' '),
    );
  expect(told.sort()).toEqual([
    'annual 2026-01-01 100 12000.00',
    'annual 2026-02-01 1 109.81',
    'monthly 2026-01-01 10 100.00',
    'monthly 2026-01-16 1 5.16',
    'monthly 2026-01-25 1 2.26',
  ]);
  const february = lines.filter(({ period }) => period === '2026-02-01');
  expect(february.reduce((sum, { amount }) => sum + Number(amount.replace('.', '')), 0)).toBe(12_000);
}

const END_STATES = [
  { sourceSubscriptionId: 'annual', quantity: 101, quantities: ANNUAL[1]?.steps, sourceVersion: '2' },
  { sourceSubscriptionId: 'monthly', quantity: 12, quantities: MONTHLY[3]?.steps, sourceVersion: '4' },
].map((state) => ({ ...state, startDate: '2026-01-01', endDate: null, overbilled: [] }));

const byId = (states: { sourceSubscriptionId: string }[]) =>
  states.toSorted((one, other) => (one.sourceSubscriptionId < other.sourceSubscriptionId ? -1 : 1));

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((one) => permutations(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

test('A33: the states of the case from 8 senders, each twice, while invoices are issued on random days', async () => {
  const customers = Array.from({ length: CUSTOMERS }, (_, nth) => `at-once-${nth}`);
  const all = shuffled(customers.flatMap(deliveriesOf), SEED);
  const firsts = customers.map((name) =>
    all.find(({ subscription }) => subscription.customer.sourceAccountId === name),
  );
  const resellers = [alpha];
  const copied = await send(world, resellers, firsts as Delivery[], { senders: 1, seed: SEED });
  const accounts = [...new Set(copied.map(({ accountId }) => accountId))];
  expect(accounts).toHaveLength(CUSTOMERS);

  let sending = true;
  const random = randomOf(SEED);
  const issuer = async () => {
    while (sending) {
      const accountId = accounts[Math.floor(random() * accounts.length)] as string;
      const { userErrors } = await generate(accountId, daysAfter('2026-01-01', Math.floor(random() * 59)));
      for (const { code } of userErrors) expect(code).toBe('NOTHING_TO_INVOICE');
    }
  };
  const issuing = Promise.all([issuer(), issuer()]);
  const twice = shuffled([...all, ...all], SEED + 1);
  const delivered = await send(world, resellers, twice, { senders: SENDERS, seed: SEED });
  sending = false;
  await issuing;

  const outcomes = [...copied, ...delivered].filter(({ outcome }) => outcome === 'CREATED');
  expect(outcomes).toHaveLength(2 * CUSTOMERS);
  for (const id of accounts) {
    await generate(id, '2026-02-28');
    expect(byId(await statesOn(id))).toEqual(END_STATES);
    assertLines(await issuedOn(id));
  }
  const again = await send(
    world,
    resellers,
    customers.flatMap((name) => newestOf(name)),
    { senders: 1, seed: SEED },
  );
  expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['UNCHANGED']));
});

const newestOf = (sourceAccountId: string) =>
  subscriptionsOf(sourceAccountId).map((subscription) => ({
    subscription,
    state: subscription.states.at(-1) as Version,
  }));

test('A33: the states of the case in each of their orders, invoiced by the end of January after each of them', async () => {
  const orders = permutations([0, 1, 2, 3]);
  const accounts: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const states = orders.flatMap((order, nth) =>
      subscriptionsOf(`order-${nth}`).flatMap((subscription) => {
        const state = subscription.states[order[turn] as number];
        return state ? [{ subscription, state }] : [];
      }),
    );
    const delivered = await send(world, [alpha], states, { senders: 1, seed: turn });
    accounts.push(...delivered.map(({ accountId }) => accountId));
    for (const id of new Set(accounts)) await generate(id, '2026-01-31');
  }
  expect(new Set(accounts).size).toBe(24);
  for (const id of new Set(accounts)) {
    await generate(id, '2026-02-28');
    const lines = await issuedOn(id);
    assertLines(lines);
    expect(lines.filter(({ period }) => period === '2026-02-01').map(({ amount }) => amount)).toEqual(['120.00']);
  }
});

test('A33: the last state of the case, invoiced day after day: each line on its own day', async () => {
  const [monthly, annual] = await send(world, [alpha], newestOf('day-after-day'), { senders: 1, seed: SEED });
  const accountId = monthly?.accountId as string;
  expect(annual?.accountId).toBe(accountId);
  const told: string[] = [];
  for (let day = '2026-01-01'; day <= '2026-02-28'; day = daysAfter(day, 1)) {
    const { invoices } = await generate(accountId, day);
    for (const { lines } of invoices) told.push(...lines.map(({ amount }: BilledLine) => `${day}: ${amount}`));
  }
  expect(told.sort()).toEqual([
    '2026-01-01: 100.00',
    '2026-01-01: 12000.00',
    '2026-01-16: 5.16',
    '2026-01-25: 2.26',
    '2026-02-01: 109.81',
    '2026-02-01: 120.00',
  ]);
});
