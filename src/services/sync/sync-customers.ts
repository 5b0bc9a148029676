import { DomainError, type Refusal, RequestError } from '../../domain/errors';
import { invalidInput, LIMITS, type Parsed } from '../../domain/input';
import type { SyncDecision } from '../../domain/sync/customer-sync';
import type { SubscriptionResult } from '../../domain/sync/paid-subscription';
import { parseSyncItem } from '../../domain/sync/sync-input';
import type { SyncItem } from '../../domain/sync/sync-item';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import { waitBriefly } from '../../persistence/accounts/account-locks';
import { isLockTimeout, unavailable } from '../../persistence/engine/unavailable';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { syncItems } from './sync-items';

/** What one item of a call came to, in the order of the items. */
export interface SyncedItem {
  readonly sourceAccountId: string;
  readonly outcome: SyncOutcome;
  readonly accountId: string | null;
  readonly subscriptions: readonly SubscriptionResult[];
  readonly warnings: readonly SyncWarning[];
  readonly refusals: readonly Refusal[];
}

/** Opens a transaction with the sync's guard. */
export type RunGuarded = <T>(work: (pass: SyncPass) => Promise<T>) => Promise<T>;

/** How long the items of a failed set are tried one by one; what is left then is refused as retryable. */
const ONE_BY_ONE_MS = 10_000;

/**
 * Brings up to 500 customers up to date, each for itself: all that can be read go as one set. If the set fails as a
 * whole, its items are tried again one by one, so that one does not fail its neighbours (test/matrices/bulk.test.ts).
 * `onFault` is told of an item that fails for a reason of ours.
 */
export async function syncCustomers(
  run: RunGuarded,
  sent: readonly { readonly customer: { readonly sourceAccountId: string } }[],
  onFault: (fault: unknown) => void,
): Promise<SyncedItem[]> {
  if (sent.length > LIMITS.itemsPerCall) {
    throw new DomainError(invalidInput(['input', 'items'], 'input.tooManyAtOnce', { most: LIMITS.itemsPerCall }));
  }
  const parsed = await parsedInTurns(sent);
  const readable = parsed.flatMap(({ value }) => (value ? [value] : []));
  const outcomes = (await syncTogether(run, readable, onFault)).values();
  return parsed.map((item, index) => {
    const sourceAccountId = sent[index]?.customer.sourceAccountId ?? '';
    const outcome = item.refusals ? rejected(item.refusals) : outcomes.next().value;
    if (!outcome) throw new Error('An item was left without an outcome');
    return { sourceAccountId, ...outcome };
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

async function syncTogether(
  run: RunGuarded,
  items: readonly SyncItem[],
  onFault: (fault: unknown) => void,
): Promise<ItemOutcome[]> {
  if (items.length === 0) return [];
  try {
    return await syncSet(run, items);
  } catch (error) {
    // Nobody knows of any of them: each says so, beside those that could not be read.
    if (isOutcomeUnknown(error)) return items.map(() => rejected(error.refusals));
    // Without a database every item would fail in turn, and slowly: the call as a whole is refused.
    if (!mayBeOneItem(error)) throw error;
    return syncOneByOne(run, items, onFault);
  }
}

async function syncSet(run: RunGuarded, items: readonly SyncItem[]): Promise<ItemOutcome[]> {
  return outcomesOf(await run((pass) => syncItems(pass, items)));
}

function outcomesOf(decisions: readonly SyncDecision[]): ItemOutcome[] {
  return decisions.map(({ outcome, state, subscriptions, warnings, refusals }) => ({
    outcome,
    accountId: outcome === 'REJECTED' ? null : (state?.account.id ?? null),
    subscriptions,
    warnings,
    refusals,
  }));
}

async function syncOneByOne(
  run: RunGuarded,
  items: readonly SyncItem[],
  onFault: (fault: unknown) => void,
): Promise<ItemOutcome[]> {
  const deadline = performance.now() + ONE_BY_ONE_MS;
  const outcomes: ItemOutcome[] = [];
  let isAway = false;
  for (const item of items) {
    if (isAway || performance.now() > deadline) outcomes.push(rejected(unavailable().refusals));
    else
      outcomes.push(
        await syncAlone(run, item, onFault, () => {
          isAway = true;
        }),
      );
  }
  return outcomes;
}

/** `onOutage` is told when no other item would fare better now. */
async function syncAlone(
  run: RunGuarded,
  item: SyncItem,
  onFault: (fault: unknown) => void,
  onOutage: () => void,
): Promise<ItemOutcome> {
  try {
    const decisions = await run(async (pass) => {
      await waitBriefly(pass.transaction);
      return syncItems(pass, [item]);
    });
    const [outcome] = outcomesOf(decisions);
    if (!outcome) throw new Error('An item was left without a decision');
    return outcome;
  } catch (error) {
    if (isOutcomeUnknown(error) || !mayBeOneItem(error)) onOutage();
    if (error instanceof DomainError) return rejected(error.refusals);
    if (!(error instanceof RequestError)) onFault(error);
    return rejected(unavailable().refusals);
  }
}

/**
 * A lock that one item waits for, a refusal of one, or a fault that one causes; not a database that is away, nor a call that
 * is turned away as a whole.
 */
function mayBeOneItem(error: unknown): boolean {
  if (error instanceof RequestError) return false;
  if (!(error instanceof DomainError)) return true;
  return error.refusals[0].code !== 'TEMPORARILY_UNAVAILABLE' || isLockTimeout(error.cause);
}

function isOutcomeUnknown(error: unknown): error is DomainError {
  return error instanceof DomainError && error.refusals[0].code === 'OUTCOME_UNKNOWN';
}

function rejected(refusals: readonly Refusal[]): ItemOutcome {
  return { outcome: 'REJECTED', accountId: null, subscriptions: [], warnings: [], refusals };
}
