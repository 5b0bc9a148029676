import type { Management } from '../accounts/account';
import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import type { CustomerState } from './customer-state';

/**
 * A customer of a sender as it is here: its state; an account that is about to come to the sender, or has left it; or
 * nothing yet. Of one that has left the sender learns no more (S29).
 */
export type Customer = CustomerState | 'MOVE_PENDING' | 'FORMER' | null;

/** Whether the sender manages the account, and under this very source id: only then does an event count (S29). */
export function isManagedAs(
  { management }: { readonly management: Pick<Management, 'tenantResellerId' | 'sourceAccountId'> | null },
  tenantResellerId: string,
  sourceAccountId: string,
): boolean {
  return management?.tenantResellerId === tenantResellerId && management.sourceAccountId === sourceAccountId;
}

/** The refusal of an event for a customer whose move is announced and not completed. */
export function movePending(path: readonly string[]): Refusal {
  return refusal('MOVE_PENDING', say('sync.movePending'), path, { retryable: true });
}

/** The refusal of a purchase of a customer that has left its sender, or whose id is another account's. */
export function customerHasLeft(path: readonly string[]): Refusal {
  return refusal('SOURCE_ACCOUNT_TAKEN', say('sync.customerLeft'), path);
}
