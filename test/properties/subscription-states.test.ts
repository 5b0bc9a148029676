import fc from 'fast-check';
import { admin, aReseller, setUpResellers, type TestReseller } from '../support/resellers';
import { createWorld, type World } from '../support/world';
import { BILLING_PERIODS, type Day, daysAfter, earlier } from './billing-calendar';
import { FollowedBilling } from './followed-billing';
import { shuffled } from './source-events';
import { type Delivered, send } from './source-senders';
import {
  aMoment,
  CURRENCIES,
  dayOf,
  FIRST_DAY,
  isNewer,
  LAST_DAY,
  LISTED,
  type Moment,
  PRICES,
  type SourceSubscription,
  sourceSubscriptions,
} from './source-states';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 5);
const SENDERS = 8;
const PATIENCE = 30_000 + 5000 * RUNS;
const replayed = { seed: SEED, numRuns: RUNS, endOnFailure: true };

let world: World;
let priceListId: string;
beforeAll(async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  world = await createWorld();
  await setUpResellers(world);
  // Before anything on the list is valid: what is past cannot be added.
  travelTo('2010-01-01');
  for (const sku of Object.keys(LISTED)) await world.mutate(admin, 'saveService', { sku, name: sku, prices: [] });
  const entries = Object.entries(LISTED).flatMap(([sku, list]) =>
    BILLING_PERIODS.flatMap((billingPeriod) =>
      list.map((entry) => ({ sku, currency: 'KWD', billingPeriod, ...entry })),
    ),
  );
  const list = { code: 'KWD', name: 'In dinars', prices: entries };
  const { priceList, userErrors } = await world.mutate(admin, 'savePriceList', list, 'priceList { id }');
  expect(userErrors).toEqual([]);
  priceListId = priceList.id;
});
afterAll(() => world.close());

const travelTo = (day: Day) => {
  world.now = new Date(`${day}T12:00:00Z`);
};

/** Resellers of this run alone, one a currency, at the prices that everything has at first. */
async function begin(today: Day): Promise<{ resellers: TestReseller[]; billing: FollowedBilling }> {
  travelTo(today);
  const resellers: TestReseller[] = [];
  for (const currency of CURRENCIES) {
    resellers.push(await aReseller(world, { name: currency, currency, separateInvoices: currency === 'EUR' }));
  }
  const tenantResellerId = resellers[CURRENCIES.indexOf('KWD')]?.id;
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId, priceListId });
  const billing = new FollowedBilling(world, resellers);
  for (const [sku, price] of Object.entries(PRICES)) await billing.price(sku, price);
  return { resellers, billing };
}

/** Every state twice, in an order of its own. */
const eachTwice = (sources: readonly SourceSubscription[], seed: number) => {
  const once = sources.flatMap((subscription) => subscription.states.map((state) => ({ subscription, state })));
  return shuffled([...once, ...once], seed);
};

test(
  'S26: states in any order, each twice, from 8 senders at once, end as the greatest version says',
  async () => {
    await fc.assert(
      fc.asyncProperty(sourceSubscriptions({ most: 12 }), fc.integer(), async (sources, seed) => {
        const { resellers, billing } = await begin(LAST_DAY);
        const delivered = await send(world, resellers, eachTwice(sources, seed), { senders: SENDERS, seed });
        await billing.arrived(delivered);
        await billing.compare(LAST_DAY);
        expect(count(delivered, 'CREATED')).toBe(sources.length);
        for (const id of new Set(delivered.map(({ accountId }) => accountId))) {
          const own = delivered.filter(({ accountId }) => accountId === id);
          const lines = await historyOf(id);
          expect(lines.filter((kind) => kind === 'COPIED')).toHaveLength(1);
          const told = lines.filter((kind) => kind === 'SOLD').length;
          // What changes nothing leaves no line.
          expect(told).toBeLessThanOrEqual(count(own, 'CREATED') + count(own, 'APPLIED'));
          expect(new Set(lines)).toEqual(new Set(told > 0 ? ['COPIED', 'SOLD'] : ['COPIED']));
        }
      }),
      replayed,
    );
  },
  PATIENCE,
);

test(
  'S26: one sender is answered by the version alone: newer, the same, older',
  async () => {
    await fc.assert(
      fc.asyncProperty(sourceSubscriptions({ most: 6 }), fc.integer(), async (sources, seed) => {
        const { resellers } = await begin(LAST_DAY);
        const here = new Map<string, Delivered>();
        for (const one of await send(world, resellers, eachTwice(sources, seed), { senders: 1, seed })) {
          const before = here.get(one.subscriptionId);
          expect(one.outcome).toBe(outcomeOf(one, before));
          if (!before || isNewer(one.state, before.state)) here.set(one.subscriptionId, one);
        }
      }),
      replayed,
    );
  },
  PATIENCE,
);

