import type { AccountChange } from '../../domain/accounts/account-change';
import { DomainError, type Refusal } from '../../domain/errors';
import { invalidInput, LIMITS, type Parsed } from '../../domain/input';
import { parseSyncItem } from '../../domain/sync/sync-input';
import type { SyncItem } from '../../domain/sync/sync-item';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { eachForItself, type Run } from '../bulk/each-for-itself';
import { type SyncedDecision, type SyncedSubscription, syncItems } from './sync-items';

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
 * Brings up to 500 customers up to date, each for itself: all that can be read go as one set. `onFault` is told of an item
 * that fails for a reason of ours. Whether the reseller's sync may write is asked by the guard, so that no answer to what it
 * sent comes before it (S30).
 */
export async function syncCustomers(
  run: Run<SyncPass>,
  sent: readonly { readonly customer: { readonly sourceAccountId: string } }[],
  onFault: (fault: unknown) => void,
): Promise<SyncedItem[]> {
  if (sent.length > LIMITS.itemsPerCall) {
    return run(() => {
      throw new DomainError(invalidInput(['input', 'items'], 'input.tooManyAtOnce', { most: LIMITS.itemsPerCall }));
    });
  }
  const parsed = await parsedInTurns(sent);
  const readable = parsed.flatMap(({ value }) => (value ? [value] : []));
  if (readable.length === 0) await run(async () => undefined);
  const together = async (pass: SyncPass, items: readonly SyncItem[]) => outcomesOf(await syncItems(pass, items));
  const outcomes = (await eachForItself({ run, together, refused: rejected, onFault }, readable)).values();
  return parsed.map((item, index) => {
    const sourceAccountId = sent[index]?.customer.sourceAccountId ?? '';
    const outcome = item.refusals ? rejected(item.refusals) : outcomes.next().value;
    if (!outcome) throw new Error('An item was left without an outcome');
    const { accountId, subscriptions, warnings, refusals, changes } = outcome;
    return { sourceAccountId, outcome: outcome.outcome, accountId, subscriptions, warnings, refusals, changes };
  });
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
