import { type Account, type AccountState, type Management, UNTOLD_TO_SYNC } from '../../domain/accounts/account';
import type { Caller } from '../../domain/caller';
import { UnreadableValueError } from '../engine/column';
import { select } from '../engine/select';
import { type Fragment, join, type Selection } from '../engine/sql';
import { fieldsBut, type Row } from '../engine/table';
import { ACCOUNTS } from '../tables/accounts';
import { a } from './account-visibility';

const FOUND_BY = ['sortName', 'search'] as const;
const KEYS = ['emailKey', 'accountingNoKey'] as const;
const UNTOLD = Object.keys(UNTOLD_TO_SYNC) as (keyof typeof UNTOLD_TO_SYNC)[];

/** What of an account is read: all but what it is found by; by a sync what it is told. */
const ALL_FIELDS = fieldsBut(ACCOUNTS, [...FOUND_BY, ...KEYS]);
const TOLD_TO_SYNC = fieldsBut(ACCOUNTS, [...FOUND_BY, ...KEYS, ...UNTOLD]);

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

const STATE = fieldsBut(ACCOUNTS, [
  ...FOUND_BY,
  ...KEYS,
  ...UNTOLD,
  ...(['managedSince', 'lastSyncedAt', 'createdAt', 'updatedAt', 'revision'] as const),
]);

/** Accounts `a` as a sync decides by them; stateOf makes the state. */
export const AS_STATE = select(a, STATE);

/** The state of an account as a sync is told it. */
export function stateOf(row: Row<typeof ACCOUNTS, (typeof STATE)[number]>): AccountState {
  return {
    id: row.id,
    name: row.name,
    accountingNo: row.accountingNo,
    email: row.email,
    billingAddress: row.billingAddress,
    synchronizationOptions: row.synchronizationOptions,
    status: row.status,
    currency: row.currency,
    enableOrdering: UNTOLD_TO_SYNC.enableOrdering,
    separateInvoices: UNTOLD_TO_SYNC.separateInvoices,
    parentId: UNTOLD_TO_SYNC.parentId,
    billToId: UNTOLD_TO_SYNC.billToId,
    responsibleUserId: UNTOLD_TO_SYNC.responsibleUserId,
    permissionRuleId: UNTOLD_TO_SYNC.permissionRuleId,
    customFields: UNTOLD_TO_SYNC.customFields,
    management: managementStateOf(row),
    deletionDate: row.deletionDate,
  };
}

/** The account of a row. */
export function accountOf(row: AccountRow): Account {
  // A row that has one of the untold has them all.
  const { enableOrdering, separateInvoices, parentId, billToId, responsibleUserId, permissionRuleId, customFields } =
    isWhole(row) ? row : UNTOLD_TO_SYNC;
  return {
    id: row.id,
    name: row.name,
    accountingNo: row.accountingNo,
    email: row.email,
    billingAddress: row.billingAddress,
    synchronizationOptions: row.synchronizationOptions,
    status: row.status,
    currency: row.currency,
    enableOrdering,
    separateInvoices,
    parentId,
    billToId,
    responsibleUserId,
    permissionRuleId,
    customFields,
    management: managementOf(row),
    deletionDate: row.deletionDate,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    revision: row.revision,
  };
}

function isWhole(row: AccountRow): row is Row<typeof ACCOUNTS, (typeof ALL_FIELDS)[number]> {
  return row.customFields !== undefined;
}

/** Managed or not hangs on the tenant reseller alone. A row that says half of it is a fault, never an own account. */
function managementOf(row: AccountRow): Management | null {
  const management = managementStateOf(row);
  const { managedSince, lastSyncedAt } = row;
  if (management === null && managedSince === null) return null;
  if (management === null || managedSince === null) throw unreadable(row);
  return { managedSince, lastSyncedAt, ...management };
}

function managementStateOf(row: ManagementRow): AccountState['management'] {
  const { tenantResellerId, sourceAccountId, sourceVersion, snapshotVersion, origin } = row;
  if (tenantResellerId === null) {
    if (sourceAccountId === null && origin === null) return null;
  } else if (sourceAccountId !== null && origin !== null) {
    return { tenantResellerId, sourceAccountId, sourceVersion, snapshotVersion, origin };
  }
  throw unreadable(row);
}

type ManagementRow = Pick<
  ToldRow,
  'id' | 'tenantResellerId' | 'sourceAccountId' | 'sourceVersion' | 'snapshotVersion' | 'origin'
>;

function unreadable({ id, tenantResellerId, sourceAccountId, origin }: ManagementRow): UnreadableValueError {
  return new UnreadableValueError(`the management of account ${id}`, { tenantResellerId, sourceAccountId, origin });
}
