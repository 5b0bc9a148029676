import type { HistoryLine } from '../accounts/history';
import { type Refusal, refusal } from '../errors';
import { sourceSubscriptionKey } from '../identifiers';
import { firstDay, parse } from '../input';
import { say } from '../message';
import { serviceNotOffered } from '../resellers/price-list';
import type { Subscription } from '../selling/subscription';
import { subscriptionSold } from '../selling/wording';
import type { CustomerState } from './customer-state';
import type { PaidSubscription, SyncFacts, SyncItem } from './sync-item';

/** The item's subscriptions, recorded now or before, in their order. */
export interface RecordedSubscriptions {
  readonly state: CustomerState;
  readonly subscriptions: readonly Subscription[];
  readonly refusals: readonly Refusal[];
}

/** Records an item's paid subscriptions: twice is once; one that is refused refuses them all (S1). */
export function recordSubscriptions(state: CustomerState, item: SyncItem, facts: SyncFacts): RecordedSubscriptions {
  const known = new Map(state.subscriptions);
  const added: Subscription[] = [];
  const subscriptions: Subscription[] = [];
  const refusals: Refusal[] = [];
  for (const [index, paid] of item.paidSubscriptions.entries()) {
    const path = item.path.subscription(index);
    const recorded = known.get(paid.sourceSubscriptionId);
    const result = recorded ? sameAgain(recorded, paid, path) : newSubscription(state, paid, facts, path);
    if ('code' in result) {
      refusals.push(result);
      continue;
    }
    if (!recorded) added.push(result);
    known.set(paid.sourceSubscriptionId, result);
    subscriptions.push(result);
  }
  const lines = added.map<HistoryLine>((sold) => ({
    kind: 'SOLD',
    text: subscriptionSold(sold.quantity, sold.service.name, sold.startDate),
  }));
  return {
    state: {
      ...state,
      subscriptions: known,
      unwritten: {
        ...state.unwritten,
        history: [...state.unwritten.history, ...lines],
        subscriptions: [...state.unwritten.subscriptions, ...added],
      },
    },
    subscriptions,
    refusals,
  };
}

function sameAgain(recorded: Subscription, paid: PaidSubscription, path: readonly string[]): Subscription | Refusal {
  if (paid.trial) return notPaid(path);
  const same =
    recorded.service.sku === paid.sku &&
    recorded.quantity === paid.quantity &&
    recorded.billingPeriod === paid.billingPeriod &&
    recorded.startDate === paid.startDate;
  return same
    ? recorded
    : refusal('SUBSCRIPTION_CONFLICT', say('subscription.conflict'), [...path, 'sourceSubscriptionId']);
}

function newSubscription(
  { account }: CustomerState,
  paid: PaidSubscription,
  { prices }: SyncFacts,
  path: readonly string[],
): Subscription | Refusal {
  if (paid.trial) return notPaid(path);
  // Not where it is read: one that was recorded with such a day, before this rule, comes again and is unchanged.
  const { refusals } = parse(firstDay, paid.startDate, [...path, 'startDate']);
  if (refusals?.[0]) return refusals[0];
  const price = prices.priceOf(paid.sku, paid.billingPeriod, account.currency, paid.startDate);
  if (!price) return serviceNotOffered(paid, account.currency, [...path, 'sku']);
  return {
    id: sourceSubscriptionKey(account.id, paid.sourceSubscriptionId),
    accountId: account.id,
    service: price.service,
    quantity: paid.quantity,
    unitPrice: price.unitPrice,
    currency: account.currency,
    billingPeriod: paid.billingPeriod,
    startDate: paid.startDate,
    // S12: what arrives late for a deleted customer has ended with it.
    endDate: account.deletionDate,
    sourceSubscriptionId: paid.sourceSubscriptionId,
    cancellationDate: null,
    invoicedPeriods: 0,
  };
}

function notPaid(path: readonly string[]): Refusal {
  return refusal('NOT_A_PAID_SUBSCRIPTION', say('sync.trial'), [...path, 'trial']);
}
