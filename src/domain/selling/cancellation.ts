import type { HistoryLine } from '../accounts/history';
import { dayBefore } from '../calendar';
import { type Refusal, refusal } from '../errors';
import { invalidInput } from '../input';
import { say } from '../message';
import { quantityOn } from './quantities';
import { lastDay, type Subscription } from './subscription';
import { subscriptionEnded } from './wording';

/** What a cancellation comes to: the subscription as it is then, or the refusal. */
export type CancellationDecision =
  | { readonly outcome: 'APPLIED'; readonly subscription: Subscription; readonly line: HistoryLine }
  | { readonly outcome: 'UNCHANGED'; readonly subscription: Subscription }
  | { readonly outcome: 'REJECTED'; readonly refusal: Refusal };

/**
 * Whoever cancels, the distributor or a reseller's customer: the same cancellation again is unchanged, another end is a
 * conflict, and a deleted account's subscriptions end with it at the latest. An end on the day before the start takes a
 * subscription back; an earlier one means none in some other system.
 */
export function decideCancellation(
  subscription: Subscription,
  endDate: string,
  deletionDate: string | null,
): CancellationDecision {
  if (subscription.cancellationDate === endDate) return { outcome: 'UNCHANGED', subscription };
  const earliest = dayBefore(subscription.startDate);
  if (endDate < earliest) {
    return {
      outcome: 'REJECTED',
      refusal: invalidInput(['input', 'endDate'], 'input.earlierThan', { earliest }),
    };
  }
  if (subscription.cancellationDate !== null) {
    return {
      outcome: 'REJECTED',
      refusal: refusal('SUBSCRIPTION_CONFLICT', say('subscription.cancelled', { day: subscription.cancellationDate }), [
        'input',
        'endDate',
      ]),
    };
  }
  const ends = lastDay(endDate, deletionDate, subscription.closedOn) ?? endDate;
  const ended = { ...subscription, endDate: ends, cancellationDate: endDate };
  return {
    outcome: 'APPLIED',
    subscription: ended,
    line: { kind: 'SOLD', text: subscriptionEnded(quantityOn(ended, ends), subscription.service.name, ends) },
  };
}
