import { type AccountGaps, type AccountState, NO_VERSION } from '../accounts/account';
import type { HistoryLine } from '../accounts/history';
import { MASTERED, masteredDifferences, masteredOf } from '../accounts/mastered';
import { type Refusal, refusal } from '../errors';
import { label, say } from '../message';
import { backOrderingRefusal } from '../resellers/back-ordering';
import type { TenantReseller } from '../tenant-reseller';
import type { SyncOutcome, SyncWarning } from '../vocabulary';
import { copyOf, copyWarnings } from './account-copy';
import { type Customer, customerHasLeft, movePending } from './customer-standing';
import { type CustomerState, storedState } from './customer-state';
import { recordSubscriptions, type SubscriptionResult } from './paid-subscription';
import type { CopyFacts, CustomerSnapshot, SyncFacts, SyncItem } from './sync-item';
import { copiedFrom, refreshedFrom, restoredBy, statusChangedByReseller } from './wording';

/** What one item comes to. A refused item leaves the state as it was. */
export interface SyncDecision {
  readonly outcome: SyncOutcome;
  readonly state: CustomerState | null;
  readonly subscriptions: readonly SubscriptionResult[];
  readonly warnings: readonly SyncWarning[];
  readonly refusals: readonly Refusal[];
}

/**
 * Decides one item, whatever order the items arrive in: the snapshot first, then its subscriptions, both or neither.
 * `customer` is null when it is not here.
 */
export function decideItem(customer: Customer, item: SyncItem, facts: SyncFacts): SyncDecision {
  if (typeof customer === 'string') return ofAnother(customer, item);
  const decision = decideWhole(customer, item, facts);
  const { state } = decision;
  if (decision.refusals.length > 0 || !state) return rejected(customer, decision.refusals);
  const lacking = customer ? [] : copyWarnings(readGaps(facts));
  return { ...decision, state, warnings: [...sourceWarnings(state, item), ...lacking] };
}

/** Whether the item of a customer that is not here copies it. */
export function wouldCopy(item: SyncItem, facts: CopyFacts): boolean {
  return decideWhole(null, item, facts).refusals.length === 0;
}

/** The snapshot first, then its subscriptions. */
function decideWhole(customer: CustomerState | null, item: SyncItem, facts: CopyFacts) {
  const snapshot = customer ? applySnapshot(customer, item, facts.reseller, false) : copyCustomer(item, facts);
  if (!snapshot.state) return { ...snapshot, subscriptions: [] };
  return { ...snapshot, ...recordSubscriptions(snapshot.state, item, facts) };
}

function readGaps({ copyGaps }: SyncFacts): AccountGaps {
  if (!copyGaps) throw new Error('A copy is made, and nobody has asked what it lacks');
  return copyGaps;
}

/** S31: a snapshot like any other, but that it brings back a customer that was deleted before it. */
export function decideRestoration(
  customer: Customer,
  item: SyncItem,
  reseller: Pick<TenantReseller, 'name'>,
): SyncDecision {
  if (typeof customer === 'string') return ofAnother(customer, item);
  const snapshot = customer ? applySnapshot(customer, item, reseller, true) : notCopied(item);
  if (!snapshot.state) return rejected(customer, snapshot.refusals);
  return { ...snapshot, subscriptions: [], warnings: sourceWarnings(snapshot.state, item) };
}

/** Of one that has left, whatever its sender still sends of it is late, and a purchase is nobody's here (S29). */
function ofAnother(customer: 'MOVE_PENDING' | 'FORMER', { path: at, paidSubscriptions }: SyncItem): SyncDecision {
  const path = [...at.customer, 'sourceAccountId'];
  if (customer === 'MOVE_PENDING') return rejected(null, [movePending(path)]);
  if (paidSubscriptions.length > 0) return rejected(null, [customerHasLeft(path)]);
  return { outcome: 'STALE', state: null, subscriptions: [], warnings: [], refusals: [] };
}

interface SnapshotDecision {
  readonly outcome: SyncOutcome;
  /** Null when it is refused. */
  readonly state: CustomerState | null;
  readonly refusals: readonly Refusal[];
}

/** S1: the first paid subscription copies the customer; anything less leaves it alone. */
function copyCustomer(item: SyncItem, { reseller }: CopyFacts): SnapshotDecision {
  if (item.paidSubscriptions.length === 0) return notCopied(item);
  const inactive = backOrderingRefusal(reseller, item.path.customer);
  if (inactive) return refused(inactive);
  const fresh = storedState(copyOf(item.customer, reseller));
  return {
    outcome: 'CREATED',
    state: {
      ...fresh,
      unwritten: {
        ...fresh.unwritten,
        created: true,
        confirmed: true,
        history: [{ kind: 'COPIED', text: copiedFrom(reseller.name) }],
      },
    },
    refusals: [],
  };
}

