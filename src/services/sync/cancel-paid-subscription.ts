import { asDomainError, DomainError } from '../../domain/errors';
import { sourceIdentityKey } from '../../domain/identifiers';
import { parse } from '../../domain/input';
import type { Subscription } from '../../domain/selling/subscription';
import { decideCancellation } from '../../domain/sync/source-end';
import { cancellationInput } from '../../domain/sync/sync-input';
import type { SyncOutcome } from '../../domain/vocabulary';
import { actorName } from '../../domain/wording';
import { insertHistory } from '../../persistence/accounts/history-repository';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { endSubscription, findSourceSubscriptions } from '../../persistence/selling/subscription-repository';
import { lockCustomer } from './lock-customer';

/** Ends a paid subscription as the reseller's customer cancelled it; the account stays (S1). */
export async function cancelPaidSubscription(
  pass: SyncPass,
  input: unknown,
): Promise<{ outcome: SyncOutcome; accountId: string; subscription: Subscription }> {
  const sent = parse(cancellationInput, input, ['input']);
  if (sent.refusals) throw asDomainError(sent.refusals);
  const { sourceAccountId, sourceSubscriptionId, endDate } = sent.value;
  const account = await lockCustomer(pass, sourceIdentityKey(pass.reseller.id, sourceAccountId));
  const [subscription] = account
    ? await findSourceSubscriptions(pass.transaction, [{ accountId: account.id, sourceSubscriptionId }])
    : [];
  if (!account || !subscription) {
    throw new DomainError({
      code: 'NOT_FOUND',
      message: 'This subscription was not recorded here yet. Send the cancellation again after it.',
      path: ['input', 'sourceSubscriptionId'],
      retryable: true,
    });
  }
  const decision = decideCancellation(subscription, endDate, account.deletionDate);
  if (decision.outcome === 'REJECTED') throw new DomainError(decision.refusal);
  if (decision.outcome === 'APPLIED') {
    await endSubscription(pass, decision.subscription);
    await insertHistory(pass, actorName(pass.caller, pass.reseller.name), [
      { accountId: account.id, lines: [decision.line] },
    ]);
  }
  return { outcome: decision.outcome, accountId: account.id, subscription: decision.subscription };
}
