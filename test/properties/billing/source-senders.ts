import { aCustomer, type TestReseller } from '../../support/resellers';
import type { World } from '../../support/world';
import { randomOf } from '../source-events';
import type { SourceSubscription, Version } from './source-states';

/** One state on its way. */
export interface Delivery {
  readonly subscription: SourceSubscription;
  readonly state: Version;
}

export type Outcome = 'CREATED' | 'APPLIED' | 'UNCHANGED' | 'STALE';
export interface Delivered extends Delivery {
  readonly outcome: Outcome;
  readonly accountId: string;
  readonly subscriptionId: string;
}

const RESULTS = `results { account { id } userErrors { code message path retryable }
  subscriptionResults { sourceSubscriptionId outcome subscription { id } userErrors { code message path } } }`;

/**
 * Sends everything, in calls of random size by so many senders at once, and gives what each came to, in the order of the
 * answers. What is refused as retryable is sent again; any other refusal is a failure.
 */
export async function send(
  world: World,
  resellers: readonly TestReseller[],
  deliveries: readonly Delivery[],
  { senders, seed }: { senders: number; seed: number },
): Promise<Delivered[]> {
  const random = randomOf(seed);
  const queue = [...deliveries];
  const delivered: Delivered[] = [];
  let left = queue.length * 20;
  const sender = async () => {
    while (queue.length > 0) {
      left -= 1;
      if (left < 0) throw new Error(`These are refused for ever: ${JSON.stringify(queue.slice(0, 3), written)}`);
      const items = takeItems(queue, random);
      const reseller = resellers[items[0]?.[0]?.subscription.customer.reseller ?? 0] as TestReseller;
      const input = { items: items.map((item) => itemOf(item, random)) };
      const { results, userErrors } = await world.mutate(reseller.sync, 'syncCustomers', input, RESULTS);
      expect(userErrors).toEqual([]);
      items.forEach((item, index) => {
        const answer = results[index];
        if (answer.userErrors.length > 0) queue.push(...again(item, answer.userErrors));
        else delivered.push(...item.map((delivery, nth) => deliveredAs(delivery, answer, nth)));
      });
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return delivered;
}

/** What stands next in the queue and goes to the same reseller; at times several states of a customer are one item. */
function takeItems(queue: Delivery[], random: () => number): Delivery[][] {
  const reseller = queue[0]?.subscription.customer.reseller;
  const others = queue.findIndex(({ subscription }) => subscription.customer.reseller !== reseller);
  const taken = queue.splice(0, Math.min(others < 0 ? queue.length : others, 1 + Math.floor(random() * 12)));
  const items: Delivery[][] = [];
  for (const delivery of taken) {
    const item = items.at(-1);
    const joins =
      item !== undefined &&
      random() < 0.5 &&
      item[0]?.subscription.customer.sourceAccountId === delivery.subscription.customer.sourceAccountId;
    if (joins) item.push(delivery);
    else items.push([delivery]);
  }
  return items;
}

function itemOf(item: readonly Delivery[], random: () => number): object {
  return {
    customer: aCustomer(item[0]?.subscription.customer.sourceAccountId),
    paidSubscriptions: item.map((delivery) => inputOf(delivery, random() < 0.5)),
  };
}

/** The whole state; one step may be told by its quantity alone, and is so without a version. */
export function inputOf({ subscription, state }: Delivery, brief = false): Record<string, unknown> {
  const [first, ...others] = state.steps;
  const { version } = state;
  return {
    sourceSubscriptionId: subscription.sourceSubscriptionId,
    sku: subscription.sku,
    billingPeriod: subscription.billingPeriod,
    startDate: state.start,
    ...((brief || version === null) && others.length === 0
      ? { quantity: first?.quantity }
      : { quantities: state.steps }),
    ...((brief || version === null) && state.end === null ? {} : { endDate: state.end }),
    ...(version === null ? {} : { sourceVersion: String(version) }),
  };
}

function again(item: readonly Delivery[], userErrors: readonly { retryable: boolean }[]): readonly Delivery[] {
  if (userErrors.every((error) => error.retryable)) return item;
  throw new Error(`${JSON.stringify(item, written)} was refused: ${JSON.stringify(userErrors)}`);
}

interface ItemAnswer {
  readonly account: { readonly id: string };
  readonly subscriptionResults: readonly {
    readonly sourceSubscriptionId: string;
    readonly outcome: Outcome;
    readonly subscription: { readonly id: string };
    readonly userErrors: readonly unknown[];
  }[];
}

function deliveredAs(delivery: Delivery, { account, subscriptionResults }: ItemAnswer, nth: number): Delivered {
  const result = subscriptionResults[nth];
  const { sourceSubscriptionId } = delivery.subscription;
  expect(result).toMatchObject({ sourceSubscriptionId, userErrors: [] });
  return {
    ...delivery,
    outcome: result?.outcome as Outcome,
    accountId: account.id,
    subscriptionId: result?.subscription.id as string,
  };
}

export const written = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
