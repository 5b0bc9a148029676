import type { AccountChange } from '../../domain/accounts/account-change';
import { DomainError, refusal } from '../../domain/errors';
import { sourceIdentityKey, sourceSubscriptionKey } from '../../domain/identifiers';
import { say } from '../../domain/message';
import type { Subscription } from '../../domain/selling/subscription';
import { customerChanges } from '../../domain/sync/customer-changes';
import type { Customer } from '../../domain/sync/customer-standing';
import { type CustomerState, storedState } from '../../domain/sync/customer-state';
import { decideItem, type SyncDecision } from '../../domain/sync/customer-sync';
import type { SubscriptionResult } from '../../domain/sync/paid-subscription';
import type { SyncFacts, SyncItem } from '../../domain/sync/sync-item';
import { findCopyGaps } from '../../persistence/accounts/account-facts';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { insertAccounts, refreshAccounts } from '../../persistence/accounts/account-writes';
import { insertHistory } from '../../persistence/accounts/history-repository';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { loadPrices } from '../../persistence/resellers/service-repository';
import {
  findSourceSubscriptions,
  insertSubscriptions,
  updateSubscriptions,
} from '../../persistence/selling/subscription-repository';
import {
  claimSourceIdentities,
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
  const facts = await factsFor(pass, items);
  const here = await loadCustomers(pass, keyed, facts);
  const states = new Map(here);
  const decisions = keyed.map(({ key, item }) => {
    const before = states.get(key) ?? null;
    const decision = decideItem(before, item, facts);
    if (decision.state) states.set(key, decision.state);
    return pass.isDryRun ? rehearsed(pass, decision, before, here.get(key) ?? null) : { ...decision, changes: [] };
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

async function factsFor(pass: SyncPass, items: readonly SyncItem[]): Promise<SyncFacts> {
  const skus = items.flatMap((item) => item.paidSubscriptions.map((paid) => paid.sku));
  return {
    reseller: pass.reseller,
    copyGaps: await findCopyGaps(pass),
    prices: await loadPrices(pass, skus),
  };
}

/**
 * The customers that are here, locked. One that is not here and is going to be is claimed first: whoever loses the
 * claim to another sender waits for it and finds the customer here.
 */
async function loadCustomers(
  pass: SyncPass,
  keyed: readonly KeyedItem[],
  facts: SyncFacts,
): Promise<Map<string, Customer>> {
  const keys = [...new Set(keyed.map(({ key }) => key))];
  const here = await findSourceIdentities(pass.transaction, keys);
  const claims = keyed.filter(({ key, item }) => !here.has(key) && decideItem(null, item, facts).outcome === 'CREATED');
  if (claims.length > 0) {
    assertBillable(pass);
    const claimed = await claimSourceIdentities(pass, uniqueClaims(pass, claims));
    const lost = [...new Set(claims.map(({ key }) => key))].filter((key) => !claimed.has(key));
    if (lost.length > 0) {
      for (const [key, identity] of await findSourceIdentities(pass.transaction, lost)) here.set(key, identity);
    }
  }
  if (here.size === 0) return new Map();
  return lockedStates(pass, keyed, here);
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
  const accounts = await lockAccounts(
    pass,
    [...here.values()].map(({ accountId }) => accountId),
  );
  const named = keyed.flatMap(({ key, item }) => {
    const accountId = here.get(key)?.accountId;
    if (!accountId) return [];
    return item.paidSubscriptions.map(({ sourceSubscriptionId }) => ({
      accountId,
      sourceSubscriptionId,
      key: sourceSubscriptionKey(key, sourceSubscriptionId),
    }));
  });
  const recorded = named.length > 0 ? await findSourceSubscriptions(pass.transaction, named) : [];
  const subscriptions = new Map(accounts.map(({ id }) => [id, new Map<string, Subscription>()]));
  const byId = new Map(recorded.map((one) => [`${one.accountId} ${one.id}`, one]));
  // One that began under an id of its source and has another one now is found under both.
  for (const { accountId, sourceSubscriptionId, key } of named) {
    const former = byId.get(`${accountId} ${key}`);
    if (former) subscriptions.get(accountId)?.set(sourceSubscriptionId, former);
  }
  for (const one of recorded) subscriptions.get(one.accountId)?.set(one.sourceSubscriptionId ?? '', one);
  const sourceIds = new Map(keyed.map(({ key, item }) => [key, item.customer.sourceAccountId]));
  const accountsById = new Map(accounts.map((account) => [account.id, account]));
  return new Map(
    [...here].map(([key, identity]): [string, Customer] => {
      const { accountId } = identity;
      const customer = lockedCustomer(pass, sourceIds.get(key) ?? '', identity, accountsById.get(accountId) ?? null);
      return [key, typeof customer === 'string' ? customer : storedState(customer, subscriptions.get(accountId))];
    }),
  );
}

async function write(pass: SyncPass, states: readonly CustomerState[]): Promise<void> {
  const created = states.filter(({ unwritten }) => unwritten.created);
  const refreshed = states.filter(({ unwritten }) => unwritten.confirmed && !unwritten.created);
  if (created.length > 0) {
    await insertAccounts(
      pass,
      created.map(({ account }) => account),
    );
  }
  if (refreshed.length > 0) {
    await refreshAccounts(
      pass,
      refreshed.map(({ account, unwritten }) => ({ account, changed: unwritten.changed })),
    );
  }
  const subscriptions = states.flatMap(({ unwritten }) => [...unwritten.subscriptions.values()]);
  const written = (isNew: boolean) =>
    subscriptions.filter(({ stored }) => (stored === null) === isNew).map(({ subscription }) => subscription);
  await insertSubscriptions(pass, written(true));
  await updateSubscriptions(pass, written(false));
  await insertHistory(
    pass,
    pass.actor,
    states.map(({ account, unwritten }) => ({ accountId: account.id, lines: unwritten.history })),
  );
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
