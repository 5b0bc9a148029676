import type { Caller } from '../../domain/caller';
import { DomainError, type Refusal, RefusedCall, RequestError } from '../../domain/errors';
import { waitBriefly } from '../../persistence/accounts/account-locks';
import { isLockTimeout, refusalWhenUnavailable, unavailable } from '../../persistence/engine/unavailable';
import type { GuardPass } from '../../persistence/pass/guard-pass';

/** How long the items of a failed set are tried one by one; what is left then is refused as retryable. */
const ONE_BY_ONE_MS = 10_000;

/** Opens a transaction with the guard of the call. */
export type Run<Pass> = <T>(work: (pass: Pass) => Promise<T>) => Promise<T>;

/** How the items of a bulk call are done, each for itself. */
export interface Bulk<Pass extends GuardPass<Caller>, Item, Outcome> {
  readonly run: Run<Pass>;
  /** Does a set of them in one transaction, and gives an outcome for each, in their order. */
  readonly together: (pass: Pass, items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** The outcome of an item of which nothing is done. */
  readonly refused: (refusals: readonly Refusal[]) => Outcome;
  /** Told of an item that fails for a reason of ours. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Does all items as one set. If that fails as a whole, they are tried again one by one, so that one does not fail its
 * neighbours (test/matrices/bulk.test.ts). What refuses the call as a whole is thrown; once some of it is done, it refuses
 * all that is left (test/graphql/sync/one-by-one.test.ts).
 */
export async function eachForItself<Pass extends GuardPass<Caller>, Item, Outcome>(
  bulk: Bulk<Pass, Item, Outcome>,
  items: readonly Item[],
): Promise<readonly Outcome[]> {
  if (items.length === 0) return [];
  let isDryRun = false;
  try {
    return await bulk.run((pass) => {
      isDryRun = pass.isDryRun;
      return bulk.together(pass, items);
    });
  } catch (error) {
    // Nobody knows of any of them: each says so, beside those that could not be read.
    if (isOutcomeUnknown(error)) return items.map(() => bulk.refused(error.refusals));
    // Without a database every item would fail in turn, and slowly: the call as a whole is refused.
    if (!mayBeOneItem(error)) throw error;
    return isDryRun ? inOneRehearsal(bulk.run, (run) => oneByOne({ ...bulk, run }, items)) : oneByOne(bulk, items);
  }
}

async function oneByOne<Pass extends GuardPass<Caller>, Item, Outcome>(
  bulk: Bulk<Pass, Item, Outcome>,
  items: readonly Item[],
): Promise<Outcome[]> {
  const deadline = performance.now() + ONE_BY_ONE_MS;
  const outcomes: Outcome[] = [];
  /** Why none of the others is tried. */
  let against: readonly Refusal[] | null = null;
  for (const item of items) {
    if (performance.now() > deadline) against ??= unavailable().refusals;
    if (against !== null) {
      outcomes.push(bulk.refused(against));
      continue;
    }
    try {
      outcomes.push(await alone(bulk, item));
    } catch (error) {
      if (outcomes.length === 0 && isOfTheCall(error)) throw error;
      against = isOfTheCall(error) && error instanceof DomainError ? error.refusals : unavailable().refusals;
      outcomes.push(bulk.refused(error instanceof DomainError ? error.refusals : against));
    }
  }
  return outcomes;
}

/**
 * For dry runs: what the work runs is done in one transaction, so that each part finds what those before it would have left,
 * and one that fails leaves them (S32).
 */
export function inOneRehearsal<Pass extends GuardPass<Caller>, T>(
  run: Run<Pass>,
  work: (run: Run<Pass>) => Promise<T>,
): Promise<T> {
  return run((pass) =>
    work(async (part) => {
      try {
        return await pass.attempt(() => part(pass));
      } catch (error) {
        throw refusalWhenUnavailable(error);
      }
    }),
  );
}

/** Throws when no other item would fare better now. */
async function alone<Pass extends GuardPass<Caller>, Item, Outcome>(
  { run, together, refused, onFault }: Bulk<Pass, Item, Outcome>,
  item: Item,
): Promise<Outcome> {
  try {
    const [outcome] = await run(async (pass) => {
      await waitBriefly(pass.transaction);
      return together(pass, [item]);
    });
    if (!outcome) throw new Error('An item was left without an outcome');
    return outcome;
  } catch (error) {
    if (isOutcomeUnknown(error) || !mayBeOneItem(error)) throw error;
    if (error instanceof DomainError) return refused(error.refusals);
    onFault(error);
    return refused(unavailable().refusals);
  }
}

/**
 * A lock that one item waits for, a refusal of one, or a fault that one causes; not a database that is away, nor a call that
 * is turned away as a whole.
 */
function mayBeOneItem(error: unknown): boolean {
  if (isOfTheCall(error)) return false;
  if (!(error instanceof DomainError)) return true;
  return error.refusals[0].code !== 'TEMPORARILY_UNAVAILABLE' || isLockTimeout(error.cause);
}

function isOfTheCall(error: unknown): boolean {
  return error instanceof RequestError || error instanceof RefusedCall;
}

function isOutcomeUnknown(error: unknown): error is DomainError {
  return error instanceof DomainError && error.refusals[0].code === 'OUTCOME_UNKNOWN';
}
