import { type AccountChange, accountChanges } from '../accounts/account-change';
import type { Caller } from '../caller';
import { subscriptionChanges } from '../selling/subscription-change';
import type { CustomerState } from './customer-state';

/** What an item makes of a customer, as it was before the item, and of the subscriptions that the item names (S32). */
export function customerChanges(
  caller: Pick<Caller, 'kind'>,
  before: CustomerState | null,
  after: CustomerState | null,
  named: ReadonlySet<string>,
): AccountChange[] {
  if (!after || after === before) return [];
  return [
    ...accountChanges(caller, before?.account ?? null, after.account),
    ...[...named].flatMap((source) => {
      const subscription = after.subscriptions.get(source);
      return subscription ? subscriptionChanges(before?.subscriptions.get(source) ?? null, subscription) : [];
    }),
  ];
}
