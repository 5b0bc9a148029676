import type { Change, Refusal, SyncOutcome, SyncWarning } from './generated/operations.ts';
import {
  type ItemOutcome,
  type NotHereYet,
  type Objection,
  objection,
  type Refused,
  type SubscriptionOutcome,
  type Unsettled,
} from './outcome.ts';

/** What an item, or a single event, was answered with. */
export interface Answered {
  readonly outcome: SyncOutcome;
  readonly account?: { readonly id: string } | null;
  readonly warnings?: readonly SyncWarning[];
  readonly changes?: readonly Change[];
  readonly subscriptionResults?: readonly SubscriptionOutcome[];
  readonly userErrors: readonly Refusal[];
}

/** An item's outcome. UNSETTLED: it is to be sent again, or given up. */
export function itemOutcome(answered: Answered): ItemOutcome {
  const { outcome, account, warnings = [], changes = [], subscriptionResults = [], userErrors } = answered;
  const subscriptions = subscriptionResults.map(({ sourceSubscriptionId, outcome: of }) => ({
    sourceSubscriptionId,
    outcome: of,
  }));
  const against = speaksAgainst(userErrors, outcome);
  if (against) return { ...against, subscriptions };
  return { status: 'TAKEN', outcome, accountId: account?.id ?? null, warnings, changes, subscriptions };
}

/** What the codes of refusals come to; null when there is none. One that may not be retried decides. */
export function speaksAgainst(
  userErrors: readonly Refusal[],
  outcome: SyncOutcome,
): Refused | NotHereYet | Unsettled | null {
  const [first] = userErrors;
  if (!first) {
    return outcome === 'REJECTED' ? objection('REJECTED', 'No reason is told.') : null;
  }
  const errors = userErrors.map(withinItem);
  if (userErrors.some(({ retryable }) => !retryable)) return { status: 'REFUSED', errors };
  switch (first.code) {
    case 'ACCOUNT_NOT_COPIED':
    case 'NOT_FOUND':
      return { status: 'NOT_HERE_YET', errors };
    case 'MOVE_PENDING':
      return { status: 'UNSETTLED', reason: 'MOVE_PENDING', message: first.message, mayBeTaken: false };
    default: {
      const mayBeTaken = first.code === 'OUTCOME_UNKNOWN';
      return { status: 'UNSETTLED', reason: 'TEMPORARILY_UNAVAILABLE', message: first.message, mayBeTaken };
    }
  }
}

/** Without where the item stood in its call, which nobody knows who gave it. */
function withinItem({ path, ...error }: Refusal): Objection {
  const [, list] = path;
  return { ...error, path: list === 'items' ? path.slice(3) : path.slice(1) };
}
