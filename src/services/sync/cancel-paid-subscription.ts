import { DomainError, refusal } from '../../domain/errors';
import { sourceIdentityKey, sourceSubscriptionKey } from '../../domain/identifiers';
import { read } from '../../domain/input';
import { say } from '../../domain/message';
import { decideCancellation } from '../../domain/selling/cancellation';
import type { Subscription } from '../../domain/selling/subscription';
import { movePending } from '../../domain/sync/customer-standing';
import { cancellationInput } from '../../domain/sync/sync-input';
import type { SyncOutcome } from '../../domain/vocabulary';
import { addLines } from '../../persistence/accounts/add-line';
import { atOnce } from '../../persistence/pass/at-once';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { changeSubscription, findSourceSubscriptions } from '../../persistence/selling/subscription-repository';
import { type SyncCall, singleEvent } from './inbox';
import { lockCustomer } from './lock-customer';

/** What a cancellation came to. */
interface Cancelled {
  readonly outcome: SyncOutcome;
  /** Null of a customer that has left. */
  readonly accountId: string | null;
  readonly subscription: Subscription | null;
}

/** Ends a paid subscription as the reseller's customer cancelled it; the account stays (S1). */
export function cancelPaidSubscription(
  call: SyncCall,
  input: { readonly sourceAccountId: string; readonly sourceSubscriptionId: string },
): Promise<Cancelled> {
  const { sourceAccountId, sourceSubscriptionId } = input;
  // All of it is about the subscription, but for whose it is.
  const places = ['sourceSubscriptionId', 'endDate'];
  const subscriptions = places.map((place) => ({ sourceSubscriptionId, path: ['input', place] }));
  return singleEvent(
    call,
    { sourceAccountId, subscriptions },
    (pass) => cancel(pass, input),
    ({ subscription }) => ({ outcome: null, recorded: subscription ? [sourceSubscriptionId] : [] }),
  );
}

async function cancel(pass: SyncPass, input: unknown): Promise<Cancelled> {
  const { sourceAccountId, sourceSubscriptionId, endDate } = read(cancellationInput, input, ['input']);
  const account = await lockCustomer(pass, sourceAccountId);
  if (account === 'FORMER') return { outcome: 'STALE', accountId: null, subscription: null };
  if (account === 'MOVE_PENDING') throw new DomainError(movePending(['input', 'sourceAccountId']));
  const key = sourceSubscriptionKey(sourceIdentityKey(pass.reseller.id, sourceAccountId), sourceSubscriptionId);
  const found = account ? await findSourceSubscriptions(pass.transaction, [{ accountId: account.id, key }]) : [];
  const subscription = found.find((one) => one.sourceSubscriptionId === sourceSubscriptionId);
  if (!account || !subscription) {
    throw new DomainError(
      refusal('NOT_FOUND', say('sync.subscriptionNotRecorded'), ['input', 'sourceSubscriptionId'], { retryable: true }),
    );
  }
  if (subscription.sourceVersion !== null) {
    throw new DomainError(
      refusal('SUBSCRIPTION_CONFLICT', say('subscription.sendState'), ['input', 'sourceSubscriptionId']),
    );
  }
  const decision = decideCancellation(subscription, endDate, account.deletionDate);
  if (decision.outcome === 'REJECTED') throw new DomainError(decision.refusal);
  if (decision.outcome === 'APPLIED') {
    const { accountId, id, endDate: lastDay, cancellationDate } = decision.subscription;
    await atOnce([
      changeSubscription(pass, { accountId, id, endDate: lastDay, cancellationDate }),
      addLines(pass, account.id, [decision.line]),
    ]);
  }
  return { outcome: decision.outcome, accountId: account.id, subscription: decision.subscription };
}
