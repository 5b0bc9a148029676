import type { AccountAction } from '../domain/vocabulary';
import { GUARD_ONLY } from './guard-key';
import type { GuardPass } from './guard-pass';

/** What a write is: which actions do it, and to which accounts. A pass for anything else does not write it. */
export interface Writes {
  /** `ANY` for what goes along with every action, such as a line of history. */
  readonly by: readonly AccountAction[] | 'ANY';
  readonly accounts: readonly string[];
}

/** What no action on an account does: for the passes of an administrator and of a sync service alone. */
export const SETUP: Writes = { by: [], accounts: [] };
/** What goes along with every action and is no account's. */
export const ALONGSIDE: Writes = { by: 'ANY', accounts: [] };

/**
 * Writes what the pass is for, in the transaction that it is bound to. For repositories alone, which the linter sees to:
 * each says of its statement what it writes.
 */
export async function write<Row>(
  pass: GuardPass,
  what: Writes,
  statement: string,
  parameters?: readonly unknown[],
): Promise<Row[]> {
  return pass.toWrite(GUARD_ONLY, what).write<Row>(statement, parameters);
}
