import type { Account, AccountState, BillingAddress, SynchronizationOption } from '../../domain/accounts/account';
import type { CustomFields } from '../../domain/accounts/custom-field';
import type { AccountStatus, ManagementOrigin } from '../../domain/vocabulary';

/** A row of `accounts`, as Postgres answers it. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly accounting_no: string | null;
  readonly email: string | null;
  readonly billing_address: BillingAddress | null;
  readonly synchronization_options: readonly SynchronizationOption[];
  readonly status: AccountStatus;
  readonly currency: string;
  readonly enable_ordering: boolean;
  readonly separate_invoices: boolean;
  readonly parent_id: string | null;
  readonly bill_to_id: string | null;
  readonly responsible_user_id: string | null;
  readonly permission_rule_id: string | null;
  readonly tenant_reseller_id: string | null;
  readonly source_account_id: string | null;
  readonly source_version: bigint | null;
  readonly snapshot_version: bigint | null;
  readonly origin: ManagementOrigin | null;
  readonly managed_since: Date | null;
  readonly last_synced_at: Date | null;
  readonly deletion_date: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly revision: bigint;
  readonly custom_fields: CustomFields;
}

/** The columns of an AccountRow, of the table or function that goes by this name in the statement. */
export function accountColumns(alias: string): string {
  return COLUMNS.map((column) => `${alias}.${column}`).join(', ');
}

const COLUMNS = [
  'id',
  'name',
  'accounting_no',
  'email',
  'billing_address',
  'synchronization_options',
  'status',
  'currency',
  'enable_ordering',
  'separate_invoices',
  'parent_id',
  'bill_to_id',
  'responsible_user_id',
  'permission_rule_id',
  'tenant_reseller_id',
  'source_account_id',
  'source_version',
  'snapshot_version',
  'origin',
  'managed_since',
  'last_synced_at',
  'deletion_date',
  'created_at',
  'updated_at',
  'revision',
  'custom_fields',
] as const satisfies readonly (keyof AccountRow)[];

/** The account of a row. jsonb keeps no order of keys, so the address and the options are spelt out. */
export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    accountingNo: row.accounting_no,
    email: row.email,
    billingAddress: row.billing_address && addressOf(row.billing_address),
    synchronizationOptions: row.synchronization_options.map(({ systemCode, key, value }) => ({
      systemCode,
      key,
      value,
    })),
    status: row.status,
    currency: row.currency,
    enableOrdering: row.enable_ordering,
    separateInvoices: row.separate_invoices,
    parentId: row.parent_id,
    billToId: row.bill_to_id,
    responsibleUserId: row.responsible_user_id,
    permissionRuleId: row.permission_rule_id,
    customFields: row.custom_fields,
    management: managementOf(row),
    deletionDate: row.deletion_date,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  };
}

function addressOf(stored: BillingAddress): BillingAddress {
  const { line1, line2, city, region, postalCode, country } = stored;
  return { line1, line2, city, region, postalCode, country };
}

function managementOf(row: AccountRow): Account['management'] {
  if (!row.tenant_reseller_id || !row.source_account_id || !row.origin || !row.managed_since) return null;
  return {
    tenantResellerId: row.tenant_reseller_id,
    sourceAccountId: row.source_account_id,
    sourceVersion: row.source_version,
    snapshotVersion: row.snapshot_version,
    origin: row.origin,
    managedSince: row.managed_since,
    lastSyncedAt: row.last_synced_at,
  };
}

/** What of an account may be changed after its creation, by column. */
const CHANGEABLE = {
  name: 'name',
  accountingNo: 'accounting_no',
  email: 'email',
  billingAddress: 'billing_address',
  synchronizationOptions: 'synchronization_options',
  status: 'status',
  currency: 'currency',
  enableOrdering: 'enable_ordering',
  separateInvoices: 'separate_invoices',
  parentId: 'parent_id',
  billToId: 'bill_to_id',
  responsibleUserId: 'responsible_user_id',
  permissionRuleId: 'permission_rule_id',
  customFields: 'custom_fields',
  deletionDate: 'deletion_date',
} as const satisfies Partial<Record<keyof AccountState, keyof AccountRow>>;

/** A change of one account: only these fields are ever written. */
export type AccountChanges = Partial<Pick<AccountState, keyof typeof CHANGEABLE>>;

/** The columns that a change sets, with their values. */
export function columnsOf(changes: AccountChanges): [column: string, value: unknown][] {
  return (Object.keys(CHANGEABLE) as (keyof typeof CHANGEABLE)[])
    .filter((field) => changes[field] !== undefined)
    .map((field) => [CHANGEABLE[field], changes[field]]);
}
