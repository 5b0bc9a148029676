import type { HistoryLine } from '../accounts/history';
import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import { quantityOn } from './quantities';
import { endTooEarly, lastDay, type Subscription } from './subscription';
import { subscriptionEnded } from './wording';

/** What a cancellation comes to: the subscription as it is then, or the refusal. */
export type CancellationDecision =
  | { readonly outcome: 'APPLIED'; readonly subscription: Subscription; readonly line: HistoryLine }
  | { readonly outcome: 'UNCHANGED'; readonly subscription: Subscription }
  | { readonly outcome: 'REJECTED'; readonly refusal: Refusal };

/**
 * Whoever cancels, the distributor or a reseller's customer: the same cancellation again is unchanged, another end is a
 * conflict, and a deleted account's subscriptions end with it at the latest.
 */
export function decideCancellation(
  subscription: Subscription,
  endDate: string,
  deletionDate: string | null,
): CancellationDecision {
  if (subscription.cancellationDate === endDate) return { outcome: 'UNCHANGED', subscription };
  const tooEarly = endTooEarly(endDate, subscription.startDate, ['input', 'endDate']);
  if (tooEarly) return { outcome: 'REJECTED', refusal: tooEarly };
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
