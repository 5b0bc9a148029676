import type { TenantReseller } from '../domain/account';
import type { LoadedAccount } from '../domain/account-view';
import type { Administrator, Caller, Person, ResellerSync } from '../domain/caller';
import type { AccountAction } from '../domain/vocabulary';
import type { Transaction } from './database';

/** Known to the guard alone (guard.ts): without it no pass can be made. */
export const GUARD_ONLY: unique symbol = Symbol('handed out by the guard');

/**
 * Proof that the guard let a write through. Every function that writes asks for one; it is bound to one open
 * transaction and void as soon as that ends.
 */
export abstract class GuardPass<TCaller extends Caller = Caller> {
  readonly caller: TCaller;
  readonly #transaction: Transaction;
  #open = true;

  constructor(_handedOutBy: typeof GUARD_ONLY, caller: TCaller, transaction: Transaction) {
    this.caller = caller;
    this.#transaction = transaction;
  }

  /** The transaction that the pass is bound to. */
  get transaction(): Transaction {
    if (!this.#open) throw new Error('This guard pass is void: its transaction has ended');
    return this.#transaction;
  }

  close(_by: typeof GUARD_ONLY): void {
    this.#open = false;
  }
}

/** One person may do one action to one account, whose row is locked. */
export class AccountPass extends GuardPass<Person> {
  constructor(
    handedOutBy: typeof GUARD_ONLY,
    caller: Person,
    transaction: Transaction,
    readonly loaded: LoadedAccount,
    readonly action: AccountAction,
  ) {
    super(handedOutBy, caller, transaction);
  }
}

/** A reseller's sync service may write what that reseller masters. */
export class SyncPass extends GuardPass<ResellerSync> {
  constructor(
    handedOutBy: typeof GUARD_ONLY,
    caller: ResellerSync,
    transaction: Transaction,
    readonly reseller: TenantReseller,
  ) {
    super(handedOutBy, caller, transaction);
  }
}

/** An administrator may write the set-up. */
export class AdministratorPass extends GuardPass<Administrator> {}
