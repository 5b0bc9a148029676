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

export const DENIAL_REASONS = [
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_DELETED',
  'MANAGED_BY_RESELLER',
  'TENANT_RESELLER_ACCOUNT',
  'NOT_FOR_THIS_CALLER',
  'INSUFFICIENT_ACCESS',
  'ALREADY_IN_STATUS',
] as const;
export type DenialReason = (typeof DENIAL_REASONS)[number];

export const LOCK_REASONS = [
  'MASTERED_BY_RESELLER',
  'SET_BY_BACK_ORDERING',
  'SET_BY_TENANT_RESELLER',
  'INSUFFICIENT_ACCESS',
  'ACCOUNT_DELETED',
] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export const ACCOUNT_STATUSES = ['ACTIVE', 'SUSPENDED', 'DELETED'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];
/** ACTIVE, or what keeps its sync from writing; its customers are billed and read whatever it is (S30). */
export const TENANT_RESELLER_STATUSES = ['ACTIVE', 'SUSPENDED', 'ENDED'] as const;
export type TenantResellerStatus = (typeof TENANT_RESELLER_STATUSES)[number];
export const GO_LIVE_OBSTACLES = [
  'NOT_TRANSFERRED',
  'SUBSCRIPTION_NOT_MAPPED',
  'CURRENCY_DIFFERS',
  'SERVICE_WITHOUT_PRICE',
  'BILLED_BELOW',
] as const;
export type GoLiveObstacle = (typeof GO_LIVE_OBSTACLES)[number];
export const ACCESS_LEVELS = ['READ', 'EDIT', 'FULL'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];
export const MANAGEMENT_ORIGINS = ['COPIED_FROM_RESELLER', 'TRANSFERRED_TO_RESELLER', 'MOVED_FROM_RESELLER'] as const;
export type ManagementOrigin = (typeof MANAGEMENT_ORIGINS)[number];
export const BILLING_PERIODS = ['MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE'] as const;
export type BillingPeriod = (typeof BILLING_PERIODS)[number];
export const PRICE_SOURCES = ['PRICE_LIST', 'SERVICE', 'SET_BY_DISTRIBUTOR'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];
export const INVOICE_KINDS = ['INVOICE', 'CREDIT_NOTE'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];
export const PRINCIPAL_KINDS = ['USER', 'GROUP'] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];
export const SALES_DOCUMENT_KINDS = ['OPPORTUNITY', 'OFFER', 'ORDER'] as const;
export type SalesDocumentKind = (typeof SALES_DOCUMENT_KINDS)[number];
export const RELATION_KINDS = ['EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];
export const SYNC_OUTCOMES = ['CREATED', 'APPLIED', 'UNCHANGED', 'STALE', 'REJECTED'] as const;
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];
export const SYNC_WARNINGS = [
  'SOURCE_CURRENCY_IGNORED',
  'RESPONSIBLE_USER_UNSET',
  'PERMISSION_RULE_UNSET',
  'COUNTRY_UNKNOWN',
] as const;
export type SyncWarning = (typeof SYNC_WARNINGS)[number];
export const DRIFT_WARNINGS = [
  'CURRENCY_DIFFERS_FROM_RESELLER',
  'RESPONSIBLE_USER_UNSET',
  'PERMISSION_RULE_UNSET',
  'POSSIBLE_DUPLICATE',
] as const;
export type DriftWarning = (typeof DRIFT_WARNINGS)[number];
export const ACCOUNT_HISTORY_KINDS = [
  'COPIED',
  'TRANSFERRED',
  'REFRESHED',
  'STATUS_CHANGED',
  'EDITED',
  'DELETED',
  'SYNCHRONIZED',
  'SOLD',
  'INVOICED',
  'CREDITED',
  'RESTORED',
  'CONTACT_CHANGED',
  'RELATION_CHANGED',
  'RELEASED',
  'MOVE_ANNOUNCED',
  'MOVE_WITHDRAWN',
  'MOVED',
] as const;
export type AccountHistoryKind = (typeof ACCOUNT_HISTORY_KINDS)[number];
/** What of an account a call changes. */
export const ACCOUNT_CHANGE_SUBJECTS = ['FIELD', 'MANAGEMENT', 'SUBSCRIPTION'] as const;
export type AccountChangeSubject = (typeof ACCOUNT_CHANGE_SUBJECTS)[number];
export const AUDIT_OPERATIONS = ['INSERT', 'UPDATE', 'DELETE'] as const;
export type AuditOperation = (typeof AUDIT_OPERATIONS)[number];
