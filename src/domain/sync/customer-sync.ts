import { type AccountGaps, type AccountState, NO_VERSION } from '../accounts/account';
import type { HistoryLine } from '../accounts/history';
import { MASTERED, masteredDifferences, withMastered } from '../accounts/mastered';
import { type Refusal, refusal } from '../errors';
import { label, say } from '../message';
import { backOrderingRefusal } from '../resellers/back-ordering';
import type { TenantReseller } from '../tenant-reseller';
import type { SyncOutcome, SyncWarning } from '../vocabulary';
import { copyOf, copyWarnings } from './account-copy';
import { type Customer, customerHasLeft, movePending } from './customer-standing';
import { type CustomerState, NONE } from './customer-state';
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

/** The decision without its warnings; the state is null when the snapshot is refused. */
export type BareDecision = Omit<SyncDecision, 'warnings'>;

/**
 * Decides one item, whatever order the items arrive in: the snapshot first, then its subscriptions, both or neither.
 * `customer` is null when it is not here; `copy` is what `decideCopy` made of the item, where that was asked before.
 */
export function decideItem(customer: Customer, item: SyncItem, facts: SyncFacts, copy?: BareDecision): SyncDecision {
  if (typeof customer === 'string') return ofAnother(customer, item);
  const decision = customer ? decideWhole(customer, item, facts) : (copy ?? decideCopy(item, facts));
  const { outcome, state, subscriptions, refusals } = decision;
  if (refusals.length > 0 || !state) return rejected(customer, refusals);
  const warnings = sourceWarnings(state, item);
  if (!customer) warnings.push(...copyWarnings(readGaps(facts)));
  return { outcome, state, subscriptions, warnings, refusals };
}

/** What the item of a customer that is not here comes to: it copies the customer unless it is refused. */
export function decideCopy(item: SyncItem, facts: CopyFacts): BareDecision {
  return decideWhole(null, item, facts);
}

/** The snapshot first, then its subscriptions. */
function decideWhole(customer: CustomerState | null, item: SyncItem, facts: CopyFacts): BareDecision {
  const snapshot = customer ? applySnapshot(customer, item, facts.reseller, false) : copyCustomer(item, facts);
  const { outcome } = snapshot;
  if (!snapshot.state) return { outcome, state: null, subscriptions: [], refusals: snapshot.refusals };
  const { state, subscriptions, refusals } = recordSubscriptions(snapshot.state, item, facts);
  return { outcome, state, subscriptions, refusals };
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
  const history = [{ kind: 'COPIED', text: copiedFrom(reseller.name) } as const];
  return {
    outcome: 'CREATED',
    state: {
      account: copyOf(item.customer, reseller),
      subscriptions: NONE,
      unwritten: { created: true, changed: false, confirmed: true, history, subscriptions: NONE },
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
  const statusChanged = account.status !== customer.status;
  const differs = differing.length > 0 || statusChanged;
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
  const lines: HistoryLine[] = [];
  if (isDeleted) lines.push({ kind: 'RESTORED', text: restoredBy(reseller.name) });
  if (differing.length > 0) {
    const changed = differing.map((property) => MASTERED[property].label);
    lines.push({ kind: 'REFRESHED', text: refreshedFrom(reseller.name, changed) });
  }
  if (statusChanged) {
    lines.push({ kind: 'STATUS_CHANGED', text: statusChangedByReseller(customer.status, reseller.name) });
  }
  const { subscriptions, unwritten } = state;
  return {
    outcome: differs ? 'APPLIED' : 'UNCHANGED',
    state: {
      account: refreshed(account, customer, { status: customer.status, deletionDate: null }),
      subscriptions,
      unwritten: {
        created: unwritten.created,
        changed: unwritten.changed || differs,
        confirmed: true,
        history: lines.length === 0 ? unwritten.history : [...unwritten.history, ...lines],
        subscriptions: unwritten.subscriptions,
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
  const { management, ...values } = refreshed(account, customer, account);
  const late = { ...values, management: management && { ...management, sourceVersion: deletion } };
  const changed = unwritten.changed || masteredDifferences(account, customer).length > 0;
  return { ...stale, state: { ...state, account: late, unwritten: { ...unwritten, changed, confirmed: true } } };
}

/** A refresh touches what the reseller masters and nothing that the distributor owns. */
function refreshed(
  account: AccountState,
  customer: CustomerSnapshot,
  { status, deletionDate }: Pick<AccountState, 'status' | 'deletionDate'>,
): AccountState {
  const { sourceVersion } = customer;
  const { management } = account;
  return {
    ...withMastered(account, customer),
    status,
    deletionDate,
    management: management && { ...management, sourceVersion, snapshotVersion: sourceVersion },
  };
}

/** What of the source is not what it says it is, or is not taken. */
function sourceWarnings(state: CustomerState, { customer }: SyncItem): SyncWarning[] {
  const warnings: SyncWarning[] = [];
  if (customer.currency !== null && customer.currency !== state.account.currency)
    warnings.push('SOURCE_CURRENCY_IGNORED');
  if (customer.hasUnknownCountry) warnings.push('COUNTRY_UNKNOWN');
  return warnings;
}

function refused(one: Refusal): SnapshotDecision {
  return { outcome: 'REJECTED', state: null, refusals: [one] };
}

function rejected(state: CustomerState | null, refusals: readonly Refusal[]): SyncDecision {
  return { outcome: 'REJECTED', state, subscriptions: [], warnings: [], refusals };
}
