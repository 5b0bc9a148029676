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
import { lockCustomer } from './lock-customer';

/** Ends a paid subscription as the reseller's customer cancelled it; the account stays (S1). */
export async function cancelPaidSubscription(
  pass: SyncPass,
  input: unknown,
): Promise<{ outcome: SyncOutcome; accountId: string | null; subscription: Subscription | null }> {
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
