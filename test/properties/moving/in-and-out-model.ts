import type { TestReseller } from '../../support/resellers';

/** What a reseller's system may send of a customer. */
export type EventKind = 'purchase' | 'state' | 'snapshot' | 'cancel' | 'delete' | 'restore';

/** An event as it was sent once, and may be sent again. */
export interface SourceEvent {
  readonly kind: EventKind;
  readonly reseller: number;
  readonly source: string;
  readonly mutation: string;
  readonly input: object;
  /** Of a purchase or a state: the subscription's id at the source. */
  readonly subscription: string | null;
}

/** A subscription that was recorded here. */
export interface KnownSubscription {
  readonly source: string;
  /** The customer that it was recorded of: the same id of another one is another subscription. */
  readonly customer: string;
  readonly versioned: boolean;
  /** Who it is of: a reseller, or null for the distributor. */
  reseller: number | null;
  readonly startDate: string;
}

/** An account as it must be. */
export interface KnownAccount {
  readonly id: string;
  manager: { readonly reseller: number; readonly source: string } | null;
  announced: { readonly reseller: number; readonly source: string } | null;
  /** Since when whoever pays now pays. */
  since: string;
  readonly subscriptions: Map<string, KnownSubscription>;
}

/** What must be here after a history: who manages which account under which id, and whose the subscriptions are. */
export interface Model {
  readonly resellers: readonly TestReseller[];
  readonly accounts: Map<string, KnownAccount>;
  /** The account of each customer that ever was, or is about to be. */
  readonly identities: Map<string, string>;
  /** The newest version that each customer's system has made. */
  readonly versions: Map<string, number>;
}

export const keyOf = (reseller: number, source: string) => `${reseller}/${source}`;

/** What the sender of an event is to be told, before it is known what the account makes of it. */
export function standingOf(
  model: Model,
  { reseller, source }: Pick<SourceEvent, 'reseller' | 'source'>,
): KnownAccount | 'MOVE_PENDING' | 'FORMER' | null {
  const id = model.identities.get(keyOf(reseller, source));
  if (id === undefined) return null;
  const account = model.accounts.get(id);
  if (!account) throw new Error('An identity of no account');
  const is = (one: KnownAccount['manager']) => one?.reseller === reseller && one.source === source;
  if (is(account.manager)) return account;
  return is(account.announced) ? 'MOVE_PENDING' : 'FORMER';
}

/** Whose subscriptions of an account a reseller's sync sees: the ids that it has for them, in their order. */
export function visibleTo(account: KnownAccount, reseller: number): string[] {
  return [...account.subscriptions.values()]
    .filter((one) => one.reseller === reseller)
    .map(({ source }) => source)
    .sort();
}
