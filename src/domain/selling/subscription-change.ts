import { type AccountChange, changed } from '../accounts/account-change';
import type { Subscription } from './subscription';

/** What becomes of a subscription; of one that is new, null before, what it is (S32). */
export function subscriptionChanges(before: Subscription | null, after: Subscription): AccountChange[] {
  const { accountId, id } = after;
  return changed(
    { accountId, subject: 'SUBSCRIPTION', field: null, subscriptionId: id },
    before && textOf(before),
    textOf(after),
  );
}

/** What people know of it, by the names of the contract. */
function textOf({ service, ...subscription }: Subscription): string {
  const { sourceSubscriptionId, billingPeriod, startDate, endDate, quantities, unitPrice, priceSource, currency } =
    subscription;
  return JSON.stringify({
    sourceSubscriptionId,
    sku: service.sku,
    billingPeriod,
    startDate,
    endDate,
    quantities,
    unitPrice,
    priceSource,
    currency,
  });
}
