import type { AccountState } from '../accounts/account';
import type { HistoryLine } from '../accounts/history';
import type { Subscription } from '../selling/subscription';

/** A subscription that is to be written: added, or brought to another state. */
export interface WrittenSubscription {
  readonly subscription: Subscription;
  /** As it is stored; null of one that is new. */
  readonly stored: Subscription | null;
}

/** A customer as it is here, with what the items so far have added and not yet written. */
export interface CustomerState {
  readonly account: AccountState;
  /** Those paid subscriptions that the call names, by their source ids. */
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly unwritten: {
    readonly created: boolean;
    readonly changed: boolean;
    /** The sync has confirmed or changed the account. */
    readonly confirmed: boolean;
    readonly history: readonly HistoryLine[];
    /** By their source ids. */
    readonly subscriptions: ReadonlyMap<string, WrittenSubscription>;
  };
}

/** No subscription. */
export const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** A customer that is here, nothing of which is unwritten. */
export function storedState(
  account: AccountState,
  subscriptions: ReadonlyMap<string, Subscription> = NONE,
): CustomerState {
  return {
    account,
    subscriptions,
    unwritten: { created: false, changed: false, confirmed: false, history: [], subscriptions: NONE },
  };
}
