import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountView as AccountViewModel } from '../../domain/account-view';
import type { AccountList as AccountListModel } from '../account-list';
import type { StoredContact as StoredContactModel } from '../../domain/contact';
import type { HistoryEntry as HistoryEntryModel } from '../../persistence/history-repository';
import type { StoredRelation as StoredRelationModel } from '../../domain/relation';
import type { Subscription as SubscriptionModel, TenantReseller as TenantResellerModel } from '../../domain/account';
import type { Caller as CallerModel } from '../../domain/caller';
import type { ApiOptions as ApiOptionsModel } from '../../domain/sync-item';
import type { CustomFieldDefinition as CustomFieldDefinitionModel } from '../../domain/custom-field';
import type { Invoice as InvoiceModel, InvoiceLine as InvoiceLineModel, PendingInvoice as PendingInvoiceModel } from '../../domain/invoice';
import type { ManagedAccount as ManagedAccountModel } from '../managed-account';
import type { ServiceSource as ServiceSourceModel } from '../offered-service';
import type { PermissionRule as PermissionRuleModel } from '../../domain/permission-rule';
import type { StoredSalesDocument as StoredSalesDocumentModel, SalesLine as SalesLineModel } from '../../domain/sales-document';
import type { SyncItemResult as SyncItemResultModel, TransferResult as TransferResultModel } from '../item-results';
import type { RequestContext, AccountGuarded, SyncGuarded, AdministratorGuarded } from '../context';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A whole number of up to 64 bits, written as a string; GraphQL's Int has 32. */
  BigInt: { input: string; output: bigint; }
  /** An ISO 4217 currency code. */
  Currency: { input: string; output: string; }
  /** A calendar day, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** An RFC 3339 instant in UTC. */
  DateTime: { input: string; output: Date; }
  /** An exact decimal number, written as a string: "12.50". */
  Decimal: { input: string; output: string; }
  /** The value of a custom field, of the JSON type that its definition names. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type AccessLevel =
  | 'EDIT'
  | 'FULL'
  | 'READ';

/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type Account = {
  readonly __typename?: 'Account';
  readonly accountingNo?: Maybe<Scalars['String']['output']>;
  /** Every action exactly once, with the reasons for each that is denied. */
  readonly actionPermissions?: Maybe<ReadonlyArray<ActionPermission>>;
  /** What the caller may do to this account now. */
  readonly allowedActions?: Maybe<ReadonlyArray<AccountAction>>;
  /** The account that pays: the tenant reseller's, for a copied account. */
  readonly billTo?: Maybe<Account>;
  readonly billingAddress?: Maybe<BillingAddress>;
  readonly contacts?: Maybe<AccountContactConnection>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly currency?: Maybe<Scalars['Currency']['output']>;
  /** Every custom field there is, in the order in which they were added, with this account's value or null (S15). */
  readonly customFields?: Maybe<ReadonlyArray<CustomFieldValue>>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly enableOrdering?: Maybe<Scalars['Boolean']['output']>;
  /** `lockedFields` with the reason of each. */
  readonly fieldLocks?: Maybe<ReadonlyArray<FieldLock>>;
  /** Newest first. */
  readonly history?: Maybe<AccountHistoryConnection>;
  readonly id: Scalars['ID']['output'];
  readonly invoices?: Maybe<AccountInvoiceConnection>;
  /** The fields that the caller may not change, and why is in `fieldLocks`. On an account of the distributor's own, empty for a caller with FULL access. */
  readonly lockedFields?: Maybe<ReadonlyArray<AccountField>>;
  /** The tenant reseller that manages this account from its own BSS; null on an account of the distributor's own. */
  readonly managedByReseller?: Maybe<ManagedByReseller>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The account above this one: the tenant reseller's, for a copied account. */
  readonly parent?: Maybe<Account>;
  /** What generateInvoices would invoice by the given day; today if left out. */
  readonly pendingInvoices?: Maybe<ReadonlyArray<PendingInvoice>>;
  readonly permissionRule?: Maybe<PermissionRule>;
  readonly relations?: Maybe<AccountRelationConnection>;
  readonly responsibleUser?: Maybe<User>;
  /** Grows with every change of the account by anyone. */
  readonly revision?: Maybe<Scalars['BigInt']['output']>;
  readonly salesDocuments?: Maybe<SalesDocumentConnection>;
  readonly separateInvoices?: Maybe<Scalars['Boolean']['output']>;
  readonly status?: Maybe<AccountStatus>;
  readonly subscriptions?: Maybe<AccountSubscriptionConnection>;
  readonly synchronizationOptions?: Maybe<ReadonlyArray<SynchronizationOption>>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountPendingInvoicesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountRelationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<RelationKind>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountSalesDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<SalesDocumentKind>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the caller
 * may do to it, and holds the record of it. Every field but the id may be null, so that an account that another subgraph
 * knows stays whole when this one cannot answer.
 */
export type AccountSubscriptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type AccountAction =
  | 'ADD_CONTACT'
  | 'CREATE_INVOICE'
  | 'CREATE_OFFER'
  | 'CREATE_OPPORTUNITY'
  | 'CREATE_ORDER'
  | 'CREATE_SUBSCRIPTION'
  | 'DELETE'
  | 'EDIT'
  | 'GENERATE_INVOICES'
  | 'REACTIVATE'
  | 'RELATE'
  | 'SUSPEND'
  | 'SYNCHRONIZE'
  | 'VIEW_PENDING_INVOICES';

export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  readonly edges: ReadonlyArray<AccountEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AccountContact = {
  readonly __typename?: 'AccountContact';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly firstName?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly jobTitle?: Maybe<Scalars['String']['output']>;
  readonly lastName: Scalars['String']['output'];
  readonly phone?: Maybe<Scalars['String']['output']>;
};

export type AccountContactConnection = {
  readonly __typename?: 'AccountContactConnection';
  readonly edges: ReadonlyArray<AccountContactEdge>;
  readonly pageInfo: PageInfo;
};

export type AccountContactEdge = {
  readonly __typename?: 'AccountContactEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountContact;
};

export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Account;
};

export type AccountErrorCode =
  | 'ACCOUNT_ALREADY_MANAGED'
  | 'ACCOUNT_DELETED'
  | 'ACCOUNT_NOT_COPIED'
  | 'ACCOUNT_NOT_FOUND'
  | 'ACTION_NOT_ALLOWED'
  | 'BACK_ORDERING_INACTIVE'
  | 'BILL_TO_MUST_BE_RESELLER'
  /** Somebody else changed the account since `expectedRevision`. */
  | 'CONCURRENT_EDIT'
  | 'CUSTOM_FIELD_REQUIRED'
  | 'CUSTOM_FIELD_UNKNOWN'
  | 'FIELD_LOCKED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_INPUT'
  | 'NOTHING_TO_INVOICE'
  | 'NOT_A_PAID_SUBSCRIPTION'
  | 'NOT_FOUND'
  | 'SERVICE_NOT_OFFERED'
  | 'SOURCE_ACCOUNT_TAKEN'
  | 'SOURCE_VERSION_CONFLICT'
  | 'SUBSCRIPTION_CONFLICT'
  /** A lock or the database was not to be had in time; nothing was changed. */
  | 'TEMPORARILY_UNAVAILABLE';

export type AccountField =
  | 'ACCOUNTING_NO'
  | 'BILLING_ADDRESS'
  | 'BILL_TO'
  | 'CURRENCY'
  | 'CUSTOM_FIELDS'
  | 'EMAIL'
  | 'ENABLE_ORDERING'
  | 'NAME'
  | 'PARENT'
  | 'PERMISSION_RULE'
  | 'RESPONSIBLE_USER'
  | 'SEPARATE_INVOICES'
  | 'STATUS'
  | 'SYNCHRONIZATION_OPTIONS';