function outcomeOf({ state }: Delivered, before: Delivered | undefined): Delivered['outcome'] {
  if (!before) return 'CREATED';
  if (isNewer(before.state, state)) return 'STALE';
  const content = ({ start, steps, end }: Delivered['state']) => JSON.stringify([start, steps, end]);
  return content(state) === content(before.state) ? 'UNCHANGED' : 'APPLIED';
}

const count = (delivered: readonly Delivered[], outcome: Delivered['outcome']) =>
  delivered.filter((one) => one.outcome === outcome).length;

async function historyOf(id: string): Promise<string[]> {
  const { account } = await world.ask(
    admin,
    'query ($id: ID!) { account(id: $id) { history(first: 200) { edges { node { kind } } } } }',
    { id },
  );
  return account.history.edges.map(({ node }: { node: { kind: string } }) => node.kind);
}

type Act =
  | { readonly what: 'deliver'; readonly states: number; readonly senders: number; readonly seed: number }
  | {
      readonly what: 'issue';
      readonly on: number;
      readonly by: Moment;
      readonly before: boolean;
      readonly calls: number;
      readonly everySecond: boolean;
    }
  | { readonly what: 'delete'; readonly customer: number; readonly daysAgo: number }
  | { readonly what: 'credit'; readonly line: number; readonly thousandths: number }
  | { readonly what: 'travel'; readonly days: number }
  | { readonly what: 'price'; readonly sku: string; readonly amount: string };

const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('deliver'),
      states: fc.integer({ min: 1, max: 12 }),
      senders: fc.constantFrom(1, SENDERS),
      seed: fc.integer(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('issue'),
      on: fc.nat(),
      by: aMoment,
      before: fc.boolean(),
      calls: fc.constantFrom(1, 1, 3),
      everySecond: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('credit'),
      line: fc.nat(),
      thousandths: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 999 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('delete'),
      customer: fc.nat(),
      daysAgo: fc.integer({ min: -40, max: 400 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('travel'), days: fc.integer({ min: 1, max: 120 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('price'),
      sku: fc.constantFrom(...Object.keys(PRICES)),
      amount: fc.constantFrom(...Object.values(PRICES)),
    }),
  },
);

test(
  'S26: whatever is issued and credited in between, pending is what is due and not issued, and nothing is billed twice',
  async () => {
    const acts = fc.array(anAct, { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        sourceSubscriptions({ most: 4 }),
        acts,
        fc.integer(),
        fc.nat(500),
        async (sources, list, seed, day) => {
          const { resellers, billing } = await begin(daysAfter(FIRST_DAY, day));
          const queue = eachTwice(sources, seed);
          const deliver = async (states: number, senders: number, order: number) => {
            await billing.arrived(await send(world, resellers, queue.splice(0, states), { senders, seed: order }));
          };
          await deliver(2, 1, seed);
          for (const act of list) {
            switch (act.what) {
              case 'deliver':
                await deliver(act.states, act.senders, act.seed);
                break;
              case 'issue': {
                const accountId = billing.accounts[act.on % billing.accounts.length] as string;
                const { billingPeriod, states } = sources[act.on % sources.length] as SourceSubscription;
                const first = dayOf(act.by, states.at(-1)?.start ?? FIRST_DAY, billingPeriod);
                const asOf = earlier(act.before ? daysAfter(first, -1) : first, billing.today);
                await billing.issue(accountId, asOf, act.calls, act.everySecond);
                await billing.compare(asOf);
                break;
              }
              case 'credit': {
                const lines = billing.lines.filter(({ left }) => left > 0n);
                const line = lines[act.line % lines.length];
                if (line) await billing.credit(line, act.thousandths);
                break;
              }
              case 'delete': {
                const customers = [...billing.customers.keys()];
                const accountId = customers[act.customer % customers.length] as string;
                await billing.deleted(accountId, daysAfter(billing.today, -act.daysAgo));
                break;
              }
              case 'travel':
                travelTo(earlier(daysAfter(billing.today, act.days), LAST_DAY));
                break;
              case 'price':
                await billing.price(act.sku, act.amount);
                break;
            }
            await billing.compare(billing.today);
          }
          await deliver(queue.length, SENDERS, seed);
          await billing.compare(billing.today, LAST_DAY);
          for (const accountId of billing.accounts) await billing.issue(accountId, billing.today, 1);
          await billing.compare(billing.today, LAST_DAY);
          await billing.compareIssued();
        },
      ),
      replayed,
    );
  },
  PATIENCE,
);
