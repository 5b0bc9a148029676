import fc from 'fast-check';

/** A customer as the reseller's own BSS holds it: the truth that the copy must end in. */
export interface SourceCustomer {
  readonly reseller: 0 | 1;
  readonly sourceAccountId: string;
  version: number;
  name: string;
  status: 'ACTIVE' | 'SUSPENDED';
  city: string;
  options: { systemCode: string; key: string; value: string }[];
  deletedOn: string | null;
  /** How often it came back after a deletion. */
  restored: number;
  /** By source id: the last day that is billed, as the cancellation says it. */
  subscriptions: Map<string, string | null>;
}

/** What a reseller's BSS sends, ready for its mutation. */
export type SourceEvent = { readonly reseller: 0 | 1 } & (
  | { readonly kind: 'recordPaidSubscription'; readonly input: { customer: object; subscription: object } }
  | { readonly kind: 'syncCustomers'; readonly item: { customer: object; paidSubscriptions: object[] } }
  | { readonly kind: 'cancelPaidSubscription'; readonly input: object }
  | { readonly kind: 'deleteManagedAccount'; readonly input: object }
  | { readonly kind: 'restoreManagedAccount'; readonly input: { customer: object } }
);

/** One random step of a random customer; which one it comes to depends on what the customer is by then. */
export interface Step {
  readonly customer: number;
  readonly what: 'buy' | 'refresh and buy' | 'rename' | 'status' | 'move' | 'options' | 'cancel' | 'delete' | 'restore';
  readonly seed: number;
}

export const steps = (customers: number, count: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      customer: fc.nat(customers - 1),
      what: fc.oneof(
        { weight: 120, arbitrary: fc.constantFrom('buy', 'refresh and buy', 'rename', 'status', 'move', 'options') },
        { weight: 20, arbitrary: fc.constant('cancel') },
        { weight: 4, arbitrary: fc.constant('delete') },
        { weight: 30, arbitrary: fc.constant('restore') },
      ) as fc.Arbitrary<Step['what']>,
      seed: fc.nat(99),
    }),
    { minLength: count, maxLength: count },
  );

/** Lives the steps through and gives the truth at the end with every event that was sent on the way, in order. */
export function live(
  names: readonly string[],
  steps: readonly Step[],
): { truth: SourceCustomer[]; events: SourceEvent[] } {
  const truth = names.map<SourceCustomer>((name, index) => ({
    reseller: index % 2 === 0 ? 0 : 1,
    sourceAccountId: `customer-${index}`,
    version: 1,
    name,
    status: 'ACTIVE',
    city: 'Berlin',
    options: [],
    deletedOn: null,
    restored: 0,
    subscriptions: new Map(),
  }));
  const events: SourceEvent[] = [];
  for (const step of steps) {
    const customer = truth[step.customer];
    // Whoever is deleted comes back, and nothing else happens to it; whoever is not has nothing to come back from.
    if (customer && (customer.deletedOn === null) === (step.what !== 'restore')) events.push(...take(customer, step));
  }
  // Whoever never bought anything never appears: everyone buys once, so that every retry comes to an end.
  for (const customer of truth) {
    if (customer.deletedOn === null) events.push(...take(customer, { customer: 0, what: 'buy', seed: 0 }));
  }
  return { truth, events };
}

function take(customer: SourceCustomer, { what, seed }: Step): SourceEvent[] {
  const { reseller } = customer;
  const bought = [...customer.subscriptions.keys()];
  switch (what) {
    case 'buy':
      return [
        {
          reseller,
          kind: 'recordPaidSubscription',
          input: { customer: snapshot(customer), subscription: buy(customer) },
        },
      ];
    case 'refresh and buy': {
      customer.version += 1;
      customer.name = `${customer.name.split(' v')[0]} v${customer.version}`;
      const paidSubscriptions = [buy(customer), buy(customer)];
      return [{ reseller, kind: 'syncCustomers', item: { customer: snapshot(customer), paidSubscriptions } }];
    }
    case 'rename':
      customer.name = `Renamed ${seed}`;
      return refreshed(customer);
    case 'status':
      customer.status = seed % 2 === 0 ? 'SUSPENDED' : 'ACTIVE';
      return refreshed(customer);
    case 'move':
      customer.city = `City ${seed}`;
      return refreshed(customer);
    case 'options':
      customer.options = Array.from({ length: seed % 4 }, (_, index) => ({
        systemCode: 'crm',
        key: `key-${index}`,
        value: `${seed}`,
      }));
      return refreshed(customer);
    case 'cancel': {
      const sourceSubscriptionId = bought[seed % bought.length];
      if (!sourceSubscriptionId || customer.subscriptions.get(sourceSubscriptionId)) return [];
      const endDate = dayOf2026(seed);
      customer.subscriptions.set(sourceSubscriptionId, endDate);
      const input = { sourceAccountId: customer.sourceAccountId, sourceSubscriptionId, endDate };
      return [{ reseller, kind: 'cancelPaidSubscription', input }];
    }
    case 'delete': {
      // Only what was copied can be deleted here: the others buy first.
      const first: SourceEvent[] = bought.length > 0 ? [] : take(customer, { customer: 0, what: 'buy', seed });
      customer.version += 1;
      customer.deletedOn = dayOf2026(seed);
      const { sourceAccountId, version, deletedOn } = customer;
      const input = { sourceAccountId, sourceVersion: String(version), endDate: deletedOn };
      return [...first, { reseller, kind: 'deleteManagedAccount', input }];
    }
    case 'restore':
      customer.version += 1;
      customer.deletedOn = null;
      customer.restored += 1;
      customer.name = `Restored ${seed}`;
      customer.status = seed % 2 === 0 ? 'SUSPENDED' : 'ACTIVE';
      return [{ reseller, kind: 'restoreManagedAccount', input: { customer: snapshot(customer) } }];
  }
}

function refreshed(customer: SourceCustomer): SourceEvent[] {
  customer.version += 1;
  const item = { customer: snapshot(customer), paidSubscriptions: [] };
  return [{ reseller: customer.reseller, kind: 'syncCustomers', item }];
}

function snapshot(customer: SourceCustomer): object {
  return {
    sourceAccountId: customer.sourceAccountId,
    sourceVersion: String(customer.version),
    name: customer.name,
    status: customer.status,
    billingAddress: { city: customer.city, country: 'DE' },
    synchronizationOptions: customer.options.toReversed(),
  };
}

function buy(customer: SourceCustomer): object {
  const sourceSubscriptionId = `${customer.sourceAccountId}-${customer.subscriptions.size}`;
  customer.subscriptions.set(sourceSubscriptionId, null);
  return { sourceSubscriptionId, sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' };
}

/** After the start of every subscription: one that would end before it is refused. */
function dayOf2026(seed: number): string {
  return `2026-${String((seed % 11) + 2).padStart(2, '0')}-15`;
}

/** The same list in an order that the seed decides. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomOf(seed);
  const result = [...list];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
