/**
 * The product's enumerations, as the contract spells them. Each list is in the contract's order, which is also the
 * order in which callers are shown its values. `graphql/vocabulary-check.ts` holds them equal to the SDL at compile time.
 */
export const ACCOUNT_ACTIONS = [
  'SYNCHRONIZE',
  'DELETE',
  'SUSPEND',
  'REACTIVATE',
  'CREATE_OPPORTUNITY',
  'CREATE_OFFER',
  'CREATE_ORDER',
  'CREATE_SUBSCRIPTION',
  'EDIT',
  'GENERATE_INVOICES',
  'VIEW_PENDING_INVOICES',
  'CREATE_INVOICE',
  'ADD_CONTACT',
  'RELATE',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

export const ACCOUNT_FIELDS = [
  'NAME',
  'ACCOUNTING_NO',
  'EMAIL',
  'BILLING_ADDRESS',
  'SYNCHRONIZATION_OPTIONS',
  'STATUS',
  'PARENT',
  'BILL_TO',
  'CURRENCY',
  'ENABLE_ORDERING',
  'SEPARATE_INVOICES',
  'RESPONSIBLE_USER',
  'PERMISSION_RULE',
  'CUSTOM_FIELDS',
] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

export type DenialReason =
  | 'ACCOUNT_NOT_FOUND'
  | 'ACCOUNT_DELETED'
  | 'MANAGED_BY_RESELLER'
  | 'TENANT_RESELLER_ACCOUNT'
  | 'NOT_FOR_THIS_CALLER'
  | 'INSUFFICIENT_ACCESS'
  | 'ALREADY_IN_STATUS';

export type LockReason =
  | 'ACCOUNT_DELETED'
  | 'MASTERED_BY_RESELLER'
  | 'SET_BY_BACK_ORDERING'
  | 'SET_BY_TENANT_RESELLER'
  | 'INSUFFICIENT_ACCESS';

export type AccountStatus = 'ACTIVE' | 'SUSPENDED' | 'DELETED';
export type AccessLevel = 'READ' | 'EDIT' | 'FULL';
export type ManagementOrigin = 'COPIED_FROM_RESELLER' | 'TRANSFERRED_TO_RESELLER';
export const BILLING_PERIODS = ['MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE'] as const;
export type BillingPeriod = (typeof BILLING_PERIODS)[number];
export type PrincipalKind = 'USER' | 'GROUP';
export type SalesDocumentKind = 'OPPORTUNITY' | 'OFFER' | 'ORDER';
export const RELATION_KINDS = ['EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];
export type SyncOutcome = 'CREATED' | 'APPLIED' | 'UNCHANGED' | 'STALE' | 'REJECTED';
export type SyncWarning = 'SOURCE_CURRENCY_IGNORED' | 'RESPONSIBLE_USER_UNSET' | 'PERMISSION_RULE_UNSET';
export type DriftWarning =
  | 'CURRENCY_DIFFERS_FROM_RESELLER'
  | 'RESPONSIBLE_USER_UNSET'
  | 'PERMISSION_RULE_UNSET'
  | 'POSSIBLE_DUPLICATE';
export type AccountHistoryKind =
  | 'COPIED'
  | 'TRANSFERRED'
  | 'REFRESHED'
  | 'STATUS_CHANGED'
  | 'EDITED'
  | 'DELETED'
  | 'SYNCHRONIZED'
  | 'SOLD'
  | 'INVOICED'
  | 'CONTACT_CHANGED'
  | 'RELATION_CHANGED';
export type AuditOperation = 'INSERT' | 'UPDATE' | 'DELETE';
