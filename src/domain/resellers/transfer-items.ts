import { z } from 'zod';
import type { Account, AccountState } from '../accounts/account';
import type { Refusal } from '../errors';
import { canonicalId, sourceIdentityKey, sourceSubscriptionKey } from '../identifiers';
import { filledText, invalidInput, knownId, parse } from '../input';
import type { TenantReseller } from '../tenant-reseller';
import {
  isTransferredAlready,
  sourceAccountTaken,
  type TransferFacts,
  transferRefusal,
  unknownToTransfer,
} from './transfer';
import { idsOfNone, type MappedSubscription, mappingInput, planMapping } from './transfer-mapping';

/** An account to be handed over, as it is sent, and where it stands in the arguments. */
export interface TransferItem {
  readonly accountId: string;
  readonly sourceAccountId: string;
  readonly subscriptions?: readonly MappedSubscription[] | null;
  readonly path: readonly string[];
}

/** What is known of the accounts of a call; theirs are locked, so that it still holds when they are handed over. */
export interface TransferWorld {
  readonly reseller: TenantReseller;
  /** The day of the call. */
  readonly today: string;
  /** By account id; one that is not there is unknown. */
  readonly facts: ReadonlyMap<string, TransferFacts & { readonly account: Account }>;
  readonly subscriptions: ReadonlyMap<string, readonly KnownSubscription[]>;
  /** By the keys of source ids that are copied or spent, the accounts that have or had them. */
  readonly taken: ReadonlyMap<string, string>;
}

/** A subscription of such an account; its key is what its source, if it has one, knows it by. */
export interface KnownSubscription {
  readonly id: string;
  readonly endDate: string | null;
  readonly sourceKey: string | null;
}

/** An account that is handed over: what becomes of it and of its subscriptions. */
export interface Transferred {
  readonly accountId: string;
  readonly sourceAccountId: string;
  /** The key of its source identity. */
  readonly key: string;
  /** The id is the account's own spent one, and goes on from the versions that it had. */
  readonly isReturn: boolean;
  readonly mapped: readonly MappedSubscription[];
}

/** What one item comes to: refused, handed over, or neither, because it was before. */
export interface TransferDecision {
  readonly refusals: readonly Refusal[];
  readonly transferred: Transferred | null;
}

/** An account to be handed over, as it is sent. */
export const transferInput = z.object({
  accountId: knownId,
  sourceAccountId: filledText(),
  subscriptions: mappingInput.nullish(),
});

/** Decides the items of a call in their order, as if each were alone and the ones before it were done (S24). */
export function decideTransfers(items: readonly TransferItem[], world: TransferWorld): TransferDecision[] {
  const before: Transferred[] = [];
  return items.map((item) => {
    const decision = decide(item, world, before);
    if (decision.transferred) before.push(decision.transferred);
    return decision;
  });
}

/** The keys of the customers that these are to be, of those that can be read. */
export function customerKeys(items: readonly TransferItem[], reseller: TenantReseller): string[] {
  const read = items.flatMap((item) => parse(transferInput, item, item.path).value ?? []);
  return [...new Set(read.map(({ sourceAccountId }) => sourceIdentityKey(reseller.id, sourceAccountId)))];
}

function decide(item: TransferItem, world: TransferWorld, before: readonly Transferred[]): TransferDecision {
  const { reseller, today } = world;
  const { path } = item;
  const { value, refusals } = parse(transferInput, item, path);
  if (refusals) return refused(refusals);
  const { sourceAccountId } = value;
  const sent = value.subscriptions ?? [];
  const unknown = idsOfNone(sent, [...path, 'subscriptions']);
  if (unknown.length > 0) return refused(unknown);
  const id = canonicalId(item.accountId) ?? '';
  const known = world.facts.get(id);
  if (!known) return refused([unknownToTransfer([...path, 'accountId'])]);
  const facts = afterwards(known, reseller, before.find(({ accountId }) => accountId === id) ?? null);
  if (isTransferredAlready(facts.account, reseller, sourceAccountId)) return { refusals: [], transferred: null };
  const against = transferRefusal(facts, reseller, [...path, 'accountId']);
  if (against) return refused([against]);
  const subscriptions = world.subscriptions.get(id) ?? [];
  const plan = planMapping(subscriptions, sent, today, [...path, 'subscriptions']);
  if (plan.refusals.length > 0) return refused(plan.refusals);
  const key = sourceIdentityKey(reseller.id, sourceAccountId);
  const owner = world.taken.get(key);
  if ((owner !== undefined && owner !== id) || before.some((one) => one.key === key)) {
    return refused([sourceAccountTaken(reseller, [...path, 'sourceAccountId'])]);
  }
  const spent = idsOfOthers(sent, subscriptions, key, [...path, 'subscriptions']);
  if (spent.length > 0) return refused(spent);
  const transferred = {
    accountId: id,
    sourceAccountId,
    key,
    isReturn: owner === id,
    mapped: plan.mapped,
  };
  return { refusals: [], transferred };
}

/** What was this customer before has subscriptions that its source knows: none of their ids is another one's now. */
function idsOfOthers(
  sent: readonly MappedSubscription[],
  known: readonly KnownSubscription[],
  customerKey: string,
  path: readonly string[],
): Refusal[] {
  return sent.flatMap(({ subscriptionId, sourceSubscriptionId }, index) => {
    const key = sourceSubscriptionKey(customerKey, sourceSubscriptionId);
    const other = known.some((one) => one.sourceKey === key && one.id !== canonicalId(subscriptionId));
    return other ? [invalidInput([...path, String(index), 'sourceSubscriptionId'], 'input.sourceIdOfAnother')] : [];
  });
}

/** The account as it is once it is handed to the reseller (S24). */
export function handedOver(account: Account, reseller: TenantReseller, { sourceAccountId }: Transferred): AccountState {
  const management = { ...NEWLY_MANAGED, tenantResellerId: reseller.id, sourceAccountId };
  return { ...account, parentId: reseller.accountId, management };
}

/** What is known of an account once an item before has handed it over. */
function afterwards(
  facts: TransferFacts & { readonly account: Account },
  reseller: TenantReseller,
  handed: Transferred | null,
): TransferFacts {
  if (!handed) return facts;
  const management = { tenantResellerId: reseller.id, sourceAccountId: handed.sourceAccountId };
  return {
    ...facts,
    account: { ...facts.account, management: { ...NEWLY_MANAGED, ...management } },
    resellerName: reseller.name,
  };
}

/** Of a management that is about to be written, what no rule of a transfer asks for. */
const NEWLY_MANAGED = {
  sourceVersion: null,
  snapshotVersion: null,
  origin: 'TRANSFERRED_TO_RESELLER',
  managedSince: new Date(0),
  lastSyncedAt: null,
} as const;

function refused(refusals: readonly Refusal[]): TransferDecision {
  return { refusals, transferred: null };
}
