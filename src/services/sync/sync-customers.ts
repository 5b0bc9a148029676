import type { AccountChange } from '../../domain/accounts/account-change';
import { DomainError, type Refusal } from '../../domain/errors';
import { invalidInput, LIMITS, type Parsed } from '../../domain/input';
import type { EventOutcome } from '../../domain/sync/inbox';
import { parseSyncItem } from '../../domain/sync/sync-input';
import type { SyncItem } from '../../domain/sync/sync-item';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { eachForItself } from '../bulk/each-for-itself';
import { keepInbox, type SyncCall } from './inbox';
import { type SyncedDecision, type SyncedSubscription, syncItems } from './sync-items';

/** An item as it was sent, of which nothing is read yet. */
interface SentItem {
  readonly customer: { readonly sourceAccountId: string };
  readonly paidSubscriptions?: readonly { readonly sourceSubscriptionId: string }[] | null | undefined;
}

/** What one item of a call came to, in the order of the items. */
export interface SyncedItem {
  readonly sourceAccountId: string;
  readonly outcome: SyncOutcome;
  readonly accountId: string | null;
  readonly subscriptions: readonly SyncedSubscription[];
  readonly warnings: readonly SyncWarning[];
  readonly refusals: readonly Refusal[];
  /** What a dry run would change (S32). */
  readonly changes: readonly AccountChange[];
}

/**
 * Brings up to 500 customers up to date, each for itself: all that can be read go as one set. Whether the reseller's sync may
 * write is asked by the guard, so that no answer to what it sent comes before it (S30).
 */
export async function syncCustomers(call: SyncCall, sent: readonly SentItem[]): Promise<SyncedItem[]> {
  const { run } = call.guard;
  if (sent.length > LIMITS.itemsPerCall) {
    return run(() => {
      throw new DomainError(invalidInput(['input', 'items'], 'input.tooManyAtOnce', { most: LIMITS.itemsPerCall }));
    });
  }
  const parsed = await parsedInTurns(sent);
  const readable = parsed.flatMap(({ value }) => (value ? [value] : []));
  if (readable.length === 0) await run(async () => undefined);
  const open = new Map<string, ReadonlySet<string>>();
  const together = async (pass: SyncPass, items: readonly SyncItem[]) => {
    const decisions = await syncItems(pass, items);
    for (const [customer, problems] of pass.openProblems) open.set(customer, problems);
    return outcomesOf(decisions);
  };
  const bulk = { run, together, refused: rejected, onFault: call.reportFault };
  const outcomes = (await eachForItself(bulk, readable)).values();
  const synced = parsed.map((item, index) => {
    const sourceAccountId = sent[index]?.customer.sourceAccountId ?? '';
    const outcome = item.refusals ? rejected(item.refusals) : outcomes.next().value;
    if (!outcome) throw new Error('An item was left without an outcome');
    const { accountId, subscriptions, warnings, refusals, changes } = outcome;
    return { sourceAccountId, outcome: outcome.outcome, accountId, subscriptions, warnings, refusals, changes };
  });
  await keepInbox(
    call,
    synced.map((item, index) => eventOutcome(sent[index], index, item)),
    open,
  );
  return synced;
}

function eventOutcome(sent: SentItem | undefined, index: number, item: SyncedItem): EventOutcome {
  const { sourceAccountId, outcome, refusals, subscriptions } = item;
  // Where they stand is asked only of what was refused: a full call has 50,000.
  const sentOfRefused = refusals.length > 0 ? (sent?.paidSubscriptions ?? []) : [];
  const named = sentOfRefused.map(({ sourceSubscriptionId }, at) => ({
    sourceSubscriptionId,
    path: ['input', 'items', String(index), 'paidSubscriptions', String(at)],
  }));
  const recorded = subscriptions.map(({ sourceSubscriptionId }) => sourceSubscriptionId);
  return { event: { sourceAccountId, subscriptions: named }, refusals, outcome, recorded };
}

/** So many customers as large as may be are read in some 100 ms: then others have their turn. */
const READ_AT_ONCE = 100;

async function parsedInTurns(sent: readonly { readonly customer: object }[]): Promise<Parsed<SyncItem>[]> {
  const parsed: Parsed<SyncItem>[] = [];
  for (const [index, item] of sent.entries()) {
    if (index > 0 && index % READ_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    parsed.push(parseSyncItem(item, index));
  }
  return parsed;
}

type ItemOutcome = Omit<SyncedItem, 'sourceAccountId'>;

function outcomesOf(decisions: readonly SyncedDecision[]): ItemOutcome[] {
  return decisions.map(({ outcome, state, subscriptions, warnings, refusals, changes }) => ({
    outcome,
    accountId: outcome === 'REJECTED' ? null : (state?.account.id ?? null),
    subscriptions,
    warnings,
    refusals,
    changes,
  }));
}

function rejected(refusals: readonly Refusal[]): ItemOutcome {
  return { outcome: 'REJECTED', accountId: null, subscriptions: [], warnings: [], refusals, changes: [] };
}