export type AccountFilter = {
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  /** Accounts with this value of a custom field; `equals: null` finds those without one. */
  readonly customField?: InputMaybe<CustomFieldFilter>;
  /** True: only accounts that a tenant reseller manages; false: only the distributor's own. */
  readonly managed?: InputMaybe<Scalars['Boolean']['input']>;
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
  /** Matches name, accounting number and e-mail. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Deleted accounts are left out unless named here. */
  readonly status?: InputMaybe<ReadonlyArray<AccountStatus>>;
  readonly tenantResellerId?: InputMaybe<Scalars['ID']['input']>;
  readonly updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

export type AccountHistoryConnection = {
  readonly __typename?: 'AccountHistoryConnection';
  readonly edges: ReadonlyArray<AccountHistoryEdge>;
  readonly pageInfo: PageInfo;
};

export type AccountHistoryEdge = {
  readonly __typename?: 'AccountHistoryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountHistoryEntry;
};

export type AccountHistoryEntry = {
  readonly __typename?: 'AccountHistoryEntry';
  readonly actor: Scalars['String']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: AccountHistoryKind;
  /** The line as people read it, e.g. Account's Status Changed to Suspended due to changes on Alpha */
  readonly text: Scalars['String']['output'];
};

export type AccountHistoryKind =
  | 'CONTACT_CHANGED'
  | 'COPIED'
  | 'DELETED'
  | 'EDITED'
  | 'INVOICED'
  | 'REFRESHED'
  | 'RELATION_CHANGED'
  | 'SOLD'
  | 'STATUS_CHANGED'
  | 'SYNCHRONIZED'
  | 'TRANSFERRED';

export type AccountInvoice = {
  readonly __typename?: 'AccountInvoice';
  /** The account that the charges arose on; the reseller's own when invoices are not separate. */
  readonly account?: Maybe<Account>;
  readonly billTo?: Maybe<Account>;
  readonly currency: Scalars['Currency']['output'];
  readonly id: Scalars['ID']['output'];
  readonly issueDate: Scalars['Date']['output'];
  readonly lines: ReadonlyArray<AccountInvoiceLine>;
  readonly number: Scalars['String']['output'];
  readonly total: Scalars['Decimal']['output'];
};

export type AccountInvoiceConnection = {
  readonly __typename?: 'AccountInvoiceConnection';
  readonly edges: ReadonlyArray<AccountInvoiceEdge>;
  readonly pageInfo: PageInfo;
};

export type AccountInvoiceEdge = {
  readonly __typename?: 'AccountInvoiceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountInvoice;
};

export type AccountInvoiceLine = {
  readonly __typename?: 'AccountInvoiceLine';
  /** The customer that the line is for. */
  readonly account?: Maybe<Account>;
  readonly amount: Scalars['Decimal']['output'];
  readonly description: Scalars['String']['output'];
  readonly quantity: Scalars['Decimal']['output'];
  readonly subscription?: Maybe<AccountSubscription>;
  readonly unitPrice: Scalars['Decimal']['output'];
};

/** What every mutation answers: refusals that the caller can act on stand here, never in the top-level errors. */
export type AccountMutationPayload = {
  /** Empty when the mutation took effect. When it is not, nothing was changed. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type AccountOrder = {
  readonly direction: OrderDirection;
  readonly field: AccountOrderField;
};

export type AccountOrderField =
  | 'CREATED_AT'
  | 'NAME'
  | 'UPDATED_AT';

export type AccountPayload = AccountMutationPayload & {
  readonly __typename?: 'AccountPayload';
  readonly account?: Maybe<Account>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/**
 * The rules of this subgraph as data, for tools that build their forms from introspection: a schema's applied directives
 * are not part of it.
 */
export type AccountPolicy = {
  readonly __typename?: 'AccountPolicy';
  /** The 14 actions. */
  readonly actions: ReadonlyArray<ActionPolicy>;
  /** The 14 fields. */
  readonly fields: ReadonlyArray<FieldPolicy>;
  /** Every mutation of this subgraph with its guard. */
  readonly mutations: ReadonlyArray<MutationPolicy>;
};

export type AccountReferenceInput = {
  readonly accountId: Scalars['ID']['input'];
};

/** A link between an account and one record of another kind, which another subgraph may own. */
export type AccountRelation = {
  readonly __typename?: 'AccountRelation';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: RelationKind;
  readonly label?: Maybe<Scalars['String']['output']>;
  readonly targetId: Scalars['ID']['output'];
};

export type AccountRelationConnection = {
  readonly __typename?: 'AccountRelationConnection';
  readonly edges: ReadonlyArray<AccountRelationEdge>;
  readonly pageInfo: PageInfo;
};

export type AccountRelationEdge = {
  readonly __typename?: 'AccountRelationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountRelation;
};

export type AccountStatus =
  | 'ACTIVE'
  /** Deleted at its source. Kept for its invoices and history. */
  | 'DELETED'
  | 'SUSPENDED';

export type AccountSubscription = {
  readonly __typename?: 'AccountSubscription';
  readonly account?: Maybe<Account>;
  readonly billingPeriod: BillingPeriod;
  readonly currency: Scalars['Currency']['output'];
  /** The last day that is billed; null while it runs. */
  readonly endDate?: Maybe<Scalars['Date']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly nextInvoiceDate?: Maybe<Scalars['Date']['output']>;
  readonly quantity: Scalars['Int']['output'];
  readonly service: OfferedService;
  /** The subscription's id in the reseller's BSS; null when the distributor sold it. */
  readonly sourceSubscriptionId?: Maybe<Scalars['ID']['output']>;
  readonly startDate: Scalars['Date']['output'];
  readonly status: AccountSubscriptionStatus;
  readonly unitPrice: Scalars['Decimal']['output'];
};

export type AccountSubscriptionConnection = {
  readonly __typename?: 'AccountSubscriptionConnection';
  readonly edges: ReadonlyArray<AccountSubscriptionEdge>;
  readonly pageInfo: PageInfo;
};

export type AccountSubscriptionEdge = {
  readonly __typename?: 'AccountSubscriptionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountSubscription;
};

export type AccountSubscriptionStatus =
  | 'ACTIVE'
  | 'CANCELLED';

/** One refusal. `code` is the contract; `message` is for people. */
export type AccountUserError = {
  readonly __typename?: 'AccountUserError';
  /** The action that was refused, for ACTION_NOT_ALLOWED. */
  readonly action?: Maybe<AccountAction>;
  readonly code: AccountErrorCode;
  /** The locked field, for FIELD_LOCKED. */
  readonly field?: Maybe<AccountField>;
  readonly message: Scalars['String']['output'];
  /** Where in the arguments, e.g. ["input", "email"]. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** Why it was refused: what `Account.actionPermissions` gave before the attempt, in the same order. */
  readonly reasons: ReadonlyArray<DenialReason>;
  /** True when the same call may succeed later without a change by the caller. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** The caller, as the token says. */
export type AccountViewer = {
  readonly __typename?: 'AccountViewer';
  readonly id: Scalars['ID']['output'];
  readonly kind: AccountViewerKind;
  readonly tenantReseller?: Maybe<TenantReseller>;
};

export type AccountViewerKind =
  | 'ADMINISTRATOR'
  | 'DISTRIBUTOR_USER'
  | 'RESELLER_SYNC';

export type ActionPermission = {
  readonly __typename?: 'ActionPermission';
  readonly action: AccountAction;
  readonly allowed: Scalars['Boolean']['output'];
  /** One sentence for the person who finds the button disabled; null when allowed. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Empty when allowed. */
  readonly reasons: ReadonlyArray<DenialReason>;
};

export type ActionPolicy = {
  readonly __typename?: 'ActionPolicy';
  readonly action: AccountAction;
  /** Whether the distributor may do it to a copied account. */
  readonly allowedOnManagedAccount: Scalars['Boolean']['output'];
  readonly description: Scalars['String']['output'];
  readonly label: Scalars['String']['output'];
  readonly minimumAccess: AccessLevel;
  /** The mutation fields that do it. */
  readonly mutations: ReadonlyArray<Scalars['String']['output']>;
};

export type ActivateBackOrderingInput = {
  readonly tenantResellerId: Scalars['ID']['input'];
};

export type AddContactInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  readonly lastName: Scalars['String']['input'];
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** What the accounts that the API creates are given: the "Use of API Options" section of the setup area. */
export type ApiOptions = {
  readonly __typename?: 'ApiOptions';
  readonly entity: ApiOptionsEntity;
  readonly permissionRule?: Maybe<PermissionRule>;
  readonly responsibleUser?: Maybe<User>;
};

export type ApiOptionsEntity =
  | 'ACCOUNT';

export type ApiOptionsPayload = AccountMutationPayload & {
  readonly __typename?: 'ApiOptionsPayload';
  readonly apiOptions?: Maybe<ApiOptions>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type BillingAddress = {
  readonly __typename?: 'BillingAddress';
  readonly city?: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2. */
  readonly country?: Maybe<Scalars['String']['output']>;
  readonly line1?: Maybe<Scalars['String']['output']>;
  readonly line2?: Maybe<Scalars['String']['output']>;
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  readonly region?: Maybe<Scalars['String']['output']>;
};

export type BillingAddressInput = {
  readonly city?: InputMaybe<Scalars['String']['input']>;
  readonly country?: InputMaybe<Scalars['String']['input']>;
  readonly line1?: InputMaybe<Scalars['String']['input']>;
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

export type BillingPeriod =
  | 'ANNUAL'
  | 'MONTHLY'
  /** Charged once: a software subscription bought outright, a reservation. */
  | 'ONCE'
  | 'QUARTERLY'
  | 'SEMI_ANNUAL'
  | 'TRIENNIAL';

export type CancelPaidSubscriptionInput = {
  readonly endDate: Scalars['Date']['input'];
  readonly sourceAccountId: Scalars['ID']['input'];
  readonly sourceSubscriptionId: Scalars['ID']['input'];
};

export type CancelPaidSubscriptionPayload = AccountMutationPayload & {
  readonly __typename?: 'CancelPaidSubscriptionPayload';
  readonly account?: Maybe<Account>;
  readonly outcome: SyncOutcome;
  readonly subscription?: Maybe<AccountSubscription>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type CancelSubscriptionInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly endDate: Scalars['Date']['input'];
  readonly subscriptionId: Scalars['ID']['input'];
};

export type ContactPayload = AccountMutationPayload & {
  readonly __typename?: 'ContactPayload';
  readonly account?: Maybe<Account>;
  readonly contact?: Maybe<AccountContact>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type CreateAccountInput = {
  readonly accountingNo?: InputMaybe<Scalars['String']['input']>;
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  readonly billingAddress?: InputMaybe<BillingAddressInput>;
  readonly currency: Scalars['Currency']['input'];
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly enableOrdering?: InputMaybe<Scalars['Boolean']['input']>;
  /** A UUID, for an account that another subgraph already knows; a new one if left out. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
  readonly separateInvoices?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CreateInvoiceInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly lines: ReadonlyArray<InvoiceLineInput>;
};

export type CreateSubscriptionInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly billingPeriod: BillingPeriod;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly quantity: Scalars['Int']['input'];
  readonly sku: Scalars['String']['input'];
  readonly startDate?: InputMaybe<Scalars['Date']['input']>;
};

export type CreateTenantResellerInput = {
  /** An existing account of the distributor's own to be the reseller's; a new one if left out. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  readonly currency: Scalars['Currency']['input'];
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly separateInvoices: Scalars['Boolean']['input'];
};

export type CustomFieldDefinition = {
  readonly __typename?: 'CustomFieldDefinition';
  readonly code: Scalars['String']['output'];
  readonly defaultValue?: Maybe<Scalars['JSON']['output']>;
  readonly label: Scalars['String']['output'];
  readonly options?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly required: Scalars['Boolean']['output'];
  readonly type: CustomFieldType;
};

export type CustomFieldDefinitionPayload = AccountMutationPayload & {
  readonly __typename?: 'CustomFieldDefinitionPayload';
  readonly definition?: Maybe<CustomFieldDefinition>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A custom field by its code, and the value to find. */
export type CustomFieldFilter = {
  readonly code: Scalars['String']['input'];
  readonly equals?: InputMaybe<Scalars['JSON']['input']>;
};

export type CustomFieldInput = {
  readonly code: Scalars['String']['input'];
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

export type CustomFieldType =
  | 'BOOLEAN'
  | 'CHOICE'
  | 'DATE'
  | 'NUMBER'
  | 'TEXT';

export type CustomFieldValue = {
  readonly __typename?: 'CustomFieldValue';
  readonly definition: CustomFieldDefinition;
  readonly value?: Maybe<Scalars['JSON']['output']>;
};

/** The state of one customer in the reseller's BSS, whole. Left out and null mean the same here: empty at the source. */
export type CustomerSnapshotInput = {
  readonly accountingNo?: InputMaybe<Scalars['String']['input']>;
  readonly billingAddress?: InputMaybe<BillingAddressInput>;
  /** Ignored: a copied account has the tenant reseller's currency. Sent, it is answered with a warning. */
  readonly currency?: InputMaybe<Scalars['Currency']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  /** The customer's id in the reseller's BSS. With the reseller, it decides the account's id here. */
  readonly sourceAccountId: Scalars['ID']['input'];
  /** Grows with every change at the source. A clock is no version. */
  readonly sourceVersion: Scalars['BigInt']['input'];
  readonly status: SourceStatus;
  readonly synchronizationOptions?: InputMaybe<ReadonlyArray<SynchronizationOptionInput>>;
};

/**
 * One customer to bring up to date: its snapshot, and paid subscriptions that are new since. An item with a paid
 * subscription copies a customer that is not here yet; one without only refreshes a customer that is.
 */
export type CustomerSyncItem = {
  readonly customer: CustomerSnapshotInput;
  readonly paidSubscriptions?: InputMaybe<ReadonlyArray<PaidSubscriptionInput>>;
};

export type DeleteManagedAccountInput = {
  /** The day that its subscriptions end; today if left out. */
  readonly endDate?: InputMaybe<Scalars['Date']['input']>;
  readonly sourceAccountId: Scalars['ID']['input'];
  readonly sourceVersion: Scalars['BigInt']['input'];
};

export type DenialReason =
  | 'ACCOUNT_DELETED'
  /** No account of this id that the caller may see. */
  | 'ACCOUNT_NOT_FOUND'
  | 'ALREADY_IN_STATUS'
  | 'INSUFFICIENT_ACCESS'
  /** A tenant reseller manages the account. */
  | 'MANAGED_BY_RESELLER'
  /** A sync caller has mutations of its own. */
  | 'NOT_FOR_THIS_CALLER'
  /** The account is a tenant reseller's own, and customers are billed to it. */
  | 'TENANT_RESELLER_ACCOUNT';

export type DriftWarning =
  | 'CURRENCY_DIFFERS_FROM_RESELLER'
  | 'PERMISSION_RULE_UNSET'
  /** Another account that the caller may see has this e-mail or accounting number. They are never merged. Never shown to a sync caller. */
  | 'POSSIBLE_DUPLICATE'
  | 'RESPONSIBLE_USER_UNSET';

export type FieldLock = {
  readonly __typename?: 'FieldLock';
  readonly field: AccountField;
  readonly message: Scalars['String']['output'];
  readonly reason: LockReason;
};

export type FieldPolicy = {
  readonly __typename?: 'FieldPolicy';
  /** The field of Account that shows it. */
  readonly accountField: Scalars['String']['output'];
  readonly field: AccountField;
  /** The field of UpdateAccountInput that changes it; null when none does. */
  readonly inputField?: Maybe<Scalars['String']['output']>;
  readonly label: Scalars['String']['output'];
  /** Why it is locked on a copied account; null when it is not. */
  readonly lockedOnManagedAccount?: Maybe<LockReason>;
};

export type GenerateInvoicesInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only these; all that are pending if left out. */
  readonly subscriptionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type GenerateInvoicesPayload = AccountMutationPayload & {
  readonly __typename?: 'GenerateInvoicesPayload';
  readonly account?: Maybe<Account>;
  readonly invoices: ReadonlyArray<AccountInvoice>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type InvoiceLineInput = {
  readonly description: Scalars['String']['input'];
  readonly quantity: Scalars['Decimal']['input'];
  readonly unitPrice: Scalars['Decimal']['input'];
};

export type InvoicePayload = AccountMutationPayload & {
  readonly __typename?: 'InvoicePayload';
  readonly account?: Maybe<Account>;
  readonly invoice?: Maybe<AccountInvoice>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type LockReason =
  /** The account is deleted. */
  | 'ACCOUNT_DELETED'
  /** The caller's access to the account does not reach to this field. */
  | 'INSUFFICIENT_ACCESS'
  /** The value comes from the reseller's BSS and is updated from there. */
  | 'MASTERED_BY_RESELLER'
  /** The value follows from being the reseller's sub-customer. */
  | 'SET_BY_BACK_ORDERING'
  /** The account is a tenant reseller's own: name and currency change with the reseller. */
  | 'SET_BY_TENANT_RESELLER';

/** Management of an account by a tenant reseller, from the reseller's own BSS. */
export type ManagedByReseller = {
  readonly __typename?: 'ManagedByReseller';
  /** Where the copy and the reseller's record in this BSS have since drifted apart, e.g. the reseller's currency. */
  readonly drift: ReadonlyArray<DriftWarning>;
  /** When the reseller's sync last confirmed or changed this account. */
  readonly lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly managedSince: Scalars['DateTime']['output'];
  readonly origin: ManagementOrigin;
  readonly reseller: TenantReseller;
  /** The note to show on the account: This account is managed by <reseller's present name> Tenant Reseller */
  readonly ribbon: Scalars['String']['output'];
  /** The customer's id in the reseller's BSS. */
  readonly sourceAccountId: Scalars['ID']['output'];
  /** The newest state of the customer that was applied here; null after a transfer, until the first snapshot. */
  readonly sourceVersion?: Maybe<Scalars['BigInt']['output']>;
};

export type ManagementOrigin =
  /** Copied here with the customer's first paid subscription. */
  | 'COPIED_FROM_RESELLER'
  /** Was the distributor's account and was handed to the reseller. */
  | 'TRANSFERRED_TO_RESELLER';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Cannot be undone. */
  readonly activateBackOrdering?: Maybe<TenantResellerPayload>;
  readonly addContact?: Maybe<ContactPayload>;
  /** The reseller's customer cancelled a paid subscription: it is billed up to that day. The account stays. */
  readonly cancelPaidSubscription?: Maybe<CancelPaidSubscriptionPayload>;
  readonly cancelSubscription?: Maybe<SubscriptionPayload>;
  /** Creates an account of the distributor's own. */
  readonly createAccount?: Maybe<AccountPayload>;
  /** An invoice by hand. On a copied account it is billed to the tenant reseller, in the account's currency. */
  readonly createInvoice?: Maybe<InvoicePayload>;
  readonly createOffer?: Maybe<SalesDocumentPayload>;
  readonly createOpportunity?: Maybe<SalesDocumentPayload>;
  readonly createOrder?: Maybe<SalesDocumentPayload>;
  readonly createSubscription?: Maybe<SubscriptionPayload>;
  readonly createTenantReseller?: Maybe<TenantResellerPayload>;
  readonly deleteAccount?: Maybe<AccountPayload>;
  /** The reseller deleted the customer. The account stays readable as DELETED and never comes back. */
  readonly deleteManagedAccount?: Maybe<SyncPayload>;
  /**
   * Invoices what is pending by a day; today if left out. With separate invoices, one invoice for this account; without, a
   * new invoice on the tenant reseller's account that holds this account's lines. Called on a tenant reseller's own account,
   * it gathers all its customers without separate invoices, one invoice a currency. An issued invoice never changes.
   */
  readonly generateInvoices?: Maybe<GenerateInvoicesPayload>;
  readonly reactivateAccount?: Maybe<AccountPayload>;
  /** A customer bought a paid subscription at the reseller. The first one copies the customer here. */
  readonly recordPaidSubscription?: Maybe<RecordPaidSubscriptionPayload>;
  /** Relating the same record twice leaves one relation. */
  readonly relateAccount?: Maybe<RelationPayload>;
  readonly removeContact?: Maybe<ContactPayload>;
  /** Adds a custom field, or changes one; a field that accounts have values of keeps its type. */
  readonly saveCustomFieldDefinition?: Maybe<CustomFieldDefinitionPayload>;
  readonly savePermissionRule?: Maybe<PermissionRulePayload>;
  readonly saveService?: Maybe<ServicePayload>;
  readonly setApiOptions?: Maybe<ApiOptionsPayload>;
  readonly suspendAccount?: Maybe<AccountPayload>;
  /** Up to 500 customers, each for itself: one that is refused changes nothing for the others. */
  readonly syncCustomers?: Maybe<SyncCustomersPayload>;
  readonly synchronizeAccount?: Maybe<AccountPayload>;
  /** Hands accounts of the distributor's own to the reseller that they are billed to: managed from then on, ids unchanged. */
  readonly transferAccounts?: Maybe<TransferAccountsPayload>;
  readonly unrelateAccount?: Maybe<RelationPayload>;
  /** All or nothing: one locked field in the input and nothing is saved. */
  readonly updateAccount?: Maybe<AccountPayload>;
  readonly updateContact?: Maybe<ContactPayload>;
  readonly updateTenantReseller?: Maybe<TenantResellerPayload>;
};


export type MutationActivateBackOrderingArgs = {
  input: ActivateBackOrderingInput;
};


export type MutationAddContactArgs = {
  input: AddContactInput;
};


export type MutationCancelPaidSubscriptionArgs = {
  input: CancelPaidSubscriptionInput;
};


export type MutationCancelSubscriptionArgs = {
  input: CancelSubscriptionInput;
};


export type MutationCreateAccountArgs = {
  input: CreateAccountInput;
};


export type MutationCreateInvoiceArgs = {
  input: CreateInvoiceInput;
};


export type MutationCreateOfferArgs = {
  input: SellInput;
};


export type MutationCreateOpportunityArgs = {
  input: SellInput;
};


export type MutationCreateOrderArgs = {
  input: SellInput;
};


export type MutationCreateSubscriptionArgs = {
  input: CreateSubscriptionInput;
};


export type MutationCreateTenantResellerArgs = {
  input: CreateTenantResellerInput;
};


export type MutationDeleteAccountArgs = {
  input: AccountReferenceInput;
};


export type MutationDeleteManagedAccountArgs = {
  input: DeleteManagedAccountInput;
};


export type MutationGenerateInvoicesArgs = {
  input: GenerateInvoicesInput;
};


export type MutationReactivateAccountArgs = {
  input: AccountReferenceInput;
};


export type MutationRecordPaidSubscriptionArgs = {
  input: RecordPaidSubscriptionInput;
};


export type MutationRelateAccountArgs = {
  input: RelateAccountInput;
};


export type MutationRemoveContactArgs = {
  input: RemoveContactInput;
};


export type MutationSaveCustomFieldDefinitionArgs = {
  input: SaveCustomFieldDefinitionInput;
};


export type MutationSavePermissionRuleArgs = {
  input: SavePermissionRuleInput;
};


export type MutationSaveServiceArgs = {
  input: SaveServiceInput;
};


export type MutationSetApiOptionsArgs = {
  input: SetApiOptionsInput;
};


export type MutationSuspendAccountArgs = {
  input: AccountReferenceInput;
};


export type MutationSyncCustomersArgs = {
  input: SyncCustomersInput;
};


export type MutationSynchronizeAccountArgs = {
  input: SynchronizeAccountInput;
};


export type MutationTransferAccountsArgs = {
  input: TransferAccountsInput;
};


export type MutationUnrelateAccountArgs = {
  input: UnrelateAccountInput;
};


export type MutationUpdateAccountArgs = {
  input: UpdateAccountInput;
};


export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


export type MutationUpdateTenantResellerArgs = {
  input: UpdateTenantResellerInput;
};

export type MutationGuard =
  | 'ADMINISTRATOR'
  | 'ALLOWED_ON_MANAGED_ACCOUNT'
  | 'BLOCKED_ON_MANAGED_ACCOUNT'
  | 'RESELLER_SYNC';

export type MutationPolicy = {
  readonly __typename?: 'MutationPolicy';
  /** The path of the account's id in the arguments. */
  readonly accountPath?: Maybe<Scalars['String']['output']>;
  readonly action?: Maybe<AccountAction>;
  readonly guard: MutationGuard;
  readonly mutation: Scalars['String']['output'];
};

/** A service in the distributor's price list. */
export type OfferedService = {
  readonly __typename?: 'OfferedService';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly prices: ReadonlyArray<ServicePrice>;
  readonly sku: Scalars['String']['output'];
};

export type OfferedServiceConnection = {
  readonly __typename?: 'OfferedServiceConnection';
  readonly edges: ReadonlyArray<OfferedServiceEdge>;
  readonly pageInfo: PageInfo;
};

export type OfferedServiceEdge = {
  readonly __typename?: 'OfferedServiceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: OfferedService;
};

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type PaidSubscriptionInput = {
  readonly billingPeriod: BillingPeriod;
  readonly quantity: Scalars['Int']['input'];
  /** In the distributor's price list. */
  readonly sku: Scalars['String']['input'];
  /** The subscription's id in the reseller's BSS; recording it twice records it once. */
  readonly sourceSubscriptionId: Scalars['ID']['input'];
  readonly startDate: Scalars['Date']['input'];
  /** A trial is not paid: it is refused as NOT_A_PAID_SUBSCRIPTION and copies nothing. */
  readonly trial?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An amount that is due but not invoiced yet, as generateInvoices would issue it. */
export type PendingInvoice = {
  readonly __typename?: 'PendingInvoice';
  readonly billTo?: Maybe<Account>;
  readonly currency: Scalars['Currency']['output'];
  readonly issueDate: Scalars['Date']['output'];
  readonly lines: ReadonlyArray<AccountInvoiceLine>;
  readonly total: Scalars['Decimal']['output'];
};

export type PermissionGrant = {
  readonly __typename?: 'PermissionGrant';
  readonly access: AccessLevel;
  readonly principal: PrincipalKind;
  readonly principalId: Scalars['ID']['output'];
};

export type PermissionGrantInput = {
  readonly access: AccessLevel;
  readonly principal: PrincipalKind;
  readonly principalId: Scalars['ID']['input'];
};

/** Who may see and change the accounts that the rule is put on. */
export type PermissionRule = {
  readonly __typename?: 'PermissionRule';
  readonly grants: ReadonlyArray<PermissionGrant>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type PermissionRulePayload = AccountMutationPayload & {
  readonly __typename?: 'PermissionRulePayload';
  readonly permissionRule?: Maybe<PermissionRule>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type PriceInput = {
  readonly amount: Scalars['Decimal']['input'];
  readonly billingPeriod: BillingPeriod;
  readonly currency: Scalars['Currency']['input'];
};

export type PrincipalKind =
  | 'GROUP'
  | 'USER';

export type Query = {
  readonly __typename?: 'Query';
  readonly account?: Maybe<Account>;
  readonly accountPolicy?: Maybe<AccountPolicy>;
  readonly accountViewer?: Maybe<AccountViewer>;
  readonly accounts?: Maybe<AccountConnection>;
  readonly apiOptions?: Maybe<ApiOptions>;
  /** By its id in the reseller's BSS. A sync caller's reseller is its own; anyone else names one. */
  readonly copiedAccount?: Maybe<Account>;
  /** In the order in which they were added. */
  readonly customFieldDefinitions?: Maybe<ReadonlyArray<CustomFieldDefinition>>;
  readonly invoice?: Maybe<AccountInvoice>;
  readonly offeredServices?: Maybe<OfferedServiceConnection>;
  readonly permissionRules?: Maybe<ReadonlyArray<PermissionRule>>;
  readonly tenantReseller?: Maybe<TenantReseller>;
  readonly tenantResellers?: Maybe<TenantResellerConnection>;
};


export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AccountOrder;
};


export type QueryApiOptionsArgs = {
  entity?: ApiOptionsEntity;
};


export type QueryCopiedAccountArgs = {
  sourceAccountId: Scalars['ID']['input'];
  tenantResellerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInvoiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOfferedServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTenantResellerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTenantResellersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type RecordPaidSubscriptionInput = {
  readonly customer: CustomerSnapshotInput;
  readonly subscription: PaidSubscriptionInput;
};

export type RecordPaidSubscriptionPayload = AccountMutationPayload & {
  readonly __typename?: 'RecordPaidSubscriptionPayload';
  readonly account?: Maybe<Account>;
  readonly outcome: SyncOutcome;
  readonly subscription?: Maybe<AccountSubscription>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
  readonly warnings: ReadonlyArray<SyncWarning>;
};

export type RelateAccountInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly kind: RelationKind;
  readonly label?: InputMaybe<Scalars['String']['input']>;
  readonly targetId: Scalars['ID']['input'];
};

export type RelationKind =
  | 'CASE'
  | 'CONTACT'
  | 'DOCUMENT'
  | 'EMAIL'
  | 'EVENT'
  | 'TASK';

export type RelationPayload = AccountMutationPayload & {
  readonly __typename?: 'RelationPayload';
  readonly account?: Maybe<Account>;
  readonly relation?: Maybe<AccountRelation>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type RemoveContactInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly contactId: Scalars['ID']['input'];
};

/** An opportunity, offer or order. */
export type SalesDocument = {
  readonly __typename?: 'SalesDocument';
  readonly account?: Maybe<Account>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly currency: Scalars['Currency']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: SalesDocumentKind;
  readonly lines: ReadonlyArray<SalesLine>;
  readonly title: Scalars['String']['output'];
  readonly total: Scalars['Decimal']['output'];
};

export type SalesDocumentConnection = {
  readonly __typename?: 'SalesDocumentConnection';
  readonly edges: ReadonlyArray<SalesDocumentEdge>;
  readonly pageInfo: PageInfo;
};

export type SalesDocumentEdge = {
  readonly __typename?: 'SalesDocumentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SalesDocument;
};

export type SalesDocumentKind =
  | 'OFFER'
  | 'OPPORTUNITY'
  | 'ORDER';

export type SalesDocumentPayload = AccountMutationPayload & {
  readonly __typename?: 'SalesDocumentPayload';
  readonly account?: Maybe<Account>;
  readonly document?: Maybe<SalesDocument>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type SalesLine = {
  readonly __typename?: 'SalesLine';
  readonly billingPeriod: BillingPeriod;
  readonly quantity: Scalars['Int']['output'];
  readonly service: OfferedService;
  readonly unitPrice: Scalars['Decimal']['output'];
};

export type SalesLineInput = {
  readonly billingPeriod: BillingPeriod;
  readonly quantity: Scalars['Int']['input'];
  readonly sku: Scalars['String']['input'];
};

export type SaveCustomFieldDefinitionInput = {
  readonly code: Scalars['String']['input'];
  readonly defaultValue?: InputMaybe<Scalars['JSON']['input']>;
  readonly label: Scalars['String']['input'];
  readonly options?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly required: Scalars['Boolean']['input'];
  readonly type: CustomFieldType;
};

export type SavePermissionRuleInput = {
  readonly grants: ReadonlyArray<PermissionGrantInput>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  /** Left out: a new rule. */
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
};

export type SaveServiceInput = {
  readonly name: Scalars['String']['input'];
  readonly prices: ReadonlyArray<PriceInput>;
  readonly sku: Scalars['String']['input'];
};

export type SellInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly lines: ReadonlyArray<SalesLineInput>;
  readonly title: Scalars['String']['input'];
};

export type ServicePayload = AccountMutationPayload & {
  readonly __typename?: 'ServicePayload';
  readonly service?: Maybe<OfferedService>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type ServicePrice = {
  readonly __typename?: 'ServicePrice';
  readonly amount: Scalars['Decimal']['output'];
  readonly billingPeriod: BillingPeriod;
  readonly currency: Scalars['Currency']['output'];
};

export type SetApiOptionsInput = {
  readonly entity: ApiOptionsEntity;
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
};

export type SourceStatus =
  | 'ACTIVE'
  | 'SUSPENDED';

export type SubscriptionPayload = AccountMutationPayload & {
  readonly __typename?: 'SubscriptionPayload';
  readonly account?: Maybe<Account>;
  readonly subscription?: Maybe<AccountSubscription>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type SyncCustomersInput = {
  readonly items: ReadonlyArray<CustomerSyncItem>;
};

export type SyncCustomersPayload = AccountMutationPayload & {
  readonly __typename?: 'SyncCustomersPayload';
  /** One for each item, in the items' order. */
  readonly results: ReadonlyArray<SyncItemResult>;
  /** Refusals of the call as a whole; those of an item stand in its result. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type SyncItemResult = {
  readonly __typename?: 'SyncItemResult';
  readonly account?: Maybe<Account>;
  readonly outcome: SyncOutcome;
  readonly sourceAccountId: Scalars['ID']['output'];
  /** Those of the item's paid subscriptions, recorded now or before, in their order. */
  readonly subscriptions: ReadonlyArray<AccountSubscription>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
  readonly warnings: ReadonlyArray<SyncWarning>;
};

export type SyncOutcome =
  /** The snapshot was newer and changed the account. */
  | 'APPLIED'
  /** The customer was copied: the account is new here. */
  | 'CREATED'
  /** See userErrors. Nothing was changed. */
  | 'REJECTED'
  /** The snapshot was older than what is here. A success: do not send it again. */
  | 'STALE'
  /** The snapshot was newer or the same, and nothing of it differs. */
  | 'UNCHANGED';

export type SyncPayload = AccountMutationPayload & {
  readonly __typename?: 'SyncPayload';
  readonly account?: Maybe<Account>;
  readonly outcome: SyncOutcome;
  readonly userErrors: ReadonlyArray<AccountUserError>;
  readonly warnings: ReadonlyArray<SyncWarning>;
};

export type SyncWarning =
  | 'PERMISSION_RULE_UNSET'
  | 'RESPONSIBLE_USER_UNSET'
  | 'SOURCE_CURRENCY_IGNORED';

/** How the account is known to one provisioning system. */
export type SynchronizationOption = {
  readonly __typename?: 'SynchronizationOption';
  readonly key: Scalars['String']['output'];
  /** True when the distributor may not change it. */
  readonly readOnly: Scalars['Boolean']['output'];
  readonly systemCode: Scalars['String']['output'];
  readonly value?: Maybe<Scalars['String']['output']>;
};

export type SynchronizationOptionInput = {
  readonly key: Scalars['String']['input'];
  readonly systemCode: Scalars['String']['input'];
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

export type SynchronizeAccountInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly systemCode: Scalars['String']['input'];
};

/** A reseller with a BSS of its own below the distributor's. */
export type TenantReseller = {
  readonly __typename?: 'TenantReseller';
  /** The reseller's own account in the distributor's BSS: what its copied customers are billed to. */
  readonly account?: Maybe<Account>;
  /** Off until the reseller goes live, and never off again. */
  readonly backOrderingActive: Scalars['Boolean']['output'];
  readonly currency: Scalars['Currency']['output'];
  readonly customers: AccountConnection;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Whether customers copied from now on get invoices of their own. */
  readonly separateInvoices: Scalars['Boolean']['output'];
};


/** A reseller with a BSS of its own below the distributor's. */
export type TenantResellerCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type TenantResellerConnection = {
  readonly __typename?: 'TenantResellerConnection';
  readonly edges: ReadonlyArray<TenantResellerEdge>;
  readonly pageInfo: PageInfo;
};

export type TenantResellerEdge = {
  readonly __typename?: 'TenantResellerEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TenantReseller;
};

export type TenantResellerPayload = AccountMutationPayload & {
  readonly __typename?: 'TenantResellerPayload';
  readonly tenantReseller?: Maybe<TenantReseller>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type TransferAccountInput = {
  readonly accountId: Scalars['ID']['input'];
  /** The id that the account has got in the reseller's BSS. */
  readonly sourceAccountId: Scalars['ID']['input'];
  /** The ids that its active subscriptions have got there: all of them. */
  readonly subscriptions?: InputMaybe<ReadonlyArray<TransferSubscriptionInput>>;
};

export type TransferAccountsInput = {
  readonly accounts: ReadonlyArray<TransferAccountInput>;
  readonly tenantResellerId: Scalars['ID']['input'];
};

export type TransferAccountsPayload = AccountMutationPayload & {
  readonly __typename?: 'TransferAccountsPayload';
  /** One for each account, in the input's order. */
  readonly results: ReadonlyArray<TransferResult>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type TransferResult = {
  readonly __typename?: 'TransferResult';
  readonly account?: Maybe<Account>;
  readonly accountId: Scalars['ID']['output'];
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

export type TransferSubscriptionInput = {
  readonly sourceSubscriptionId: Scalars['ID']['input'];
  readonly subscriptionId: Scalars['ID']['input'];
};

export type UnrelateAccountInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly relationId: Scalars['ID']['input'];
};

/** Leave out what is not to change; null clears a value that may be empty. */
export type UpdateAccountInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly accountingNo?: InputMaybe<Scalars['String']['input']>;
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  readonly billingAddress?: InputMaybe<BillingAddressInput>;
  readonly currency?: InputMaybe<Scalars['Currency']['input']>;
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly enableOrdering?: InputMaybe<Scalars['Boolean']['input']>;
  /** The revision that the edit was made on; another one now is refused as CONCURRENT_EDIT. */
  readonly expectedRevision?: InputMaybe<Scalars['BigInt']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
  readonly separateInvoices?: InputMaybe<Scalars['Boolean']['input']>;
  readonly synchronizationOptions?: InputMaybe<ReadonlyArray<SynchronizationOptionInput>>;
};

export type UpdateContactInput = {
  readonly accountId: Scalars['ID']['input'];
  readonly contactId: Scalars['ID']['input'];
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateTenantResellerInput = {
  readonly currency?: InputMaybe<Scalars['Currency']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly separateInvoices?: InputMaybe<Scalars['Boolean']['input']>;
  readonly tenantResellerId: Scalars['ID']['input'];
};

export type User = {
  readonly __typename?: 'User';
  readonly id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Account: Account;
  TenantReseller: TenantReseller;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"id":true}> );
  TenantReseller:
    ( { __typename: 'TenantReseller' }
    & GraphQLRecursivePick<FederationTypes['TenantReseller'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AccountMutationPayload:
    | ( Omit<AccountPayload, 'account'> & { account?: Maybe<_RefType['Account']> } )
    | ( Omit<ApiOptionsPayload, 'apiOptions'> & { apiOptions?: Maybe<_RefType['ApiOptions']> } )
    | ( Omit<CancelPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<_RefType['Account']>, subscription?: Maybe<_RefType['AccountSubscription']> } )
    | ( Omit<ContactPayload, 'account' | 'contact'> & { account?: Maybe<_RefType['Account']>, contact?: Maybe<_RefType['AccountContact']> } )
    | ( Omit<CustomFieldDefinitionPayload, 'definition'> & { definition?: Maybe<_RefType['CustomFieldDefinition']> } )
    | ( Omit<GenerateInvoicesPayload, 'account' | 'invoices'> & { account?: Maybe<_RefType['Account']>, invoices: ReadonlyArray<_RefType['AccountInvoice']> } )
    | ( Omit<InvoicePayload, 'account' | 'invoice'> & { account?: Maybe<_RefType['Account']>, invoice?: Maybe<_RefType['AccountInvoice']> } )
    | ( Omit<PermissionRulePayload, 'permissionRule'> & { permissionRule?: Maybe<_RefType['PermissionRule']> } )
    | ( Omit<RecordPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<_RefType['Account']>, subscription?: Maybe<_RefType['AccountSubscription']> } )
    | ( Omit<RelationPayload, 'account' | 'relation'> & { account?: Maybe<_RefType['Account']>, relation?: Maybe<_RefType['AccountRelation']> } )
    | ( Omit<SalesDocumentPayload, 'account' | 'document'> & { account?: Maybe<_RefType['Account']>, document?: Maybe<_RefType['SalesDocument']> } )
    | ( Omit<ServicePayload, 'service'> & { service?: Maybe<_RefType['OfferedService']> } )
    | ( Omit<SubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<_RefType['Account']>, subscription?: Maybe<_RefType['AccountSubscription']> } )
    | ( Omit<SyncCustomersPayload, 'results'> & { results: ReadonlyArray<_RefType['SyncItemResult']> } )
    | ( Omit<SyncPayload, 'account'> & { account?: Maybe<_RefType['Account']> } )
    | ( Omit<TenantResellerPayload, 'tenantReseller'> & { tenantReseller?: Maybe<_RefType['TenantReseller']> } )
    | ( Omit<TransferAccountsPayload, 'results'> & { results: ReadonlyArray<_RefType['TransferResult']> } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessLevel: AccessLevel;
  Account: ResolverTypeWrapper<AccountViewModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccountAction: AccountAction;
  AccountConnection: ResolverTypeWrapper<AccountListModel>;
  AccountContact: ResolverTypeWrapper<StoredContactModel>;
  AccountContactConnection: ResolverTypeWrapper<Omit<AccountContactConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountContactEdge']> }>;
  AccountContactEdge: ResolverTypeWrapper<Omit<AccountContactEdge, 'node'> & { node: ResolversTypes['AccountContact'] }>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountErrorCode: AccountErrorCode;
  AccountField: AccountField;
  AccountFilter: AccountFilter;
  AccountHistoryConnection: ResolverTypeWrapper<Omit<AccountHistoryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountHistoryEdge']> }>;
  AccountHistoryEdge: ResolverTypeWrapper<Omit<AccountHistoryEdge, 'node'> & { node: ResolversTypes['AccountHistoryEntry'] }>;
  AccountHistoryEntry: ResolverTypeWrapper<HistoryEntryModel>;
  AccountHistoryKind: AccountHistoryKind;
  AccountInvoice: ResolverTypeWrapper<InvoiceModel>;
  AccountInvoiceConnection: ResolverTypeWrapper<Omit<AccountInvoiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountInvoiceEdge']> }>;
  AccountInvoiceEdge: ResolverTypeWrapper<Omit<AccountInvoiceEdge, 'node'> & { node: ResolversTypes['AccountInvoice'] }>;
  AccountInvoiceLine: ResolverTypeWrapper<InvoiceLineModel>;
  AccountMutationPayload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AccountMutationPayload']>;
  AccountOrder: AccountOrder;
  AccountOrderField: AccountOrderField;
  AccountPayload: ResolverTypeWrapper<Omit<AccountPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  AccountPolicy: ResolverTypeWrapper<AccountPolicy>;
  AccountReferenceInput: AccountReferenceInput;
  AccountRelation: ResolverTypeWrapper<StoredRelationModel>;
  AccountRelationConnection: ResolverTypeWrapper<Omit<AccountRelationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountRelationEdge']> }>;
  AccountRelationEdge: ResolverTypeWrapper<Omit<AccountRelationEdge, 'node'> & { node: ResolversTypes['AccountRelation'] }>;
  AccountStatus: AccountStatus;
  AccountSubscription: ResolverTypeWrapper<SubscriptionModel>;
  AccountSubscriptionConnection: ResolverTypeWrapper<Omit<AccountSubscriptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountSubscriptionEdge']> }>;
  AccountSubscriptionEdge: ResolverTypeWrapper<Omit<AccountSubscriptionEdge, 'node'> & { node: ResolversTypes['AccountSubscription'] }>;
  AccountSubscriptionStatus: AccountSubscriptionStatus;
  AccountUserError: ResolverTypeWrapper<AccountUserError>;
  AccountViewer: ResolverTypeWrapper<CallerModel>;
  AccountViewerKind: AccountViewerKind;
  ActionPermission: ResolverTypeWrapper<ActionPermission>;
  ActionPolicy: ResolverTypeWrapper<ActionPolicy>;
  ActivateBackOrderingInput: ActivateBackOrderingInput;
  AddContactInput: AddContactInput;
  ApiOptions: ResolverTypeWrapper<ApiOptionsModel>;
  ApiOptionsEntity: ApiOptionsEntity;
  ApiOptionsPayload: ResolverTypeWrapper<Omit<ApiOptionsPayload, 'apiOptions'> & { apiOptions?: Maybe<ResolversTypes['ApiOptions']> }>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  BillingAddress: ResolverTypeWrapper<BillingAddress>;
  BillingAddressInput: BillingAddressInput;
  BillingPeriod: BillingPeriod;
  CancelPaidSubscriptionInput: CancelPaidSubscriptionInput;
  CancelPaidSubscriptionPayload: ResolverTypeWrapper<Omit<CancelPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversTypes['Account']>, subscription?: Maybe<ResolversTypes['AccountSubscription']> }>;
  CancelSubscriptionInput: CancelSubscriptionInput;
  ContactPayload: ResolverTypeWrapper<Omit<ContactPayload, 'account' | 'contact'> & { account?: Maybe<ResolversTypes['Account']>, contact?: Maybe<ResolversTypes['AccountContact']> }>;
  CreateAccountInput: CreateAccountInput;
  CreateInvoiceInput: CreateInvoiceInput;
  CreateSubscriptionInput: CreateSubscriptionInput;
  CreateTenantResellerInput: CreateTenantResellerInput;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  CustomFieldDefinition: ResolverTypeWrapper<CustomFieldDefinitionModel>;
  CustomFieldDefinitionPayload: ResolverTypeWrapper<Omit<CustomFieldDefinitionPayload, 'definition'> & { definition?: Maybe<ResolversTypes['CustomFieldDefinition']> }>;
  CustomFieldFilter: CustomFieldFilter;
  CustomFieldInput: CustomFieldInput;
  CustomFieldType: CustomFieldType;
  CustomFieldValue: ResolverTypeWrapper<Omit<CustomFieldValue, 'definition'> & { definition: ResolversTypes['CustomFieldDefinition'] }>;
  CustomerSnapshotInput: CustomerSnapshotInput;
  CustomerSyncItem: CustomerSyncItem;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteManagedAccountInput: DeleteManagedAccountInput;
  DenialReason: DenialReason;
  DriftWarning: DriftWarning;
  FieldLock: ResolverTypeWrapper<FieldLock>;
  FieldPolicy: ResolverTypeWrapper<FieldPolicy>;
  GenerateInvoicesInput: GenerateInvoicesInput;
  GenerateInvoicesPayload: ResolverTypeWrapper<Omit<GenerateInvoicesPayload, 'account' | 'invoices'> & { account?: Maybe<ResolversTypes['Account']>, invoices: ReadonlyArray<ResolversTypes['AccountInvoice']> }>;
  InvoiceLineInput: InvoiceLineInput;
  InvoicePayload: ResolverTypeWrapper<Omit<InvoicePayload, 'account' | 'invoice'> & { account?: Maybe<ResolversTypes['Account']>, invoice?: Maybe<ResolversTypes['AccountInvoice']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LockReason: LockReason;
  ManagedByReseller: ResolverTypeWrapper<ManagedAccountModel>;
  ManagementOrigin: ManagementOrigin;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationGuard: MutationGuard;
  MutationPolicy: ResolverTypeWrapper<MutationPolicy>;
  OfferedService: ResolverTypeWrapper<ServiceSourceModel>;
  OfferedServiceConnection: ResolverTypeWrapper<Omit<OfferedServiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OfferedServiceEdge']> }>;
  OfferedServiceEdge: ResolverTypeWrapper<Omit<OfferedServiceEdge, 'node'> & { node: ResolversTypes['OfferedService'] }>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaidSubscriptionInput: PaidSubscriptionInput;
  PendingInvoice: ResolverTypeWrapper<PendingInvoiceModel>;
  PermissionGrant: ResolverTypeWrapper<PermissionGrant>;
  PermissionGrantInput: PermissionGrantInput;
  PermissionRule: ResolverTypeWrapper<PermissionRuleModel>;
  PermissionRulePayload: ResolverTypeWrapper<Omit<PermissionRulePayload, 'permissionRule'> & { permissionRule?: Maybe<ResolversTypes['PermissionRule']> }>;
  PriceInput: PriceInput;
  PrincipalKind: PrincipalKind;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordPaidSubscriptionInput: RecordPaidSubscriptionInput;
  RecordPaidSubscriptionPayload: ResolverTypeWrapper<Omit<RecordPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversTypes['Account']>, subscription?: Maybe<ResolversTypes['AccountSubscription']> }>;
  RelateAccountInput: RelateAccountInput;
  RelationKind: RelationKind;
  RelationPayload: ResolverTypeWrapper<Omit<RelationPayload, 'account' | 'relation'> & { account?: Maybe<ResolversTypes['Account']>, relation?: Maybe<ResolversTypes['AccountRelation']> }>;
  RemoveContactInput: RemoveContactInput;
  SalesDocument: ResolverTypeWrapper<StoredSalesDocumentModel>;
  SalesDocumentConnection: ResolverTypeWrapper<Omit<SalesDocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SalesDocumentEdge']> }>;
  SalesDocumentEdge: ResolverTypeWrapper<Omit<SalesDocumentEdge, 'node'> & { node: ResolversTypes['SalesDocument'] }>;
  SalesDocumentKind: SalesDocumentKind;
  SalesDocumentPayload: ResolverTypeWrapper<Omit<SalesDocumentPayload, 'account' | 'document'> & { account?: Maybe<ResolversTypes['Account']>, document?: Maybe<ResolversTypes['SalesDocument']> }>;
  SalesLine: ResolverTypeWrapper<SalesLineModel>;
  SalesLineInput: SalesLineInput;
  SaveCustomFieldDefinitionInput: SaveCustomFieldDefinitionInput;
  SavePermissionRuleInput: SavePermissionRuleInput;
  SaveServiceInput: SaveServiceInput;
  SellInput: SellInput;
  ServicePayload: ResolverTypeWrapper<Omit<ServicePayload, 'service'> & { service?: Maybe<ResolversTypes['OfferedService']> }>;
  ServicePrice: ResolverTypeWrapper<ServicePrice>;
  SetApiOptionsInput: SetApiOptionsInput;
  SourceStatus: SourceStatus;
  SubscriptionPayload: ResolverTypeWrapper<Omit<SubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversTypes['Account']>, subscription?: Maybe<ResolversTypes['AccountSubscription']> }>;
  SyncCustomersInput: SyncCustomersInput;
  SyncCustomersPayload: ResolverTypeWrapper<Omit<SyncCustomersPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['SyncItemResult']> }>;
  SyncItemResult: ResolverTypeWrapper<SyncItemResultModel>;
  SyncOutcome: SyncOutcome;
  SyncPayload: ResolverTypeWrapper<Omit<SyncPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  SyncWarning: SyncWarning;
  SynchronizationOption: ResolverTypeWrapper<SynchronizationOption>;
  SynchronizationOptionInput: SynchronizationOptionInput;
  SynchronizeAccountInput: SynchronizeAccountInput;
  TenantReseller: ResolverTypeWrapper<TenantResellerModel>;
  TenantResellerConnection: ResolverTypeWrapper<Omit<TenantResellerConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TenantResellerEdge']> }>;
  TenantResellerEdge: ResolverTypeWrapper<Omit<TenantResellerEdge, 'node'> & { node: ResolversTypes['TenantReseller'] }>;
  TenantResellerPayload: ResolverTypeWrapper<Omit<TenantResellerPayload, 'tenantReseller'> & { tenantReseller?: Maybe<ResolversTypes['TenantReseller']> }>;
  TransferAccountInput: TransferAccountInput;
  TransferAccountsInput: TransferAccountsInput;
  TransferAccountsPayload: ResolverTypeWrapper<Omit<TransferAccountsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['TransferResult']> }>;
  TransferResult: ResolverTypeWrapper<TransferResultModel>;
  TransferSubscriptionInput: TransferSubscriptionInput;
  UnrelateAccountInput: UnrelateAccountInput;
  UpdateAccountInput: UpdateAccountInput;
  UpdateContactInput: UpdateContactInput;
  UpdateTenantResellerInput: UpdateTenantResellerInput;
  User: ResolverTypeWrapper<User>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountViewModel;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  AccountConnection: AccountListModel;
  AccountContact: StoredContactModel;
  AccountContactConnection: Omit<AccountContactConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountContactEdge']> };
  AccountContactEdge: Omit<AccountContactEdge, 'node'> & { node: ResolversParentTypes['AccountContact'] };
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountFilter: AccountFilter;
  AccountHistoryConnection: Omit<AccountHistoryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountHistoryEdge']> };
  AccountHistoryEdge: Omit<AccountHistoryEdge, 'node'> & { node: ResolversParentTypes['AccountHistoryEntry'] };
  AccountHistoryEntry: HistoryEntryModel;
  AccountInvoice: InvoiceModel;
  AccountInvoiceConnection: Omit<AccountInvoiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountInvoiceEdge']> };
  AccountInvoiceEdge: Omit<AccountInvoiceEdge, 'node'> & { node: ResolversParentTypes['AccountInvoice'] };
  AccountInvoiceLine: InvoiceLineModel;
  AccountMutationPayload: ResolversInterfaceTypes<ResolversParentTypes>['AccountMutationPayload'];
  AccountOrder: AccountOrder;
  AccountPayload: Omit<AccountPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  AccountPolicy: AccountPolicy;
  AccountReferenceInput: AccountReferenceInput;
  AccountRelation: StoredRelationModel;
  AccountRelationConnection: Omit<AccountRelationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountRelationEdge']> };
  AccountRelationEdge: Omit<AccountRelationEdge, 'node'> & { node: ResolversParentTypes['AccountRelation'] };
  AccountSubscription: SubscriptionModel;
  AccountSubscriptionConnection: Omit<AccountSubscriptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountSubscriptionEdge']> };
  AccountSubscriptionEdge: Omit<AccountSubscriptionEdge, 'node'> & { node: ResolversParentTypes['AccountSubscription'] };
  AccountUserError: AccountUserError;
  AccountViewer: CallerModel;
  ActionPermission: ActionPermission;
  ActionPolicy: ActionPolicy;
  ActivateBackOrderingInput: ActivateBackOrderingInput;
  AddContactInput: AddContactInput;
  ApiOptions: ApiOptionsModel;
  ApiOptionsPayload: Omit<ApiOptionsPayload, 'apiOptions'> & { apiOptions?: Maybe<ResolversParentTypes['ApiOptions']> };
  BigInt: Scalars['BigInt']['output'];
  BillingAddress: BillingAddress;
  BillingAddressInput: BillingAddressInput;
  CancelPaidSubscriptionInput: CancelPaidSubscriptionInput;
  CancelPaidSubscriptionPayload: Omit<CancelPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversParentTypes['Account']>, subscription?: Maybe<ResolversParentTypes['AccountSubscription']> };
  CancelSubscriptionInput: CancelSubscriptionInput;
  ContactPayload: Omit<ContactPayload, 'account' | 'contact'> & { account?: Maybe<ResolversParentTypes['Account']>, contact?: Maybe<ResolversParentTypes['AccountContact']> };
  CreateAccountInput: CreateAccountInput;
  CreateInvoiceInput: CreateInvoiceInput;
  CreateSubscriptionInput: CreateSubscriptionInput;
  CreateTenantResellerInput: CreateTenantResellerInput;
  Currency: Scalars['Currency']['output'];
  CustomFieldDefinition: CustomFieldDefinitionModel;
  CustomFieldDefinitionPayload: Omit<CustomFieldDefinitionPayload, 'definition'> & { definition?: Maybe<ResolversParentTypes['CustomFieldDefinition']> };
  CustomFieldFilter: CustomFieldFilter;
  CustomFieldInput: CustomFieldInput;
  CustomFieldValue: Omit<CustomFieldValue, 'definition'> & { definition: ResolversParentTypes['CustomFieldDefinition'] };
  CustomerSnapshotInput: CustomerSnapshotInput;
  CustomerSyncItem: CustomerSyncItem;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteManagedAccountInput: DeleteManagedAccountInput;
  FieldLock: FieldLock;
  FieldPolicy: FieldPolicy;
  GenerateInvoicesInput: GenerateInvoicesInput;
  GenerateInvoicesPayload: Omit<GenerateInvoicesPayload, 'account' | 'invoices'> & { account?: Maybe<ResolversParentTypes['Account']>, invoices: ReadonlyArray<ResolversParentTypes['AccountInvoice']> };
  InvoiceLineInput: InvoiceLineInput;
  InvoicePayload: Omit<InvoicePayload, 'account' | 'invoice'> & { account?: Maybe<ResolversParentTypes['Account']>, invoice?: Maybe<ResolversParentTypes['AccountInvoice']> };
  JSON: Scalars['JSON']['output'];
  ManagedByReseller: ManagedAccountModel;
  Mutation: Record<PropertyKey, never>;
  MutationPolicy: MutationPolicy;
  OfferedService: ServiceSourceModel;
  OfferedServiceConnection: Omit<OfferedServiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OfferedServiceEdge']> };
  OfferedServiceEdge: Omit<OfferedServiceEdge, 'node'> & { node: ResolversParentTypes['OfferedService'] };
  PageInfo: PageInfo;
  PaidSubscriptionInput: PaidSubscriptionInput;
  PendingInvoice: PendingInvoiceModel;
  PermissionGrant: PermissionGrant;
  PermissionGrantInput: PermissionGrantInput;
  PermissionRule: PermissionRuleModel;
  PermissionRulePayload: Omit<PermissionRulePayload, 'permissionRule'> & { permissionRule?: Maybe<ResolversParentTypes['PermissionRule']> };
  PriceInput: PriceInput;
  Query: Record<PropertyKey, never>;
  RecordPaidSubscriptionInput: RecordPaidSubscriptionInput;
  RecordPaidSubscriptionPayload: Omit<RecordPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversParentTypes['Account']>, subscription?: Maybe<ResolversParentTypes['AccountSubscription']> };
  RelateAccountInput: RelateAccountInput;
  RelationPayload: Omit<RelationPayload, 'account' | 'relation'> & { account?: Maybe<ResolversParentTypes['Account']>, relation?: Maybe<ResolversParentTypes['AccountRelation']> };
  RemoveContactInput: RemoveContactInput;
  SalesDocument: StoredSalesDocumentModel;
  SalesDocumentConnection: Omit<SalesDocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SalesDocumentEdge']> };
  SalesDocumentEdge: Omit<SalesDocumentEdge, 'node'> & { node: ResolversParentTypes['SalesDocument'] };
  SalesDocumentPayload: Omit<SalesDocumentPayload, 'account' | 'document'> & { account?: Maybe<ResolversParentTypes['Account']>, document?: Maybe<ResolversParentTypes['SalesDocument']> };
  SalesLine: SalesLineModel;
  SalesLineInput: SalesLineInput;
  SaveCustomFieldDefinitionInput: SaveCustomFieldDefinitionInput;
  SavePermissionRuleInput: SavePermissionRuleInput;
  SaveServiceInput: SaveServiceInput;
  SellInput: SellInput;
  ServicePayload: Omit<ServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['OfferedService']> };
  ServicePrice: ServicePrice;
  SetApiOptionsInput: SetApiOptionsInput;
  SubscriptionPayload: Omit<SubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversParentTypes['Account']>, subscription?: Maybe<ResolversParentTypes['AccountSubscription']> };
  SyncCustomersInput: SyncCustomersInput;
  SyncCustomersPayload: Omit<SyncCustomersPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['SyncItemResult']> };
  SyncItemResult: SyncItemResultModel;
  SyncPayload: Omit<SyncPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  SynchronizationOption: SynchronizationOption;
  SynchronizationOptionInput: SynchronizationOptionInput;
  SynchronizeAccountInput: SynchronizeAccountInput;
  TenantReseller: TenantResellerModel;
  TenantResellerConnection: Omit<TenantResellerConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TenantResellerEdge']> };
  TenantResellerEdge: Omit<TenantResellerEdge, 'node'> & { node: ResolversParentTypes['TenantReseller'] };
  TenantResellerPayload: Omit<TenantResellerPayload, 'tenantReseller'> & { tenantReseller?: Maybe<ResolversParentTypes['TenantReseller']> };
  TransferAccountInput: TransferAccountInput;
  TransferAccountsInput: TransferAccountsInput;
  TransferAccountsPayload: Omit<TransferAccountsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['TransferResult']> };
  TransferResult: TransferResultModel;
  TransferSubscriptionInput: TransferSubscriptionInput;
  UnrelateAccountInput: UnrelateAccountInput;
  UpdateAccountInput: UpdateAccountInput;
  UpdateContactInput: UpdateContactInput;
  UpdateTenantResellerInput: UpdateTenantResellerInput;
  User: User;
  String: Scalars['String']['output'];
};

export type AdministratorDirectiveArgs = { };

export type AdministratorDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AdministratorDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AllowedOnManagedAccountDirectiveArgs = {
  account?: Scalars['String']['input'];
  action: AccountAction;
};

export type AllowedOnManagedAccountDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AllowedOnManagedAccountDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type BlockedOnManagedAccountDirectiveArgs = {
  account?: Scalars['String']['input'];
  action: AccountAction;
};

export type BlockedOnManagedAccountDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = BlockedOnManagedAccountDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LockedOnManagedAccountDirectiveArgs = {
  field: AccountField;
};

export type LockedOnManagedAccountDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = LockedOnManagedAccountDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ResellerSyncDirectiveArgs = { };

export type ResellerSyncDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ResellerSyncDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accountingNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actionPermissions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActionPermission']>>, ParentType, ContextType>;
  allowedActions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccountAction']>>, ParentType, ContextType>;
  billTo?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  billingAddress?: Resolver<Maybe<ResolversTypes['BillingAddress']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['AccountContactConnection']>, ParentType, ContextType, RequireFields<AccountContactsArgs, 'first'>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['Currency']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomFieldValue']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enableOrdering?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fieldLocks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldLock']>>, ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['AccountHistoryConnection']>, ParentType, ContextType, RequireFields<AccountHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoices?: Resolver<Maybe<ResolversTypes['AccountInvoiceConnection']>, ParentType, ContextType, RequireFields<AccountInvoicesArgs, 'first'>>;
  lockedFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccountField']>>, ParentType, ContextType>;
  managedByReseller?: Resolver<Maybe<ResolversTypes['ManagedByReseller']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  pendingInvoices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PendingInvoice']>>, ParentType, ContextType, Partial<AccountPendingInvoicesArgs>>;
  permissionRule?: Resolver<Maybe<ResolversTypes['PermissionRule']>, ParentType, ContextType>;
  relations?: Resolver<Maybe<ResolversTypes['AccountRelationConnection']>, ParentType, ContextType, RequireFields<AccountRelationsArgs, 'first'>>;
  responsibleUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  salesDocuments?: Resolver<Maybe<ResolversTypes['SalesDocumentConnection']>, ParentType, ContextType, RequireFields<AccountSalesDocumentsArgs, 'first'>>;
  separateInvoices?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['AccountStatus']>, ParentType, ContextType>;
  subscriptions?: Resolver<Maybe<ResolversTypes['AccountSubscriptionConnection']>, ParentType, ContextType, RequireFields<AccountSubscriptionsArgs, 'first'>>;
  synchronizationOptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SynchronizationOption']>>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountContactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountContact'] = ResolversParentTypes['AccountContact']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccountContactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountContactConnection'] = ResolversParentTypes['AccountContactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountContactEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountContactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountContactEdge'] = ResolversParentTypes['AccountContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountContact'], ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AccountHistoryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountHistoryConnection'] = ResolversParentTypes['AccountHistoryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountHistoryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountHistoryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountHistoryEdge'] = ResolversParentTypes['AccountHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountHistoryEntry'], ParentType, ContextType>;
};

