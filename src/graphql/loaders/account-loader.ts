import type { ReadAccount } from '../../domain/accounts/account';
import { AccountView } from '../../domain/accounts/account-view';
import type { Caller } from '../../domain/caller';
import { canonicalId } from '../../domain/identifiers';

/** Ids that are asked for until the next look at the database. */
interface Batch {
  readonly ids: Set<string>;
  readonly read: Promise<void>;
}

/**
 * The accounts of one request as its caller sees them. Ids that are asked for one by one are read together; who asks for
 * many at once waits once, not once for each; and what is known already is given at once.
 */
export class AccountLoader {
  #known = new Map<string, AccountView>();
  #reading = new Map<string, Promise<void>>();
  #next: Batch | null = null;

  constructor(
    private readonly caller: Caller,
    private readonly read: (ids: readonly string[]) => Promise<readonly ReadAccount[]>,
  ) {}

  /** The account of an id; every id has an answer (S21). */
  load(id: string): AccountView | Promise<AccountView> {
    const known = this.#known;
    return known.get(id) ?? this.#wait(id).then(() => viewIn(known, id));
  }

  /** The accounts of these ids, in their order. */
  async loadAll(ids: readonly string[]): Promise<readonly AccountView[]> {
    const known = this.#known;
    const waits = new Set<Promise<void>>();
    for (const id of ids) if (!known.has(id)) waits.add(this.#wait(id));
    await Promise.all(waits);
    return ids.map((id) => viewIn(known, id));
  }

  /** An account that was read with a list, as the caller sees it: nothing of the request reads it again. */
  taken(read: ReadAccount): AccountView {
    const view = AccountView.of(read, this.caller);
    this.#known.set(read.id, view);
    return view;
  }

  /** After a write, what was read before is no longer true. */
  forget(): void {
    this.#known = new Map();
    this.#reading = new Map();
    this.#next = null;
  }

  #wait(id: string): Promise<void> {
    const reading = this.#reading.get(id);
    if (reading) return reading;
    this.#next ??= this.#batch();
    this.#next.ids.add(id);
    this.#reading.set(id, this.#next.read);
    return this.#next.read;
  }

  /** Read once all who are answered now have asked, as DataLoader does it. */
  #batch(): Batch {
    const ids = new Set<string>();
    const known = this.#known;
    const read = new Promise<void>((resolve, reject) => {
      const look = () => {
        if (this.#next?.ids === ids) this.#next = null;
        this.#fill(known, ids).then(resolve, reject);
      };
      Promise.resolve().then(() => process.nextTick(look));
    });
    return { ids, read };
  }

  async #fill(known: Map<string, AccountView>, ids: ReadonlySet<string>): Promise<void> {
    const wanted = new Set<string>();
    for (const id of ids) {
      const account = canonicalId(id);
      if (account !== null) wanted.add(account);
    }
    for (const one of await this.read([...wanted])) known.set(one.id, AccountView.of(one, this.caller));
    for (const id of ids) {
      if (known.has(id)) continue;
      // Written in another way than it is stored; what is not there is answered as it was asked for.
      const found = known.get(canonicalId(id) ?? id);
      known.set(id, found?.isThere ? found : AccountView.absent(id));
    }
  }
}

function viewIn(known: ReadonlyMap<string, AccountView>, id: string): AccountView {
  const view = known.get(id);
  if (!view) throw new Error(`The account ${id} was not looked for`);
  return view;
}
