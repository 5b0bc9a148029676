import type { AccountGaps, AccountState } from '../../domain/accounts/account';
import type { AccountChange } from '../../domain/accounts/account-change';
import { DomainError, refusal } from '../../domain/errors';
import { sourceIdentityKey, sourceSubscriptionKey } from '../../domain/identifiers';
import { say } from '../../domain/message';
import type { Subscription } from '../../domain/selling/subscription';
import { customerChanges } from '../../domain/sync/customer-changes';
import type { Customer } from '../../domain/sync/customer-standing';
import { type CustomerState, storedState } from '../../domain/sync/customer-state';
import { type BareDecision, decideCopy, decideItem, type SyncDecision } from '../../domain/sync/customer-sync';
import type { SubscriptionResult } from '../../domain/sync/paid-subscription';
import type { CopyFacts, SyncItem } from '../../domain/sync/sync-item';
import { findCopyGaps } from '../../persistence/accounts/account-facts';
import { lockCustomers } from '../../persistence/accounts/account-locks';
import { confirmAccounts, insertAccounts, refreshAccounts } from '../../persistence/accounts/account-writes';
import { insertHistory } from '../../persistence/accounts/history-repository';
import { atOnce } from '../../persistence/pass/at-once';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { loadPrices } from '../../persistence/resellers/service-repository';
import {
  findSourceSubscriptions,
  insertSubscriptions,
  updateSubscriptions,
} from '../../persistence/selling/subscription-repository';
import {
  claimSourceIdentities,
  findCustomers,
  findSourceIdentities,
  type KnownIdentity,
} from '../../persistence/sync/source-identity-repository';
import { lockedCustomer } from './lock-customer';

/** What an item came to; in a dry run also what it would change, and what of its subscriptions is here now (S32). */
export interface SyncedDecision extends Omit<SyncDecision, 'subscriptions'> {
  readonly subscriptions: readonly SyncedSubscription[];
  readonly changes: readonly AccountChange[];
}

/** What a subscription of an item came to, and what it is now: null when it is not here, since a dry run made none. */
export type SyncedSubscription = Omit<SubscriptionResult, 'subscription'> & {
  readonly subscription: Subscription | null;
};

/** One item with the key of its customer. */
interface KeyedItem {
  readonly key: string;
  readonly item: SyncItem;
}

/**
 * Brings customers up to date, each item for itself, with a constant number of statements: claims the customers that
 * are new, locks those that are here, decides every item in memory and writes what came of it. Items of one customer
 * are taken in their order. Gives one decision an item.
 */
export async function syncItems(pass: SyncPass, items: readonly SyncItem[]): Promise<SyncedDecision[]> {
  const keyed = items.map((item) => ({
    key: sourceIdentityKey(pass.reseller.id, item.customer.sourceAccountId),
    item,
  }));
  const skus = items.flatMap((item) => item.paidSubscriptions.map((paid) => paid.sku));
  const [known, prices] = await atOnce([
    findCustomers(pass, [...new Set(keyed.map(({ key }) => key))]),
    loadPrices(pass, skus),
  ]);
  const copyFacts = { reseller: pass.reseller, prices };
  const { here, copyGaps, copies } = await claimCustomers(pass, keyed, known, copyFacts);
  const stored = here.size === 0 ? new Map<string, Customer>() : await lockedStates(pass, keyed, here);
  const facts = { ...copyFacts, copyGaps };
  const states = new Map(stored);
  const decisions = keyed.map(({ key, item }) => {
    const before = states.get(key) ?? null;
    const decision = decideItem(before, item, facts, copies.get(item));
    const { outcome, state, subscriptions, warnings, refusals } = decision;
    if (state) states.set(key, state);
    if (pass.isDryRun) return rehearsed(pass, decision, before, stored.get(key) ?? null);
    return { outcome, state, subscriptions, warnings, refusals, changes: [] };
  });
  await write(
    pass,
    [...states.values()].filter((one) => one !== null && typeof one !== 'string'),
  );
  return decisions;
}

function rehearsed({ caller }: SyncPass, decision: SyncDecision, before: Customer, now: Customer): SyncedDecision {
  const stateOf = (customer: Customer) => (typeof customer === 'string' ? null : customer);
  const subscriptions = decision.subscriptions.map((result) => ({
    ...result,
    subscription: stateOf(now)?.subscriptions.get(result.sourceSubscriptionId) ?? null,
  }));
  const named = new Set(decision.subscriptions.map(({ sourceSubscriptionId }) => sourceSubscriptionId));
  return { ...decision, subscriptions, changes: customerChanges(caller, stateOf(before), decision.state, named) };
}

/** What is here once it is claimed what is going to be. */
interface Claimed {
  readonly here: ReadonlyMap<string, KnownIdentity>;
  readonly copyGaps: AccountGaps | null;
  /** What the items of customers come to that were not here before. */
  readonly copies: ReadonlyMap<SyncItem, BareDecision>;
}

/**
 * A customer that is not here and is going to be is claimed before anything is locked: whoever loses the claim to another
 * sender waits for it and finds the customer here. Gives those that are here then; what copies lack is read with a claim.
 */
