import fc from 'fast-check';
import { timeLimit } from '../../support/connections';
import { admin, aReseller, setUpResellers, type TestReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { randomOf, shuffled } from '../source-events';
import { BILLING_PERIODS, type Day, daysAfter, earlier } from './billing-calendar';
import { aTurn, type Issue, type Turn } from './billing-turns';
import { FollowedBilling } from './followed-billing';
import { type Delivered, type Delivery, send } from './source-senders';
import {
  CURRENCIES,
  dayOf,
  FIRST_DAY,
  isNewer,
  LAST_DAY,
  LISTED,
  PRICES,
  type SourceSubscription,
  sourceSubscriptions,
} from './source-states';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 4);
const SENDERS = 8;
const PATIENCE = timeLimit(30_000 + 15_000 * RUNS);
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

/** Every state as it is made, and once more later; some overtake others. */
function nearlyInOrder(sources: readonly SourceSubscription[], seed: number): Delivery[] {
  const random = randomOf(seed);
  const sent = sources.flatMap((subscription) =>
    subscription.states.flatMap((state, nth) => [
      { delivery: { subscription, state }, at: nth + 1.5 * random() },
      { delivery: { subscription, state }, at: nth + 5 * random() },
    ]),
  );
  return sent.sort((one, other) => one.at - other.at).map(({ delivery }) => delivery);
}

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

test(
  'S26: whatever is issued and credited in between, pending is what is due and not issued, and nothing is billed twice',
  async () => {
    const histories = sourceSubscriptions({ least: 5, most: 8, customers: 1 });
    const turns = fc.array(aTurn, { minLength: 10, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(histories, turns, fc.integer(), fc.nat(300), async (sources, list, seed, day) => {
        const { resellers, billing } = await begin(daysAfter(FIRST_DAY, 330 + day));
        const queue = nearlyInOrder(sources, seed);
        const deliver = async ({ states, senders, seed: order }: Turn['deliver']) => {
          await billing.arrived(await send(world, resellers, queue.splice(0, states), { senders, seed: order }));
          await billing.compare(billing.today);
        };
        await deliver({ states: sources.length, senders: 1, seed });
        for (const turn of list) {
          travelTo(earlier(daysAfter(billing.today, turn.days), LAST_DAY));
          if (turn.price) await billing.price(among(sources, turn.price.of).sku, turn.price.amount);
          await deliver(turn.deliver);
          await act(billing, sources, turn);
        }
        await deliver({ states: queue.length, senders: SENDERS, seed });
        for (const today of [billing.today, LAST_DAY]) {
          travelTo(today);
          for (const accountId of billing.accounts) await billing.issue(accountId, today, 1);
          await billing.compare(today, LAST_DAY);
        }
        await billing.compareIssued();
      }),
      replayed,
    );
  },
  PATIENCE,
);

const among = (sources: readonly SourceSubscription[], nth: number) =>
  sources[nth % sources.length] as SourceSubscription;

/** What the turn is about beside the states that arrived: a deletion, a credit note, invoices. */
async function act(billing: FollowedBilling, sources: readonly SourceSubscription[], turn: Turn): Promise<void> {
  const { deletion, credit, issue } = turn;
  const deleted = deletion && billing.accountOf(among(sources, deletion.of));
  if (deleted && billing.isDeleted(deleted)) await billing.restored(deleted);
  else if (deleted) await billing.deleted(deleted, daysAfter(billing.today, -deletion.daysAgo));

  const lines = billing.lines.filter(({ left }) => left > 0n);
  const line = credit && lines[credit.line % lines.length];
  if (line) await billing.credit(line, credit.thousandths);

  const source = among(sources, issue.of);
  const accountId = billing.accountOf(source, issue.gathered);
  const { by, calls, everySecond } = issue;
  const asOf = earlier(typeof by === 'number' ? daysAfter(billing.today, -by) : dayAmong(source, by), billing.today);
  if (accountId) await billing.issue(accountId, asOf, calls, everySecond);
  await billing.compare(asOf, billing.today);
}

function dayAmong({ billingPeriod, states }: SourceSubscription, by: Exclude<Issue['by'], number>): Day {
  const steps = states.flatMap((state) => state.steps);
  const start = states.at(-1)?.start ?? FIRST_DAY;
  const day =
    typeof by.day === 'number' ? (steps[by.day % steps.length]?.from ?? start) : dayOf(by.day, start, billingPeriod);
  return by.before ? daysAfter(day, -1) : day;
}
