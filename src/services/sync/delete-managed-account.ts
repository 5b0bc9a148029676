import { DomainError, refusal } from '../../domain/errors';
import { read } from '../../domain/input';
import { say } from '../../domain/message';
import { movePending } from '../../domain/sync/customer-standing';
import { decideDeletion } from '../../domain/sync/deletion';
import { deletionInput } from '../../domain/sync/sync-input';
import type { SyncOutcome } from '../../domain/vocabulary';
import { confirmAccounts, refreshAccounts } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import { atOnce } from '../../persistence/pass/at-once';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { endWithAccount } from '../../persistence/selling/subscription-repository';
import { type SyncCall, singleEvent } from './inbox';
import { lockCustomer } from './lock-customer';

/** What a deletion came to; no account of a customer that has left. */
interface Deleted {
  readonly outcome: SyncOutcome;
  readonly accountId: string | null;
}

/** Deletes a customer that the reseller deleted; it stays readable (S12; test/graphql/sync/sync-end.test.ts). */
export function deleteManagedAccount(
  call: SyncCall,
  input: { readonly sourceAccountId: string },
  today: string,
): Promise<Deleted> {
  return singleEvent(
    call,
    { sourceAccountId: input.sourceAccountId, subscriptions: [] },
    (pass) => deleteCustomer(pass, input, today),
    ({ outcome }) => ({ outcome, recorded: [] }),
  );
}

async function deleteCustomer(pass: SyncPass, input: unknown, today: string): Promise<Deleted> {
  const { sourceAccountId, sourceVersion, endDate } = read(deletionInput, input, ['input']);
  const account = await lockCustomer(pass, sourceAccountId);
  if (account === 'FORMER') return { outcome: 'STALE', accountId: null };
  if (account === 'MOVE_PENDING') throw new DomainError(movePending(['input', 'sourceAccountId']));
  if (!account) {
    throw new DomainError(
      refusal('ACCOUNT_NOT_COPIED', say('sync.notCopied'), ['input', 'sourceAccountId'], { retryable: true }),
    );
  }
  const decision = decideDeletion(account, { sourceVersion, endDate: endDate ?? today }, pass.reseller.name);
  if (decision.account && decision.outcome === 'APPLIED') {
    await atOnce([
      refreshAccounts(pass, [decision.account]),
      endWithAccount(pass, account.id, decision.account.deletionDate),
      addLines(pass, account.id, decision.history),
    ]);
  } else if (decision.account) await confirmAccounts(pass, [decision.account]);
  return { outcome: decision.outcome, accountId: account.id };
}