export type AccountHistoryEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountHistoryEntry'] = ResolversParentTypes['AccountHistoryEntry']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccountHistoryKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AccountInvoiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountInvoice'] = ResolversParentTypes['AccountInvoice']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  billTo?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['AccountInvoiceLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AccountInvoiceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountInvoiceConnection'] = ResolversParentTypes['AccountInvoiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountInvoiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountInvoiceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountInvoiceEdge'] = ResolversParentTypes['AccountInvoiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountInvoice'], ParentType, ContextType>;
};

export type AccountInvoiceLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountInvoiceLine'] = ResolversParentTypes['AccountInvoiceLine']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AccountMutationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountMutationPayload'] = ResolversParentTypes['AccountMutationPayload']> = {
  __resolveType: TypeResolveFn<'AccountPayload' | 'ApiOptionsPayload' | 'CancelPaidSubscriptionPayload' | 'ContactPayload' | 'CustomFieldDefinitionPayload' | 'GenerateInvoicesPayload' | 'InvoicePayload' | 'PermissionRulePayload' | 'RecordPaidSubscriptionPayload' | 'RelationPayload' | 'SalesDocumentPayload' | 'ServicePayload' | 'SubscriptionPayload' | 'SyncCustomersPayload' | 'SyncPayload' | 'TenantResellerPayload' | 'TransferAccountsPayload', ParentType, ContextType>;
};

