import type { HistoryLine } from '../accounts/history';
import { dayBefore } from '../calendar';
import type { Refusal } from '../errors';
import { invalidInput } from '../input';
import type { Subscription } from './subscription';
import { subscriptionEnded } from './wording';

/** What a cancellation comes to: the subscription as it is then, or the refusal. */
export type CancellationDecision =
  | { readonly outcome: 'APPLIED'; readonly subscription: Subscription; readonly line: HistoryLine }
  | { readonly outcome: 'UNCHANGED'; readonly subscription: Subscription }
  | { readonly outcome: 'REJECTED'; readonly refusal: Refusal };

/**
 * Whoever cancels, the distributor or a reseller's customer: the same cancellation again is unchanged, another end is a
 * conflict, and a deleted account's subscriptions end with it at the latest. An end on the day before the start takes a
 * subscription back; an earlier one means none in some other system (S26).
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
      refusal: invalidInput(['input', 'endDate'], { message: `must be ${earliest} or later` }),
    };
  }
  if (subscription.cancellationDate !== null) {
    return {
      outcome: 'REJECTED',
      refusal: {
        code: 'SUBSCRIPTION_CONFLICT',
        message: `The subscription was cancelled for ${subscription.cancellationDate} already.`,
        path: ['input', 'endDate'],
      },
    };
  }
  // The earlier of the two.
  const [lastDay = endDate] = [endDate, deletionDate ?? endDate].sort();
  return {
    outcome: 'APPLIED',
    subscription: { ...subscription, endDate: lastDay, cancellationDate: endDate },
    line: { kind: 'SOLD', text: subscriptionEnded(subscription.quantity, subscription.service.name, lastDay) },
  };
}