async function claimCustomers(
  pass: SyncPass,
  keyed: readonly KeyedItem[],
  known: ReadonlyMap<string, KnownIdentity>,
  facts: CopyFacts,
): Promise<Claimed> {
  const copies = new Map<SyncItem, BareDecision>();
  for (const { key, item } of keyed) if (!known.has(key)) copies.set(item, decideCopy(item, facts));
  const claims = keyed.filter(({ item }) => copies.get(item)?.refusals.length === 0);
  if (claims.length === 0) return { here: known, copyGaps: null, copies };
  assertBillable(pass);
  const [claimed, copyGaps] = await atOnce([
    claimSourceIdentities(pass, uniqueClaims(pass, claims)),
    findCopyGaps(pass),
  ]);
  const lost = [...new Set(claims.map(({ key }) => key))].filter((key) => !claimed.has(key));
  if (lost.length === 0) return { here: known, copyGaps, copies };
  return { here: new Map([...known, ...(await findSourceIdentities(pass.transaction, lost))]), copyGaps, copies };
}

function uniqueClaims(pass: SyncPass, claims: readonly KeyedItem[]) {
  const byKey = new Map(claims.map(({ key, item }) => [key, item.customer.sourceAccountId]));
  return [...byKey].map(([key, sourceAccountId]) => ({
    key,
    tenantResellerId: pass.reseller.id,
    sourceAccountId,
    accountId: key,
  }));
}

async function lockedStates(
  pass: SyncPass,
  keyed: readonly KeyedItem[],
  here: ReadonlyMap<string, KnownIdentity>,
): Promise<Map<string, Customer>> {
  const named: NamedSubscription[] = [];
  for (const { key, item } of keyed) {
    const accountId = here.get(key)?.accountId;
    if (!accountId) continue;
    for (const { sourceSubscriptionId } of item.paidSubscriptions) {
      named.push({ accountId, sourceSubscriptionId, key: sourceSubscriptionKey(key, sourceSubscriptionId) });
    }
  }
  const ids = [...here.values()].map(({ accountId }) => accountId);
  const [accounts, recorded] = await atOnce([
    lockCustomers(pass, ids),
    findSourceSubscriptions(pass.transaction, named),
  ]);
  const subscriptions = subscriptionsByAccount(named, recorded);
  const accountsById = new Map<string, AccountState>();
  for (const account of accounts) accountsById.set(account.id, account);
  const states = new Map<string, Customer>();
  for (const { key, item } of keyed) {
    const identity = here.get(key);
    if (!identity || states.has(key)) continue;
    const { accountId } = identity;
    const { sourceAccountId } = item.customer;
    const customer = lockedCustomer(pass, sourceAccountId, identity, accountsById.get(accountId) ?? null);
    states.set(key, typeof customer === 'string' ? customer : storedState(customer, subscriptions.get(accountId)));
  }
  return states;
}

/** A subscription that an item names. */
interface NamedSubscription {
  readonly accountId: string;
  readonly sourceSubscriptionId: string;
  readonly key: string;
}

/** What is recorded of an account's paid subscriptions, by their source ids. */
function subscriptionsByAccount(named: readonly NamedSubscription[], recorded: readonly Subscription[]) {
  const byAccount = new Map<string, Map<string, Subscription>>();
  const add = (one: Subscription, sourceSubscriptionId: string) => {
    const known = byAccount.get(one.accountId);
    if (known) known.set(sourceSubscriptionId, one);
    else byAccount.set(one.accountId, new Map([[sourceSubscriptionId, one]]));
  };
  if (recorded.length === 0) return byAccount;
  const byId = new Map(recorded.map((one) => [`${one.accountId} ${one.id}`, one]));
  // One that began under an id of its source and has another one now is found under both.
  for (const { accountId, sourceSubscriptionId, key } of named) {
    const former = byId.get(`${accountId} ${key}`);
    if (former) add(former, sourceSubscriptionId);
  }
  for (const one of recorded) add(one, one.sourceSubscriptionId ?? '');
  return byAccount;
}

async function write(pass: SyncPass, states: readonly CustomerState[]): Promise<void> {
  const accountsOf = (which: (unwritten: CustomerState['unwritten']) => boolean) =>
    states.filter(({ unwritten }) => which(unwritten)).map(({ account }) => account);
  const subscriptions = states.flatMap(({ unwritten }) => [...unwritten.subscriptions.values()]);
  const written = (isNew: boolean) =>
    subscriptions.filter(({ stored }) => (stored === null) === isNew).map(({ subscription }) => subscription);
  await atOnce([
    insertAccounts(
      pass,
      accountsOf(({ created }) => created),
    ),
    refreshAccounts(
      pass,
      accountsOf(({ created, changed }) => changed && !created),
    ),
    confirmAccounts(
      pass,
      accountsOf(({ created, changed, confirmed }) => confirmed && !changed && !created),
    ),
    insertSubscriptions(pass, written(true)),
    updateSubscriptions(pass, written(false)),
    insertHistory(
      pass,
      pass.actor,
      states.map(({ account, unwritten }) => ({ accountId: account.id, lines: unwritten.history })),
    ),
  ]);
}

/**
 * A reseller's own account can be deleted while nothing is billed to it. The sync holds the reseller's row, and a
 * deletion locks it: either the deletion is seen here, or it sees the new accounts.
 */
function assertBillable({ reseller, accountStatus }: SyncPass): void {
  if (accountStatus !== 'DELETED') return;
  throw new DomainError(
    refusal('ACCOUNT_DELETED', say('reseller.deletedByDistributor', { reseller: reseller.name }), ['input']),
  );
}