function notCopied({ path }: SyncItem): SnapshotDecision {
  return refused(
    refusal('ACCOUNT_NOT_COPIED', say('sync.notCopied'), [...path.customer, 'sourceAccountId'], { retryable: true }),
  );
}

/**
 * "Versions and repetition": greater is applied, equal must be the same, smaller is late. A restoration is no more than a
 * snapshot, but on a customer that was deleted before it.
 */
function applySnapshot(
  state: CustomerState,
  item: SyncItem,
  reseller: Pick<TenantReseller, 'name'>,
  restores: boolean,
): SnapshotDecision {
  const { account } = state;
  const { customer } = item;
  const known = account.management?.sourceVersion ?? NO_VERSION;
  const isDeleted = account.status === 'DELETED';
  if (isDeleted && !(restores && customer.sourceVersion > known)) return applyToDeleted(state, item);
  if (customer.sourceVersion < known) return { outcome: 'STALE', state, refusals: [] };
  const differing = masteredDifferences(account, customer);
  const changed = differing.map((property) => MASTERED[property].label);
  const statusChanged = account.status !== customer.status;
  const differs = changed.length > 0 || statusChanged;
  // Of an account that came back the values are another's until the snapshot of its version comes (S29).
  const isOfKnown = account.management?.snapshotVersion === known;
  if (differs && isOfKnown && customer.sourceVersion === known) {
    return refused(
      refusal(
        'SOURCE_VERSION_CONFLICT',
        say('sync.versionConflict', {
          version: known,
          fields: label(...differing, ...(statusChanged ? (['status'] as const) : [])),
        }),
        [...item.path.customer, 'sourceVersion'],
      ),
    );
  }
  const lines: HistoryLine[] = [
    ...(isDeleted ? [{ kind: 'RESTORED', text: restoredBy(reseller.name) } as const] : []),
    ...(changed.length > 0 ? [{ kind: 'REFRESHED', text: refreshedFrom(reseller.name, changed) } as const] : []),
    ...(statusChanged
      ? [{ kind: 'STATUS_CHANGED', text: statusChangedByReseller(customer.status, reseller.name) } as const]
      : []),
  ];
  return {
    outcome: differs ? 'APPLIED' : 'UNCHANGED',
    state: {
      ...state,
      account: { ...refreshed(account, customer, customer.status), deletionDate: null },
      unwritten: {
        ...state.unwritten,
        changed: state.unwritten.changed || differs,
        confirmed: true,
        history: [...state.unwritten.history, ...lines],
      },
    },
    refusals: [],
  };
}

/**
 * S12, S31: nothing but a later restoration revives a deleted customer. What was sent before the deletion is stale when it arrives after it; it
 * still leaves the values that it would have left in order, or the end would depend on the order of the events.
 */
function applyToDeleted(state: CustomerState, { customer, path }: SyncItem): SnapshotDecision {
  const { account, unwritten } = state;
  const deletion = account.management?.sourceVersion ?? NO_VERSION;
  if (customer.sourceVersion > deletion) {
    return refused(refusal('ACCOUNT_DELETED', say('sync.customerDeleted'), [...path.customer, 'sourceAccountId']));
  }
  const stale = { outcome: 'STALE', refusals: [] } as const;
  const newest = account.management?.snapshotVersion ?? NO_VERSION;
  if (customer.sourceVersion <= newest) return { ...stale, state };
  const { management, ...values } = refreshed(account, customer, 'DELETED');
  const late = { ...values, management: management && { ...management, sourceVersion: deletion } };
  const changed = unwritten.changed || masteredDifferences(account, customer).length > 0;
  return { ...stale, state: { ...state, account: late, unwritten: { ...unwritten, changed, confirmed: true } } };
}

/** A refresh touches what the reseller masters and nothing that the distributor owns. */
function refreshed(account: AccountState, customer: CustomerSnapshot, status: AccountState['status']): AccountState {
  return {
    ...account,
    ...masteredOf(customer),
    status,
    management: account.management && {
      ...account.management,
      sourceVersion: customer.sourceVersion,
      snapshotVersion: customer.sourceVersion,
    },
  };
}

/** What of the source is not what it says it is, or is not taken. */
function sourceWarnings(state: CustomerState, { customer }: SyncItem): SyncWarning[] {
  const differs = customer.currency !== null && customer.currency !== state.account.currency;
  return [
    ...(differs ? (['SOURCE_CURRENCY_IGNORED'] as const) : []),
    ...(customer.hasUnknownCountry ? (['COUNTRY_UNKNOWN'] as const) : []),
  ];
}

function refused(one: Refusal): SnapshotDecision {
  return { outcome: 'REJECTED', state: null, refusals: [one] };
}

function rejected(state: CustomerState | null, refusals: readonly Refusal[]): SyncDecision {
  return { outcome: 'REJECTED', state, subscriptions: [], warnings: [], refusals };
}
