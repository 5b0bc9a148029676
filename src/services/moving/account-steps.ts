import type { AccountChange } from '../../domain/accounts/account-change';
import { DomainError, type Refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { invalidInput, LIMITS } from '../../domain/input';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { eachForItself, inOneRehearsal, type Run } from '../bulk/each-for-itself';

/** Opens a transaction with the administrator's guard. */
export type RunAsAdministrator = Run<AdministratorPass>;

/** What a step of one account came to. */
export interface StepOutcome {
  readonly accountId: string;
  readonly refusals: readonly Refusal[];
  /** What a dry run would change (S32). */
  readonly changes: readonly AccountChange[];
}

/** An account that a call names, and where it stands in the arguments. */
export interface NamedAccount {
  readonly accountId: string;
  readonly path: readonly string[];
}

/** What the step of one account came to. */
export type Taken = Omit<StepOutcome, 'accountId'>;

/** How a step is taken for a set of accounts: what it came to for each of them, in their order. */
export type TakeStep<Item> = (pass: AdministratorPass, items: readonly Item[]) => Promise<readonly Taken[]>;

/**
 * Takes a step for up to 500 accounts, each for itself: all of them as one set. An account that is named again is decided
 * after the first time, in a transaction of its own; in a dry run in the same, to find what the first would have left.
 */
export async function eachAccount<Item extends NamedAccount>(
  run: RunAsAdministrator,
  items: readonly Item[],
  step: TakeStep<Item>,
  onFault: (fault: unknown) => void,
  isDryRun: boolean,
): Promise<StepOutcome[]> {
  if (items.length > LIMITS.itemsPerCall) {
    const path = items[0]?.path.slice(0, 2) ?? ['input'];
    throw new DomainError(invalidInput(path, 'input.tooManyAtOnce', { most: LIMITS.itemsPerCall }));
  }
  const outcomes = new Map<Item, Taken>();
  const inTurn = rounds(items);
  const takeAll = async (runRound: RunAsAdministrator) => {
    for (const round of inTurn) {
      const bulk = { run: runRound, together: step, refused: refusedWith, onFault };
      const came = await eachForItself(bulk, round);
      for (const [index, item] of round.entries()) outcomes.set(item, came[index] ?? refusedWith([]));
    }
  };
  await (isDryRun && inTurn.length > 1 ? inOneRehearsal(run, takeAll) : takeAll(run));
  return items.map((item) => ({ accountId: item.accountId, ...(outcomes.get(item) ?? refusedWith([])) }));
}

/** Refused, or taken before: nothing changes. */
export function refusedWith(refusals: readonly Refusal[]): Taken {
  return { refusals, changes: [] };
}

/** Taken; of a dry run with what it would change. */
export function taken(pass: AdministratorPass, changes: () => readonly AccountChange[]): Taken {
  return { refusals: [], changes: pass.isDryRun ? changes() : [] };
}

/** The first naming of each account, then the second ones, and so on. */
function rounds<Item extends NamedAccount>(items: readonly Item[]): Item[][] {
  const times = new Map<string, number>();
  const found: Item[][] = [];
  for (const item of items) {
    const id = canonicalId(item.accountId) ?? item.accountId;
    const time = times.get(id) ?? 0;
    times.set(id, time + 1);
    const round = found[time];
    if (round) round.push(item);
    else found[time] = [item];
  }
  return found;
}
