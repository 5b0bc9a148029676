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

/**
 * S12: a deletion again is unchanged, one older than what is here is late, one of the same version is applied. A newer one
 * of a customer that is deleted is of a restoration in between, which is then late: its version and its day are those that
 * stand, whatever order the three arrive in (S31).
 */
export function decideDeletion(
  account: AccountState,
  deletion: { readonly sourceVersion: bigint; readonly endDate: string },
  resellerName: string,
): DeletionDecision {
  const { management } = account;
  const known = management?.sourceVersion ?? NO_VERSION;
  const isDeleted = account.status === 'DELETED';
  if (isDeleted && deletion.sourceVersion <= known) return { outcome: 'UNCHANGED', account, history: [] };
  if (deletion.sourceVersion < known) return { outcome: 'STALE', account: null, history: [] };
  const deleted: AccountState = {
    ...account,
    status: 'DELETED',
    deletionDate: deletion.endDate,
    management: management && { ...management, sourceVersion: deletion.sourceVersion },
  };
  if (isDeleted && account.deletionDate === deletion.endDate)
    return { outcome: 'UNCHANGED', account: deleted, history: [] };
  return {
    outcome: 'APPLIED',
    account: deleted,
    history: [{ kind: 'DELETED', text: deletedByReseller(resellerName, deletion.endDate) }],
  };
}
