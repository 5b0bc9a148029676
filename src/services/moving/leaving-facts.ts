import type { Account } from '../../domain/accounts/account';
import { dayBefore } from '../../domain/calendar';
import type { LeavingFacts } from '../../domain/moving/leaving';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { findAccountsWithPending } from '../../persistence/billing/pending-invoices';
import { atOnce } from '../../persistence/pass/at-once';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { findAnnouncedMoves, findLastSteps } from '../../persistence/resellers/move-repository';
import { findTenantResellers } from '../../persistence/resellers/tenant-reseller-repository';
import { findLastDays, findRunningSubscriptions } from '../../persistence/selling/subscription-repository';

/** What is known of the accounts that a call names, which are locked. */
export interface LeavingWorld {
  /** By account; one that is not there is unknown. */
  readonly facts: ReadonlyMap<string, LeavingFacts>;
  /** The resellers that manage them. */
  readonly managers: ReadonlyMap<string, TenantReseller>;
  /** The ids of all subscriptions that they have. */
  readonly subscriptionIds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Locks accounts and reads what decides on their leaving: a constant number of statements. */
export async function leavingWorld(
  pass: AdministratorPass,
  accountIds: readonly string[],
  today: string,
): Promise<LeavingWorld> {
  const { transaction } = pass;
  const accounts = await lockAccounts(pass, accountIds);
  const ids = accounts.map(({ id }) => id);
  const managerIds = accounts.flatMap(({ management }) => management?.tenantResellerId ?? []);
  const [announced, steps, running, subscriptions, pending, managers] = await atOnce([
    findAnnouncedMoves(transaction, ids),
    findLastSteps(transaction, ids),
    findRunningSubscriptions(transaction, ids, today),
    findLastDays(transaction, ids),
    findAccountsWithPending(transaction, managed(accounts), dayBefore(today), today),
    findTenantResellers(transaction, managerIds),
  ]);
  const facts = accounts.map((account): [string, LeavingFacts] => [
    account.id,
    {
      account,
      announced: announced.get(account.id) ?? null,
      lastStep: steps.get(account.id) ?? null,
      hasPending: pending.has(account.id),
      running: running.get(account.id) ?? [],
    },
  ]);
  const known = [...subscriptions].map(([id, some]) => [id, new Set(some.map((one) => one.id))] as const);
  return { facts: new Map(facts), managers, subscriptionIds: new Map(known) };
}

function managed(accounts: readonly Account[]): string[] {
  return accounts.filter(({ management }) => management !== null).map(({ id }) => id);
}

/** The name of the reseller that manages an account. */
export function managerOf({ managers }: LeavingWorld, { management }: Account): string {
  const manager = management && managers.get(management.tenantResellerId);
  if (!manager) throw new Error('A managed account has no reseller');
  return manager.name;
}
