import { denialReasons } from '../../domain/accounts/account-policy';
import { standingOf } from '../../domain/accounts/account-standing';
import { namedReseller } from '../../domain/accounts/account-view';
import { actionRefusal } from '../../domain/accounts/policy-messages';
import { deletedByPerson, statusChangedByPerson } from '../../domain/accounts/wording';
import { DomainError } from '../../domain/errors';
import { billedAccounts } from '../../persistence/accounts/account-facts';
import { changeAccount } from '../../persistence/accounts/account-writes';
import { addLine } from '../../persistence/accounts/add-line';
import { atOnce } from '../../persistence/pass/at-once';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { lockTenantReseller } from '../../persistence/resellers/tenant-reseller-repository';
import { endWithAccount } from '../../persistence/selling/subscription-repository';

/** Suspends an account of the distributor's own (S13, S14: the same actions for real). */
export async function suspendAccount(pass: AccountPass): Promise<void> {
  await atOnce([
    changeAccount(pass, { status: 'SUSPENDED' }),
    addLine(pass, 'STATUS_CHANGED', statusChangedByPerson('SUSPENDED')),
  ]);
}

/** Makes a suspended account of the distributor's own active again. */
export async function reactivateAccount(pass: AccountPass): Promise<void> {
  await atOnce([
    changeAccount(pass, { status: 'ACTIVE' }),
    addLine(pass, 'STATUS_CHANGED', statusChangedByPerson('ACTIVE')),
  ]);
}

/** Deletes an account of the distributor's own: its row stays, its subscriptions end today (S12). */
export async function deleteAccount(pass: AccountPass, today: string): Promise<void> {
  await assertNothingIsBilledToIt(pass);
  // First what lies below it: a deleted account is closed to the portal's login.
  await atOnce([
    endWithAccount(pass, pass.accountId, today),
    changeAccount(pass, { status: 'DELETED', deletionDate: today }),
    addLine(pass, 'DELETED', deletedByPerson(today)),
  ]);
}

/** S25 once more, now that no customer can be copied meanwhile: see assertBillable in services/sync/sync-items.ts. */
async function assertNothingIsBilledToIt(pass: AccountPass): Promise<void> {
  const { loaded, action, caller } = pass;
  const own = loaded.tenantResellerAccount;
  if (!own) return;
  await lockTenantReseller(pass, own.tenantReseller.id, 'ITS_SYNC');
  const hasBilledCustomers = (await billedAccounts(pass.transaction, [pass.accountId])).size > 0;
  const now = { ...loaded, tenantResellerAccount: { ...own, hasBilledCustomers } };
  const reasons = denialReasons(standingOf(now, caller), action);
  if (reasons.length === 0) return;
  throw new DomainError(actionRefusal(action, reasons, namedReseller(now), ['input', 'accountId']));
}