export type AccountPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountPayload'] = ResolversParentTypes['AccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountPolicy'] = ResolversParentTypes['AccountPolicy']> = {
  actions?: Resolver<ReadonlyArray<ResolversTypes['ActionPolicy']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldPolicy']>, ParentType, ContextType>;
  mutations?: Resolver<ReadonlyArray<ResolversTypes['MutationPolicy']>, ParentType, ContextType>;
};

export type AccountRelationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountRelation'] = ResolversParentTypes['AccountRelation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RelationKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AccountRelationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountRelationConnection'] = ResolversParentTypes['AccountRelationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountRelationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountRelationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountRelationEdge'] = ResolversParentTypes['AccountRelationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountRelation'], ParentType, ContextType>;
};

export type AccountSubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountSubscription'] = ResolversParentTypes['AccountSubscription']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  billingPeriod?: Resolver<ResolversTypes['BillingPeriod'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextInvoiceDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['OfferedService'], ParentType, ContextType>;
  sourceSubscriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  startDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AccountSubscriptionStatus'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AccountSubscriptionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountSubscriptionConnection'] = ResolversParentTypes['AccountSubscriptionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountSubscriptionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountSubscriptionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountSubscriptionEdge'] = ResolversParentTypes['AccountSubscriptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountSubscription'], ParentType, ContextType>;
};

