import { asDomainError } from '../../domain/errors';
import { accepted } from '../../domain/input';
import type { Subscription } from '../../domain/selling/subscription';
import { parseRecordPaidSubscription } from '../../domain/sync/sync-input';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { syncItems } from './sync-items';

export interface RecordedPaidSubscription {
  readonly outcome: SyncOutcome;
  readonly accountId: string;
  readonly subscription: Subscription;
  readonly warnings: readonly SyncWarning[];
}

/** Records a paid subscription; the first one of a customer copies the customer (S1). Both or neither. */
export async function recordPaidSubscription(pass: SyncPass, input: unknown): Promise<RecordedPaidSubscription> {
  const item = accepted(parseRecordPaidSubscription(input));
  const [decision] = await syncItems(pass, [item]);
  const subscription = decision?.subscriptions[0];
  if (!decision?.state || !subscription || decision.refusals.length > 0) {
    throw asDomainError(decision?.refusals ?? []);
  }
  return { outcome: decision.outcome, accountId: decision.state.account.id, subscription, warnings: decision.warnings };
}
