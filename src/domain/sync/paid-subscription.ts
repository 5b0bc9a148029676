import type { HistoryLine } from '../accounts/history';
import { type Refusal, refusal } from '../errors';
import { sourceIdentityKey, sourceSubscriptionKey } from '../identifiers';
import { EARLIEST_DAY, invalidInput } from '../input';
import { say } from '../message';
import { serviceNotOffered } from '../resellers/price-list';
import { quantityOn, sameSteps } from '../selling/quantities';
import { endTooEarly, lastDay, type Subscription } from '../selling/subscription';
import { subscriptionChanged, subscriptionSold } from '../selling/wording';
import type { SyncOutcome } from '../vocabulary';
import type { CustomerState, WrittenSubscription } from './customer-state';
import { LayeredMap } from './layered-map';
import type { CopyFacts, PaidSubscription, SyncItem } from './sync-item';

/** What one paid subscription of an item came to. */
export interface SubscriptionResult {
  readonly sourceSubscriptionId: string;
  readonly outcome: SyncOutcome;
  readonly subscription: Subscription;
}

/** The item's subscriptions as they are now, in the item's order. */
export interface RecordedSubscriptions {
  readonly state: CustomerState;
  readonly subscriptions: readonly SubscriptionResult[];
  readonly refusals: readonly Refusal[];
}

/**
 * Records an item's paid subscriptions, or brings those that are here to the state that the source sends: whatever order the
 * states arrive in, the greatest version stands (S26). One that is refused refuses them all (S1).
 */
export function recordSubscriptions(state: CustomerState, item: SyncItem, facts: CopyFacts): RecordedSubscriptions {
  if (item.paidSubscriptions.length === 0) return { state, subscriptions: [], refusals: [] };
  const known = LayeredMap.of(state.subscriptions);
  const written = LayeredMap.of(state.unwritten.subscriptions);
  const now = new Map<string, Subscription>();
  const toWrite = new Map<string, WrittenSubscription>();
  const lines: HistoryLine[] = [];
  const results: SubscriptionResult[] = [];
  const refusals: Refusal[] = [];
  for (const [index, paid] of item.paidSubscriptions.entries()) {
    const { sourceSubscriptionId } = paid;
    const recorded = now.get(sourceSubscriptionId) ?? known.get(sourceSubscriptionId);
    const earlier = toWrite.get(sourceSubscriptionId) ?? written.get(sourceSubscriptionId);
    const stored = earlier ? earlier.stored : (recorded ?? null);
    const sale: Sale = { account: state.account, paid, facts, stored, path: item.path.subscription(index) };
    const decision = recorded ? followSource(recorded, sale) : firstSale(sale);
    if ('code' in decision) {
      refusals.push(decision);
      continue;
    }
    const { outcome, subscription, line } = decision;
    results.push({ sourceSubscriptionId, outcome, subscription });
    if (line) lines.push({ kind: 'SOLD', text: line });
    if (subscription === recorded) continue;
    now.set(sourceSubscriptionId, subscription);
    toWrite.set(sourceSubscriptionId, { subscription, stored });
  }
  const { created, changed, confirmed, history } = state.unwritten;
  return {
    state: {
      account: state.account,
      subscriptions: known.with(now),
      unwritten: {
        created,
        changed,
        confirmed,
        history: lines.length === 0 ? history : [...history, ...lines],
        subscriptions: written.with(toWrite),
      },
    },
    subscriptions: results,
    refusals,
  };
}

/** A paid subscription that was sent, for whom, and where it stands in the arguments. */
interface Sale {
  readonly account: CustomerState['account'];
  readonly paid: PaidSubscription;
  readonly facts: CopyFacts;
  /** What is stored of it; null of one that is new. */
  readonly stored: Subscription | null;
  readonly path: readonly string[];
}

/** What it comes to; the same subscription when there is nothing to write, and the history's line when there is one. */
interface Decision {
  readonly outcome: SyncOutcome;
  readonly subscription: Subscription;
  readonly line?: string;
}

function firstSale(sale: Sale): Decision | Refusal {
  const { account, paid } = sale;
  const wrong = notPaid(sale) ?? wrongDays(sale, null);
  if (wrong) return wrong;
  const price = priceOf(sale, account.currency);
  if ('code' in price) return price;
  const subscription: Subscription = {
    id: sourceSubscriptionKey(customerKey(account), paid.sourceSubscriptionId),
    accountId: account.id,
    service: price.service,
    unitPrice: price.unitPrice,
    priceSource: price.priceSource,
    quantities: paid.quantities,
    currency: account.currency,
    billingPeriod: paid.billingPeriod,
    startDate: paid.startDate,
    // S12: what arrives late for a deleted customer has ended with it.
    endDate: lastDay(paid.endDate, account.deletionDate),
    cancellationDate: paid.endDate,
    sourceSubscriptionId: paid.sourceSubscriptionId,
    sourceVersion: paid.sourceVersion,
    tenantResellerId: account.management?.tenantResellerId ?? null,
    closedOn: null,
    invoicedPeriods: 0,
  };
  const units = quantityOn(subscription, subscription.startDate);
  return { outcome: 'CREATED', subscription, line: subscriptionSold(units, price.service.name, paid.startDate) };
}

