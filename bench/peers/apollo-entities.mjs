import { EntitySchema } from 'typeorm';

const uuid = (name) => ({ type: 'uuid', name });
const text = (name) => ({ type: 'text', name, nullable: true });
const instant = (name) => ({ type: 'timestamptz', name, nullable: true });
const primary = (column) => ({ ...column, primary: true });

export const Account = new EntitySchema({
  name: 'Account',
  tableName: 'accounts',
  columns: {
    id: primary(uuid('id')),
    name: text('name'),
    accountingNo: text('accounting_no'),
    email: text('email'),
    billingAddress: { type: 'jsonb', name: 'billing_address', nullable: true },
    synchronizationOptions: { type: 'jsonb', name: 'synchronization_options' },
    status: text('status'),
    currency: text('currency'),
    enableOrdering: { type: 'boolean', name: 'enable_ordering' },
    separateInvoices: { type: 'boolean', name: 'separate_invoices' },
    parentId: uuid('parent_id'),
    billToId: uuid('bill_to_id'),
    responsibleUserId: text('responsible_user_id'),
    permissionRuleId: uuid('permission_rule_id'),
    sourceAccountId: text('source_account_id'),
    sourceVersion: { type: 'bigint', name: 'source_version' },
    origin: text('origin'),
    managedSince: instant('managed_since'),
    lastSyncedAt: instant('last_synced_at'),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
    revision: { type: 'bigint', name: 'revision' },
    sortName: { ...text('sort_name'), select: false },
  },
  relations: {
    manager: { type: 'many-to-one', target: 'TenantReseller', joinColumn: { name: 'tenant_reseller_id' } },
  },
});

export const TenantReseller = new EntitySchema({
  name: 'TenantReseller',
  tableName: 'tenant_resellers',
  columns: { id: primary(uuid('id')), name: text('name'), accountId: uuid('account_id') },
});

export const PermissionRule = new EntitySchema({
  name: 'PermissionRule',
  tableName: 'permission_rules',
  columns: { id: primary(uuid('id')), name: text('name') },
});

export const PermissionGrant = new EntitySchema({
  name: 'PermissionGrant',
  tableName: 'permission_grants',
  columns: {
    permissionRuleId: primary(uuid('permission_rule_id')),
    position: { type: 'int', primary: true },
    principal: text('principal'),
    principalId: text('principal_id'),
    access: text('access'),
  },
});

export const Service = new EntitySchema({
  name: 'Service',
  tableName: 'services',
  columns: { id: primary(uuid('id')), sku: text('sku'), name: text('name') },
});

export const Subscription = new EntitySchema({
  name: 'Subscription',
  tableName: 'subscriptions',
  columns: {
    accountId: primary(uuid('account_id')),
    id: primary(uuid('id')),
    quantity: { type: 'int' },
    unitPrice: { type: 'numeric', name: 'unit_price' },
    currency: text('currency'),
    billingPeriod: text('billing_period'),
    startDate: { type: 'date', name: 'start_date' },
    endDate: { type: 'date', name: 'end_date', nullable: true },
    sourceSubscriptionId: text('source_subscription_id'),
  },
  relations: { service: { type: 'many-to-one', target: 'Service', joinColumn: { name: 'service_id' } } },
});

export const HistoryLine = new EntitySchema({
  name: 'HistoryLine',
  tableName: 'account_history',
  columns: {
    accountId: primary(uuid('account_id')),
    id: primary(uuid('id')),
    at: instant('at'),
    kind: text('kind'),
    text: text('text'),
    actor: text('actor'),
  },
});
