import { GUARD_ONLY } from '../engine/guard-key';
import type { Statement } from '../engine/sql';
import type { GuardPass, Writes } from './guard-pass';

/** What no action on an account does: for the passes of an administrator and of a sync service alone. */
export const SETUP: Writes = { by: [], accounts: [] };
/** What goes along with every action and is no account's. */
export const ALONGSIDE: Writes = { by: 'ANY', accounts: [] };

/**
 * Writes what the pass is for, in the transaction that it is bound to. For repositories alone, which the linter sees to:
 * each says of its statement what it writes.
 */
export async function write<Row>(pass: GuardPass, what: Writes, statement: Statement<Row>): Promise<Row[]> {
  return pass.toWrite(GUARD_ONLY, what).write(statement);
}

/**
 * The same, last of all and in one round trip with the commit: for what nobody reads again in the transaction. What it fails
 * with, the transaction fails with.
 */
export function writeAtCommit(pass: GuardPass, what: Writes, statement: Statement<unknown>): void {
  pass.toWrite(GUARD_ONLY, what).writeAtCommit(statement);
}
