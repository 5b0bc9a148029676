import { type AccountChange, accountChanges, changed } from '../accounts/account-change';
import type { Caller } from '../caller';
import { lastDay } from '../selling/subscription';
import { subscriptionChanges } from '../selling/subscription-change';
import type { TenantReseller } from '../tenant-reseller';
import type { AnnouncedMove, Leaving, LeavingFacts } from './leaving';

type Asker = Pick<Caller, 'kind'>;

/** What a release changes of an account and its subscriptions (S32). */
export function releaseChanges(caller: Asker, facts: LeavingFacts, leaving: Leaving): AccountChange[] {
  const { account } = facts;
  const own = { ...account, management: null, billToId: null, parentId: null };
  return [...accountChanges(caller, account, own), ...leavingChanges(facts, leaving)];
}

/** What the completion of a move changes of an account and its subscriptions (S32). */
export function moveChanges(
  caller: Asker,
  facts: LeavingFacts,
  { tenantResellerId, sourceAccountId }: AnnouncedMove,
  { accountId }: TenantReseller,
  closed: Leaving['closed'],
): AccountChange[] {
  const { account } = facts;
  const origin = 'MOVED_FROM_RESELLER' as const;
  const management = account.management && { ...account.management, tenantResellerId, sourceAccountId, origin };
  const moved = { ...account, management, billToId: accountId, parentId: accountId, synchronizationOptions: [] };
  return [...accountChanges(caller, account, moved), ...leavingChanges(facts, { closed, kept: [] })];
}

/** What an announcement or its withdrawal changes: where the account is to move (S32). */
export function announcementChanges(
  accountId: string,
  before: AnnouncedMove | null,
  after: AnnouncedMove | null,
): AccountChange[] {
  const text = (move: AnnouncedMove | null) => JSON.stringify({ moveTo: move });
  return changed({ accountId, subject: 'MANAGEMENT', field: null, subscriptionId: null }, text(before), text(after));
}

function leavingChanges({ running }: LeavingFacts, { closed, kept }: Leaving): AccountChange[] {
  const days = new Map(closed.map(({ id, closedOn }) => [id, closedOn]));
  const prices = new Map(kept.map(({ id, unitPrice, priceSource }) => [id, { unitPrice, priceSource }]));
  return running.flatMap((before) => {
    const endDate = lastDay(before.endDate, days.get(before.id) ?? null);
    return subscriptionChanges(before, { ...before, ...prices.get(before.id), endDate });
  });
}
