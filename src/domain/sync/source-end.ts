import { type AccountState, NO_VERSION } from '../accounts/account';
import type { HistoryLine } from '../accounts/history';
import type { Refusal } from '../errors';
import type { Subscription } from '../selling/subscription';
import { subscriptionEnded } from '../selling/wording';
import type { SyncOutcome } from '../vocabulary';
import { deletedByReseller } from './wording';

/** What the reseller's deletion of a customer comes to; `account` is null when nothing is to be written. */
export interface DeletionDecision {
  readonly outcome: Extract<SyncOutcome, 'APPLIED' | 'UNCHANGED' | 'STALE'>;
  readonly account: AccountState | null;
  readonly history: readonly HistoryLine[];
}

/** S12: a deletion again is unchanged, one older than what is here is late, one of the same version is applied. */
export function decideDeletion(
  account: AccountState,
  deletion: { readonly sourceVersion: bigint; readonly endDate: string },
  resellerName: string,
): DeletionDecision {
  const { management } = account;
  if (account.status === 'DELETED') {
    // The first deletion stays the one that counts: what came before it is late, what came after it never happened.
    return { outcome: 'UNCHANGED', account, history: [] };
  }
  if (deletion.sourceVersion < (management?.sourceVersion ?? NO_VERSION)) {
    return { outcome: 'STALE', account: null, history: [] };
  }
  const atVersion = management && { ...management, sourceVersion: deletion.sourceVersion };
  return {
    outcome: 'APPLIED',
    account: { ...account, status: 'DELETED', deletionDate: deletion.endDate, management: atVersion },
    history: [{ kind: 'DELETED', text: deletedByReseller(resellerName, deletion.endDate) }],
  };
}

/** What a cancellation comes to: the subscription as it is then, or the refusal. */
export type CancellationDecision =
  | { readonly outcome: 'APPLIED'; readonly subscription: Subscription; readonly line: HistoryLine }
  | { readonly outcome: 'UNCHANGED'; readonly subscription: Subscription }
  | { readonly outcome: 'REJECTED'; readonly refusal: Refusal };

/** The same cancellation again is unchanged, another end is a conflict; a deleted account's ends with it at the latest. */
export function decideCancellation(
  subscription: Subscription,
  endDate: string,
  deletionDate: string | null,
): CancellationDecision {
  if (subscription.cancellationDate === endDate) return { outcome: 'UNCHANGED', subscription };
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