/** A subscription that is here: an older version is late whatever it holds, an equal one must be the same. */
function followSource(recorded: Subscription, sale: Sale): Decision | Refusal {
  const { paid, path, account } = sale;
  // S24: handed back under another id, it is known by that one.
  if (recorded.sourceSubscriptionId !== paid.sourceSubscriptionId) {
    return refusal('SUBSCRIPTION_CONFLICT', say('subscription.otherId'), [...path, 'sourceSubscriptionId']);
  }
  const known = recorded.sourceVersion;
  const sent = paid.sourceVersion;
  if (known !== null && (sent === null || sent < known)) return { outcome: 'STALE', subscription: recorded };
  const unpaid = notPaid(sale);
  if (unpaid) return unpaid;
  const isAnother = recorded.service.sku !== paid.sku || recorded.billingPeriod !== paid.billingPeriod;
  const isSame = isSameState(recorded, paid);
  if (isAnother || (sent === null && !isSame)) {
    return refusal('SUBSCRIPTION_CONFLICT', say('subscription.conflict'), [...path, 'sourceSubscriptionId']);
  }
  // One that was closed when its account left goes on, now that the account is back: also in the state that was known of it.
  const reopens = isSame && recorded.closedOn !== null;
  if (sent === known && !reopens) {
    return isSame
      ? { outcome: 'UNCHANGED', subscription: recorded }
      : refusal('SOURCE_VERSION_CONFLICT', say('subscription.versionConflict', { version: sent ?? 0n }), [
          ...path,
          'sourceVersion',
        ]);
  }
  if (isSame && !reopens) {
    return { outcome: 'UNCHANGED', subscription: { ...recorded, sourceVersion: sent } };
  }
  const wrong = wrongDays(sale, recorded);
  if (wrong) return wrong;
  const price = correctedPrice(recorded, sale);
  if (price && 'code' in price) return price;
  const cancellationDate = sent === null ? recorded.cancellationDate : paid.endDate;
  const subscription: Subscription = {
    ...recorded,
    ...price,
    startDate: paid.startDate,
    quantities: paid.quantities,
    endDate: lastDay(cancellationDate, account.deletionDate),
    cancellationDate,
    closedOn: null,
    sourceVersion: sent,
  };
  return { outcome: 'APPLIED', subscription, line: subscriptionChanged(recorded, subscription) };
}

/** The key of the customer that the account is: of a copy its id. */
function customerKey({ id, management }: Sale['account']): string {
  if (!management || management.origin === 'COPIED_FROM_RESELLER') return id;
  return sourceIdentityKey(management.tenantResellerId, management.sourceAccountId);
}

/** Without a version a state says nothing of the end: that is the cancellation's. */
function isSameState(recorded: Subscription, paid: PaidSubscription): boolean {
  return (
    recorded.startDate === paid.startDate &&
    sameSteps(recorded.quantities, paid.quantities) &&
    (paid.sourceVersion === null || recorded.cancellationDate === paid.endDate)
  );
}

function notPaid({ paid, path }: Sale): Refusal | null {
  return paid.trial ? refusal('NOT_A_PAID_SUBSCRIPTION', say('sync.trial'), [...path, 'trial']) : null;
}

/**
 * Not where they are read: one that was recorded with such a day, before this rule, comes again and is unchanged, and an
 * older version is late whatever its days.
 */
function wrongDays({ paid, path }: Sale, recorded: Subscription | null): Refusal | null {
  if (paid.startDate !== recorded?.startDate && paid.startDate < EARLIEST_DAY) {
    return invalidInput([...path, 'startDate'], 'input.earlierThan', { earliest: EARLIEST_DAY });
  }
  return paid.endDate === null ? null : endTooEarly(paid.endDate, paid.startDate, [...path, 'endDate']);
}

/**
 * The price is taken anew with another start (S27). What is stored is asked too: a call that takes a start away and brings it
 * back has corrected none.
 */
function correctedPrice(recorded: Subscription, sale: Sale) {
  const { paid, stored } = sale;
  if (paid.startDate === recorded.startDate) return null;
  if (paid.startDate !== stored?.startDate) return priceOf(sale, recorded.currency);
  const { unitPrice, priceSource } = stored;
  return { unitPrice, priceSource };
}

function priceOf({ paid, facts, path }: Sale, currency: string) {
  const price = facts.prices.priceOf(paid.sku, paid.billingPeriod, currency, paid.startDate);
  return price ?? serviceNotOffered(paid, currency, [...path, 'sku']);
}
