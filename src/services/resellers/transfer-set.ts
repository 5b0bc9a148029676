import type { Account } from '../../domain/accounts/account';
import { type AccountChange, accountChanges } from '../../domain/accounts/account-change';
import { canonicalId } from '../../domain/identifiers';
import type { TransferFacts } from '../../domain/resellers/transfer';
import {
  customerKeys,
  decideTransfers,
  handedOver,
  type TransferDecision,
  type TransferItem,
  type Transferred,
} from '../../domain/resellers/transfer-items';
import { transferredTo } from '../../domain/resellers/wording';
import { subscriptionChanges } from '../../domain/selling/subscription-change';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { findNaming, type Naming } from '../../persistence/accounts/account-facts';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { markTransferred } from '../../persistence/accounts/account-writes';
import { insertHistory } from '../../persistence/accounts/history-repository';
import { ChangedMeanwhileError } from '../../persistence/engine/unavailable';
import { atOnce } from '../../persistence/pass/at-once';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { billReturnsFrom } from '../../persistence/resellers/move-repository';
import { findTenantResellers, findTenantResellersOf } from '../../persistence/resellers/tenant-reseller-repository';
import { findLastDays, findSubscriptions, mapSubscriptions } from '../../persistence/selling/subscription-repository';
import {
  claimSourceIdentities,
  findSourceIdentities,
  type KnownIdentity,
} from '../../persistence/sync/source-identity-repository';

/** What an item came to; of a dry run with what it would change. */
export interface RehearsedTransfer extends TransferDecision {
  readonly changes?: readonly AccountChange[];
}

/**
 * Hands accounts of the distributor's own to the reseller that they are billed to, each item for itself, with a constant
 * number of statements: locks them, decides every item in memory and writes what came of it (S24). Whoever sells to an
 * account, edits or names it holds its row, and is seen here or waits.
 */
export async function transferSet(
  pass: AdministratorPass,
  reseller: TenantReseller,
  items: readonly TransferItem[],
  today: string,
): Promise<RehearsedTransfer[]> {
  const ids = items.flatMap(({ accountId }) => canonicalId(accountId) ?? []);
  const accounts = await lockAccounts(pass, ids);
  const keys = customerKeys(items, reseller);
  const facts = await factsOf(pass, accounts);
  const [subscriptions, identities] = await atOnce([
    findLastDays(pass.transaction, ids),
    findSourceIdentities(pass.transaction, keys),
  ]);
  const decisions = decideTransfers(items, { reseller, today, facts, subscriptions, taken: ownersOf(identities) });
  // Before anything is written: what is here now is told beside what would be.
  const told = pass.isDryRun ? await withChanges(pass, reseller, decisions, accounts) : decisions;
  await write(
    pass,
    reseller,
    decisions.flatMap(({ transferred }) => transferred ?? []),
    today,
  );
  return told;
}

/** With what a dry run would change (S32). */
async function withChanges(
  { transaction, caller }: AdministratorPass,
  reseller: TenantReseller,
  decisions: readonly TransferDecision[],
  accounts: readonly Account[],
): Promise<RehearsedTransfer[]> {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const mapped = decisions.flatMap(({ transferred }) =>
    (transferred?.mapped ?? []).map((one) => ({ accountId: transferred?.accountId ?? '', id: one.subscriptionId })),
  );
  const subscriptions = await findSubscriptions(transaction, mapped);
  return decisions.map((decision) => {
    const { transferred } = decision;
    const account = transferred && byId.get(transferred.accountId);
    if (!account) return { ...decision, changes: [] };
    const ofSubscriptions = transferred.mapped.flatMap(({ subscriptionId, sourceSubscriptionId }) => {
      const before = subscriptions.get(`${account.id} ${subscriptionId}`);
      return before ? subscriptionChanges(before, { ...before, sourceSubscriptionId }) : [];
    });
    const ofAccount = accountChanges(caller, account, handedOver(account, reseller, transferred));
    return { ...decision, changes: [...ofAccount, ...ofSubscriptions] };
  });
}

function ownersOf(identities: ReadonlyMap<string, KnownIdentity>): Map<string, string> {
  return new Map([...identities].map(([key, { accountId }]) => [key, accountId]));
}

async function factsOf(
  { transaction }: AdministratorPass,
  accounts: readonly Account[],
): Promise<Map<string, TransferFacts & { readonly account: Account }>> {
  const ids = accounts.map(({ id }) => id);
  const managerIds = accounts.flatMap(({ management }) => management?.tenantResellerId ?? []);
  const [naming, own, managers] = await atOnce([
    findNaming(transaction, ids),
    findTenantResellersOf(transaction, ids),
    findTenantResellers(transaction, managerIds),
  ]);
  return new Map(
    accounts.map((account) => {
      const namedBy = naming.get(account.id) ?? NAMED_BY_NOBODY;
      const { management } = account;
      if (management) {
        const resellerName = managers.get(management.tenantResellerId)?.name ?? null;
        return [account.id, { account, namedBy, resellerName, tenantResellerAccount: null }];
      }
      const ofReseller = own.get(account.id) ?? null;
      const tenantResellerAccount = ofReseller && { hasBilledCustomers: namedBy.isBillTo };
      return [account.id, { account, namedBy, resellerName: ofReseller?.name ?? null, tenantResellerAccount }];
    }),
  );
}

const NAMED_BY_NOBODY: Naming = { isBillTo: false, isParent: false };

async function write(
  pass: AdministratorPass,
  reseller: TenantReseller,
  transferred: readonly Transferred[],
  today: string,
): Promise<void> {
  if (transferred.length === 0) return;
  const fresh = transferred.filter(({ isReturn }) => !isReturn);
  const identities = fresh.map(({ key, accountId, sourceAccountId }) => ({
    key,
    accountId,
    sourceAccountId,
    tenantResellerId: reseller.id,
  }));
  // A copy that was made of one meanwhile is found when this is decided anew.
  const claimed = identities.length > 0 ? await claimSourceIdentities(pass, identities) : new Set();
  if (claimed.size < identities.length) throw new ChangedMeanwhileError('a source id');
  // First what lies below them: a managed account's subscriptions are closed to the portal's login.
  const mapped = transferred.flatMap(({ accountId, key, mapped }) =>
    mapped.map((one) => ({ accountId, customerKey: key, ...one })),
  );
  const theirs = transferred.map(({ accountId }) => ({ accountId, tenantResellerId: reseller.id }));
  const lines = [{ kind: 'TRANSFERRED', text: transferredTo(reseller.name) }] as const;
  const histories = transferred.map(({ accountId }) => ({ accountId, lines }));
  await atOnce([
    mapSubscriptions(pass, reseller.id, mapped),
    billReturnsFrom(pass, theirs, today),
    markTransferred(pass, reseller, transferred),
    insertHistory(pass, pass.actor, histories),
  ]);
}
