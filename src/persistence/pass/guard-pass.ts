import type { Account } from '../../domain/accounts/account';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import type { Administrator, Caller, Person, ResellerSync } from '../../domain/caller';
import type { TenantReseller } from '../../domain/tenant-reseller';
import type { AccountAction, AccountStatus } from '../../domain/vocabulary';
import { actorName } from '../../domain/wording';
import type { Reader, Transaction } from '../engine/database';
import type { GUARD_ONLY } from '../engine/guard-key';

/** What a write is: which actions do it, and to which accounts. A pass for anything else does not write it. */
export interface Writes {
  /** `ANY` for what goes along with every action, such as a line of history. */
  readonly by: readonly AccountAction[] | 'ANY';
  readonly accounts: readonly string[];
}

/** A pass was to write what it is not for, or when it is void: a fault of ours, and no write. */
export class PassMisuseError extends Error {
  override readonly name = 'PassMisuseError';
}

/**
 * Proof that the guard let a write through, and the only way to write (writing.ts): nothing else sends a statement that
 * does. It is bound to one open transaction and void as soon as that ends.
 */
export abstract class GuardPass<TCaller extends Caller = Caller> {
  readonly caller: TCaller;
  readonly #transaction: Transaction;
  #open = true;

  constructor(_handedOutBy: typeof GUARD_ONLY, caller: TCaller, transaction: Transaction) {
    this.caller = caller;
    this.#transaction = transaction;
  }

  /** Who does it, as the history shows it. */
  get actor(): string {
    return actorName(this.caller, null);
  }

  /** For reading and locking in the transaction that the pass is bound to. */
  get transaction(): Reader {
    return this.#openTransaction();
  }

  /** What is written is rolled back: the call tells what it would come to (S32). */
  get isDryRun(): boolean {
    return this.#openTransaction().isRehearsal;
  }

  /** In a dry run: does a part of the work that may fail alone. */
  attempt<T>(part: () => Promise<T>): Promise<T> {
    return this.#openTransaction().attempt(part);
  }

  /** For writing.ts: the transaction to write in, when the pass is for this write. */
  toWrite(_by: typeof GUARD_ONLY, what: Writes): Transaction {
    this.assertIsFor(what);
    return this.#openTransaction();
  }

  /** Throws when the pass is for something else: a fault of ours, no refusal. */
  protected abstract assertIsFor(what: Writes): void;

  close(_by: typeof GUARD_ONLY): void {
    this.#open = false;
  }

  #openTransaction(): Transaction {
    if (!this.#open) throw new PassMisuseError('This guard pass is void: its transaction has ended');
    return this.#transaction;
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

  /** The account as it was when its row was locked. */
  get account(): Account {
    return this.loaded.account;
  }

  get accountId(): string {
    return this.loaded.account.id;
  }

  protected override assertIsFor({ by, accounts }: Writes): void {
    if (by !== 'ANY' && !by.includes(this.action)) {
      throw new PassMisuseError(
        `A guard pass for ${this.action} does not write what ${by.join(', ') || 'no action'} does`,
      );
    }
    if (accounts.some((id) => id !== this.accountId)) {
      throw new PassMisuseError(`A guard pass for account ${this.accountId} does not write to another one`);
    }
  }
}

/** A reseller's sync service may write what that reseller masters; row-level security holds it to its accounts. */
export class SyncPass extends GuardPass<ResellerSync> {
  /** Of the customers that were looked for, by their keys: the subjects that are open in the reseller's inbox (S33). */
  readonly openProblems = new Map<string, Set<string>>();

  constructor(
    handedOutBy: typeof GUARD_ONLY,
    caller: ResellerSync,
    transaction: Transaction,
    /** Held: it stays so until the transaction ends. */
    readonly reseller: TenantReseller,
    /** Of the account that its customers are billed to. */
    readonly accountStatus: AccountStatus,
  ) {
    super(handedOutBy, caller, transaction);
  }

  override get actor(): string {
    return actorName(this.caller, this.reseller.name);
  }

  protected override assertIsFor(): void {}
}

/** An administrator may write the set-up. */
export class AdministratorPass extends GuardPass<Administrator> {
  protected override assertIsFor(): void {}
}