export type AccountUserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountUserError'] = ResolversParentTypes['AccountUserError']> = {
  action?: Resolver<Maybe<ResolversTypes['AccountAction']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['AccountErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['AccountField']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['DenialReason']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AccountViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountViewer'] = ResolversParentTypes['AccountViewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccountViewerKind'], ParentType, ContextType>;
  tenantReseller?: Resolver<Maybe<ResolversTypes['TenantReseller']>, ParentType, ContextType>;
};

export type ActionPermissionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActionPermission'] = ResolversParentTypes['ActionPermission']> = {
  action?: Resolver<ResolversTypes['AccountAction'], ParentType, ContextType>;
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['DenialReason']>, ParentType, ContextType>;
};

export type ActionPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActionPolicy'] = ResolversParentTypes['ActionPolicy']> = {
  action?: Resolver<ResolversTypes['AccountAction'], ParentType, ContextType>;
  allowedOnManagedAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumAccess?: Resolver<ResolversTypes['AccessLevel'], ParentType, ContextType>;
  mutations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApiOptionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiOptions'] = ResolversParentTypes['ApiOptions']> = {
  entity?: Resolver<ResolversTypes['ApiOptionsEntity'], ParentType, ContextType>;
  permissionRule?: Resolver<Maybe<ResolversTypes['PermissionRule']>, ParentType, ContextType>;
  responsibleUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ApiOptionsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiOptionsPayload'] = ResolversParentTypes['ApiOptionsPayload']> = {
  apiOptions?: Resolver<Maybe<ResolversTypes['ApiOptions']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type BillingAddressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillingAddress'] = ResolversParentTypes['BillingAddress']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CancelPaidSubscriptionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CancelPaidSubscriptionPayload'] = ResolversParentTypes['CancelPaidSubscriptionPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactPayload'] = ResolversParentTypes['ContactPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['AccountContact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export type CustomFieldDefinitionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomFieldDefinition'] = ResolversParentTypes['CustomFieldDefinition']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  defaultValue?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CustomFieldType'], ParentType, ContextType>;
};

