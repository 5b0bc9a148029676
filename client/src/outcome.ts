import type { Change, Refusal, SyncOutcome, SyncWarning } from './generated/operations.ts';

/** A refusal that is no code of the server's sentences: what this client or HTTP says of one item. */
export interface Objection extends Omit<Refusal, 'code'> {
  readonly code: Refusal['code'] | (string & {});
}

/** Why it is not known to be taken, though nothing speaks against it. */
export type UnsettledReason =
  /** The signal of the caller said so. */
  | 'ABORTED'
  /** The server failed each time that this was sent. */
  | 'FAULT'
  /** The customer is announced to move to this reseller: send it again when the move is completed. */
  | 'MOVE_PENDING'
  /** Everything has stopped: the error that follows says why. */
  | 'STOPPED'
  /** The server could not do it, for as long as `retry.giveUpAfterMs`. */
  | 'TEMPORARILY_UNAVAILABLE';

export interface Taken {
  readonly status: 'TAKEN';
  /** CREATED, APPLIED, UNCHANGED or STALE. */
  readonly outcome: SyncOutcome;
  /** The account's id at the distributor; null when it is not this reseller's any more, and for a copy that is only tried. */
  readonly accountId: string | null;
  readonly warnings: readonly SyncWarning[];
  /** What a dry run would change; empty when it is none. */
  readonly changes: readonly Change[];
}

/** It is not taken as it is: sending it again changes nothing. The distributor finds it in the inbox. */
export interface Refused {
  readonly status: 'REFUSED';
  /** `path` is within the item, or the input: `['customer', 'name']`. */
  readonly errors: readonly Objection[];
}

/**
 * No failure: the customer has no paid subscription at the distributor, or the subscription that is cancelled was never
 * recorded. There is nothing to bring up to date; it comes with the next paid subscription.
 */
export interface NotHereYet {
  readonly status: 'NOT_HERE_YET';
  readonly errors: readonly Objection[];
}

/** Keep it, and send it again later. */
export interface Unsettled {
  readonly status: 'UNSETTLED';
  readonly reason: UnsettledReason;
  readonly message: string;
  /** It was sent, and may be taken for all that is known. Sending it again does no harm. */
  readonly mayBeTaken: boolean;
}

/** What one event came to. */
export type Outcome<More = unknown> = (Taken & More) | Refused | NotHereYet | Unsettled;

/** What one subscription of an item came to. */
export interface SubscriptionOutcome {
  readonly sourceSubscriptionId: string;
  /** CREATED, APPLIED, UNCHANGED or STALE. */
  readonly outcome: SyncOutcome;
}

/** What one item of `syncCustomers` came to. */
export type ItemOutcome = Outcome & {
  /**
   * Those that were taken, in the item's order. Also of an item that is not TAKEN: one of more than 100 subscriptions is
   * sent in parts, each for itself.
   */
  readonly subscriptions: readonly SubscriptionOutcome[];
};

/** What one part of an item came to, and how many of the item's subscriptions stood before it. */
export interface PartOutcome {
  readonly offset: number;
  readonly outcome: ItemOutcome;
}

/** The parts of an item as one, in their order. The worst decides; what the snapshot came to, the first says. */
export function joined(parts: readonly PartOutcome[]): ItemOutcome {
  const outcomes = parts.map(shifted);
  const subscriptions = outcomes.flatMap((one) => one.subscriptions);
  const [first] = outcomes;
  if (!first) throw new Error('An item has no parts');
  const unsettled = outcomes.filter((one) => one.status === 'UNSETTLED');
  if (unsettled[0]) {
    return { ...unsettled[0], mayBeTaken: outcomes.some((one) => isPerhapsTaken(one)), subscriptions };
  }
  const refused = outcomes.filter((one) => one.status === 'REFUSED');
  if (refused.length > 0) return { status: 'REFUSED', errors: refused.flatMap(({ errors }) => errors), subscriptions };
  if (first.status !== 'TAKEN') return { ...first, subscriptions };
  const taken = outcomes.filter((one) => one.status === 'TAKEN');
  return {
    ...first,
    warnings: [...new Set(taken.flatMap(({ warnings }) => warnings))],
    changes: taken.flatMap(({ changes }) => changes),
    subscriptions,
  };
}

function isPerhapsTaken(one: ItemOutcome): boolean {
  return one.status === 'TAKEN' || (one.status === 'UNSETTLED' && one.mayBeTaken);
}

/** Positions of subscriptions count within the item as it was given. */
function shifted({ offset, outcome }: PartOutcome): ItemOutcome {
  if (offset === 0 || !('errors' in outcome)) return outcome;
  const errors = outcome.errors.map((error) => {
    const [list, at, ...rest] = error.path;
    return list === 'paidSubscriptions' && at !== undefined
      ? { ...error, path: [list, String(Number(at) + offset), ...rest] }
      : error;
  });
  return { ...outcome, errors };
}

/** A refusal that is no code of the server's: what this client, or HTTP, has against one item. */
export function objection(code: string, message: string): Refused {
  return { status: 'REFUSED', errors: [{ code, message, path: [], retryable: false }] };
}
