import type { AccountParts } from '../../domain/accounts/account';
import type { Caller } from '../../domain/caller';
import type { Look } from '../../persistence/accounts/account-list';
import { type Sight, sightOf } from '../../persistence/accounts/account-sight';
import { findSharedKeys, type SharedKeys } from '../../persistence/accounts/possible-duplicates';
import type { Reader } from '../../persistence/engine/database';

/** What lists of accounts know before they ask for accounts: each read once for a request, when the first asks for it. */
export class ListLook {
  #sight: Promise<Sight> | null = null;
  #sharedKeys: Promise<SharedKeys> | null = null;

  constructor(
    private readonly sql: Reader,
    private readonly caller: Caller,
  ) {}

  of(parts: AccountParts): Required<Look> {
    this.#sight ??= sightOf(this.sql, this.caller);
    const sight = this.#sight;
    const sharedKeys = () => {
      this.#sharedKeys ??= findSharedKeys(this.sql, sight);
      return this.#sharedKeys;
    };
    return { parts, sight, sharedKeys };
  }

  forget(): void {
    this.#sight = null;
    this.#sharedKeys = null;
  }
}
