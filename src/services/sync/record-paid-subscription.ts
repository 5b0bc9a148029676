import type { AccountChange } from '../../domain/accounts/account-change';
import { asDomainError } from '../../domain/errors';
import { accepted } from '../../domain/input';
import type { Subscription } from '../../domain/selling/subscription';
import { parseRecordPaidSubscription } from '../../domain/sync/sync-input';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { type SyncCall, singleEvent } from './inbox';
import { syncItems } from './sync-items';

export interface RecordedPaidSubscription {
  readonly outcome: SyncOutcome;
  /** What the subscription itself came to. */
  readonly subscriptionOutcome: SyncOutcome;
  /** Null when it is not here, since a dry run made none. */
  readonly accountId: string | null;
  /** As it is now: null when it is not here, since a dry run made none. */
  readonly subscription: Subscription | null;
  readonly warnings: readonly SyncWarning[];
  /** What a dry run would change (S32). */
  readonly changes: readonly AccountChange[];
}

/** The arguments of a purchase, of which nothing is read yet. */
interface SentPurchase {
  readonly customer: { readonly sourceAccountId: string };
  readonly subscription: { readonly sourceSubscriptionId: string };
}

/** Records a paid subscription; the first one of a customer copies the customer (S1). Both or neither. */
export function recordPaidSubscription(call: SyncCall, input: SentPurchase): Promise<RecordedPaidSubscription> {
  const { customer, subscription } = input;
  const event = {
    sourceAccountId: customer.sourceAccountId,
    subscriptions: [{ sourceSubscriptionId: subscription.sourceSubscriptionId, path: ['input', 'subscription'] }],
  };
  return singleEvent(
    call,
    event,
    (pass) => record(pass, input),
    ({ outcome }) => ({ outcome, recorded: [subscription.sourceSubscriptionId] }),
  );
}

async function record(pass: SyncPass, input: unknown): Promise<RecordedPaidSubscription> {
  const item = accepted(parseRecordPaidSubscription(input));
  const [decision] = await syncItems(pass, [item]);
  const recorded = decision?.subscriptions[0];
  if (!decision?.state || !recorded || decision.refusals.length > 0) {
    throw asDomainError(decision?.refusals ?? []);
  }
  return {
    outcome: decision.outcome,
    subscriptionOutcome: recorded.outcome,
    accountId: pass.isDryRun && decision.outcome === 'CREATED' ? null : decision.state.account.id,
    subscription: recorded.subscription,
    warnings: decision.warnings,
    changes: decision.changes,
  };
}
