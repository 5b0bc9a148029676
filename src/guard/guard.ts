import { denialReasons } from '../domain/accounts/account-policy';
import { standingOf } from '../domain/accounts/account-standing';
import { type LoadedAccount, namedReseller } from '../domain/accounts/account-view';
import { GUARD_CALLERS } from '../domain/accounts/policy-catalogue';
import { actionRefusal } from '../domain/accounts/policy-messages';
import { type Administrator, type Caller, PERSON_KINDS, type Person, type ResellerSync } from '../domain/caller';
import { DomainError, RefusedCall, RequestError } from '../domain/errors';
import { canonicalId } from '../domain/identifiers';
import { statusRefusal } from '../domain/resellers/reseller-status';
import type { AccountAction } from '../domain/vocabulary';
import { holdPermissionRule, lockVisibleAccount } from '../persistence/accounts/account-locks';
import { loadAccounts } from '../persistence/accounts/account-repository';
import type { Author, Database, Reader } from '../persistence/engine/database';
import { GUARD_ONLY } from '../persistence/engine/guard-key';
import { AccountPass, AdministratorPass, type GuardPass, SyncPass } from '../persistence/pass/guard-pass';
import { holdReseller } from '../persistence/resellers/tenant-reseller-repository';

/** Who calls, and which mutation. */
export interface GuardedCall<TCaller extends Caller> extends Author {
  readonly caller: TCaller;
}

/** What a mutation's directive says of its guard: the action, and where the account's id stands. */
export interface AccountGuardSettings {
  readonly action: AccountAction;
  readonly accountId: unknown;
  readonly path: readonly string[];
}

/**
 * Locks the account's row, asks the policy and lets `work` write in the same transaction, with a pass for this account
 * and this action (S22). What the policy denies is refused with its reasons, before anything is written.
 */
export async function withGuardedAccount<T>(
  database: Database,
  call: GuardedCall<Person>,
  { action, accountId, path }: AccountGuardSettings,
  work: (pass: AccountPass) => Promise<T>,
): Promise<T> {
  const { caller } = call;
  assertKind(caller, PERSON_KINDS);
  return database.transaction(GUARD_ONLY, call, async (transaction) => {
    const id = canonicalId(accountId);
    const loaded = id ? await holdAccount(transaction, caller, id) : null;
    const reasons = denialReasons(standingOf(loaded, caller), action);
    if (!loaded || reasons.length > 0) {
      throw new DomainError(actionRefusal(action, reasons, namedReseller(loaded), path));
    }
    return using(new AccountPass(GUARD_ONLY, caller, transaction, loaded, action), work);
  });
}

/**
 * The account as it is once its row is locked. Three statements of one round trip, which the database does one after the
 * other: what stands beside the row must be read after the lock was had, or it may be older than the row.
 */
async function holdAccount(transaction: Reader, caller: Person, id: string): Promise<LoadedAccount | null> {
  const [, , loaded] = await Promise.all([
    lockVisibleAccount(transaction, caller, id),
    // An administrator's access hangs on no rule.
    caller.kind === 'DISTRIBUTOR_USER' ? holdPermissionRule(transaction, id) : undefined,
    loadAccounts(transaction, caller, [id]),
  ]);
  return loaded.get(id) ?? null;
}

/**
 * Lets a reseller's sync service write for its own reseller, if that is active: before anything else of the call is looked
 * at, and on a row that is held, so that it still is at the commit (S30).
 */
export async function withSyncGuard<T>(
  database: Database,
  call: GuardedCall<ResellerSync>,
  work: (pass: SyncPass) => Promise<T>,
): Promise<T> {
  const { caller } = call;
  assertKind(caller, GUARD_CALLERS.RESELLER_SYNC);
  return database.transaction(GUARD_ONLY, call, async (transaction) => {
    const held = await holdReseller(transaction);
    if (!held) throw unknownReseller();
    const against = statusRefusal(held.reseller, ['input']);
    if (against) throw new RefusedCall(against);
    return using(new SyncPass(GUARD_ONLY, caller, transaction, held.reseller, held.accountStatus), work);
  });
}

/** Lets an administrator write the set-up. */
export async function withAdministratorGuard<T>(
  database: Database,
  call: GuardedCall<Administrator>,
  work: (pass: AdministratorPass) => Promise<T>,
): Promise<T> {
  assertKind(call.caller, GUARD_CALLERS.ADMINISTRATOR);
  return database.transaction(GUARD_ONLY, call, (transaction) =>
    using(new AdministratorPass(GUARD_ONLY, call.caller, transaction), work),
  );
}

/** The types say so already; a caller comes from a token that was read as text. */
function assertKind({ kind }: Caller, kinds: readonly Caller['kind'][]): void {
  if (!kinds.includes(kind)) throw new Error(`This guard lets nobody through who is ${kind}`);
}

/** The answer to a sync token that names a reseller that is not here. */
export function unknownReseller(): RequestError {
  return new RequestError('FORBIDDEN', 'The token names a tenant reseller that is not known here.');
}

async function using<P extends GuardPass<Caller>, T>(pass: P, work: (pass: P) => Promise<T>): Promise<T> {
  try {
    return await work(pass);
  } finally {
    pass.close(GUARD_ONLY);
  }
}
