import { toJson } from './caller.ts';
import type { CustomerSyncItem } from './generated/operations.ts';
import { type ItemOutcome, joined, objection, type PartOutcome } from './outcome.ts';

/** What the server takes at most of an item and of a call. */
export const MOST = {
  subscriptionsOfItem: 100,
  itemsOfCall: 500,
  /** Not the server's: so many are recorded well before it would give up. */
  subscriptionsOfCall: 5_000,
  /** The server's is 16 MiB; the rest is for whatever stands in between. */
  bytesOfCall: 12 * 1024 * 1024,
} as const;

/** An item of the source, until all parts of it have an outcome. */
export interface Entry<Item> {
  readonly index: number;
  readonly item: Item;
  readonly outcomes: (PartOutcome | undefined)[];
}

/** What is sent as one item. */
export interface Part<Item> {
  readonly entry: Entry<Item>;
  readonly nth: number;
  /** How many subscriptions of the item stand before it. */
  readonly offset: number;
  readonly customer: string;
  readonly json: string;
  readonly bytes: number;
  readonly subscriptions: number;
  /** When it came, by `performance.now()`. */
  readonly since: number;
  /** How many parts may be in one call with it: fewer after a call that failed because of one, or took too long. */
  most: number;
  /** Not before then. */
  notBefore: number;
  /** When it failed first, of what may succeed later. */
  failedSince: number | null;
  /** Since when it waits for what people decide. */
  waitsSince: number | null;
  failures: number;
  /** It was in a call of which nobody knows what became. */
  mayBeTaken: boolean;
}

/** An item in parts of a hundred subscriptions, or what keeps it from being sent at all. */
export function partsOf<Item extends CustomerSyncItem>(index: number, item: Item): Part<Item>[] | ItemOutcome {
  const customer: unknown = item?.customer?.sourceAccountId;
  if (typeof customer !== 'string') {
    return { ...objection('INVALID_ITEM', 'It has no customer with a sourceAccountId.'), subscriptions: [] };
  }
  const all = item.paidSubscriptions ?? [];
  const sets = Array.isArray(all) && all.length > MOST.subscriptionsOfItem ? inSets(all) : [all];
  const entry: Entry<Item> = { index, item, outcomes: sets.map(() => undefined) };
  try {
    return sets.map((set, nth) => {
      // What an item has besides is its sender's own.
      const json = toJson({ customer: item.customer, paidSubscriptions: set });
      return {
        entry,
        nth,
        offset: nth * MOST.subscriptionsOfItem,
        customer,
        json,
        bytes: Buffer.byteLength(json) + 1,
        subscriptions: set.length,
        since: performance.now(),
        most: MOST.itemsOfCall,
        notBefore: 0,
        failedSince: null,
        waitsSince: null,
        failures: 0,
        mayBeTaken: false,
      };
    });
  } catch (error) {
    return { ...objection('INVALID_ITEM', `It is no JSON: ${(error as Error).message}`), subscriptions: [] };
  }
}

function inSets<T>(all: readonly T[]): T[][] {
  const size = MOST.subscriptionsOfItem;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size));
}

/** Keeps what a part came to; the item's outcome once it was the last. */
export function settle<Item>({ entry, nth, offset }: Part<Item>, outcome: ItemOutcome): ItemOutcome | null {
  entry.outcomes[nth] = { offset, outcome };
  const known = entry.outcomes.filter((one) => one !== undefined);
  return known.length === entry.outcomes.length ? joined(known) : null;
}