export type CustomFieldDefinitionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomFieldDefinitionPayload'] = ResolversParentTypes['CustomFieldDefinitionPayload']> = {
  definition?: Resolver<Maybe<ResolversTypes['CustomFieldDefinition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomFieldValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomFieldValue'] = ResolversParentTypes['CustomFieldValue']> = {
  definition?: Resolver<ResolversTypes['CustomFieldDefinition'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type FieldLockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldLock'] = ResolversParentTypes['FieldLock']> = {
  field?: Resolver<ResolversTypes['AccountField'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LockReason'], ParentType, ContextType>;
};

export type FieldPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldPolicy'] = ResolversParentTypes['FieldPolicy']> = {
  accountField?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['AccountField'], ParentType, ContextType>;
  inputField?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lockedOnManagedAccount?: Resolver<Maybe<ResolversTypes['LockReason']>, ParentType, ContextType>;
};

export type GenerateInvoicesPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GenerateInvoicesPayload'] = ResolversParentTypes['GenerateInvoicesPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  invoices?: Resolver<ReadonlyArray<ResolversTypes['AccountInvoice']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvoicePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvoicePayload'] = ResolversParentTypes['InvoicePayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['AccountInvoice']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type ManagedByResellerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ManagedByReseller'] = ResolversParentTypes['ManagedByReseller']> = {
  drift?: Resolver<ReadonlyArray<ResolversTypes['DriftWarning']>, ParentType, ContextType>;
  lastSyncedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  managedSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ManagementOrigin'], ParentType, ContextType>;
  reseller?: Resolver<ResolversTypes['TenantReseller'], ParentType, ContextType>;
  ribbon?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceAccountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceVersion?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateBackOrdering?: Resolver<Maybe<ResolversTypes['TenantResellerPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationActivateBackOrderingArgs, 'input'>>;
  addContact?: Resolver<Maybe<ResolversTypes['ContactPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationAddContactArgs, 'input'>>;
  cancelPaidSubscription?: Resolver<Maybe<ResolversTypes['CancelPaidSubscriptionPayload']>, ParentType, SyncGuarded<ContextType>, RequireFields<MutationCancelPaidSubscriptionArgs, 'input'>>;
  cancelSubscription?: Resolver<Maybe<ResolversTypes['SubscriptionPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCancelSubscriptionArgs, 'input'>>;
  createAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationCreateAccountArgs, 'input'>>;
  createInvoice?: Resolver<Maybe<ResolversTypes['InvoicePayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCreateInvoiceArgs, 'input'>>;
  createOffer?: Resolver<Maybe<ResolversTypes['SalesDocumentPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCreateOfferArgs, 'input'>>;
  createOpportunity?: Resolver<Maybe<ResolversTypes['SalesDocumentPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCreateOpportunityArgs, 'input'>>;
  createOrder?: Resolver<Maybe<ResolversTypes['SalesDocumentPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCreateOrderArgs, 'input'>>;
  createSubscription?: Resolver<Maybe<ResolversTypes['SubscriptionPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCreateSubscriptionArgs, 'input'>>;
  createTenantReseller?: Resolver<Maybe<ResolversTypes['TenantResellerPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationCreateTenantResellerArgs, 'input'>>;
  deleteAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationDeleteAccountArgs, 'input'>>;
  deleteManagedAccount?: Resolver<Maybe<ResolversTypes['SyncPayload']>, ParentType, SyncGuarded<ContextType>, RequireFields<MutationDeleteManagedAccountArgs, 'input'>>;
  generateInvoices?: Resolver<Maybe<ResolversTypes['GenerateInvoicesPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationGenerateInvoicesArgs, 'input'>>;
  reactivateAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationReactivateAccountArgs, 'input'>>;
  recordPaidSubscription?: Resolver<Maybe<ResolversTypes['RecordPaidSubscriptionPayload']>, ParentType, SyncGuarded<ContextType>, RequireFields<MutationRecordPaidSubscriptionArgs, 'input'>>;
  relateAccount?: Resolver<Maybe<ResolversTypes['RelationPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationRelateAccountArgs, 'input'>>;
  removeContact?: Resolver<Maybe<ResolversTypes['ContactPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationRemoveContactArgs, 'input'>>;
  saveCustomFieldDefinition?: Resolver<Maybe<ResolversTypes['CustomFieldDefinitionPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSaveCustomFieldDefinitionArgs, 'input'>>;
  savePermissionRule?: Resolver<Maybe<ResolversTypes['PermissionRulePayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSavePermissionRuleArgs, 'input'>>;
  saveService?: Resolver<Maybe<ResolversTypes['ServicePayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSaveServiceArgs, 'input'>>;
  setApiOptions?: Resolver<Maybe<ResolversTypes['ApiOptionsPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSetApiOptionsArgs, 'input'>>;
  suspendAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationSuspendAccountArgs, 'input'>>;
  syncCustomers?: Resolver<Maybe<ResolversTypes['SyncCustomersPayload']>, ParentType, SyncGuarded<ContextType>, RequireFields<MutationSyncCustomersArgs, 'input'>>;
  synchronizeAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationSynchronizeAccountArgs, 'input'>>;
  transferAccounts?: Resolver<Maybe<ResolversTypes['TransferAccountsPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationTransferAccountsArgs, 'input'>>;
  unrelateAccount?: Resolver<Maybe<ResolversTypes['RelationPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationUnrelateAccountArgs, 'input'>>;
  updateAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationUpdateAccountArgs, 'input'>>;
  updateContact?: Resolver<Maybe<ResolversTypes['ContactPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationUpdateContactArgs, 'input'>>;
  updateTenantReseller?: Resolver<Maybe<ResolversTypes['TenantResellerPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationUpdateTenantResellerArgs, 'input'>>;
};

export type MutationPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MutationPolicy'] = ResolversParentTypes['MutationPolicy']> = {
  accountPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['AccountAction']>, ParentType, ContextType>;
  guard?: Resolver<ResolversTypes['MutationGuard'], ParentType, ContextType>;
  mutation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OfferedServiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OfferedService'] = ResolversParentTypes['OfferedService']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['ServicePrice']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OfferedServiceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OfferedServiceConnection'] = ResolversParentTypes['OfferedServiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OfferedServiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OfferedServiceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OfferedServiceEdge'] = ResolversParentTypes['OfferedServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OfferedService'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PendingInvoiceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PendingInvoice'] = ResolversParentTypes['PendingInvoice']> = {
  billTo?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  issueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['AccountInvoiceLine']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PermissionGrantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PermissionGrant'] = ResolversParentTypes['PermissionGrant']> = {
  access?: Resolver<ResolversTypes['AccessLevel'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['PrincipalKind'], ParentType, ContextType>;
  principalId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PermissionRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PermissionRule'] = ResolversParentTypes['PermissionRule']> = {
  grants?: Resolver<ReadonlyArray<ResolversTypes['PermissionGrant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PermissionRulePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PermissionRulePayload'] = ResolversParentTypes['PermissionRulePayload']> = {
  permissionRule?: Resolver<Maybe<ResolversTypes['PermissionRule']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'id'>>;
  accountPolicy?: Resolver<Maybe<ResolversTypes['AccountPolicy']>, ParentType, ContextType>;
  accountViewer?: Resolver<Maybe<ResolversTypes['AccountViewer']>, ParentType, ContextType>;
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first' | 'orderBy'>>;
  apiOptions?: Resolver<Maybe<ResolversTypes['ApiOptions']>, ParentType, ContextType, RequireFields<QueryApiOptionsArgs, 'entity'>>;
  copiedAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryCopiedAccountArgs, 'sourceAccountId'>>;
  customFieldDefinitions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomFieldDefinition']>>, ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['AccountInvoice']>, ParentType, ContextType, RequireFields<QueryInvoiceArgs, 'id'>>;
  offeredServices?: Resolver<Maybe<ResolversTypes['OfferedServiceConnection']>, ParentType, ContextType, RequireFields<QueryOfferedServicesArgs, 'first'>>;
  permissionRules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PermissionRule']>>, ParentType, ContextType>;
  tenantReseller?: Resolver<Maybe<ResolversTypes['TenantReseller']>, ParentType, ContextType, RequireFields<QueryTenantResellerArgs, 'id'>>;
  tenantResellers?: Resolver<Maybe<ResolversTypes['TenantResellerConnection']>, ParentType, ContextType, RequireFields<QueryTenantResellersArgs, 'first'>>;
};

export type RecordPaidSubscriptionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordPaidSubscriptionPayload'] = ResolversParentTypes['RecordPaidSubscriptionPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['SyncWarning']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RelationPayload'] = ResolversParentTypes['RelationPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['AccountRelation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SalesDocumentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesDocument'] = ResolversParentTypes['SalesDocument']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SalesDocumentKind'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['SalesLine']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type SalesDocumentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesDocumentConnection'] = ResolversParentTypes['SalesDocumentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SalesDocumentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SalesDocumentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesDocumentEdge'] = ResolversParentTypes['SalesDocumentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SalesDocument'], ParentType, ContextType>;
};

export type SalesDocumentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesDocumentPayload'] = ResolversParentTypes['SalesDocumentPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['SalesDocument']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SalesLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesLine'] = ResolversParentTypes['SalesLine']> = {
  billingPeriod?: Resolver<ResolversTypes['BillingPeriod'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['OfferedService'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ServicePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServicePayload'] = ResolversParentTypes['ServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['OfferedService']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServicePriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServicePrice'] = ResolversParentTypes['ServicePrice']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  billingPeriod?: Resolver<ResolversTypes['BillingPeriod'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
};

export type SubscriptionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionPayload'] = ResolversParentTypes['SubscriptionPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncCustomersPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncCustomersPayload'] = ResolversParentTypes['SyncCustomersPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['SyncItemResult']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncItemResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncItemResult'] = ResolversParentTypes['SyncItemResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  sourceAccountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subscriptions?: Resolver<ReadonlyArray<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['SyncWarning']>, ParentType, ContextType>;
};

export type SyncPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncPayload'] = ResolversParentTypes['SyncPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['SyncWarning']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SynchronizationOptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SynchronizationOption'] = ResolversParentTypes['SynchronizationOption']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  systemCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TenantResellerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TenantReseller'] = ResolversParentTypes['TenantReseller'], FederationReferenceType extends FederationReferenceTypes['TenantReseller'] = FederationReferenceTypes['TenantReseller']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TenantReseller']> | FederationReferenceType, FederationReferenceType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  backOrderingActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, RequireFields<TenantResellerCustomersArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  separateInvoices?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TenantResellerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TenantResellerConnection'] = ResolversParentTypes['TenantResellerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TenantResellerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TenantResellerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TenantResellerEdge'] = ResolversParentTypes['TenantResellerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TenantReseller'], ParentType, ContextType>;
};

export type TenantResellerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TenantResellerPayload'] = ResolversParentTypes['TenantResellerPayload']> = {
  tenantReseller?: Resolver<Maybe<ResolversTypes['TenantReseller']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferAccountsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TransferAccountsPayload'] = ResolversParentTypes['TransferAccountsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['TransferResult']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TransferResult'] = ResolversParentTypes['TransferResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountContact?: AccountContactResolvers<ContextType>;
  AccountContactConnection?: AccountContactConnectionResolvers<ContextType>;
  AccountContactEdge?: AccountContactEdgeResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountHistoryConnection?: AccountHistoryConnectionResolvers<ContextType>;
  AccountHistoryEdge?: AccountHistoryEdgeResolvers<ContextType>;
  AccountHistoryEntry?: AccountHistoryEntryResolvers<ContextType>;
  AccountInvoice?: AccountInvoiceResolvers<ContextType>;
  AccountInvoiceConnection?: AccountInvoiceConnectionResolvers<ContextType>;
  AccountInvoiceEdge?: AccountInvoiceEdgeResolvers<ContextType>;
  AccountInvoiceLine?: AccountInvoiceLineResolvers<ContextType>;
  AccountMutationPayload?: AccountMutationPayloadResolvers<ContextType>;
  AccountPayload?: AccountPayloadResolvers<ContextType>;
  AccountPolicy?: AccountPolicyResolvers<ContextType>;
  AccountRelation?: AccountRelationResolvers<ContextType>;
  AccountRelationConnection?: AccountRelationConnectionResolvers<ContextType>;
  AccountRelationEdge?: AccountRelationEdgeResolvers<ContextType>;
  AccountSubscription?: AccountSubscriptionResolvers<ContextType>;
  AccountSubscriptionConnection?: AccountSubscriptionConnectionResolvers<ContextType>;
  AccountSubscriptionEdge?: AccountSubscriptionEdgeResolvers<ContextType>;
  AccountUserError?: AccountUserErrorResolvers<ContextType>;
  AccountViewer?: AccountViewerResolvers<ContextType>;
  ActionPermission?: ActionPermissionResolvers<ContextType>;
  ActionPolicy?: ActionPolicyResolvers<ContextType>;
  ApiOptions?: ApiOptionsResolvers<ContextType>;
  ApiOptionsPayload?: ApiOptionsPayloadResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  BillingAddress?: BillingAddressResolvers<ContextType>;
  CancelPaidSubscriptionPayload?: CancelPaidSubscriptionPayloadResolvers<ContextType>;
  ContactPayload?: ContactPayloadResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  CustomFieldDefinition?: CustomFieldDefinitionResolvers<ContextType>;
  CustomFieldDefinitionPayload?: CustomFieldDefinitionPayloadResolvers<ContextType>;
  CustomFieldValue?: CustomFieldValueResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  FieldLock?: FieldLockResolvers<ContextType>;
  FieldPolicy?: FieldPolicyResolvers<ContextType>;
  GenerateInvoicesPayload?: GenerateInvoicesPayloadResolvers<ContextType>;
  InvoicePayload?: InvoicePayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  ManagedByReseller?: ManagedByResellerResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationPolicy?: MutationPolicyResolvers<ContextType>;
  OfferedService?: OfferedServiceResolvers<ContextType>;
  OfferedServiceConnection?: OfferedServiceConnectionResolvers<ContextType>;
  OfferedServiceEdge?: OfferedServiceEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PendingInvoice?: PendingInvoiceResolvers<ContextType>;
  PermissionGrant?: PermissionGrantResolvers<ContextType>;
  PermissionRule?: PermissionRuleResolvers<ContextType>;
  PermissionRulePayload?: PermissionRulePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordPaidSubscriptionPayload?: RecordPaidSubscriptionPayloadResolvers<ContextType>;
  RelationPayload?: RelationPayloadResolvers<ContextType>;
  SalesDocument?: SalesDocumentResolvers<ContextType>;
  SalesDocumentConnection?: SalesDocumentConnectionResolvers<ContextType>;
  SalesDocumentEdge?: SalesDocumentEdgeResolvers<ContextType>;
  SalesDocumentPayload?: SalesDocumentPayloadResolvers<ContextType>;
  SalesLine?: SalesLineResolvers<ContextType>;
  ServicePayload?: ServicePayloadResolvers<ContextType>;
  ServicePrice?: ServicePriceResolvers<ContextType>;
  SubscriptionPayload?: SubscriptionPayloadResolvers<ContextType>;
  SyncCustomersPayload?: SyncCustomersPayloadResolvers<ContextType>;
  SyncItemResult?: SyncItemResultResolvers<ContextType>;
  SyncPayload?: SyncPayloadResolvers<ContextType>;
  SynchronizationOption?: SynchronizationOptionResolvers<ContextType>;
  TenantReseller?: TenantResellerResolvers<ContextType>;
  TenantResellerConnection?: TenantResellerConnectionResolvers<ContextType>;
  TenantResellerEdge?: TenantResellerEdgeResolvers<ContextType>;
  TenantResellerPayload?: TenantResellerPayloadResolvers<ContextType>;
  TransferAccountsPayload?: TransferAccountsPayloadResolvers<ContextType>;
  TransferResult?: TransferResultResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  administrator?: AdministratorDirectiveResolver<any, any, ContextType>;
  allowedOnManagedAccount?: AllowedOnManagedAccountDirectiveResolver<any, any, ContextType>;
  blockedOnManagedAccount?: BlockedOnManagedAccountDirectiveResolver<any, any, ContextType>;
  lockedOnManagedAccount?: LockedOnManagedAccountDirectiveResolver<any, any, ContextType>;
  resellerSync?: ResellerSyncDirectiveResolver<any, any, ContextType>;
};
