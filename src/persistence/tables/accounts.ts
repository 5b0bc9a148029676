import type { BillingAddress, SynchronizationOption } from '../../domain/accounts/account-input';
import type { CustomFields } from '../../domain/accounts/custom-field';
import { ACCOUNT_STATUSES, MANAGEMENT_ORIGINS } from '../../domain/vocabulary';
import { bigint, boolean, day, instant, isOneOf, jsonb, oneOf, searchVector, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { array, nullableTextOf, object, scalar, textOf } from './documents';
import { PERMISSION_RULES } from './permission-rules';
import { TENANT_RESELLERS } from './tenant-resellers';

const billingAddress = jsonb<BillingAddress>((value, what) => {
  const stored = object(value, what);
  return {
    line1: nullableTextOf(stored, 'line1', what),
    line2: nullableTextOf(stored, 'line2', what),
    city: nullableTextOf(stored, 'city', what),
    region: nullableTextOf(stored, 'region', what),
    postalCode: nullableTextOf(stored, 'postalCode', what),
    country: nullableTextOf(stored, 'country', what),
  };
});
const synchronizationOptions = jsonb<readonly SynchronizationOption[]>((value, what) =>
  array(value, what).map((one) => {
    const stored = object(one, what);
    return {
      systemCode: textOf(stored, 'systemCode', what),
      key: textOf(stored, 'key', what),
      value: nullableTextOf(stored, 'value', what),
    };
  }),
);
const customFields = jsonb<CustomFields>((value, what) => {
  const stored = object(value, what);
  for (const code of Object.keys(stored)) scalar(stored[code], `${what}.${code}`);
  return stored as CustomFields;
});

/** An account, of the distributor's own or managed by a tenant reseller. */
export const ACCOUNTS = table(
  'accounts',
  {
    id: uuid(),
    name: text(),
    accountingNo: text().nullable(),
    email: text().nullable(),
    billingAddress: billingAddress.nullable(),
    synchronizationOptions: synchronizationOptions.defaultValue([]),
    status: oneOf(ACCOUNT_STATUSES),
    currency: text(),
    enableOrdering: boolean(),
    separateInvoices: boolean(),
    parentId: uuid().nullable(),
    billToId: uuid().nullable(),
    responsibleUserId: text().nullable(),
    permissionRuleId: uuid().nullable(),
    tenantResellerId: uuid().nullable(),
    sourceAccountId: text().nullable(),
    sourceVersion: bigint().nullable(),
    snapshotVersion: bigint().nullable(),
    origin: oneOf(MANAGEMENT_ORIGINS).nullable(),
    managedSince: instant().nullable(),
    lastSyncedAt: instant().nullable(),
    deletionDate: day().nullable(),
    createdAt: instant().default('now()'),
    updatedAt: instant().default('now()'),
    revision: bigint().defaultValue(1),
    sortName: text().byCodePoint().defaultValue(''),
    search: searchVector().defaultValue(''),
    customFields: customFields.defaultValue({}),
    emailKey: bigint().nullable(),
    accountingNoKey: bigint().nullable(),
  },
  {
    primaryKey: ['pk_accounts', 'id'],
    checks: {
      ck_accounts_status: isOneOf('status', ACCOUNT_STATUSES),
      ck_accounts_source_version: 'source_version >= 0',
      ck_accounts_origin: isOneOf('origin', MANAGEMENT_ORIGINS),
      ck_accounts_management: `(tenant_reseller_id IS NULL) = (source_account_id IS NULL)
        AND (tenant_reseller_id IS NULL) = (origin IS NULL) AND (tenant_reseller_id IS NULL) = (managed_since IS NULL)`,
      ck_accounts_documents: `jsonb_typeof(synchronization_options) = 'array'
        AND NOT jsonb_path_exists(synchronization_options, '$[*] ? (@.type() != "object")')
        AND (billing_address IS NULL OR jsonb_typeof(billing_address) = 'object') AND jsonb_typeof(custom_fields) = 'object'`,
      ck_accounts_times: 'isfinite(updated_at) AND isfinite(created_at)',
      ck_accounts_deletion: `(status = 'DELETED') = (deletion_date IS NOT NULL)`,
    },
    indexes: {
      ix_accounts_name: ['sortName', 'id'],
      ix_accounts_created: ['createdAt', 'id'],
      ix_accounts_updated: ['updatedAt', 'id'],
      ix_accounts_managed: null,
      ix_accounts_parent: ['parentId', 'sortName', 'id'],
      ix_accounts_bill_to: ['billToId', 'sortName', 'id'],
      ix_accounts_responsible_user: ['responsibleUserId', 'sortName', 'id'],
      ix_accounts_permission_rule: ['permissionRuleId', 'sortName', 'id'],
      ix_accounts_search: null,
      ix_accounts_former_folding: null,
      ix_accounts_custom_fields: null,
      ix_accounts_email_key: null,
      ix_accounts_accounting_no_key: null,
    },
    foreignKeys: {
      fk_accounts_permission_rule: [['permissionRuleId'], PERMISSION_RULES],
      fk_accounts_tenant_reseller: [['tenantResellerId'], TENANT_RESELLERS],
    },
  },
);
