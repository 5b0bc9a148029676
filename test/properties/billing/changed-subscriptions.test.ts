import fc from 'fast-check';
import { timeLimit } from '../../support/connections';
import { admin, anOwnAccount, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { earlier } from './billing-calendar';
import type { State } from './billing-model';
import { FollowedBilling } from './followed-billing';
import {
  aMoment,
  CURRENCIES,
  dayOf,
  LAST_DAY,
  PRICES,
  type SourceSubscription,
  sourceSubscriptions,
} from './source-states';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 8);

let world: World;
beforeAll(async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  world = await createWorld();
  world.now = new Date(`${LAST_DAY}T12:00:00Z`);
  await setUpResellers(world);
});
afterAll(() => world.close());

const SUBSCRIPTION = 'subscription { id endDate quantities { from quantity } }';

/** Sold by the distributor, from the first of its states. */
async function sell({ sku, billingPeriod, states }: SourceSubscription, accountId: string): Promise<string> {
  const [step] = states[0]?.steps ?? [];
  const input = { accountId, sku, billingPeriod, quantity: step?.quantity, startDate: step?.from };
  const { subscription, userErrors } = await world.mutate(admin, 'createSubscription', input, SUBSCRIPTION);
  expect(userErrors).toEqual([]);
  return subscription.id;
}

/** What does not change is left out, which leaves it. */
async function change(accountId: string, subscriptionId: string, before: State, { steps, end }: State): Promise<void> {
  const input = {
    accountId,
    subscriptionId,
    ...(JSON.stringify(steps) === JSON.stringify(before.steps) ? {} : { quantities: steps }),
    ...(end === before.end ? {} : { endDate: end }),
  };
  const { subscription, userErrors } = await world.mutate(admin, 'changeSubscription', input, SUBSCRIPTION);
  expect(userErrors).toEqual([]);
  expect(subscription).toEqual({ id: subscriptionId, endDate: end, quantities: steps });
}

test(
  'S26: what the distributor changes of what it sold itself is billed by the same rule',
  async () => {
    const days = fc.array(aMoment, { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sourceSubscriptions({ most: 1, start: 'left alone' }), days, async ([sold], moments) => {
        if (!sold) return;
        const customer = { ...sold.customer, own: true } as const;
        const source = { ...sold, customer };
        const accountId = await anOwnAccount(world, { currency: CURRENCIES[customer.reseller] });
        const billing = new FollowedBilling(world, []);
        for (const [sku, price] of Object.entries(PRICES)) await billing.price(sku, price);
        const subscriptionId = await sell(source, accountId);
        for (const [nth, state] of source.states.entries()) {
          const before = source.states[nth - 1];
          if (before) await change(accountId, subscriptionId, before, state);
          await billing.arrived([{ subscription: source, state, accountId, subscriptionId, outcome: 'APPLIED' }]);
          const moment = moments[nth] as (typeof moments)[number];
          const asOf = earlier(dayOf(moment, state.start, source.billingPeriod), LAST_DAY);
          await billing.compare(asOf, LAST_DAY);
          await billing.issue(accountId, asOf, 1);
          await billing.compare(asOf, LAST_DAY);
        }
        await billing.issue(accountId, LAST_DAY, 2);
        await billing.compareIssued();
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  },
  timeLimit(30_000 + 10_000 * RUNS),
);
