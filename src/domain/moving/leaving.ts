import { z } from 'zod';
import type { Account } from '../accounts/account';
import { dayBefore } from '../calendar';
import { type Refusal, refusal } from '../errors';
import { canonicalId } from '../identifiers';
import { amount, invalidInput, knownId } from '../input';
import { say } from '../message';
import { type Prices, serviceNotOffered } from '../resellers/price-list';
import { unknownSubscription } from '../resellers/transfer-mapping';
import type { Subscription } from '../selling/subscription';
import type { AccountHistoryKind, PriceSource } from '../vocabulary';

/** A move that is announced and not completed: to which reseller, and as which of its customers. */
export interface AnnouncedMove {
  readonly tenantResellerId: string;
  readonly sourceAccountId: string;
}

/** What is known of an account that is to leave its reseller; its row is locked. */
export interface LeavingFacts {
  readonly account: Account;
  readonly announced: AnnouncedMove | null;
  /** The last of the steps that its history tells of who manages it; null when there was none. */
  readonly lastStep: AccountHistoryKind | null;
  /** Whether periods begun before today are pending for it. */
  readonly hasPending: boolean;
  /** What it has that runs today or later. */
  readonly running: readonly Subscription[];
}

/** The subscriptions of an account that is released, and what is to become of each, as they are sent. */
export const releasedInput = z.array(
  z.object({ subscriptionId: knownId, goesOn: z.boolean(), unitPrice: amount.nullish() }),
);
export type ReleasedSubscription = Readonly<z.input<typeof releasedInput>[number]>;

/** A subscription that goes on as the distributor's own, at this price from the next period on. */
export interface KeptSubscription {
  readonly accountId: string;
  readonly id: string;
  readonly unitPrice: string;
  readonly priceSource: PriceSource;
}

/** A subscription that ends with its account's leaving. */
export interface ClosedSubscription {
  readonly accountId: string;
  readonly id: string;
  readonly closedOn: string;
}

export interface Leaving {
  readonly closed: readonly ClosedSubscription[];
  readonly kept: readonly KeptSubscription[];
}

/** An account leaves with nothing owed: what is pending would be billed to somebody else (S29). */
export function unpaidRefusal({ hasPending }: LeavingFacts, path: readonly string[]): Refusal | null {
  return hasPending ? refusal('INVOICE_FIRST', say('invoice.first'), path) : null;
}

/** The end of everything that runs: yesterday, and of what has not begun the day before its start. */
export function closeAll(running: readonly Subscription[], today: string): ClosedSubscription[] {
  const yesterday = dayBefore(today);
  return running.map(({ accountId, id, startDate }) => ({
    ...{ accountId, id },
    closedOn: startDate > yesterday ? dayBefore(startDate) : yesterday,
  }));
}

/**
 * What becomes of the subscriptions of an account that is released: each that runs is named, and ends yesterday or goes on
 * as the distributor's, at the price that is named, else the service's own (S29).
 */
export function planRelease(
  { running, account }: LeavingFacts,
  sent: readonly ReleasedSubscription[],
  known: ReadonlySet<string>,
  prices: Prices,
  today: string,
  path: readonly string[],
): Leaving | readonly Refusal[] {
  const named = new Map<string, ReleasedSubscription & { readonly path: readonly string[] }>();
  const refusals: Refusal[] = [];
  for (const [index, one] of sent.entries()) {
    const at = [...path, String(index)];
    const id = canonicalId(one.subscriptionId);
    if (!id || !known.has(id)) refusals.push(unknownSubscription(at));
    else if (named.has(id)) refusals.push(invalidInput([...at, 'subscriptionId'], 'input.namedTwice'));
    else named.set(id, { ...one, path: at });
  }
  const kept: KeptSubscription[] = [];
  const ending: Subscription[] = [];
  for (const subscription of running) {
    const one = named.get(subscription.id);
    // Of a deleted account nothing goes on.
    if (!one || account.status === 'DELETED' || !one.goesOn) {
      if (one && !one.goesOn && (one.unitPrice ?? null) !== null) {
        refusals.push(invalidInput([...one.path, 'unitPrice'], 'input.priceOfEnded'));
      }
      ending.push(subscription);
      continue;
    }
    const price = priceOf(subscription, one.unitPrice ?? null, prices, one.path);
    if ('code' in price) refusals.push(price);
    else kept.push({ accountId: subscription.accountId, id: subscription.id, ...price });
  }
  const missing = running.map(({ id }) => id).filter((id) => !named.has(id));
  if (refusals.length === 0 && missing.length > 0) {
    refusals.push(invalidInput(path, 'input.notNamed', { missing: missing.join(', ') }));
  }
  return refusals.length > 0 ? refusals : { kept, closed: closeAll(ending, today) };
}

function priceOf(
  { service, billingPeriod, currency }: Subscription,
  named: string | null,
  prices: Prices,
  path: readonly string[],
): Pick<KeptSubscription, 'unitPrice' | 'priceSource'> | Refusal {
  if (named !== null) return { unitPrice: named, priceSource: 'SET_BY_DISTRIBUTOR' };
  const price = prices.priceOf(service.sku, billingPeriod, currency, null);
  if (price) return { unitPrice: price.unitPrice, priceSource: 'SERVICE' };
  return serviceNotOffered({ sku: service.sku, billingPeriod }, currency, [...path, 'subscriptionId']);
}
