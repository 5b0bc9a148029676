import { asDomainError, DomainError } from '../../domain/errors';
import { accepted } from '../../domain/input';
import { movePending } from '../../domain/sync/customer-standing';
import { storedState } from '../../domain/sync/customer-state';
import { decideRestoration } from '../../domain/sync/customer-sync';
import { parseRestoration } from '../../domain/sync/sync-input';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import { refreshAccounts } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { endWithAccount } from '../../persistence/selling/subscription-repository';
import { lockCustomer } from './lock-customer';

/**
 * Brings back a customer that the reseller deleted by mistake, as its snapshot says; its subscriptions end as their own states
 * say from then on. Of a customer that is not deleted it is a snapshot, and nothing more (S31).
 */
export async function restoreManagedAccount(
  pass: SyncPass,
  input: unknown,
): Promise<{ outcome: SyncOutcome; accountId: string | null; warnings: readonly SyncWarning[] }> {
  const item = accepted(parseRestoration(input));
  const account = await lockCustomer(pass, item.customer.sourceAccountId);
  if (account === 'FORMER') return { outcome: 'STALE', accountId: null, warnings: [] };
  if (account === 'MOVE_PENDING') throw new DomainError(movePending([...item.path.customer, 'sourceAccountId']));
  const { outcome, state, warnings, refusals } = decideRestoration(
    account && storedState(account),
    item,
    pass.reseller,
  );
  if (!account || !state || outcome === 'REJECTED') throw asDomainError(refusals);
  const { changed, confirmed, history } = state.unwritten;
  if (confirmed) await refreshAccounts(pass, [{ account: state.account, changed }]);
  if (account.deletionDate !== state.account.deletionDate) {
    await endWithAccount(pass, account.id, state.account.deletionDate);
  }
  await addLines(pass, account.id, history);
  return { outcome, accountId: account.id, warnings };
}
