import type { Account, Management } from '../../domain/accounts/account';
import { UnreadableValueError } from '../engine/column';
import { fieldsBut, type Row } from '../engine/table';
import { ACCOUNTS } from '../tables/accounts';

/** What of an account is read: all but what it is found by. */
export const ACCOUNT_FIELDS = fieldsBut(ACCOUNTS, ['sortName', 'search']);

type AccountRow = Row<typeof ACCOUNTS, (typeof ACCOUNT_FIELDS)[number]>;

/** The account of a row. */
export function accountOf(row: AccountRow): Account {
  const {
    tenantResellerId,
    sourceAccountId,
    sourceVersion,
    snapshotVersion,
    origin,
    managedSince,
    lastSyncedAt,
    ...own
  } = row;
  return { ...own, management: managementOf(row) };
}

/** Managed or not hangs on the tenant reseller alone. A row that says half of it is a fault, never an own account. */
function managementOf(row: AccountRow): Management | null {
  const { tenantResellerId, sourceAccountId, sourceVersion, snapshotVersion, origin, managedSince, lastSyncedAt } = row;
  if (tenantResellerId === null) {
    if (sourceAccountId === null && origin === null && managedSince === null) return null;
  } else if (sourceAccountId !== null && origin !== null && managedSince !== null) {
    return { tenantResellerId, sourceAccountId, sourceVersion, snapshotVersion, origin, managedSince, lastSyncedAt };
  }
  throw new UnreadableValueError(`the management of account ${row.id}`, { tenantResellerId, sourceAccountId, origin });
}
