import { type Account, type Management, UNTOLD_TO_SYNC } from '../../domain/accounts/account';
import type { Caller } from '../../domain/caller';
import { UnreadableValueError } from '../engine/column';
import { select } from '../engine/select';
import { type Fragment, join, type Selection } from '../engine/sql';
import { fieldsBut, type Row } from '../engine/table';
import { ACCOUNTS } from '../tables/accounts';
import { a } from './account-visibility';

const FOUND_BY = ['sortName', 'search'] as const;
const UNTOLD = Object.keys(UNTOLD_TO_SYNC) as (keyof typeof UNTOLD_TO_SYNC)[];

/** What of an account is read: all but what it is found by; by a sync what it is told. */
const ALL_FIELDS = fieldsBut(ACCOUNTS, FOUND_BY);
const TOLD_TO_SYNC = fieldsBut(ACCOUNTS, [...FOUND_BY, ...UNTOLD]);

type ToldRow = Row<typeof ACCOUNTS, (typeof TOLD_TO_SYNC)[number]>;
export type AccountRow = ToldRow & Partial<Row<typeof ACCOUNTS, (typeof UNTOLD)[number]>>;

/** Accounts `a` as they are read for a caller; accountOf makes the account. */
export function selectAccount(caller: Pick<Caller, 'kind'>): Selection<AccountRow> {
  return caller.kind === 'RESELLER_SYNC' ? AS_TOLD : WHOLE;
}
const WHOLE: Selection<AccountRow> = select(a, ALL_FIELDS);
const AS_TOLD: Selection<AccountRow> = select(a, TOLD_TO_SYNC);

/** The columns of it beside those, for a statement that reads accounts before it orders them. */
export function columnsFor(caller: Pick<Caller, 'kind'>): Fragment {
  return caller.kind === 'RESELLER_SYNC' ? TOLD_COLUMNS : ALL_COLUMNS;
}
const columnsFrom = (fields: readonly (keyof typeof ACCOUNTS.columns)[]) =>
  join(
    fields.map((field) => a[field]),
    ', ',
  );
const ALL_COLUMNS = columnsFrom(fieldsBut(ACCOUNTS, []));
const TOLD_COLUMNS = columnsFrom([...TOLD_TO_SYNC, ...FOUND_BY]);

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
  const management = managementOf(row);
  // A row that has one of the untold has them all. The usual one first: it is made for every account of every answer.
  if (row.customFields !== undefined) return { ...own, management } as Account;
  return { ...UNTOLD_TO_SYNC, ...own, management };
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
