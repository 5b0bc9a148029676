import { z } from 'zod';
import type { HistoryLine } from '../accounts/history';
import type { Refusal } from '../errors';
import { day, invalidInput } from '../input';
import { quantitySteps, sameSteps, startsOn } from './quantities';
import { endTooEarly, lastDay, type Subscription } from './subscription';
import { subscriptionChanged } from './wording';

/** What of a subscription is to be changed; left out stays, and an end of null is withdrawn. */
export const changeInput = z.object({ quantities: quantitySteps.optional(), endDate: day.nullish() });
export type SubscriptionChange = z.infer<typeof changeInput>;

/** What a change comes to: the subscription as it is then, or the refusal. */
export type ChangeDecision =
  | { readonly outcome: 'APPLIED'; readonly subscription: Subscription; readonly line: HistoryLine }
  | { readonly outcome: 'UNCHANGED' }
  | { readonly outcome: 'REJECTED'; readonly refusal: Refusal };

/** S26: the distributor changes what it sold itself; what was invoiced stays. */
export function decideChange(
  subscription: Subscription,
  change: SubscriptionChange,
  deletionDate: string | null,
): ChangeDecision {
  const { startDate } = subscription;
  const quantities = change.quantities ?? subscription.quantities;
  const end = change.endDate === undefined ? subscription.cancellationDate : change.endDate;
  // Before the days: an end that is here from before they were asked for is sent back as it is (S26).
  if (sameSteps(quantities, subscription.quantities) && end === subscription.cancellationDate) {
    return { outcome: 'UNCHANGED' };
  }
  if (!startsOn(quantities, startDate)) {
    return rejected(invalidInput(['input', 'quantities', '0', 'from'], 'input.notTheStart', { start: startDate }));
  }
  const tooEarly = change.endDate ? endTooEarly(change.endDate, startDate, ['input', 'endDate']) : null;
  if (tooEarly) return rejected(tooEarly);
  const changed = {
    ...subscription,
    quantities,
    cancellationDate: end,
    endDate: lastDay(end, deletionDate, subscription.closedOn),
  };
  return {
    outcome: 'APPLIED',
    subscription: changed,
    line: { kind: 'SOLD', text: subscriptionChanged(subscription, changed) },
  };
}

function rejected(refusal: Refusal): ChangeDecision {
  return { outcome: 'REJECTED', refusal };
}
