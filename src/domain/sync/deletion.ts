import { type AccountState, NO_VERSION } from '../accounts/account';
import type { HistoryLine } from '../accounts/history';
import type { SyncOutcome } from '../vocabulary';
import { deletedByReseller } from './wording';

/** What the reseller's deletion of a customer comes to; `account` is null when nothing is to be written. */
export interface DeletionDecision {
  readonly outcome: Extract<SyncOutcome, 'APPLIED' | 'UNCHANGED' | 'STALE'>;
  readonly account: AccountState | null;
  readonly history: readonly HistoryLine[];
}

/** S12: a deletion again is unchanged, one older than what is here is late, one of the same version is applied. */
export function decideDeletion(
  account: AccountState,
  deletion: { readonly sourceVersion: bigint; readonly endDate: string },
  resellerName: string,
): DeletionDecision {
  const { management } = account;
  if (account.status === 'DELETED') {
    // The first deletion stays the one that counts: what came before it is late, what came after it never happened.
    return { outcome: 'UNCHANGED', account, history: [] };
  }
  if (deletion.sourceVersion < (management?.sourceVersion ?? NO_VERSION)) {
    return { outcome: 'STALE', account: null, history: [] };
  }
  const atVersion = management && { ...management, sourceVersion: deletion.sourceVersion };
  return {
    outcome: 'APPLIED',
    account: { ...account, status: 'DELETED', deletionDate: deletion.endDate, management: atVersion },
    history: [{ kind: 'DELETED', text: deletedByReseller(resellerName, deletion.endDate) }],
  };
}
