import { asDomainError } from '../../domain/errors';
import { accepted } from '../../domain/input';
import { storedState } from '../../domain/sync/customer-state';
import { decideRestoration } from '../../domain/sync/customer-sync';
import { parseRestoration } from '../../domain/sync/sync-input';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import { confirmAccounts, refreshAccounts } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import { atOnce } from '../../persistence/pass/at-once';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { endWithAccount } from '../../persistence/selling/subscription-repository';
import { type SyncCall, singleEvent } from './inbox';
import { lockCustomer } from './lock-customer';

/** What a restoration came to; no account of a customer that has left. */
interface Restored {
  readonly outcome: SyncOutcome;
  readonly accountId: string | null;
  readonly warnings: readonly SyncWarning[];
}

/**
 * Brings back a customer that the reseller deleted by mistake, as its snapshot says; its subscriptions end as their own states
 * say from then on. Of a customer that is not deleted it is a snapshot, and nothing more (S31).
 */
export function restoreManagedAccount(
  call: SyncCall,
  input: { readonly customer: { readonly sourceAccountId: string } },
): Promise<Restored> {
  return singleEvent(
    call,
    { sourceAccountId: input.customer.sourceAccountId, subscriptions: [] },
    (pass) => restore(pass, input),
    ({ outcome }) => ({ outcome, recorded: [] }),
  );
}

async function restore(pass: SyncPass, input: unknown): Promise<Restored> {
  const item = accepted(parseRestoration(input));
  const account = await lockCustomer(pass, item.customer.sourceAccountId);
  const customer = account === null || typeof account === 'string' ? account : storedState(account);
  const { outcome, state, warnings, refusals } = decideRestoration(customer, item, pass.reseller);
  if (outcome === 'REJECTED') throw asDomainError(refusals);
  if (!state) return { outcome, accountId: null, warnings };
  const { id, deletionDate } = state.account;
  const { changed, confirmed, history } = state.unwritten;
  const revives = customer !== null && typeof customer !== 'string' && customer.account.deletionDate !== deletionDate;
  await atOnce([
    refreshAccounts(pass, changed ? [state.account] : []),
    confirmAccounts(pass, confirmed && !changed ? [state.account] : []),
    ...(revives ? [endWithAccount(pass, id, deletionDate)] : []),
    addLines(pass, id, history),
  ]);
  return { outcome, accountId: id, warnings };
}
