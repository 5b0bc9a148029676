import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountView as AccountViewModel } from '../../domain/accounts/account-view';
import type { AccountList as AccountListModel, InvoiceLineSource as InvoiceLineSourceModel, GoLivePlan as GoLivePlanModel, ManagedAccount as ManagedAccountModel, ServiceSource as ServiceSourceModel, SubscriptionSyncResult as SubscriptionSyncResultModel, SyncItemResult as SyncItemResultModel, AccountResult as AccountResultModel, TransferResult as TransferResultModel } from '../request/mappers';
import type { AccountChange as AccountChangeModel } from '../../domain/accounts/account-change';
import type { StoredContact as StoredContactModel } from '../../domain/accounts/contact';
import type { HistoryEntry as HistoryEntryModel } from '../../domain/accounts/history';
import type { StoredRelation as StoredRelationModel } from '../../domain/accounts/relation';
import type { Subscription as SubscriptionModel } from '../../domain/selling/subscription';
import type { Caller as CallerModel } from '../../domain/caller';
import type { ApiOptions as ApiOptionsModel } from '../../domain/resellers/api-options';
import type { AuditEntry as AuditEntryModel } from '../../domain/accounts/audit';
import type { CustomFieldDefinition as CustomFieldDefinitionModel } from '../../domain/accounts/custom-field';
import type { Invoice as InvoiceModel, PendingInvoice as PendingInvoiceModel } from '../../domain/billing/invoice';
import type { GoLiveAccount as GoLiveAccountModel } from '../../domain/resellers/go-live';
import type { PriceList as PriceListModel, PriceListEntry as PriceListEntryModel } from '../../domain/resellers/price-list';
import type { PermissionRule as PermissionRuleModel } from '../../domain/resellers/permission-rule';
import type { StoredSalesDocument as StoredSalesDocumentModel, SalesLine as SalesLineModel } from '../../domain/selling/sales-document';
import type { SyncProblem as SyncProblemModel, SyncHealth as SyncHealthModel } from '../../domain/sync/inbox';
import type { TenantReseller as TenantResellerModel } from '../../domain/tenant-reseller';
import type { RequestContext, AccountGuarded, SyncGuarded, AdministratorGuarded } from '../request/context';
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
  /** A whole number of up to 64 bits, written as a string; GraphQL's Int has 32. As input from 0 to 9223372036854775807. */
  BigInt: { input: string; output: bigint; }
  /** An ISO 4217 currency code. Three capital letters, e.g. "EUR". */
  Currency: { input: string; output: string; }
  /** A calendar day, YYYY-MM-DD. Of the years 1900 to 9999 as input, else INVALID_INPUT. Days are days of UTC (S16). */
  Date: { input: string; output: string; }
  /** An RFC 3339 instant in UTC. E.g. "2026-01-31T12:00:00.000Z". As input, another offset from UTC is taken too. */
  DateTime: { input: string; output: Date; }
  /**
   * An exact decimal number, written as a string: "12.50". As input zero or more, without a sign, at most 12 digits before
   * the point and 6 after it.
   */
  Decimal: { input: string; output: string; }
  /** Any value of JSON: text, a number, true, false or null, an object or a list. Which of them it is, each place says for itself. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/**
 * What a sharing rule grants; each level holds the ones before it. Administrators and the responsible user have FULL
 * (S8).
 */
export type AccessLevel =
  /** Also edit, sell, invoice, and change contacts and relations. */
  | 'EDIT'
  /** Also synchronize, suspend, reactivate, delete, and change the responsible user and the sharing rule. */
  | 'FULL'
  /** See the account and what is pending. */
  | 'READ';

/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type Account = {
  readonly __typename?: 'Account';
  /** The caller's own access to the account; null of one that is not here for the caller, and for a sync caller (S8). */
  readonly access?: Maybe<AccessLevel>;
  /** At most 1000 characters; null when empty. Not unique. Locked on a managed account, where it is the source's (S2). */
  readonly accountingNo?: Maybe<Scalars['String']['output']>;
  /** Every action exactly once, with the reasons for each that is denied. In the order of `AccountAction` (S21). */
  readonly actionPermissions?: Maybe<ReadonlyArray<ActionPermission>>;
  /**
   * What the caller may do to this account now. The mutations decide by the same rules at the moment of the attempt
   * (S21). None for a sync caller.
   */
  readonly allowedActions?: Maybe<ReadonlyArray<AccountAction>>;
  /** Every write to the account and to what lies below it, newest first. For administrators; null for anyone else (S22). */
  readonly audit?: Maybe<AuditConnection>;
  /**
   * The account that pays: the tenant reseller's, for a copied account. Of an account that the caller may not see, only
   * the id. Null: the account pays for itself (S5, S8).
   */
  readonly billTo?: Maybe<Account>;
  /** Copied and locked as one unit on a managed account; null when nothing of it is filled in (S3). */
  readonly billingAddress?: Maybe<BillingAddress>;
  /** In the order in which they were added. The distributor's own: a copy brings none (S18). */
  readonly contacts?: Maybe<AccountContactConnection>;
  /** When the account came to be here: by a copy or by the distributor (S1). */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * What the account is billed in. A copy has the tenant reseller's of the time of the copy and keeps it (S10); fixed
   * once anything is recorded on the account (S21).
   */
  readonly currency?: Maybe<Scalars['Currency']['output']>;
  /**
   * Every custom field there is, in the order in which they were added, with this account's value or null (S15). Null for
   * a sync caller.
   */
  readonly customFields?: Maybe<ReadonlyArray<CustomFieldValue>>;
  /**
   * At most 1000 characters, not checked for its form; null when empty. Locked on a managed account, where it is the
   * source's (S2).
   */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** True on a copy, for the reseller's own back-orders. It does not let the distributor sell (S4). */
  readonly enableOrdering?: Maybe<Scalars['Boolean']['output']>;
  /** `lockedFields` with the reason of each. A field that is locked for several reasons shows one (S21). */
  readonly fieldLocks?: Maybe<ReadonlyArray<FieldLock>>;
  /** Newest first. What happened to the account, by whom; lines are never changed or removed. */
  readonly history?: Maybe<AccountHistoryConnection>;
  /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most (S1). */
  readonly id: Scalars['ID']['output'];
  /** Issued invoices that are on this account, newest first. Joined ones stand on the account that pays (S16). */
  readonly invoices?: Maybe<AccountInvoiceConnection>;
  /**
   * The fields that the caller may not change, and why is in `fieldLocks`. On an account of the distributor's own, empty
   * for a caller with FULL access. A deleted account has every field locked (S12), a tenant reseller's own account name
   * and currency (S25). Empty for a sync caller.
   */
  readonly lockedFields?: Maybe<ReadonlyArray<AccountField>>;
  /**
   * The tenant reseller that manages this account from its own BSS; null on an account of the distributor's own. Deleted
   * accounts keep it (S12, S21).
   */
  readonly managedByReseller?: Maybe<ManagedByReseller>;
  /**
   * 1 to 255 characters. Locked on a managed account, where it is the source's, and on a tenant reseller's own account
   * (S2, S25).
   */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * The account above this one: the tenant reseller's, for a copied account. Of an account that the caller may not see,
   * only the id. Null: none (S5, S8).
   */
  readonly parent?: Maybe<Account>;
  /**
   * What generateInvoices would invoice by the given day; today if left out. Any day may be looked at, also a future one.
   * Null when VIEW_PENDING_INVOICES is denied, empty when nothing is pending (S17).
   */
  readonly pendingInvoices?: Maybe<ReadonlyArray<PendingInvoice>>;
  /**
   * The sharing rule: who else has access. A copy takes it from the API options; null: administrators and the responsible
   * user only (S8).
   */
  readonly permissionRule?: Maybe<PermissionRule>;
  /**
   * What of this account, and of who asks, decides its permissions and locks: with it the conditions of `accountPolicy`
   * give `actionPermissions` and `fieldLocks`. In the order of `PolicyFact`; what is not known of it is left out (S23).
   */
  readonly policyFacts: ReadonlyArray<PolicyFactValue>;
  /** Links to records of other kinds, in the order in which they were made (S19). */
  readonly relations?: Maybe<AccountRelationConnection>;
  /**
   * Has FULL access to the account. A copy takes it from the API options; null: nobody, which a copy shows in `drift`
   * (S7, S8).
   */
  readonly responsibleUser?: Maybe<User>;
  /**
   * Grows with every change of the account by anyone. Contacts, relations, documents, subscriptions and invoices do not
   * count.
   */
  readonly revision?: Maybe<Scalars['BigInt']['output']>;
  /** Opportunities, offers and orders, newest first. Those from before a transfer stay (S14, S24). */
  readonly salesDocuments?: Maybe<SalesDocumentConnection>;
  /**
   * True: invoices of its own. False: its lines join an invoice on the account that pays (S16). A copy takes the
   * reseller's value; the distributor may change it (S6).
   */
  readonly separateInvoices?: Maybe<Scalars['Boolean']['output']>;
  /** Of a managed account it follows the reseller's BSS only (S12, S13). */
  readonly status?: Maybe<AccountStatus>;
  /** What the account is billed for, in the order of start dates, cancelled ones too. */
  readonly subscriptions?: Maybe<AccountSubscriptionConnection>;
  /** By system code and key. Copied and locked on a managed account, also when empty (S9). */
  readonly synchronizationOptions?: Maybe<ReadonlyArray<SynchronizationOption>>;
  /** When the account itself last changed; a sync that changes nothing does not count. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountAuditArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountPendingInvoicesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountRelationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<RelationKind>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountSalesDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<SalesDocumentKind>;
};


/**
 * A customer account in the distributor's BSS. This subgraph says who manages it, what of it is locked and what the
 * caller may do to it, and holds the record of it. Every field but the id may be null, so that an account that another
 * subgraph knows stays whole when this one cannot answer. Of an account that is unknown here or hidden from the caller
 * only the id is told (S8, S21). A sync caller sees id, managedByReseller, name, accountingNo, email, billingAddress,
 * status, currency, synchronizationOptions and subscriptions of its own reseller's customers; the rest is null or empty.
 */
export type AccountSubscriptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** The 14 actions on an account. `accountPolicy.actions` says of each what access it needs and which mutations do it. */
export type AccountAction =
  /** Adding, changing and removing contacts. EDIT access (S18). */
  | 'ADD_CONTACT'
  /** An invoice by hand, billed to the tenant reseller on a managed account. EDIT access (S20). */
  | 'CREATE_INVOICE'
  /** EDIT access; never on a managed account (S14). */
  | 'CREATE_OFFER'
  /** EDIT access; never on a managed account (S14). */
  | 'CREATE_OPPORTUNITY'
  /** EDIT access; never on a managed account (S14). */
  | 'CREATE_ORDER'
  /** Selling a subscription or cancelling one. EDIT access; never on a managed account (S14). */
  | 'CREATE_SUBSCRIPTION'
  /** FULL access; never on a managed account, which only the reseller deletes (S12). */
  | 'DELETE'
  /** Changing what is not locked. EDIT access (S15). */
  | 'EDIT'
  /** EDIT access; also on a deleted account (S16). */
  | 'GENERATE_INVOICES'
  /** FULL access; never on a managed account (S13). */
  | 'REACTIVATE'
  /** Making and removing relations. EDIT access (S19). */
  | 'RELATE'
  /** FULL access; never on a managed account (S13). */
  | 'SUSPEND'
  /** With a provisioning system. FULL access; never on a managed account (S11). */
  | 'SYNCHRONIZE'
  /** Guards the field `pendingInvoices`. READ access; also on a deleted account (S17). */
  | 'VIEW_PENDING_INVOICES';

/** One thing that a dry run would change, as far as the caller may see it. A source version that only advances is none (S32). */
export type AccountChange = {
  readonly __typename?: 'AccountChange';
  /** The account; of one that is not here yet the id that it would have. */
  readonly accountId: Scalars['ID']['output'];
  /** JSON of what it would be. */
  readonly after?: Maybe<Scalars['String']['output']>;
  /** JSON of what it is now; null when the account or the subscription is not here yet. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** Which field; null for the other subjects. */
  readonly field?: Maybe<AccountField>;
  /** What of it. */
  readonly subject: AccountChangeSubject;
  /** Which subscription, by the id that it has or would have; null for the other subjects. */
  readonly subscriptionId?: Maybe<Scalars['ID']['output']>;
};

/** What of an account a dry run would change (S32). */
export type AccountChangeSubject =
  /** A field: JSON of its value. Custom fields are one, with the values of all. */
  | 'FIELD'
  /**
   * Who manages it: JSON of tenantResellerId, sourceAccountId and origin, or of null. Of an announced move JSON of moveTo, which
   * has the first two, or null.
   */
  | 'MANAGEMENT'
  /**
   * A subscription: JSON of sourceSubscriptionId, sku, billingPeriod, startDate, endDate, quantities, unitPrice, priceSource
   * and currency.
   */
  | 'SUBSCRIPTION';

/** A page of accounts that the caller may see. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  readonly edges: ReadonlyArray<AccountEdge>;
  readonly pageInfo: PageInfo;
  /**
   * How many there are on all pages, exact up to 10,000; hidden accounts are not counted (S8). 10,000 when there are more, which
   * `totalCountIsCapped` says.
   */
  readonly totalCount: Scalars['Int']['output'];
  /** Whether there are more than the 10,000 that `totalCount` says. */
  readonly totalCountIsCapped: Scalars['Boolean']['output'];
};

/** A person to reach about the account. The distributor's own record: no sync brings, changes or removes it (S18). */
export type AccountContact = {
  readonly __typename?: 'AccountContact';
  /** When it was added. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** At most 1000 characters, not checked for its form; null when empty. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** At most 255 characters; null when empty. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** A UUID; it stays when the contact is changed. */
  readonly id: Scalars['ID']['output'];
  /** At most 1000 characters; null when empty. */
  readonly jobTitle?: Maybe<Scalars['String']['output']>;
  /** 1 to 255 characters. */
  readonly lastName: Scalars['String']['output'];
  /** At most 1000 characters; null when empty. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** A page of contacts. */
export type AccountContactConnection = {
  readonly __typename?: 'AccountContactConnection';
  readonly edges: ReadonlyArray<AccountContactEdge>;
  readonly pageInfo: PageInfo;
};

/** One contact of a page. */
export type AccountContactEdge = {
  readonly __typename?: 'AccountContactEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountContact;
};

/** One account of a page. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Account;
};

/** Why a mutation was refused. `AccountUserError.retryable` says whether sending it again may help. */
export type AccountErrorCode =
  /** A tenant reseller manages the account already, so it can be neither transferred nor made a reseller's own (S24, S25). */
  | 'ACCOUNT_ALREADY_MANAGED'
  /**
   * To a sync only: the customer is deleted and its source id is spent, or the reseller's own account is deleted. People are
   * told it as a reason (S12).
   */
  | 'ACCOUNT_DELETED'
  /** The customer is not here: it has no paid subscription yet. Retryable (S1). */
  | 'ACCOUNT_NOT_COPIED'
  /** No account of this id that the caller may see; the two cases cannot be told apart (S8, S21). */
  | 'ACCOUNT_NOT_FOUND'
  /** The action is denied on this account now; see `reasons` (S21). */
  | 'ACTION_NOT_ALLOWED'
  /** Back-ordering is not active for the tenant reseller: nothing is copied (S1, S28). */
  | 'BACK_ORDERING_INACTIVE'
  /**
   * An invoice of a managed account is billed to its tenant reseller only (S20); an account must be billed to the
   * reseller before it is transferred (S24).
   */
  | 'BILL_TO_MUST_BE_RESELLER'
  /**
   * Somebody else changed the account since `expectedRevision`. At `input.expectedRevision`; read the account again
   * (S15).
   */
  | 'CONCURRENT_EDIT'
  /** The reseller that the account is to move to has another currency. At the account's id (S29). */
  | 'CURRENCY_DIFFERS'
  /** A required custom field would be left without a value. At `input.customFields.<code>` (S15). */
  | 'CUSTOM_FIELD_REQUIRED'
  /** There is no custom field of this code. At `input.customFields.<code>` (S15). */
  | 'CUSTOM_FIELD_UNKNOWN'
  /** The field may not be changed here; see `field`, one refusal for each. Nothing was saved (S15). */
  | 'FIELD_LOCKED'
  /**
   * An account that is billed to the reseller, and has a subscription that runs, is not transferred. One for each, at most
   * 50, with its name in the message. At `input.tenantResellerId` (S28).
   */
  | 'GO_LIVE_INCOMPLETE'
  /** The key was used with other input within 7 days. At `input.idempotencyKey`. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Wrong shape, range or encoding, or a custom field value of another type. At the value that is wrong. */
  | 'INVALID_INPUT'
  /** Periods begun before today are pending: generateInvoices first, then the account can leave its reseller. At its id (S29). */
  | 'INVOICE_FIRST'
  /**
   * To a sync only: an account is announced to move to its reseller under this source id, and is not moved yet. At the source id;
   * retryable (S29).
   */
  | 'MOVE_PENDING'
  /** Nothing is pending by that day. At `input.accountId` (S16). */
  | 'NOTHING_TO_INVOICE'
  /** A trial is not paid: send it when it becomes paid. At the subscription's `trial` (S1). */
  | 'NOT_A_PAID_SUBSCRIPTION'
  /**
   * An id that the input refers to is unknown or hidden from the caller. At that id; retryable for cancelPaidSubscription
   * only.
   */
  | 'NOT_FOUND'
  /**
   * The connection to the database broke while the change was committed: whether it was made is not known. The path is
   * empty. Retryable for a reseller's sync, whose calls may be repeated; anybody else looks first, or sends it again with
   * its idempotency key.
   */
  | 'OUTCOME_UNKNOWN'
  /** The same of a reseller that has ended: it is not to be sent again (S30). */
  | 'RESELLER_ENDED'
  /**
   * To a sync: the distributor has suspended its reseller. The call as a whole, before anything else of it is looked at.
   * At `input`; retryable (S30).
   */
  | 'RESELLER_SUSPENDED'
  /**
   * The price list has no such sku, or no price of it for this billing period in the account's currency. At `sku` (S1,
   * S16).
   */
  | 'SERVICE_NOT_OFFERED'
  /** The reseller has a customer of this source id here, or had one: it is spent. At `sourceAccountId` (S24). */
  | 'SOURCE_ACCOUNT_TAKEN'
  /** The same source version was recorded with other content. At the customer's `sourceVersion`. */
  | 'SOURCE_VERSION_CONFLICT'
  /**
   * The subscription was recorded with other content, or cancelled for another day. A changed quantity is a cancellation
   * and a new source id (S16).
   */
  | 'SUBSCRIPTION_CONFLICT'
  /** A lock or the database was not to be had in time; nothing was changed. Retryable; the path is empty. */
  | 'TEMPORARILY_UNAVAILABLE';

/** The fields of an account that can be locked, 14 of them, and that a dry run tells of. `accountPolicy` says more of each. */
export type AccountField =
  /** The reseller's on a managed account (S2). */
  | 'ACCOUNTING_NO'
  /** The reseller's on a managed account, as one unit (S3). */
  | 'BILLING_ADDRESS'
  /** Set by back-ordering on a managed account (S5). */
  | 'BILL_TO'
  /** Set by back-ordering on a managed account (S10), the tenant reseller's on its own account (S25). */
  | 'CURRENCY'
  /** The distributor may change them on a managed account (S15). */
  | 'CUSTOM_FIELDS'
  /** The reseller's on a managed account (S2). */
  | 'EMAIL'
  /** The distributor may change it on a managed account (S4, S15). */
  | 'ENABLE_ORDERING'
  /** The reseller's on a managed account (S2), the tenant reseller's on its own account (S25). */
  | 'NAME'
  /** Set by back-ordering on a managed account (S5). */
  | 'PARENT'
  /** The distributor may change it on a managed account, with FULL access (S8). */
  | 'PERMISSION_RULE'
  /** The distributor may change it on a managed account, with FULL access (S7, S8). */
  | 'RESPONSIBLE_USER'
  /** The distributor may change it on a managed account (S6, S15). */
  | 'SEPARATE_INVOICES'
  /** No edit changes it: suspend, reactivate and delete do, and the reseller's BSS on a managed account (S13). */
  | 'STATUS'
  /** The reseller's on a managed account, also when empty (S9). */
  | 'SYNCHRONIZATION_OPTIONS';

/**
 * What an account must meet to be listed; all that is given must hold, null is the same as left out. A sync caller may
 * use managed, tenantResellerId, tenantResellerIds, status, search and updatedSince only; what cannot be read is a
 * top-level INVALID_INPUT.
 */
export type AccountFilter = {
  /** Billed to this account. Not for a sync caller. */
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  /** Accounts with this value of a custom field; `equals: null` finds those without one. Not for a sync caller. */
  readonly customField?: InputMaybe<CustomFieldFilter>;
  /**
   * True: managed accounts of which `managedByReseller.drift` tells the caller something (S7, S8, S10, A14); false: all others,
   * the distributor's own among them. Not for a sync caller.
   */
  readonly hasDrift?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: only accounts that a tenant reseller manages; false: only the distributor's own. */
  readonly managed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Directly below this account. Not for a sync caller. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The responsible user; at most 1000 characters. Not for a sync caller. */
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Matches name, accounting number and e-mail. Each of its words, up to 10, must begin a word there; case, accents and the
   * signs between words do not count, and ue is ü. In scripts without blanks it finds inside words. Blank is the same as
   * left out; nothing but signs finds nothing. At most 1000 characters.
   */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Deleted accounts are left out unless named here. An empty list finds nothing. */
  readonly status?: InputMaybe<ReadonlyArray<AccountStatus>>;
  /** Managed by this reseller. */
  readonly tenantResellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Managed by one of these resellers, at most 500. An empty list finds nothing. Beside `tenantResellerId` both must hold. */
  readonly tenantResellerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * Of which the last change was at this instant or later. For a sync caller: of which it was taken at word then, be it that nothing
   * had changed, or which it has managed since then.
   */
  readonly updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** True: accounts that have no responsible user; false: those that have one. Not for a sync caller. */
  readonly withoutResponsibleUser?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of the history. */
export type AccountHistoryConnection = {
  readonly __typename?: 'AccountHistoryConnection';
  readonly edges: ReadonlyArray<AccountHistoryEdge>;
  readonly pageInfo: PageInfo;
};

/** One line of a page of the history. */
export type AccountHistoryEdge = {
  readonly __typename?: 'AccountHistoryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountHistoryEntry;
};

/** A line of the history of an account. It is never rewritten, also when a name in it changes later. */
export type AccountHistoryEntry = {
  readonly __typename?: 'AccountHistoryEntry';
  /** Who did it: the id of a person, or the reseller's name followed by "Tenant Reseller". */
  readonly actor: Scalars['String']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** A UUID. */
  readonly id: Scalars['ID']['output'];
  /** What kind of event the line tells. */
  readonly kind: AccountHistoryKind;
  /**
   * The line as people read it, e.g. Account's Status Changed to Suspended due to changes on Alpha
   * Only STATUS_CHANGED lines from a reseller have this form (S13).
   */
  readonly text: Scalars['String']['output'];
};

/** What a line of the history tells. */
export type AccountHistoryKind =
  /** A contact was added, changed or removed (S18). */
  | 'CONTACT_CHANGED'
  /** Copied from the reseller with the first paid subscription (S1). */
  | 'COPIED'
  /** A credit note was issued that is on the account or takes back lines of it (S26). */
  | 'CREDITED'
  /** Deleted, by a person or the reseller, with the day on which its subscriptions end (S12). */
  | 'DELETED'
  /**
   * Created or edited by the distributor, or made or changed with a tenant reseller; the line names the fields (S15,
   * S25).
   */
  | 'EDITED'
  /** An invoice was issued that is on the account or has lines of it (S16, S20). */
  | 'INVOICED'
  /** Moved to another reseller (S29). */
  | 'MOVED'
  /** A move to another reseller was announced (S29). */
  | 'MOVE_ANNOUNCED'
  /** It was withdrawn (S29). */
  | 'MOVE_WITHDRAWN'
  /** A snapshot of the reseller changed what it masters; the line names the fields (S2, S3, S9). */
  | 'REFRESHED'
  /** A relation was made, labelled or removed (S19). */
  | 'RELATION_CHANGED'
  /** Released from its reseller: the distributor's own from then on (S29). */
  | 'RELEASED'
  /** Restored by the reseller after a deletion by mistake; the line of the status that it has again stands beside it (S31). */
  | 'RESTORED'
  /** A subscription was recorded, sold, changed or ended, or an opportunity, offer or order was made (S1, S14). */
  | 'SOLD'
  /** Suspended or active again, by a person or the reseller; one line for each real change (S13). */
  | 'STATUS_CHANGED'
  /** A synchronization with a provisioning system was asked for (S11). */
  | 'SYNCHRONIZED'
  /** Handed to a tenant reseller (S24). */
  | 'TRANSFERRED';

/** An invoice or a credit note as it was issued. It never changes (S16, S26). */
export type AccountInvoice = {
  readonly __typename?: 'AccountInvoice';
  /**
   * The account that the charges arose on; the reseller's own when invoices are not separate. Only its id when it is
   * hidden from the caller (S8).
   */
  readonly account?: Maybe<Account>;
  /**
   * The account that pays: the tenant reseller's, for a managed account (S16, S20). Only its id when hidden from the
   * caller.
   */
  readonly billTo?: Maybe<Account>;
  /** The invoice that a credit note takes back lines of; null of an invoice (S26). */
  readonly corrects?: Maybe<AccountInvoice>;
  /** The currency of the accounts that its lines are for; one invoice has one (S16). */
  readonly currency: Scalars['Currency']['output'];
  /** A UUID; people go by the number. */
  readonly id: Scalars['ID']['output'];
  /** The day of issuing, in UTC. */
  readonly issueDate: Scalars['Date']['output'];
  /** An invoice, or a credit note that takes back lines of one (S26). */
  readonly kind: InvoiceKind;
  /** In the order of the invoice. */
  readonly lines: ReadonlyArray<AccountInvoiceLine>;
  /**
   * The year of issuing and a count without gaps, e.g. 2026-000001 (S16). Credit notes have a series of their own, e.g.
   * CN-2026-000001 (S26).
   */
  readonly number: Scalars['String']['output'];
  /** Why a credit note was made, as it was given; null of an invoice. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The sum of the lines, in the currency; less than 0 of a credit note. */
  readonly total: Scalars['Decimal']['output'];
};

/** A page of invoices. */
export type AccountInvoiceConnection = {
  readonly __typename?: 'AccountInvoiceConnection';
  readonly edges: ReadonlyArray<AccountInvoiceEdge>;
  readonly pageInfo: PageInfo;
};

/** One invoice of a page. */
export type AccountInvoiceEdge = {
  readonly __typename?: 'AccountInvoiceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountInvoice;
};

/** A line of an invoice, issued or pending. Amounts are in the currency of the invoice. */
export type AccountInvoiceLine = {
  readonly __typename?: 'AccountInvoiceLine';
  /** The customer that the line is for. Only its id when it is hidden from the caller (S8). */
  readonly account?: Maybe<Account>;
  /**
   * Quantity times unit price, of a step within a period for the days that are left of it, less what was invoiced for the period
   * before; rounded half up to the currency's minor unit. Less than 0 of a credit note (S16, S26).
   */
  readonly amount: Scalars['Decimal']['output'];
  /** What credit notes have taken back of the line; 0 while it is pending (S26). */
  readonly credited: Scalars['Decimal']['output'];
  /** The service with its days, or the text of an invoice by hand; of a credit note, that of the line that is taken back. */
  readonly description: Scalars['String']['output'];
  /** The day from which it is charged: the period's first, or that of a step within it. Null on an invoice by hand (S26). */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Names the line to createCreditNote; null while it is pending. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The first day of the billing period that is charged; null on an invoice by hand. */
  readonly period?: Maybe<Scalars['Date']['output']>;
  /** How many units the line charges: of a step of the quantity, what it has above the highest quantity of the period (S26). */
  readonly quantity: Scalars['Decimal']['output'];
  /** What is charged; null on an invoice by hand, and for a customer that is hidden from the caller. */
  readonly subscription?: Maybe<AccountSubscription>;
  /** Of one unit, for one whole period. */
  readonly unitPrice: Scalars['Decimal']['output'];
};

/**
 * What every mutation answers: refusals that the caller can act on stand here, never in the top-level errors. Top-level
 * errors are UNAUTHENTICATED, FORBIDDEN for a caller of the wrong kind (S21), malformed requests and faults.
 */
export type AccountMutationPayload = {
  /**
   * Empty when the mutation took effect, or in a dry run would. When it is not, nothing was changed. Where a call has items
   * of its own, their refusals stand in their results.
   */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** The order of a list of accounts; equal ones stand in the order of their ids. */
export type AccountOrder = {
  /** ASC or DESC. */
  readonly direction: OrderDirection;
  /** What to order by; NAME only for a sync caller. */
  readonly field: AccountOrderField;
};

/** What accounts can be ordered by. */
export type AccountOrderField =
  /** By the creation here. Not for a sync caller. */
  | 'CREATED_AT'
  /** By name, without regard to case, accents, invisible signs, quotes and dots; other signs are blanks. */
  | 'NAME'
  /** By the last change. Not for a sync caller. */
  | 'UPDATED_AT';

/** What a change of an account came to. */
export type AccountPayload = AccountMutationPayload & {
  readonly __typename?: 'AccountPayload';
  /**
   * The account as the caller sees it afterwards; null when refused. Null too when an edit took the caller's own access
   * (S8).
   */
  readonly account?: Maybe<Account>;
  /** What a dry run of updateAccount would change; empty when it is none (S32). */
  readonly changes: ReadonlyArray<AccountChange>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/**
 * The rules of this subgraph as data, for tools that build their forms from introspection: a schema's applied directives
 * are not part of it. What it says is what the mutations do (S23).
 */
export type AccountPolicy = {
  readonly __typename?: 'AccountPolicy';
  /** The 14 actions. In the order of `AccountAction`. */
  readonly actions: ReadonlyArray<ActionPolicy>;
  /** Every enum of this subgraph, with words for people. In the order of their names. */
  readonly enums: ReadonlyArray<EnumPolicy>;
  /** The 14 fields. In the order of `AccountField`. */
  readonly fields: ReadonlyArray<FieldPolicy>;
  /** Every mutation of this subgraph with its guard, and what its input must be. */
  readonly mutations: ReadonlyArray<MutationPolicy>;
};

/** The account to act on. */
export type AccountReferenceInput = {
  /** Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
};

/**
 * A link between an account and one record of another kind, which another subgraph may own. The record is not looked up
 * here (S19).
 */
export type AccountRelation = {
  readonly __typename?: 'AccountRelation';
  /** When it was first made; relating the same record again does not change it (S19). */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Follows from account, kind and target: the same link always has the same id. */
  readonly id: Scalars['ID']['output'];
  /** What kind of record the target is. */
  readonly kind: RelationKind;
  /** What people read for the record; at most 1000 characters, null when there is none. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** The record's id in its own system; at most 1000 characters. */
  readonly targetId: Scalars['ID']['output'];
};

/** A page of relations. */
export type AccountRelationConnection = {
  readonly __typename?: 'AccountRelationConnection';
  readonly edges: ReadonlyArray<AccountRelationEdge>;
  readonly pageInfo: PageInfo;
};

/** One relation of a page. */
export type AccountRelationEdge = {
  readonly __typename?: 'AccountRelationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountRelation;
};

/** What the step of one account came to. */
export type AccountResult = {
  readonly __typename?: 'AccountResult';
  /** The account as it is now; null when there is none of this id. */
  readonly account?: Maybe<Account>;
  /** As it was sent. */
  readonly accountId: Scalars['ID']['output'];
  /** What a dry run would change of it and of its subscriptions; empty when it is no dry run (S32). */
  readonly changes: ReadonlyArray<AccountChange>;
  /** Empty when the step is taken, or was before; otherwise nothing of it was changed. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** Suspension does not stop billing (S16). */
export type AccountStatus =
  /** In use. */
  | 'ACTIVE'
  /**
   * Deleted at its source. Kept for its invoices and history. An account of the distributor's own: deleted by the
   * distributor. It never comes back; only viewing and generating invoices remain (S12).
   */
  | 'DELETED'
  /** By the distributor on an account of its own, by the reseller's BSS on a managed one (S13). */
  | 'SUSPENDED';

/**
 * A service that an account is billed for. Service and billing period stay as they were recorded; quantities, start and end
 * follow its source, or the distributor where it sold it itself (S16, S26).
 */
export type AccountSubscription = {
  readonly __typename?: 'AccountSubscription';
  /** The account that has it. */
  readonly account?: Maybe<Account>;
  /** How often it is charged, from the start date on. */
  readonly billingPeriod: BillingPeriod;
  /** The account's when the subscription was recorded. */
  readonly currency: Scalars['Currency']['output'];
  /**
   * The last day that is billed; null while it runs. It may lie ahead. A begun period is billed to its end; of a deleted
   * account it is the deletion's day at the latest (S12, S26).
   */
  readonly endDate?: Maybe<Scalars['Date']['output']>;
  /** A UUID. Of one that the reseller sent, it is derived from account and source subscription id. */
  readonly id: Scalars['ID']['output'];
  /** The first day of the first period that is not invoiced, past or future; null when none is to come. */
  readonly nextInvoiceDate?: Maybe<Scalars['Date']['output']>;
  /**
   * What was invoiced for a period, less what was credited of it, beyond what the present state owes for it: to be credited by
   * hand or not at all (createCreditNote). In the order of the periods; empty when nothing is, and for a sync caller (S26).
   */
  readonly overbilled: ReadonlyArray<OverbilledPeriod>;
  /** Where the unit price comes from (S27). */
  readonly priceSource: PriceSource;
  /** How many units from which day on, in the order of the days; the first from the start date, at most 1000 (S26). */
  readonly quantities: ReadonlyArray<QuantityStep>;
  /** How many units today, 1 or more: before the start the first quantity, after the end the last that counts (S26). */
  readonly quantity: Scalars['Int']['output'];
  /** What is billed, as the price list names it now. */
  readonly service: OfferedService;
  /**
   * The subscription's id in the reseller's BSS; null when the distributor sold it. A transfer gives it to subscriptions
   * that the distributor sold (S24).
   */
  readonly sourceSubscriptionId?: Maybe<Scalars['ID']['output']>;
  /**
   * The version of the state that the reseller's BSS sent last; null for one that it sent without, and for what the
   * distributor sold (S26).
   */
  readonly sourceVersion?: Maybe<Scalars['BigInt']['output']>;
  /** The first day; periods are counted from it and clamped to the end of the month (S16). */
  readonly startDate: Scalars['Date']['output'];
  /** ACTIVE as long as there is no end date. */
  readonly status: AccountSubscriptionStatus;
  /**
   * Of one unit for one whole period, by the start date when that was recorded. Later prices change nothing; a period of
   * which something is invoiced keeps the price that it was invoiced at (S16, S26, S27).
   */
  readonly unitPrice: Scalars['Decimal']['output'];
};

/** A page of subscriptions. */
export type AccountSubscriptionConnection = {
  readonly __typename?: 'AccountSubscriptionConnection';
  readonly edges: ReadonlyArray<AccountSubscriptionEdge>;
  readonly pageInfo: PageInfo;
};

/** One subscription of a page. */
export type AccountSubscriptionEdge = {
  readonly __typename?: 'AccountSubscriptionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AccountSubscription;
};

/** Whether a subscription runs. */
export type AccountSubscriptionStatus =
  /** It runs and has no end date. */
  | 'ACTIVE'
  /** It has an end date, which may lie ahead. */
  | 'CANCELLED';

/** One refusal. `code` is the contract; `message` is for people. */
export type AccountUserError = {
  readonly __typename?: 'AccountUserError';
  /**
   * The action that was refused, for ACTION_NOT_ALLOWED. Also for the ACCOUNT_NOT_FOUND of a mutation on an account. Null
   * when a transfer is refused, or what would bill a tenant reseller's own account to another one: the action is allowed,
   * that value is not.
   */
  readonly action?: Maybe<AccountAction>;
  /** What was refused, for programs. */
  readonly code: AccountErrorCode;
  /** The locked field, for FIELD_LOCKED. */
  readonly field?: Maybe<AccountField>;
  /**
   * One sentence for people, in English or German, whichever of the two `accept-language` prefers; English without one. It
   * names what is sent as the portal does. Its wording may change.
   */
  readonly message: Scalars['String']['output'];
  /** Which sentence it is, e.g. "input.tooLong": for a client that words it itself. Keys stay; new ones come. */
  readonly messageKey: Scalars['String']['output'];
  /** What stands in the sentence, by name. Each name that the key has, in no order that counts. */
  readonly parameters: ReadonlyArray<MessageParameter>;
  /**
   * Where in the arguments, e.g. ["input", "email"]. Positions in lists are numbers as text; a custom field stands there
   * by its code. Empty when it is of the whole call.
   */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Why it was refused: what `Account.actionPermissions` gave before the attempt, in the same order. Empty for every code
   * but ACTION_NOT_ALLOWED and ACCOUNT_NOT_FOUND (S21).
   */
  readonly reasons: ReadonlyArray<DenialReason>;
  /**
   * True when the same call may succeed later without a change by the caller. Only ACCOUNT_NOT_COPIED, MOVE_PENDING,
   * RESELLER_SUSPENDED, TEMPORARILY_UNAVAILABLE, the NOT_FOUND of cancelPaidSubscription and the OUTCOME_UNKNOWN of a reseller's sync are.
   */
  readonly retryable: Scalars['Boolean']['output'];
};

/** The caller, as the token says. For tools that want to know as whom they call. */
export type AccountViewer = {
  readonly __typename?: 'AccountViewer';
  /** The groups that the token names, which sharing rules may grant access; empty for a sync caller (S8). */
  readonly groups: ReadonlyArray<Scalars['String']['output']>;
  /** The person's or the sync service's id. */
  readonly id: Scalars['ID']['output'];
  /** What the caller may do in general. It follows from who issued the token. */
  readonly kind: AccountViewerKind;
  /** The guards that let the caller through. A mutation with another one answers FORBIDDEN (S21). */
  readonly powers: ReadonlyArray<MutationGuard>;
  /** The reseller of a sync caller; null for people. */
  readonly tenantReseller?: Maybe<TenantReseller>;
};

/** The three kinds of caller. */
export type AccountViewerKind =
  /** A person of the distributor with FULL access to every account, who also sets things up. */
  | 'ADMINISTRATOR'
  /** A person of the distributor: sees the accounts that sharing rules or being responsible open (S8). */
  | 'DISTRIBUTOR_USER'
  /** The machine identity of one tenant reseller's BSS. */
  | 'RESELLER_SYNC';

/** What a step of accounts came to, account by account. */
export type AccountsPayload = AccountMutationPayload & {
  readonly __typename?: 'AccountsPayload';
  /** One for each account, in the input's order. Empty when the call as a whole is refused. */
  readonly results: ReadonlyArray<AccountResult>;
  /** Refusals of the call as a whole; those of an account stand in its result. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** Whether the caller may do one action to the account now, and why not (S21). */
export type ActionPermission = {
  readonly __typename?: 'ActionPermission';
  /** The action that this is about. */
  readonly action: AccountAction;
  /** True exactly when nothing speaks against it. */
  readonly allowed: Scalars['Boolean']['output'];
  /**
   * One sentence for the person who finds the button disabled, in the language of `accept-language`; null when allowed. It is
   * about the first of the reasons.
   */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Empty when allowed. All that hold, in the order of `DenialReason`; the refusal of an attempt names the same. */
  readonly reasons: ReadonlyArray<DenialReason>;
};

/** What is true of an action on any account (S23); `Account.actionPermissions` tells it of one account. */
export type ActionPolicy = {
  readonly __typename?: 'ActionPolicy';
  /** The action that this is about. */
  readonly action: AccountAction;
  /** Whether the distributor may do it to a copied account. */
  readonly allowedOnManagedAccount: Scalars['Boolean']['output'];
  /** When it is denied, and why. Every reason that holds is told, in the order of `DenialReason` (S21). */
  readonly conditions: ReadonlyArray<PolicyCondition>;
  /** What the action does, in one sentence. */
  readonly description: Scalars['String']['output'];
  /** What a button says. */
  readonly label: Scalars['String']['output'];
  /** The least access to the account that it needs (S8). */
  readonly minimumAccess: AccessLevel;
  /** The mutation fields that do it. Empty for VIEW_PENDING_INVOICES, which is a field of Account. */
  readonly mutations: ReadonlyArray<Scalars['String']['output']>;
};

/** The reseller that goes live (S1, S28). */
export type ActivateBackOrderingInput = {
  /** The reseller that goes live. Unknown: NOT_FOUND. */
  readonly tenantResellerId: Scalars['ID']['input'];
};

/** A new contact of an account (S18). */
export type AddContactInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** At most 1000 characters, not checked for its form. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** At most 255 characters. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** At most 1000 characters. */
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, one of which can be seen. */
  readonly lastName: Scalars['String']['input'];
  /** At most 1000 characters. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** An account that is to move. Errors stand at `input.accounts.<position>`, in its result. */
export type AnnounceAccountInput = {
  /**
   * ACCOUNT_NOT_FOUND; INVALID_INPUT when no tenant reseller manages it, this one does already, another move is announced, or it
   * is deleted; CURRENCY_DIFFERS.
   */
  readonly accountId: Scalars['ID']['input'];
  /**
   * The id that the account has got in the new reseller's BSS; 1 to 1000 characters. One that is another account's, or was:
   * SOURCE_ACCOUNT_TAKEN; the account's own spent one is taken and continues its version.
   */
  readonly sourceAccountId: Scalars['ID']['input'];
};

/** The accounts that move, and where to (S29). */
export type AnnounceMoveInput = {
  /** At most 500, else INVALID_INPUT. */
  readonly accounts: ReadonlyArray<AnnounceAccountInput>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** ACTIVE, and its own account not deleted. */
  readonly toTenantResellerId: Scalars['ID']['input'];
};

/**
 * What the accounts that the API creates are given: the "Use of API Options" section of the setup area. Changes hold for
 * accounts that are created from then on (S7, S8).
 */
export type ApiOptions = {
  readonly __typename?: 'ApiOptions';
  /** What the entry is for. */
  readonly entity: ApiOptionsEntity;
  /** Null: accounts are created without one, copies with the warning PERMISSION_RULE_UNSET (S8). */
  readonly permissionRule?: Maybe<PermissionRule>;
  /** Null: accounts are created without one, copies with the warning RESPONSIBLE_USER_UNSET (S7). */
  readonly responsibleUser?: Maybe<User>;
};

/** What API options there are: those of accounts. */
export type ApiOptionsEntity =
  /** Accounts, copied or created. */
  | 'ACCOUNT';

/** What setApiOptions came to. */
export type ApiOptionsPayload = AccountMutationPayload & {
  readonly __typename?: 'ApiOptionsPayload';
  /** As they are now; null when refused. */
  readonly apiOptions?: Maybe<ApiOptions>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A page of the audit. */
export type AuditConnection = {
  readonly __typename?: 'AuditConnection';
  readonly edges: ReadonlyArray<AuditEdge>;
  readonly pageInfo: PageInfo;
};

/** One entry of a page. */
export type AuditEdge = {
  readonly __typename?: 'AuditEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AuditEntry;
};

/**
 * One write, as the database itself recorded it in the transaction that wrote: by which login, for whom, by what, and the
 * row before and after (S22). Entries are only ever added; neither login of the server can change or remove one. What only
 * goes along with another write, such as the line of history that tells of an edit, is left out of `Account.audit` and
 * listed in `auditEntries`.
 */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** The account whose row it is, or that the row lies below; null for set-up, such as tenant resellers and the price list. */
  readonly account?: Maybe<Account>;
  /** The caller's id, as its token says; null for a write that did not come through this API. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** What kind of caller it was; null for a write that did not come through this API. */
  readonly actorKind?: Maybe<AccountViewerKind>;
  /**
   * The row after, by column; null for DELETE. Of UPDATE as `before`; of INSERT the key alone where the row can only ever
   * stay as it is: a line of history, of an invoice or of a sales document.
   */
  readonly after?: Maybe<Scalars['JSON']['output']>;
  /** When it was written, to the microsecond in the database's order. */
  readonly at: Scalars['DateTime']['output'];
  /**
   * The row before, by column; null for INSERT. Of UPDATE what names the row and the columns that changed; entries from before
   * release 0.1.0 hold whole rows. Numbers are written as strings, as BigInt and Decimal are.
   */
  readonly before?: Maybe<Scalars['JSON']['output']>;
  /** The entry's own id. */
  readonly id: Scalars['ID']['output'];
  /** The database login that wrote: the portal's, the syncs', or another one. */
  readonly login: Scalars['String']['output'];
  /** The mutation; null for a write that did not come through this API. */
  readonly mutation?: Maybe<Scalars['String']['output']>;
  /** What was done to the row. */
  readonly operation: AuditOperation;
  /** The table of the row. */
  readonly record: Scalars['String']['output'];
  /** The id (`jti`) of the caller's token; null when the token has none. */
  readonly tokenId?: Maybe<Scalars['String']['output']>;
};

/** What was done to a row. */
export type AuditOperation =
  /** It was removed. */
  | 'DELETE'
  /** It was added. */
  | 'INSERT'
  /** It was changed. */
  | 'UPDATE';

/** A postal address. Every part is at most 1000 characters, null when empty (S3). */
export type BillingAddress = {
  readonly __typename?: 'BillingAddress';
  /** The town, as free text. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2. Two capital letters, e.g. "DE"; a source may have others (S3). */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** Street and number, as a rule. */
  readonly line1?: Maybe<Scalars['String']['output']>;
  /** What does not fit into the first line. */
  readonly line2?: Maybe<Scalars['String']['output']>;
  /** As the source writes it; not checked against the country. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** State, province or county, as free text. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/**
 * A whole address: a part that is left out, null or empty is empty. Nothing filled in: no address. Each part at most 1000
 * characters (S3).
 */
export type BillingAddressInput = {
  /** The town, as free text. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2 or XK, in either case, or what is stored; else INVALID_INPUT. Of a snapshot see there (S3). */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Street and number, as a rule. */
  readonly line1?: InputMaybe<Scalars['String']['input']>;
  /** What does not fit into the first line. */
  readonly line2?: InputMaybe<Scalars['String']['input']>;
  /** Free text; not checked against the country. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** State, province or county, as free text. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** How often a subscription is charged, in advance, from its start date on. */
export type BillingPeriod =
  /** Every 12 months. */
  | 'ANNUAL'
  /** Every month. */
  | 'MONTHLY'
  /** Charged once: a software subscription bought outright, a reservation. It is paid all the same (S1). */
  | 'ONCE'
  /** Every 3 months. */
  | 'QUARTERLY'
  /** Every 6 months. */
  | 'SEMI_ANNUAL'
  /** Every 36 months. */
  | 'TRIENNIAL';

/** A cancellation in the reseller's BSS. */
export type CancelPaidSubscriptionInput = {
  /**
   * The last day that is billed, past or future; of a deleted customer, the deletion's day at the latest (S12). The day before
   * the start takes the subscription back; before that: INVALID_INPUT (S16).
   */
  readonly endDate: Scalars['Date']['input'];
  /** The customer's id in the reseller's BSS. */
  readonly sourceAccountId: Scalars['ID']['input'];
  /** The subscription's id there; one that was never recorded here: NOT_FOUND, retryable. */
  readonly sourceSubscriptionId: Scalars['ID']['input'];
};

/** What cancelPaidSubscription came to. */
export type CancelPaidSubscriptionPayload = AccountMutationPayload & {
  readonly __typename?: 'CancelPaidSubscriptionPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** APPLIED, UNCHANGED or REJECTED. */
  readonly outcome: SyncOutcome;
  /** The subscription as it is now; null when refused. */
  readonly subscription?: Maybe<AccountSubscription>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** The subscription to end, and when (S14). */
export type CancelSubscriptionInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /**
   * The last day that is billed, past or future; what is invoiced already stays. The day before the start takes the subscription
   * back; before that: INVALID_INPUT (S16).
   */
  readonly endDate: Scalars['Date']['input'];
  /** A subscription of this account, else NOT_FOUND. */
  readonly subscriptionId: Scalars['ID']['input'];
};

/** What of a subscription to change. Left out stays (S26). */
export type ChangeSubscriptionInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /**
   * The last day that is billed, past or future, on or after the day before the start, else INVALID_INPUT. Null withdraws the
   * end.
   */
  readonly endDate?: InputMaybe<Scalars['Date']['input']>;
  /**
   * All of them: the first from the start date, in the order of their days, one a day, 1 to 1000 of them, each 1 or more, else
   * INVALID_INPUT. A step within a period is charged for the days that are left of it. Null is INVALID_INPUT.
   */
  readonly quantities?: InputMaybe<ReadonlyArray<QuantityStepInput>>;
  /** A subscription of this account, else NOT_FOUND. */
  readonly subscriptionId: Scalars['ID']['input'];
};

/** What a change of a contact came to. */
export type ContactPayload = AccountMutationPayload & {
  readonly __typename?: 'ContactPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** The contact as it is now, or as it was when it was removed; null when refused. */
  readonly contact?: Maybe<AccountContact>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A new account of the distributor's own. Required custom fields are not asked for here, but with the first edit (S15). */
export type CreateAccountInput = {
  /** At most 1000 characters; left out, null or empty: none. */
  readonly accountingNo?: InputMaybe<Scalars['String']['input']>;
  /**
   * The account that pays. Left out or null: the account itself. NOT_FOUND at `input.billToId`; INVALID_INPUT for one that
   * is deleted or that a tenant reseller manages (S14).
   */
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  /** Left out or null: none. */
  readonly billingAddress?: InputMaybe<BillingAddressInput>;
  /** What the account is billed in; fixed once anything is recorded on it (S21). */
  readonly currency: Scalars['Currency']['input'];
  /** Those that differ from the defaults of their definitions; a value of null takes a default away (S15). */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** At most 1000 characters; left out, null or empty: none. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Left out or null: false. */
  readonly enableOrdering?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * A UUID, for an account that another subgraph already knows; a new one if left out. One that is here already:
   * INVALID_INPUT at `input.id`.
   */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, one of which can be seen. */
  readonly name: Scalars['String']['input'];
  /**
   * The account above. Left out or null: none. NOT_FOUND at `input.parentId`; INVALID_INPUT for one that is deleted or that
   * a tenant reseller manages (S14).
   */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Left out: the rule of the API options; null: none (S8). NOT_FOUND at `input.permissionRuleId`. */
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 255 characters, not looked up. Left out: the one of the API options; null: nobody (S7). */
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
  /** Left out or null: true. */
  readonly separateInvoices?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What of an invoice to take back, issued today (S26). */
export type CreateCreditNoteInput = {
  /** The account to act on, which the invoice is on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An invoice that is on the account, else NOT_FOUND. */
  readonly invoiceId: Scalars['ID']['input'];
  /** 1 to 1000 lines of the invoice, each once. */
  readonly lines: ReadonlyArray<CreditLineInput>;
  /** Why; 1 to 1000 characters, one of which can be seen. */
  readonly reason: Scalars['String']['input'];
};

/** An invoice by hand, issued today in the currency of the account (S20). */
export type CreateInvoiceInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /**
   * Who pays. Left out or null: the tenant reseller's account on a managed account, where any other is
   * BILL_TO_MUST_BE_RESELLER; of an own account its Bill To. Unknown or hidden: NOT_FOUND. Deleted, or managed by a tenant
   * reseller: INVALID_INPUT (S14). On a reseller's own account any but itself is ACTION_NOT_ALLOWED (S25).
   */
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 lines. */
  readonly lines: ReadonlyArray<InvoiceLineInput>;
};

/** A subscription to sell (S14). */
export type CreateSubscriptionInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** How often it is charged; also which of the service's prices is meant (S16). */
  readonly billingPeriod: BillingPeriod;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 or more. */
  readonly quantity: Scalars['Int']['input'];
  /** In the price list, with a price for the billing period in the account's currency. */
  readonly sku: Scalars['String']['input'];
  /** The first day, past or future; left out or null: today. Before 1990-01-01: INVALID_INPUT (S16). */
  readonly startDate?: InputMaybe<Scalars['Date']['input']>;
};

/** A new tenant reseller (S25). */
export type CreateTenantResellerInput = {
  /**
   * An existing account of the distributor's own to be the reseller's; a new one if left out. It takes on the name and
   * the currency of the reseller.
   */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** Also its account's. INVALID_INPUT when an existing account has records in another one. */
  readonly currency: Scalars['Currency']['input'];
  /** Of its account; at most 1000 characters. Left out, null or empty: none, and an existing account keeps its own. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, one of which can be seen; also its account's name. */
  readonly name: Scalars['String']['input'];
  /** What its copied customers get, and its own account when that is new (S6). */
  readonly separateInvoices: Scalars['Boolean']['input'];
};

/** A line to take back, and how much of it. */
export type CreditLineInput = {
  /** More than 0, with the currency's digits, and no more than what is left of the line; here at most 24 digits before the point. */
  readonly amount: Scalars['Decimal']['input'];
  /** The id of a line of the invoice, else NOT_FOUND. */
  readonly invoiceLineId: Scalars['ID']['input'];
};

/** A custom field that every account has (S15). */
export type CustomFieldDefinition = {
  readonly __typename?: 'CustomFieldDefinition';
  /** A letter, then at most 63 letters, digits and underscores. It never changes. */
  readonly code: Scalars['String']['output'];
  /** What accounts get when they are copied or created; null: nothing. */
  readonly defaultValue?: Maybe<Scalars['JSON']['output']>;
  /** What people read; 1 to 255 characters. */
  readonly label: Scalars['String']['output'];
  /** The choices of a CHOICE, in order; null for any other type. */
  readonly options?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether the distributor's edits must leave a value, an empty text being none; never asked of a copy or refresh (S15). */
  readonly required: Scalars['Boolean']['output'];
  /** What values it takes. It stays once accounts have values. */
  readonly type: CustomFieldType;
};

/** What saveCustomFieldDefinition came to. */
export type CustomFieldDefinitionPayload = AccountMutationPayload & {
  readonly __typename?: 'CustomFieldDefinitionPayload';
  /** The custom field as it is now; null when refused. */
  readonly definition?: Maybe<CustomFieldDefinition>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A custom field by its code, and the value to find. The type counts: the text "1" is not the number 1. */
export type CustomFieldFilter = {
  /** The code of the definition. Of an unknown code no account has a value. */
  readonly code: Scalars['String']['input'];
  /** Text (at most 1000 characters), number, true or false; null or left out: accounts without a value. */
  readonly equals?: InputMaybe<Scalars['JSON']['input']>;
};

/** The value to give one custom field (S15). */
export type CustomFieldInput = {
  /**
   * The code of the definition; unknown: CUSTOM_FIELD_UNKNOWN, named twice: INVALID_INPUT, at
   * `input.customFields.<code>`.
   */
  readonly code: Scalars['String']['input'];
  /** Of the definition's type, else INVALID_INPUT at `input.customFields.<code>`; null or left out clears it. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** What values a custom field takes (S15). */
export type CustomFieldType =
  /** true or false. */
  | 'BOOLEAN'
  /** A JSON string: one of the definition's options. A value whose option was removed later stays until it is changed. */
  | 'CHOICE'
  /** A JSON string, YYYY-MM-DD, of the years 1900 to 9999. */
  | 'DATE'
  /** A JSON number. */
  | 'NUMBER'
  /** A JSON string of at most 1000 characters. */
  | 'TEXT';

/** One custom field with the value that the account has of it (S15). */
export type CustomFieldValue = {
  readonly __typename?: 'CustomFieldValue';
  /** The field. */
  readonly definition: CustomFieldDefinition;
  /** Of the JSON type that the definition's type names; null when the account has none. */
  readonly value?: Maybe<Scalars['JSON']['output']>;
};

/**
 * The state of one customer in the reseller's BSS, whole. Left out and null mean the same here: empty at the source. A
 * value that is empty at the source clears ours (S2).
 */
export type CustomerSnapshotInput = {
  /** At most 1000 characters (S2). */
  readonly accountingNo?: InputMaybe<Scalars['String']['input']>;
  /**
   * The whole address. Its country refuses nothing: any two letters are kept in capitals, anything else is none. One that ISO
   * 3166-1 does not assign, XK aside, is answered with the warning COUNTRY_UNKNOWN (S3).
   */
  readonly billingAddress?: InputMaybe<BillingAddressInput>;
  /**
   * Ignored: a copied account has the tenant reseller's currency. One that differs, or is no currency at all, is answered with
   * the warning SOURCE_CURRENCY_IGNORED and refuses nothing; blank, null and left out are none (S10).
   */
  readonly currency?: InputMaybe<Scalars['Currency']['input']>;
  /** At most 1000 characters, not checked for its form (S2). */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, one of which can be seen (S2). */
  readonly name: Scalars['String']['input'];
  /**
   * The customer's id in the reseller's BSS. With the reseller, it decides the account's id here. 1 to 1000 characters,
   * not blank (S1).
   */
  readonly sourceAccountId: Scalars['ID']['input'];
  /**
   * Grows with every change at the source. A clock is no version. Greater than here: applied. Equal: the content must be
   * the same, else SOURCE_VERSION_CONFLICT. Smaller: STALE.
   */
  readonly sourceVersion: Scalars['BigInt']['input'];
  /** A change of it leaves a line in the history (S13). */
  readonly status: SourceStatus;
  /** All of them, at most 100; one for each system code and key. Their order does not count (S9). */
  readonly synchronizationOptions?: InputMaybe<ReadonlyArray<SynchronizationOptionInput>>;
};

/**
 * One customer to bring up to date: its snapshot, and paid subscriptions that are new since. An item with a paid
 * subscription copies a customer that is not here yet; one without only refreshes a customer that is. It is atomic: a
 * refusal of any part refuses the item and nothing else. Errors stand at `input.items.<position>`.
 */
export type CustomerSyncItem = {
  /** The state of the customer. */
  readonly customer: CustomerSnapshotInput;
  /**
   * At most 100. Those that are recorded already may be sent again; one that is stale refuses nothing. Also recorded when the
   * snapshot is stale or unchanged.
   */
  readonly paidSubscriptions?: InputMaybe<ReadonlyArray<PaidSubscriptionInput>>;
};

/** How many customers were copied here in a month (S1). */
export type CustomersCopied = {
  readonly __typename?: 'CustomersCopied';
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** The first day of the month. */
  readonly month: Scalars['Date']['output'];
};

/** A deletion in the reseller's BSS (S12). */
export type DeleteManagedAccountInput = {
  /**
   * The day that its subscriptions end; today if left out. Those that end before keep their day (S12). Before 1990-01-01:
   * INVALID_INPUT.
   */
  readonly endDate?: InputMaybe<Scalars['Date']['input']>;
  /** The customer's id in the reseller's BSS. It is spent until the customer is restored (S31). */
  readonly sourceAccountId: Scalars['ID']['input'];
  /** The version of the deletion, of the same count as that of snapshots. Equal to what is here: applied. */
  readonly sourceVersion: Scalars['BigInt']['input'];
};

/** Why an action is denied. Where several hold for a person, all are told, in this order (S21). */
export type DenialReason =
  /** The account is deleted: only viewing and generating invoices remain (S12). */
  | 'ACCOUNT_DELETED'
  /** No account of this id that the caller may see. An attempt is refused with the code ACCOUNT_NOT_FOUND (S8). */
  | 'ACCOUNT_NOT_FOUND'
  /** A suspended account is to be suspended, or an active one reactivated (S21). */
  | 'ALREADY_IN_STATUS'
  /** The account's sharing rule grants the caller less access than the action needs (S8). */
  | 'INSUFFICIENT_ACCESS'
  /** A tenant reseller manages the account. The distributor may not do this to it (S11-S14). */
  | 'MANAGED_BY_RESELLER'
  /**
   * A sync caller has mutations of its own. Every action is denied to it, for this reason alone; a mutation that is not
   * its own is a top-level FORBIDDEN (S21).
   */
  | 'NOT_FOR_THIS_CALLER'
  /**
   * The account is a tenant reseller's own. It cannot be deleted while customers are billed to it, and never be transferred or
   * billed to another account (S25).
   */
  | 'TENANT_RESELLER_ACCOUNT';

/** What a person of the distributor may want to look at on a managed account. Nothing is blocked by it. */
export type DriftWarning =
  /** The reseller's currency was changed since; the account keeps its own (S10). */
  | 'CURRENCY_DIFFERS_FROM_RESELLER'
  /** The account has no sharing rule: administrators and the responsible user see it, nobody else (S8). */
  | 'PERMISSION_RULE_UNSET'
  /**
   * Another account that the caller may see has this e-mail or accounting number. They are never merged. Never shown to a
   * sync caller. E-mails are compared without case, in every alphabet, accounting
   * numbers without blanks and dashes; deleted accounts do not count.
   */
  | 'POSSIBLE_DUPLICATE'
  /** The account has no responsible user (S7). */
  | 'RESPONSIBLE_USER_UNSET';

/** The words of an enum for people (S23). */
export type EnumPolicy = {
  readonly __typename?: 'EnumPolicy';
  /** Its name in the schema. */
  readonly enum: Scalars['String']['output'];
  /** In the order of the schema. */
  readonly values: ReadonlyArray<EnumValuePolicy>;
};

/** The words of one value of an enum for people (S23). */
export type EnumValuePolicy = {
  readonly __typename?: 'EnumValuePolicy';
  /** What it means, in a sentence or two. */
  readonly help: Scalars['String']['output'];
  /** What a list to choose from says. */
  readonly label: Scalars['String']['output'];
  /** The value, as the schema spells it. */
  readonly value: Scalars['String']['output'];
};

/** A field that the caller may not change, and why. */
export type FieldLock = {
  readonly __typename?: 'FieldLock';
  /** The locked field. */
  readonly field: AccountField;
  /** One sentence for the person who finds the field locked, in the language of `accept-language`. */
  readonly message: Scalars['String']['output'];
  /**
   * Of several, the first of ACCOUNT_DELETED, MASTERED_BY_RESELLER, SET_BY_BACK_ORDERING, SET_BY_TENANT_RESELLER,
   * INSUFFICIENT_ACCESS (S21).
   */
  readonly reason: LockReason;
};

/** What is true of a field on any account (S23); `Account.fieldLocks` tells it of one account. */
export type FieldPolicy = {
  readonly __typename?: 'FieldPolicy';
  /** The field of Account that shows it. */
  readonly accountField: Scalars['String']['output'];
  /** When it is locked, and why: the first that holds (S21). */
  readonly conditions: ReadonlyArray<PolicyCondition>;
  /** The field that this is about. */
  readonly field: AccountField;
  /** What the field holds, in a sentence or two. */
  readonly help: Scalars['String']['output'];
  /** The field of UpdateAccountInput that changes it; null when none does. */
  readonly inputField?: Maybe<Scalars['String']['output']>;
  /** What a form says. */
  readonly label: Scalars['String']['output'];
  /** Why it is locked on a copied account; null when it is not. */
  readonly lockedOnManagedAccount?: Maybe<LockReason>;
};

/** What to invoice (S16). */
export type GenerateInvoicesInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** Periods that have begun on or before this day; left out or null: today. A future day is INVALID_INPUT. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Only these; all that are pending if left out. Those of customers whose lines are gathered here may be named too. Any
   * other: NOT_FOUND at `input.subscriptionIds.<position>`.
   */
  readonly subscriptionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What generateInvoices came to. */
export type GenerateInvoicesPayload = AccountMutationPayload & {
  readonly __typename?: 'GenerateInvoicesPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** Those that were issued, in the order of their numbers; empty when refused. */
  readonly invoices: ReadonlyArray<AccountInvoice>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** An account that is billed to the reseller and not managed by it (S28). */
export type GoLiveAccount = {
  readonly __typename?: 'GoLiveAccount';
  /** What transferAccounts hands over. */
  readonly account: Account;
  /** In the order of the enum. Only an account with subscriptions that run keeps the reseller from going live. */
  readonly obstacles: ReadonlyArray<GoLiveObstacle>;
  /**
   * Those that run, by their start: transferAccounts must be given the source id of each. One runs as long as it has no last
   * day, or one that is not before today; also one that starts later (S24).
   */
  readonly subscriptions: ReadonlyArray<AccountSubscription>;
};

/** A page of the accounts of a plan. */
export type GoLiveAccountConnection = {
  readonly __typename?: 'GoLiveAccountConnection';
  readonly edges: ReadonlyArray<GoLiveAccountEdge>;
  readonly pageInfo: PageInfo;
};

/** One account of a page. */
export type GoLiveAccountEdge = {
  readonly __typename?: 'GoLiveAccountEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: GoLiveAccount;
};

/** What an account still needs before its reseller goes live, or what will be different then (S28). */
export type GoLiveObstacle =
  /** Other accounts are billed to it or lie below it, so that it cannot be transferred (S24). */
  | 'BILLED_BELOW'
  /** It is billed in another currency than the reseller's, and stays so when it is transferred (S10, S24). */
  | 'CURRENCY_DIFFERS'
  /** It is not transferred; every account of the plan has this. */
  | 'NOT_TRANSFERRED'
  /**
   * A service of such a subscription has no price for its billing period in the account's currency now: it goes on, and the
   * reseller could not sell the same again (S16).
   */
  | 'SERVICE_WITHOUT_PRICE'
  /** It has subscriptions that run and need a source id: `subscriptions` (S24). */
  | 'SUBSCRIPTION_NOT_MAPPED';

/**
 * What is missing until a reseller can go live: of the accounts that are billed to it here, those that it does not manage
 * yet. After it has gone live too, for those that come to be billed to it later (S28).
 */
export type GoLivePlan = {
  readonly __typename?: 'GoLivePlan';
  /**
   * Accounts of the distributor's own that are billed to the reseller, by name; its own account and deleted ones are no part
   * of it.
   */
  readonly accounts: GoLiveAccountConnection;
  /**
   * Whether activateBackOrdering would succeed now: no such account has a subscription that runs, or back-ordering is active
   * already.
   */
  readonly ready: Scalars['Boolean']['output'];
};


/**
 * What is missing until a reseller can go live: of the accounts that are billed to it here, those that it does not manage
 * yet. After it has gone live too, for those that come to be billed to it later (S28).
 */
export type GoLivePlanAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** The words for a value of a mutation's input (S23). */
export type InputLabel = {
  readonly __typename?: 'InputLabel';
  /** What is to be filled in, in a sentence or two. */
  readonly help: Scalars['String']['output'];
  /** What a form says. */
  readonly label: Scalars['String']['output'];
  /** Where it stands in the arguments. As the path of a refusal without positions in lists, e.g. ["input", "prices", "sku"]. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** Whether money is asked for or taken back. */
export type InvoiceKind =
  /** Taken back, from lines of one invoice (S26). */
  | 'CREDIT_NOTE'
  /** Asked for. */
  | 'INVOICE';

/** A line of an invoice by hand. */
export type InvoiceLineInput = {
  /** 1 to 1000 characters, one of which can be seen. */
  readonly description: Scalars['String']['input'];
  /** More than 0; at most 12 digits before the point and 6 after it. */
  readonly quantity: Scalars['Decimal']['input'];
  /** Zero or more, in the account's currency; at most 12 digits before the point and 6 after it. */
  readonly unitPrice: Scalars['Decimal']['input'];
};

/** What createInvoice or createCreditNote came to. */
export type InvoicePayload = AccountMutationPayload & {
  readonly __typename?: 'InvoicePayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** The issued invoice or credit note; null when refused. */
  readonly invoice?: Maybe<AccountInvoice>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** Why a field is locked. */
export type LockReason =
  /** The account is deleted. Every field, own or managed (S12). */
  | 'ACCOUNT_DELETED'
  /**
   * The caller's access to the account does not reach to this field. Without EDIT access every field, without FULL the
   * responsible user and the sharing rule (S8, S21).
   */
  | 'INSUFFICIENT_ACCESS'
  /**
   * The value comes from the reseller's BSS and is updated from there. Name, Accounting No, e-mail, billing address and
   * synchronization options (S2, S3, S9).
   */
  | 'MASTERED_BY_RESELLER'
  /** The value follows from being the reseller's sub-customer. Parent, Bill To, currency and status (S15). */
  | 'SET_BY_BACK_ORDERING'
  /** The account is a tenant reseller's own: name and currency change with the reseller. (S25) */
  | 'SET_BY_TENANT_RESELLER';

/** Management of an account by a tenant reseller, from the reseller's own BSS. */
export type ManagedByReseller = {
  readonly __typename?: 'ManagedByReseller';
  /**
   * Where the copy and the reseller's record in this BSS have since drifted apart, e.g. the reseller's currency. In the
   * order of `DriftWarning`; empty when all is well.
   */
  readonly drift: ReadonlyArray<DriftWarning>;
  /** When the reseller's sync last confirmed or changed this account. Null after a transfer until then. */
  readonly lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was copied, transferred or moved. */
  readonly managedSince: Scalars['DateTime']['output'];
  /** The reseller that a move is announced to; null when none is, and to everyone but administrators (S29). */
  readonly moveTo?: Maybe<TenantReseller>;
  /** How the account came to be managed. */
  readonly origin: ManagementOrigin;
  /** The reseller that manages the account. */
  readonly reseller: TenantReseller;
  /**
   * The note to show on the account: This account is managed by <reseller's present name> Tenant Reseller
   * It changes at once when the reseller is renamed.
   */
  readonly ribbon: Scalars['String']['output'];
  /**
   * The customer's id in the reseller's BSS. At most 1000 characters; unique within the reseller and never used again
   * (S1, S12).
   */
  readonly sourceAccountId: Scalars['ID']['output'];
  /**
   * The newest state of the customer that was applied here; null after a transfer or a move, until the first snapshot, unless
   * the account was this customer before (S24, S29).
   */
  readonly sourceVersion?: Maybe<Scalars['BigInt']['output']>;
};

/** How an account came to be managed. */
export type ManagementOrigin =
  /** Copied here with the customer's first paid subscription. (S1) */
  | 'COPIED_FROM_RESELLER'
  /** It was managed by another reseller, and moved. (S29) */
  | 'MOVED_FROM_RESELLER'
  /** Was the distributor's account and was handed to the reseller. (S24) */
  | 'TRANSFERRED_TO_RESELLER';

/** A value that stands in the sentence of a refusal. */
export type MessageParameter = {
  readonly __typename?: 'MessageParameter';
  /** Its name in the sentence, e.g. "field". */
  readonly name: Scalars['String']['output'];
  /** As it stands in the sentence, in its language: a label of the portal, a number, a day, a name. */
  readonly value: Scalars['String']['output'];
};

/** The accounts whose announced moves are meant. Errors stand at `input.accountIds.<position>`, in their results (S29). */
export type MoveInput = {
  /** At most 500, else INVALID_INPUT. Nothing announced: INVALID_INPUT. */
  readonly accountIds: ReadonlyArray<Scalars['ID']['input']>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Cannot be undone. From now on the reseller can copy customers; again is no change (S1). GO_LIVE_INCOMPLETE, one for
   * each and at most 50, while accounts that are billed to it and have subscriptions that run are not transferred (S28).
   * NOT_FOUND at `input.tenantResellerId`.
   */
  readonly activateBackOrdering?: Maybe<TenantResellerPayload>;
  /** Adds a contact to the account, managed or not (S18). */
  readonly addContact?: Maybe<ContactPayload>;
  /**
   * Announces that managed accounts move to another tenant reseller. Until completeMove or withdrawMove its events for these
   * source ids are MOVE_PENDING, and generateInvoices takes only periods begun before today. Each for itself; the same again
   * succeeds. NOT_FOUND, RESELLER_SUSPENDED and RESELLER_ENDED at `input.toTenantResellerId` refuse the whole call (S29).
   */
  readonly announceMove?: Maybe<AccountsPayload>;
  /**
   * The reseller's customer cancelled a paid subscription: it is billed up to that day. The account stays. Never
   * recorded: NOT_FOUND, retryable. The same again: UNCHANGED. Another end date: SUBSCRIPTION_CONFLICT at `input.endDate`. One
   * that has a source version: SUBSCRIPTION_CONFLICT at `input.sourceSubscriptionId`, send its state (S1, S26).
   */
  readonly cancelPaidSubscription?: Maybe<CancelPaidSubscriptionPayload>;
  /**
   * Ends a subscription; the same end date again is no change, another one is SUBSCRIPTION_CONFLICT at `input.endDate`.
   * NOT_FOUND at `input.subscriptionId` (S14).
   */
  readonly cancelSubscription?: Maybe<SubscriptionPayload>;
  /**
   * Changes quantities and end of a subscription; what was invoiced already stays, and what is then too much is shown as
   * `overbilled`. The same again is no change. NOT_FOUND at `input.subscriptionId` (S14, S26).
   */
  readonly changeSubscription?: Maybe<SubscriptionPayload>;
  /**
   * Completes announced moves: what runs ends the day before, the synchronization options are emptied, parent and Bill To are
   * the new reseller's account, and the new reseller's own events record its subscriptions at its prices. Each for itself;
   * completed already: succeeds. INVOICE_FIRST, CURRENCY_DIFFERS, RESELLER_SUSPENDED, RESELLER_ENDED (S29).
   */
  readonly completeMove?: Maybe<AccountsPayload>;
  /**
   * Creates an account of the distributor's own. NOT_FOUND at an id that refers to nothing; INVALID_INPUT for an account
   * that is here already.
   */
  readonly createAccount?: Maybe<AccountPayload>;
  /**
   * Takes back lines of an invoice that is on this account, in whole or in part, by a credit note that is billed like it. What is
   * credited is not billed again, and no line is credited beyond what is left of it: INVALID_INPUT at
   * `input.lines.<position>.amount`. A credit note cannot be credited: INVALID_INPUT at `input.invoiceId`. An invoice of another
   * account, or a line of another invoice: NOT_FOUND (S26).
   */
  readonly createCreditNote?: Maybe<InvoicePayload>;
  /**
   * An invoice by hand. On a copied account it is billed to the tenant reseller, in the account's currency. An account of
   * the distributor's own: billed to `billToId`, else to its Bill To, else to itself. BILL_TO_MUST_BE_RESELLER at
   * `input.billToId` (S20).
   */
  readonly createInvoice?: Maybe<InvoicePayload>;
  /** Makes an offer at the price list's prices. SERVICE_NOT_OFFERED at `input.lines.<position>.sku` (S14). */
  readonly createOffer?: Maybe<SalesDocumentPayload>;
  /** Opens an opportunity at the price list's prices. SERVICE_NOT_OFFERED at `input.lines.<position>.sku` (S14). */
  readonly createOpportunity?: Maybe<SalesDocumentPayload>;
  /** Takes an order at the price list's prices. SERVICE_NOT_OFFERED at `input.lines.<position>.sku` (S14). */
  readonly createOrder?: Maybe<SalesDocumentPayload>;
  /** Sells a subscription at the price list's price. SERVICE_NOT_OFFERED at `input.sku` (S14). */
  readonly createSubscription?: Maybe<SubscriptionPayload>;
  /**
   * Creates a tenant reseller with an account of its own, or takes an existing one; back-ordering is off (S25). Of
   * `accountId`: NOT_FOUND, ACCOUNT_ALREADY_MANAGED, ACTION_NOT_ALLOWED when it is deleted or billed to another account, or
   * INVALID_INPUT when it is another reseller's.
   */
  readonly createTenantReseller?: Maybe<TenantResellerPayload>;
  /**
   * Deletes an account of the distributor's own: its subscriptions end today, it stays readable as DELETED and never
   * comes back (S12). A tenant reseller's account that others are billed to is refused with TENANT_RESELLER_ACCOUNT
   * (S25).
   */
  readonly deleteAccount?: Maybe<AccountPayload>;
  /**
   * The reseller deleted the customer. The account stays readable as DELETED, until restoreManagedAccount brings it back. What
   * is owed stays due. Deleted already: UNCHANGED, unless a greater version names another end; otherwise older than what is
   * here: STALE; a customer that is not here: ACCOUNT_NOT_COPIED, retryable (S12).
   */
  readonly deleteManagedAccount?: Maybe<SyncPayload>;
  /**
   * Invoices what is pending by a day; today if left out. With separate invoices, one invoice for this account; without,
   * a new invoice on the tenant reseller's account that holds this account's lines. Called on a tenant reseller's own
   * account, it gathers all its customers without separate invoices, one invoice a currency. An issued invoice never
   * changes. NOTHING_TO_INVOICE when nothing is pending; two calls at once never invoice a period twice. Deleted accounts
   * can still be invoiced (S12, S16). An own account whose Bill To is from before and may not pay is INVALID_INPUT at
   * `input.accountId` until it has another one (S14, S25).
   */
  readonly generateInvoices?: Maybe<GenerateInvoicesPayload>;
  /** Makes a suspended account of the distributor's own active again (S13). */
  readonly reactivateAccount?: Maybe<AccountPayload>;
  /**
   * A customer bought a paid subscription at the reseller. The first one copies the customer here. Both or neither.
   * Refused: NOT_A_PAID_SUBSCRIPTION, SERVICE_NOT_OFFERED, BACK_ORDERING_INACTIVE, SOURCE_VERSION_CONFLICT,
   * SUBSCRIPTION_CONFLICT, ACCOUNT_DELETED (S1, S26).
   */
  readonly recordPaidSubscription?: Maybe<RecordPaidSubscriptionPayload>;
  /** Relating the same record twice leaves one relation. The one that is there takes a label that is sent (S19). */
  readonly relateAccount?: Maybe<RelationPayload>;
  /**
   * Ends the management of accounts as of today: they are the distributor's own, with ids, currency, contacts, custom fields,
   * invoices and history; Bill To and parent are cleared. Each for itself; released already: succeeds and changes nothing.
   * INVOICE_FIRST while periods begun before today are pending. A deleted account stays deleted (S29).
   */
  readonly releaseAccounts?: Maybe<AccountsPayload>;
  /** Removes a contact for good and answers with what it was. NOT_FOUND at `input.contactId` (S18). */
  readonly removeContact?: Maybe<ContactPayload>;
  /**
   * The reseller deleted the customer by mistake: the same account has the snapshot's status again, and its subscriptions end
   * as their own states say. The snapshot is taken whole and must be of a greater version than the deletion, else STALE; of a
   * customer that is not deleted it is a snapshot and nothing more, so that the two may arrive in either order. Send again
   * then what was refused with ACCOUNT_DELETED. A customer that is not here: ACCOUNT_NOT_COPIED, retryable (S31).
   */
  readonly restoreManagedAccount?: Maybe<SyncPayload>;
  /**
   * Adds a custom field, or changes one; a field that accounts have values of keeps its type. All but the code is
   * replaced. INVALID_INPUT at what is wrong (S15).
   */
  readonly saveCustomFieldDefinition?: Maybe<CustomFieldDefinitionPayload>;
  /** Adds a sharing rule, or replaces name and grants of one; it holds at once for every account that has it (S8). */
  readonly savePermissionRule?: Maybe<PermissionRulePayload>;
  /**
   * Adds a price list, or replaces name and prices of the one with this code. What was valid before today (UTC) must be sent
   * as it is: added or changed is INVALID_INPUT at `input.prices.<position>`, left out at `input.prices`, an error for each.
   * An unknown sku: SERVICE_NOT_OFFERED at `input.prices.<position>.sku`. What is recorded keeps its price (S27).
   */
  readonly savePriceList?: Maybe<PriceListPayload>;
  /**
   * Adds a service, or replaces name and prices of the one with this sku. What is recorded keeps its price (S16); a price
   * list of a tenant reseller comes before these prices (S27).
   */
  readonly saveService?: Maybe<ServicePayload>;
  /** Says what accounts created from now on are given; both values are replaced (S7, S8). */
  readonly setApiOptions?: Maybe<ApiOptionsPayload>;
  /** Suspends an account of the distributor's own; billing goes on (S13, S16). */
  readonly suspendAccount?: Maybe<AccountPayload>;
  /**
   * Up to 500 customers, each for itself: one that is refused changes nothing for the others. Send again what is
   * retryable: ACCOUNT_NOT_COPIED, for a customer that has no paid subscription here, TEMPORARILY_UNAVAILABLE and
   * OUTCOME_UNKNOWN. More than 500: INVALID_INPUT at `input.items`.
   */
  readonly syncCustomers?: Maybe<SyncCustomersPayload>;
  /**
   * Asks for a synchronization with one provisioning system. The request is kept, and handed out in order and at least once to
   * whoever delivers it (docs/outbox.md), which may be at once or later. The option `requestedAt` of that system shows when
   * it was asked for (S11).
   */
  readonly synchronizeAccount?: Maybe<AccountPayload>;
  /**
   * Hands accounts of the distributor's own to the reseller that they are billed to: managed from then on, ids unchanged.
   * Each for itself: one that is refused changes nothing for the others, and the same transfer again succeeds.
   * It may come before back-ordering is active (S28). NOT_FOUND and INVALID_INPUT at `input.tenantResellerId` refuse the
   * whole call (S24).
   */
  readonly transferAccounts?: Maybe<TransferAccountsPayload>;
  /** Removes a relation for good and answers with what it was. NOT_FOUND at `input.relationId` (S19). */
  readonly unrelateAccount?: Maybe<RelationPayload>;
  /**
   * All or nothing: one locked field in the input and nothing is saved. FIELD_LOCKED at each locked field that would
   * change; what holds the stored value is no change. CONCURRENT_EDIT, CUSTOM_FIELD_REQUIRED, CUSTOM_FIELD_UNKNOWN,
   * NOT_FOUND and INVALID_INPUT stand at the value concerned (S15).
   */
  readonly updateAccount?: Maybe<AccountPayload>;
  /** Changes a contact: what is left out stays, null clears what may be empty. NOT_FOUND at `input.contactId` (S18). */
  readonly updateContact?: Maybe<ContactPayload>;
  /**
   * Changes a tenant reseller; name and currency change on its own account too (S25). Copies keep what they have (S6,
   * S10), subscriptions their price (S27). What its sync is writing is waited for (S30). NOT_FOUND at
   * `input.tenantResellerId`.
   */
  readonly updateTenantReseller?: Maybe<TenantResellerPayload>;
  /** Withdraws announced moves. Each for itself; withdrawn already: succeeds (S29). */
  readonly withdrawMove?: Maybe<AccountsPayload>;
};


export type MutationActivateBackOrderingArgs = {
  input: ActivateBackOrderingInput;
};


export type MutationAddContactArgs = {
  input: AddContactInput;
};


export type MutationAnnounceMoveArgs = {
  input: AnnounceMoveInput;
};


export type MutationCancelPaidSubscriptionArgs = {
  input: CancelPaidSubscriptionInput;
};


export type MutationCancelSubscriptionArgs = {
  input: CancelSubscriptionInput;
};


export type MutationChangeSubscriptionArgs = {
  input: ChangeSubscriptionInput;
};


export type MutationCompleteMoveArgs = {
  input: MoveInput;
};


export type MutationCreateAccountArgs = {
  input: CreateAccountInput;
};


export type MutationCreateCreditNoteArgs = {
  input: CreateCreditNoteInput;
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


export type MutationReleaseAccountsArgs = {
  input: ReleaseAccountsInput;
};


export type MutationRemoveContactArgs = {
  input: RemoveContactInput;
};


export type MutationRestoreManagedAccountArgs = {
  input: RestoreManagedAccountInput;
};


export type MutationSaveCustomFieldDefinitionArgs = {
  input: SaveCustomFieldDefinitionInput;
};


export type MutationSavePermissionRuleArgs = {
  input: SavePermissionRuleInput;
};


export type MutationSavePriceListArgs = {
  input: SavePriceListInput;
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


export type MutationWithdrawMoveArgs = {
  input: MoveInput;
};

/** The four guards; every mutation has one (S22). A caller of the wrong kind gets a top-level FORBIDDEN. */
export type MutationGuard =
  /** Administrators of the distributor. */
  | 'ADMINISTRATOR'
  /** People of the distributor with enough access, on managed accounts too (S15-S20). */
  | 'ALLOWED_ON_MANAGED_ACCOUNT'
  /** People of the distributor with enough access, but never on a managed account (S11-S14). */
  | 'BLOCKED_ON_MANAGED_ACCOUNT'
  /** A tenant reseller's sync service, for its own customers. */
  | 'RESELLER_SYNC';

/** A value of a mutation's input that changes a field of the account (S15). */
export type MutationInputField = {
  readonly __typename?: 'MutationInputField';
  /** The field that it changes. FIELD_LOCKED there when that is locked. */
  readonly field: AccountField;
  /** Where it stands in the arguments, e.g. ["input", "email"]. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

/** A mutation and what guards it (S22, S23). */
export type MutationPolicy = {
  readonly __typename?: 'MutationPolicy';
  /** The path of the account's id in the arguments. E.g. input.accountId; null when there is no action. */
  readonly accountPath?: Maybe<Scalars['String']['output']>;
  /** The action that it is; null for a mutation of an administrator or a sync. */
  readonly action?: Maybe<AccountAction>;
  /** The callers that it lets through, of which a guard of people asks for access besides. Anyone else gets FORBIDDEN (S21). */
  readonly callers: ReadonlyArray<AccountViewerKind>;
  /** Who may call it, and on what. */
  readonly guard: MutationGuard;
  /** What it does, in a sentence or two. */
  readonly help: Scalars['String']['output'];
  /** The values that change a field of the account, which may be locked. Of updateAccount only (S15). */
  readonly inputFields: ReadonlyArray<MutationInputField>;
  /**
   * What the value of `input` must be, as JSON Schema 2020-12. `format` counts for uuid, date and date-time. A value that
   * does not fit is refused with INVALID_INPUT or as malformed, an id that can be none as one that is unknown; what fits may be
   * refused for what is recorded here, or for what one value says of another. GraphQL itself also takes a whole number for an
   * ID, and one value for a list of one.
   */
  readonly inputSchema: Scalars['JSON']['output'];
  /** What a button or a heading says. */
  readonly label: Scalars['String']['output'];
  /** Words for every value that can be sent, those of objects before what stands in them. */
  readonly labels: ReadonlyArray<InputLabel>;
  /** Its name in the schema. */
  readonly mutation: Scalars['String']['output'];
};

/** A service in the distributor's price list. It is known by its sku. */
export type OfferedService = {
  readonly __typename?: 'OfferedService';
  /** A UUID; inputs name a service by its sku. */
  readonly id: Scalars['ID']['output'];
  /** What people read; 1 to 255 characters. */
  readonly name: Scalars['String']['output'];
  /**
   * Its present prices, in the order of currencies. For a sync caller, in `offeredServices`: what its reseller is offered it at, by
   * its price list or else by these; elsewhere empty (S27).
   */
  readonly prices: ReadonlyArray<ServicePrice>;
  /** The key of the service; 1 to 1000 characters. */
  readonly sku: Scalars['String']['output'];
};

/** A page of services. */
export type OfferedServiceConnection = {
  readonly __typename?: 'OfferedServiceConnection';
  readonly edges: ReadonlyArray<OfferedServiceEdge>;
  readonly pageInfo: PageInfo;
};

/** One service of a page. */
export type OfferedServiceEdge = {
  readonly __typename?: 'OfferedServiceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: OfferedService;
};

/** Which end of an order comes first. */
export type OrderDirection =
  /** From A to Z, from old to new. */
  | 'ASC'
  /** From Z to A, from new to old. */
  | 'DESC';

/** A billing period for which more was invoiced than is owed now (S26). */
export type OverbilledPeriod = {
  readonly __typename?: 'OverbilledPeriod';
  /** How much, more than 0. */
  readonly amount: Scalars['Decimal']['output'];
  /** The subscription's. */
  readonly currency: Scalars['Currency']['output'];
  /** The first day of the period. */
  readonly period: Scalars['Date']['output'];
};

/** Where a page stands in its list. Lists are read forward: `first` and `after`. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last item; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows: ask again with `after: endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True on every page that was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * A paid subscription in the reseller's BSS; with a `sourceVersion`, its whole state, which replaces what is here when the
 * version is greater. The price is the distributor's, by the start date (S1, S16, S26, S27).
 */
export type PaidSubscriptionInput = {
  /** ONCE for what is bought outright; it is paid too (S1). */
  readonly billingPeriod: BillingPeriod;
  /**
   * The last day that is billed; left out or null: it runs, or an end is withdrawn. On or after the day before the start, so that
   * it can be taken back, else INVALID_INPUT. It needs a `sourceVersion`; without one cancelPaidSubscription ends it (S26).
   */
  readonly endDate?: InputMaybe<Scalars['Date']['input']>;
  /**
   * How many units from which day on: the first from the start date, in the order of their days, one a day, 1 to 1000 of them,
   * each 1 or more, else INVALID_INPUT. They need a `sourceVersion` (S26).
   */
  readonly quantities?: InputMaybe<ReadonlyArray<QuantityStepInput>>;
  /** 1 or more, from the start date on. Exactly one of `quantity` and `quantities`, else INVALID_INPUT. */
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
  /**
   * In the distributor's price list. It needs a price for the billing period in the account's currency, else
   * SERVICE_NOT_OFFERED (S1, S16).
   */
  readonly sku: Scalars['String']['input'];
  /**
   * The subscription's id in the reseller's BSS; recording it twice records it once. 1 to 1000 characters, unique within
   * the customer. With another sku or billing period, or with other content and without a version: SUBSCRIPTION_CONFLICT (S26).
   */
  readonly sourceSubscriptionId: Scalars['ID']['input'];
  /**
   * Grows with every change of this subscription at the source. Greater than here: the state is applied. Equal: the content must
   * be the same, else SOURCE_VERSION_CONFLICT. Smaller: STALE, whatever else it holds. None is older than any (S26).
   */
  readonly sourceVersion?: InputMaybe<Scalars['BigInt']['input']>;
  /** The first day that is billed, past or future; before 1990-01-01: INVALID_INPUT (S16). */
  readonly startDate: Scalars['Date']['input'];
  /** A trial is not paid: it is refused as NOT_A_PAID_SUBSCRIPTION and copies nothing. Left out or null: false (S1). */
  readonly trial?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * An amount that is due but not invoiced yet, as generateInvoices would issue it. What is shown is what would be issued,
 * to the cent (S17).
 */
export type PendingInvoice = {
  readonly __typename?: 'PendingInvoice';
  /**
   * The account that would pay: the tenant reseller's, for a managed account. Only its id when hidden from the caller
   * (S8).
   */
  readonly billTo?: Maybe<Account>;
  /** The currency of the accounts that its lines are for; one invoice has one (S16). */
  readonly currency: Scalars['Currency']['output'];
  /** The day that was asked for, or today if that is later. */
  readonly issueDate: Scalars['Date']['output'];
  /** What each billing period that has begun owes beyond what is invoiced for it; one for each step of its quantity (S17, S26). */
  readonly lines: ReadonlyArray<AccountInvoiceLine>;
  /** The sum of the lines, in the currency. */
  readonly total: Scalars['Decimal']['output'];
};

/** What a sharing rule gives one user or group (S8). */
export type PermissionGrant = {
  readonly __typename?: 'PermissionGrant';
  /** How far the access goes. */
  readonly access: AccessLevel;
  /** Whether the id is of a user or a group. */
  readonly principal: PrincipalKind;
  /** The id of the user or group as the identity provider gives it; at most 255 characters. */
  readonly principalId: Scalars['ID']['output'];
};

/** What to give one user or group (S8). */
export type PermissionGrantInput = {
  /** How far the access is to go. */
  readonly access: AccessLevel;
  /** Whether the id is of a user or a group. */
  readonly principal: PrincipalKind;
  /** The id as the identity provider gives it, not looked up; 1 to 255 characters. */
  readonly principalId: Scalars['ID']['input'];
};

/** Who may see and change the accounts that the rule is put on. A sharing rule (S8). */
export type PermissionRule = {
  readonly __typename?: 'PermissionRule';
  /** One for each user and group, at most 1000; of several that a person has, the highest counts. */
  readonly grants: ReadonlyArray<PermissionGrant>;
  /** A UUID; it stays when the rule is replaced. */
  readonly id: Scalars['ID']['output'];
  /** 1 to 255 characters. */
  readonly name: Scalars['String']['output'];
};

/** What savePermissionRule came to. */
export type PermissionRulePayload = AccountMutationPayload & {
  readonly __typename?: 'PermissionRulePayload';
  /** The rule as it is now; null when refused. */
  readonly permissionRule?: Maybe<PermissionRule>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/**
 * One way in which something is denied or locked. It holds when every test of `when` does, and a reason when any of its
 * conditions does; of a field the first condition that holds says why it is locked (S21).
 */
export type PolicyCondition = {
  readonly __typename?: 'PolicyCondition';
  /** A `DenialReason` of an action, a `LockReason` of a field. */
  readonly reason: Scalars['String']['output'];
  /** What must be true together. A fact that an account does not have is none of the values. */
  readonly when: ReadonlyArray<PolicyFactTest>;
};

/** What of an account and its caller the rules ask about. `Account.policyFacts` tells each of one account. */
export type PolicyFact =
  /** The caller's access: one of `AccessLevel` (S8). */
  | 'ACCESS'
  /** Of a tenant reseller's own account, whether customers are billed to it: true or false (S25). */
  | 'BILLED_CUSTOMERS'
  /** Who asks: one of `AccountViewerKind`. */
  | 'CALLER_KIND'
  /** Whether the account is here for the caller: true or false (S21). */
  | 'EXISTS'
  /** Whether a tenant reseller manages it: true or false (S14). */
  | 'MANAGED'
  /** One of `AccountStatus`. */
  | 'STATUS'
  /** Whether it is a tenant reseller's own: true or false (S25). */
  | 'TENANT_RESELLER_ACCOUNT';

/** A test of one fact. */
export type PolicyFactTest = {
  readonly __typename?: 'PolicyFactTest';
  /** Which fact is asked about. */
  readonly fact: PolicyFact;
  /** It holds when the fact is one of these values. */
  readonly is: ReadonlyArray<Scalars['String']['output']>;
};

/** A fact of one account, for the caller who asks. */
export type PolicyFactValue = {
  readonly __typename?: 'PolicyFactValue';
  /** Which fact. */
  readonly fact: PolicyFact;
  /** true, false, or a value of the enum that the fact names. */
  readonly value: Scalars['String']['output'];
};

/** A price of a service. */
export type PriceInput = {
  /** Of one unit for one period, zero or more; at most 12 digits before the point and 6 after it. */
  readonly amount: Scalars['Decimal']['input'];
  /** For subscriptions that are charged this often. */
  readonly billingPeriod: BillingPeriod;
  /** For accounts that are billed in this currency. */
  readonly currency: Scalars['Currency']['input'];
};

/**
 * What the distributor charges some of its tenant resellers. A reseller has one list or none; a service that the list does
 * not have costs what it costs everyone (S27).
 */
export type PriceList = {
  readonly __typename?: 'PriceList';
  /** The key; 1 to 255 characters. It never changes. */
  readonly code: Scalars['String']['output'];
  /** A UUID, derived from the code. */
  readonly id: Scalars['ID']['output'];
  /** What people read; 1 to 255 characters. */
  readonly name: Scalars['String']['output'];
  /** What it has, past and future, in the order of sku, currency, billing period and day, texts by code points. */
  readonly prices: PriceListEntryConnection;
};


/**
 * What the distributor charges some of its tenant resellers. A reseller has one list or none; a service that the list does
 * not have costs what it costs everyone (S27).
 */
export type PriceListPricesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  sku?: InputMaybe<Scalars['String']['input']>;
};

/** A page of price lists. */
export type PriceListConnection = {
  readonly __typename?: 'PriceListConnection';
  readonly edges: ReadonlyArray<PriceListEdge>;
  readonly pageInfo: PageInfo;
};

/** One price list of a page. */
export type PriceListEdge = {
  readonly __typename?: 'PriceListEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: PriceList;
};

/** What a service costs by a price list from a day on, until a later entry of the same three is valid (S27). */
export type PriceListEntry = {
  readonly __typename?: 'PriceListEntry';
  /** Of one unit for one period. */
  readonly amount: Scalars['Decimal']['output'];
  /** It is for subscriptions that are charged this often. */
  readonly billingPeriod: BillingPeriod;
  /** It is for accounts that are billed in this currency. */
  readonly currency: Scalars['Currency']['output'];
  /** The service. */
  readonly sku: Scalars['String']['output'];
  /** The first day. It is for subscriptions that start on it or later; days are UTC. */
  readonly validFrom: Scalars['Date']['output'];
};

/** A page of what a price list has. */
export type PriceListEntryConnection = {
  readonly __typename?: 'PriceListEntryConnection';
  readonly edges: ReadonlyArray<PriceListEntryEdge>;
  readonly pageInfo: PageInfo;
};

/** One entry of a page. */
export type PriceListEntryEdge = {
  readonly __typename?: 'PriceListEntryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: PriceListEntry;
};

/** A price of a price list (S27). */
export type PriceListEntryInput = {
  /** Of one unit for one period, zero or more; at most 12 digits before the point and 6 after it. */
  readonly amount: Scalars['Decimal']['input'];
  /** For subscriptions that are charged this often. */
  readonly billingPeriod: BillingPeriod;
  /** For accounts that are billed in this currency. */
  readonly currency: Scalars['Currency']['input'];
  /** A service's, which need not have a price of its own. Unknown: SERVICE_NOT_OFFERED. */
  readonly sku: Scalars['String']['input'];
  /** Today (UTC) or later, unless it is there already. For subscriptions that start on this day or later. */
  readonly validFrom: Scalars['Date']['input'];
};

/** What savePriceList came to. */
export type PriceListPayload = AccountMutationPayload & {
  readonly __typename?: 'PriceListPayload';
  /** The price list as it is now; null when refused. */
  readonly priceList?: Maybe<PriceList>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** What a unit price was taken from (S27). */
export type PriceSource =
  /** The price list of the tenant reseller. */
  | 'PRICE_LIST'
  /** The service's own price. */
  | 'SERVICE'
  /** The distributor named it. */
  | 'SET_BY_DISTRIBUTOR';

/** Who is granted access. */
export type PrincipalKind =
  /** Everyone of a group, as their tokens say. */
  | 'GROUP'
  /** One person, by id. */
  | 'USER';

/** From this day on a subscription is for so many units (S26). */
export type QuantityStep = {
  readonly __typename?: 'QuantityStep';
  /** The first day of this quantity. */
  readonly from: Scalars['Date']['output'];
  /** 1 or more. */
  readonly quantity: Scalars['Int']['output'];
};

/** From this day on so many units (S26). */
export type QuantityStepInput = {
  /** The first day of this quantity. */
  readonly from: Scalars['Date']['input'];
  /** 1 or more. */
  readonly quantity: Scalars['Int']['input'];
};

/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** One account by its id, deleted or not; null when it is unknown or hidden from the caller (S8). */
  readonly account?: Maybe<Account>;
  /** The rules as data: 14 actions, 14 fields, every mutation with its guard and input, and words for all of it (S23). */
  readonly accountPolicy: AccountPolicy;
  /** Who calls, as the token says. */
  readonly accountViewer?: Maybe<AccountViewer>;
  /** The accounts that the caller may see, a page at a time; deleted ones only if the filter names that status (S8). */
  readonly accounts?: Maybe<AccountConnection>;
  /** What the accounts that the API creates are given; null for a sync caller (S7, S8). */
  readonly apiOptions?: Maybe<ApiOptions>;
  /**
   * The whole audit, accounts and set-up, oldest first: for exports. For administrators; null for anyone else (S22). A
   * transaction that is still open writes its entries when it commits: an export up to a minute ago is complete.
   */
  readonly auditEntries?: Maybe<AuditConnection>;
  /**
   * By its id in the reseller's BSS. A sync caller's reseller is its own; anyone else names one. Finds transferred and
   * deleted accounts too; null when there is none that the caller may see.
   */
  readonly copiedAccount?: Maybe<Account>;
  /**
   * The accounts of the sync caller's own customers, in the order of the ids that are sent, null for each that is not here; deleted
   * ones too. Up to 500, else a top-level INVALID_INPUT. People get a top-level FORBIDDEN (S33).
   */
  readonly copiedAccounts: ReadonlyArray<Maybe<Account>>;
  /** In the order in which they were added. Null for a sync caller (S15). */
  readonly customFieldDefinitions?: Maybe<ReadonlyArray<CustomFieldDefinition>>;
  /**
   * An issued invoice; null when it is unknown, when the account that it is on is hidden from the caller, and for a sync
   * caller.
   */
  readonly invoice?: Maybe<AccountInvoice>;
  /** All services in the order of skus, with their own prices; for a sync caller, with what its reseller is offered them at (S27). */
  readonly offeredServices?: Maybe<OfferedServiceConnection>;
  /** All sharing rules by name; null for a sync caller (S8). */
  readonly permissionRules?: Maybe<ReadonlyArray<PermissionRule>>;
  /** All price lists by code; null for a sync caller (S27). */
  readonly priceLists?: Maybe<PriceListConnection>;
  /** One tenant reseller; null when it is unknown, and to a sync caller when it is not its own (S25). */
  readonly tenantReseller?: Maybe<TenantReseller>;
  /** All tenant resellers by name; for a sync caller, its own (S25). */
  readonly tenantResellers?: Maybe<TenantResellerConnection>;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryAccountPolicyArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AccountOrder;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryApiOptionsArgs = {
  entity?: ApiOptionsEntity;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  since?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryCopiedAccountArgs = {
  sourceAccountId: Scalars['ID']['input'];
  tenantResellerId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryCopiedAccountsArgs = {
  sourceAccountIds: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryInvoiceArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryOfferedServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryPriceListsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryTenantResellerArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked here: who manages an account of the distributor's, and what may be done to it. The numbers in
 * descriptions, such as S14, are of the product's rules: docs/rules.md in the repository of this subgraph tells each in
 * plain words, and what every code means.
 */
export type QueryTenantResellersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A paid subscription with the state of the customer that bought it (S1). */
export type RecordPaidSubscriptionInput = {
  /** The state of the customer; errors stand at `input.customer`. */
  readonly customer: CustomerSnapshotInput;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** What was bought; errors stand at `input.subscription`. */
  readonly subscription: PaidSubscriptionInput;
};

/** What recordPaidSubscription came to. */
export type RecordPaidSubscriptionPayload = AccountMutationPayload & {
  readonly __typename?: 'RecordPaidSubscriptionPayload';
  /** The account as the caller sees it afterwards; null when refused, and in a dry run when it is not here yet. */
  readonly account?: Maybe<Account>;
  /** What a dry run would change; empty when it is none (S32). */
  readonly changes: ReadonlyArray<AccountChange>;
  /** What the snapshot came to; the subscription is recorded unless it is REJECTED. */
  readonly outcome: SyncOutcome;
  /** The subscription, recorded now or before; null when refused, and in a dry run when it is not here yet. */
  readonly subscription?: Maybe<AccountSubscription>;
  /** What the subscription came to: CREATED, APPLIED, UNCHANGED or STALE; null when refused (S26). */
  readonly subscriptionOutcome?: Maybe<SyncOutcome>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
  /** Empty when there is nothing to tell. */
  readonly warnings: ReadonlyArray<SyncWarning>;
};

/** The record to relate an account with (S19). */
export type RelateAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** What kind of record the target is. */
  readonly kind: RelationKind;
  /** What people read for the record; at most 1000 characters. Left out, null or empty: a label that is there stays. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** The record's id in its own system, not looked up; 1 to 1000 characters. */
  readonly targetId: Scalars['ID']['input'];
};

/** The six kinds of record that an account can be related to (S19). */
export type RelationKind =
  /** A case, e.g. of support. */
  | 'CASE'
  /** A contact that another system keeps; those of `Account.contacts` are not meant (S18). */
  | 'CONTACT'
  /** A document, e.g. a contract. */
  | 'DOCUMENT'
  /** An e-mail that was sent or received. */
  | 'EMAIL'
  /** An entry of a calendar. */
  | 'EVENT'
  /** Something to be done. */
  | 'TASK';

/** What a change of a relation came to. */
export type RelationPayload = AccountMutationPayload & {
  readonly __typename?: 'RelationPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** The relation as it is now, or as it was when it was removed; null when refused. */
  readonly relation?: Maybe<AccountRelation>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** An account to release. Errors stand at `input.accounts.<position>`, in its result. */
export type ReleaseAccountInput = {
  /**
   * ACCOUNT_NOT_FOUND; INVALID_INPUT when no tenant reseller manages it or has managed it, and while a move of it is announced;
   * INVOICE_FIRST.
   */
  readonly accountId: Scalars['ID']['input'];
  /** Every subscription that runs today or later, else INVALID_INPUT, which names those missing. */
  readonly subscriptions?: InputMaybe<ReadonlyArray<ReleaseSubscriptionInput>>;
};

/** The accounts to release (S29). */
export type ReleaseAccountsInput = {
  /** At most 500, else INVALID_INPUT. */
  readonly accounts: ReadonlyArray<ReleaseAccountInput>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What becomes of a subscription of an account that is released (S29). */
export type ReleaseSubscriptionInput = {
  /** Whether it goes on as the distributor's own; otherwise it ends the day before. Of a deleted account it ends. */
  readonly goesOn: Scalars['Boolean']['input'];
  /** A subscription of the account, else NOT_FOUND; one that has ended may be named and need not be. */
  readonly subscriptionId: Scalars['ID']['input'];
  /**
   * What one unit costs from the next period on, if it goes on; left out or null: the service's own price, and without one
   * SERVICE_NOT_OFFERED. Zero or more; at most 12 digits before the point and 6 after it.
   */
  readonly unitPrice?: InputMaybe<Scalars['Decimal']['input']>;
};

/** The contact to remove (S18). */
export type RemoveContactInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** A contact of this account, else NOT_FOUND. */
  readonly contactId: Scalars['ID']['input'];
};

/** A customer that is there again in the reseller's BSS (S31). */
export type RestoreManagedAccountInput = {
  /** The state of the customer, whole; errors stand at `input.customer`. */
  readonly customer: CustomerSnapshotInput;
};

/** An opportunity, offer or order. On an account of the distributor's own; a managed account gets none (S14). */
export type SalesDocument = {
  readonly __typename?: 'SalesDocument';
  /** The account that it was made for. */
  readonly account?: Maybe<Account>;
  /** When it was made; it is not changed afterwards. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The account's. */
  readonly currency: Scalars['Currency']['output'];
  /** A UUID. */
  readonly id: Scalars['ID']['output'];
  /** Which of the three it is. */
  readonly kind: SalesDocumentKind;
  /** 1 to 200, in the order in which they were given. */
  readonly lines: ReadonlyArray<SalesLine>;
  /** 1 to 1000 characters. */
  readonly title: Scalars['String']['output'];
  /** The sum of the lines, for one billing period each; every line is rounded half up to the currency's minor unit. */
  readonly total: Scalars['Decimal']['output'];
};

/** A page of sales documents. */
export type SalesDocumentConnection = {
  readonly __typename?: 'SalesDocumentConnection';
  readonly edges: ReadonlyArray<SalesDocumentEdge>;
  readonly pageInfo: PageInfo;
};

/** One document of a page. */
export type SalesDocumentEdge = {
  readonly __typename?: 'SalesDocumentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SalesDocument;
};

/** What a sales document is. An order is a record: it makes no subscription. */
export type SalesDocumentKind =
  /** What the customer was offered. */
  | 'OFFER'
  /** What the customer might buy. */
  | 'OPPORTUNITY'
  /** What the customer ordered. */
  | 'ORDER';

/** What making an opportunity, offer or order came to. */
export type SalesDocumentPayload = AccountMutationPayload & {
  readonly __typename?: 'SalesDocumentPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** What was made; null when refused. */
  readonly document?: Maybe<SalesDocument>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A line of a sales document. */
export type SalesLine = {
  readonly __typename?: 'SalesLine';
  /** How often it would be charged. */
  readonly billingPeriod: BillingPeriod;
  /** How many units, 1 or more. */
  readonly quantity: Scalars['Int']['output'];
  /** What is sold, as the price list names it now. */
  readonly service: OfferedService;
  /** Of one unit for one period: the price list's when the document was made. */
  readonly unitPrice: Scalars['Decimal']['output'];
};

/** A service, and how many of it. */
export type SalesLineInput = {
  /** Which of the service's prices is meant. */
  readonly billingPeriod: BillingPeriod;
  /** 1 or more. */
  readonly quantity: Scalars['Int']['input'];
  /** In the price list, with a price for the billing period in the account's currency. */
  readonly sku: Scalars['String']['input'];
};

/** A custom field, whole (S15). */
export type SaveCustomFieldDefinitionInput = {
  /** The key: a letter, then at most 63 letters, digits and underscores. One that is there is changed. */
  readonly code: Scalars['String']['input'];
  /** A value of the type, for accounts copied or created from now on; left out or null: nothing. */
  readonly defaultValue?: InputMaybe<Scalars['JSON']['input']>;
  /** 1 to 255 characters, one of which can be seen. */
  readonly label: Scalars['String']['input'];
  /** The choices of a CHOICE: 1 to 200, each once, 1 to 255 characters. Leave it out for any other type. */
  readonly options?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Asked of the distributor's next edit of every account, never of a copy or refresh. */
  readonly required: Scalars['Boolean']['input'];
  /** INVALID_INPUT at `input.type` when it would change and accounts have values. */
  readonly type: CustomFieldType;
};

/** A sharing rule, whole (S8). */
export type SavePermissionRuleInput = {
  /** All of them, at most 1000, each user and group once. Empty: administrators and responsible users only. */
  readonly grants: ReadonlyArray<PermissionGrantInput>;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, one of which can be seen. */
  readonly name: Scalars['String']['input'];
  /** Left out: a new rule. Otherwise the rule to replace; unknown: NOT_FOUND. */
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
};

/** A price list with all its prices (S27). */
export type SavePriceListInput = {
  /** The key; 1 to 255 characters, one of which can be seen. One that is there is changed. */
  readonly code: Scalars['String']['input'];
  /** 1 to 255 characters, one of which can be seen. */
  readonly name: Scalars['String']['input'];
  /** All of them, past and future, at most 10000, one for each sku, currency, billing period and day. */
  readonly prices: ReadonlyArray<PriceListEntryInput>;
};

/** A service with all its own prices. */
export type SaveServiceInput = {
  /** 1 to 255 characters, one of which can be seen. */
  readonly name: Scalars['String']['input'];
  /** All of them, at most 1000, one for each currency and billing period. What has no price is not offered (S16). */
  readonly prices: ReadonlyArray<PriceInput>;
  /** The key; 1 to 1000 characters, not blank. One that is there is changed. */
  readonly sku: Scalars['String']['input'];
};

/** An opportunity, offer or order to be made (S14). */
export type SellInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 lines. */
  readonly lines: ReadonlyArray<SalesLineInput>;
  /** 1 to 1000 characters, one of which can be seen. */
  readonly title: Scalars['String']['input'];
};

/** What saveService came to. */
export type ServicePayload = AccountMutationPayload & {
  readonly __typename?: 'ServicePayload';
  /** The service as it is now; null when refused. */
  readonly service?: Maybe<OfferedService>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A price of the price list: one for each currency and billing period of a service. */
export type ServicePrice = {
  readonly __typename?: 'ServicePrice';
  /** Of one unit for one period. */
  readonly amount: Scalars['Decimal']['output'];
  /** It is for subscriptions that are charged this often. */
  readonly billingPeriod: BillingPeriod;
  /** It is for accounts that are billed in this currency. */
  readonly currency: Scalars['Currency']['output'];
};

/** Both values, replaced as they stand: left out or null is unset (S7, S8). */
export type SetApiOptionsInput = {
  /** Whose entry to set. */
  readonly entity: ApiOptionsEntity;
  /** Unknown: NOT_FOUND at `input.permissionRuleId`. */
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 255 characters, not looked up. */
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
};

/** The status of a customer in the reseller's BSS. A deleted one is told by deleteManagedAccount (S12, S13). */
export type SourceStatus =
  /** In use. */
  | 'ACTIVE'
  /** Suspended at the reseller. */
  | 'SUSPENDED';

/** What selling, changing or cancelling a subscription came to. */
export type SubscriptionPayload = AccountMutationPayload & {
  readonly __typename?: 'SubscriptionPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** The subscription as it is now; null when refused. */
  readonly subscription?: Maybe<AccountSubscription>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** What one paid subscription of an item came to (S26). */
export type SubscriptionSyncResult = {
  readonly __typename?: 'SubscriptionSyncResult';
  /** CREATED, APPLIED, UNCHANGED or STALE. */
  readonly outcome: SyncOutcome;
  /** As it was sent. */
  readonly sourceSubscriptionId: Scalars['ID']['output'];
  /** The subscription as it is after this item; in a dry run as it is now, and null when it is not here yet. */
  readonly subscription?: Maybe<AccountSubscription>;
  /** Empty: what speaks against a subscription refuses its item, and stands there. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** The customers to bring up to date. */
export type SyncCustomersInput = {
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 500. Items of one customer are taken in their order. */
  readonly items: ReadonlyArray<CustomerSyncItem>;
};

/** What syncCustomers came to, item by item. */
export type SyncCustomersPayload = AccountMutationPayload & {
  readonly __typename?: 'SyncCustomersPayload';
  /** One for each item, in the items' order. Empty when the call as a whole is refused. */
  readonly results: ReadonlyArray<SyncItemResult>;
  /** Refusals of the call as a whole; those of an item stand in its result. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** How a reseller's sync fares. Items of bulk calls and single events are counted alike, dry runs never (S33). */
export type SyncHealth = {
  readonly __typename?: 'SyncHealth';
  /** How many were taken in the last 24 hours, to five minutes. */
  readonly acceptedLastDay: Scalars['Int']['output'];
  /** When an event was taken last, be it as UNCHANGED or STALE; null when none ever was. */
  readonly lastAcceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many rows of `syncProblems` are open. */
  readonly openProblems: Scalars['Int']['output'];
  /** How many were refused in the last 24 hours, to five minutes; those that are to be sent again are not counted. */
  readonly refusedLastDay: Scalars['Int']['output'];
};

/** What one item of syncCustomers came to. */
export type SyncItemResult = {
  readonly __typename?: 'SyncItemResult';
  /** The account as it is after the whole call; null when the item was refused, and in a dry run when it is not here yet. */
  readonly account?: Maybe<Account>;
  /** What a dry run of this item would change, once those before it were done; empty when it is none (S32). */
  readonly changes: ReadonlyArray<AccountChange>;
  /** What the snapshot came to; its subscriptions are recorded unless it is REJECTED. */
  readonly outcome: SyncOutcome;
  /** As it was sent. */
  readonly sourceAccountId: Scalars['ID']['output'];
  /** What each of them came to, in the order of `paidSubscriptions`. Empty when the item was refused (S26). */
  readonly subscriptionResults: ReadonlyArray<SubscriptionSyncResult>;
  /**
   * Those of the item's paid subscriptions, recorded now or before, in their order. Empty when the item was refused; in a dry
   * run without those that are not here yet.
   */
  readonly subscriptions: ReadonlyArray<AccountSubscription>;
  /** Refusals of this item; nothing of it was changed. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
  /** Empty when there is nothing to tell. */
  readonly warnings: ReadonlyArray<SyncWarning>;
};

/** What an event of the sync came to. All but REJECTED are successes. */
export type SyncOutcome =
  /** The snapshot was newer and changed the account. Or the cancellation, the deletion or the subscription's state took effect. */
  | 'APPLIED'
  /** The customer was copied: the account is new here (S1). Or the subscription is (S26). */
  | 'CREATED'
  /** See userErrors. Nothing was changed. Send it again only if it is retryable. */
  | 'REJECTED'
  /**
   * The snapshot was older than what is here. A success: do not send it again. Subscriptions that came with it are
   * recorded all the same. After a deletion: a snapshot or a restoration of its version or older (S12, S31).
   */
  | 'STALE'
  /**
   * The snapshot, or the subscription's state, was newer or the same, and nothing of it differs. Or the cancellation or the
   * deletion was known already.
   */
  | 'UNCHANGED';

/** What deleteManagedAccount or restoreManagedAccount came to. */
export type SyncPayload = AccountMutationPayload & {
  readonly __typename?: 'SyncPayload';
  /** The account as the caller sees it afterwards; null when refused. */
  readonly account?: Maybe<Account>;
  /** APPLIED, UNCHANGED, STALE or REJECTED. */
  readonly outcome: SyncOutcome;
  readonly userErrors: ReadonlyArray<AccountUserError>;
  /** Of a restoration, what the snapshot of the customer is answered with; of a deletion none. */
  readonly warnings: ReadonlyArray<SyncWarning>;
};

/**
 * A customer, or a subscription of one, of which an event was refused and is not to be sent again as it is. One row, however often
 * it came; it is closed when the same is taken, and opened when it is refused again. It holds nothing of what was sent but ids,
 * and what the sentence tells (S33).
 */
export type SyncProblem = {
  readonly __typename?: 'SyncProblem';
  /** When the same was taken; null while it is open. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the first error, as the sender was told it last. */
  readonly code: AccountErrorCode;
  /** How often it was refused, since it was first. */
  readonly count: Scalars['Int']['output'];
  /** When it was refused first. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** When it was refused last. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** For people, in English. */
  readonly message: Scalars['String']['output'];
  /** Where in the arguments of the call that was refused last. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /**
   * The customer's id in the reseller's BSS. Empty in the one row that only counts: at most 10,000 are open at a time, and
   * `count` says how many refusals more there were.
   */
  readonly sourceAccountId: Scalars['ID']['output'];
  /** The subscription's id there, when the first error is about one; null when it is about the customer. */
  readonly sourceSubscriptionId?: Maybe<Scalars['ID']['output']>;
};

/** A page of what was refused. */
export type SyncProblemConnection = {
  readonly __typename?: 'SyncProblemConnection';
  readonly edges: ReadonlyArray<SyncProblemEdge>;
  readonly pageInfo: PageInfo;
};

/** One problem of a page. */
export type SyncProblemEdge = {
  readonly __typename?: 'SyncProblemEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SyncProblem;
};

/** What a sender may want to pass on to a person. The event took effect all the same. */
export type SyncWarning =
  /** ISO 3166-1 does not assign the country of the address; two letters are kept, anything else is none (S3). */
  | 'COUNTRY_UNKNOWN'
  /** The copy has no sharing rule: the API options name none (S8). */
  | 'PERMISSION_RULE_UNSET'
  /** The copy has no responsible user: the API options name none (S7). */
  | 'RESPONSIBLE_USER_UNSET'
  /** The source's currency is not the account's, which stays, or is none (S10). */
  | 'SOURCE_CURRENCY_IGNORED';

/** How the account is known to one provisioning system. One for each system code and key (S9). */
export type SynchronizationOption = {
  readonly __typename?: 'SynchronizationOption';
  /** The name of the option in that system; at most 1000 characters. */
  readonly key: Scalars['String']['output'];
  /**
   * True when the distributor may not change it. So on a managed or deleted account, and for callers without EDIT access
   * (S9).
   */
  readonly readOnly: Scalars['Boolean']['output'];
  /** The provisioning system; at most 1000 characters. */
  readonly systemCode: Scalars['String']['output'];
  /** At most 1000 characters; null when empty. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** How an account is known to one provisioning system (S9). */
export type SynchronizationOptionInput = {
  /** The name of the option in that system; 1 to 1000 characters, not blank. */
  readonly key: Scalars['String']['input'];
  /** The provisioning system; 1 to 1000 characters, not blank. */
  readonly systemCode: Scalars['String']['input'];
  /** At most 1000 characters; left out, null or empty: none. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** The account to synchronize, and with what. */
export type SynchronizeAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** The provisioning system; 1 to 1000 characters. INVALID_INPUT when the account would have more than 100 options. */
  readonly systemCode: Scalars['String']['input'];
};

/**
 * A reseller with a BSS of its own below the distributor's. Everyone of the distributor sees all of them (S25); a sync
 * caller sees its own.
 */
export type TenantReseller = {
  readonly __typename?: 'TenantReseller';
  /**
   * The reseller's own account in the distributor's BSS: what its copied customers are billed to. Only its id when hidden
   * from the caller; null for a sync caller (S5, S8).
   */
  readonly account?: Maybe<Account>;
  /**
   * Off until the reseller goes live, and never off again. As long as it is off nothing is copied; customers that were
   * transferred are kept up to date (S1, S28).
   */
  readonly backOrderingActive: Scalars['Boolean']['output'];
  /** What customers copied from now on are billed in; those that are here keep theirs (S10). */
  readonly currency: Scalars['Currency']['output'];
  /** The accounts that it manages and the caller may see, by name, without deleted ones (S8). */
  readonly customers: AccountConnection;
  /**
   * How many of the customers that it manages now were copied here in each of the last months by UTC, the present one last;
   * of a month without any 0. Deleted ones count; those that were transferred or moved are no copies (S1, S24, S29). Null for
   * everyone but administrators.
   */
  readonly customersCopiedByMonth?: Maybe<ReadonlyArray<CustomersCopied>>;
  /** What is missing until it can go live; null for everyone but administrators (S28). */
  readonly goLivePlan?: Maybe<GoLivePlan>;
  /** A UUID; a sync service's token names its reseller by it. */
  readonly id: Scalars['ID']['output'];
  /** 1 to 255 characters; also the name of the reseller's own account (S25). */
  readonly name: Scalars['String']['output'];
  /**
   * What its customers' subscriptions are priced by when they are recorded; null for none, and for a sync caller. Later
   * changes change nothing that is recorded (S27).
   */
  readonly priceList?: Maybe<PriceList>;
  /** Whether customers copied from now on get invoices of their own. Those that are here keep what they have (S6). */
  readonly separateInvoices: Scalars['Boolean']['output'];
  /** Whether what its sync writes is taken (S30). */
  readonly status: TenantResellerStatus;
  /** How its sync fares; for whom `syncProblems` is, null for everyone else (S33). */
  readonly syncHealth?: Maybe<SyncHealth>;
  /**
   * What its sync sent and was refused, newest `lastSeenAt` first: the sync inbox. Administrators see that of every reseller, a
   * sync its own; null for everyone else (S33).
   */
  readonly syncProblems?: Maybe<SyncProblemConnection>;
};


/**
 * A reseller with a BSS of its own below the distributor's. Everyone of the distributor sees all of them (S25); a sync
 * caller sees its own.
 */
export type TenantResellerCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/**
 * A reseller with a BSS of its own below the distributor's. Everyone of the distributor sees all of them (S25); a sync
 * caller sees its own.
 */
export type TenantResellerCustomersCopiedByMonthArgs = {
  months?: Scalars['Int']['input'];
};


/**
 * A reseller with a BSS of its own below the distributor's. Everyone of the distributor sees all of them (S25); a sync
 * caller sees its own.
 */
export type TenantResellerSyncProblemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  open?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of tenant resellers. */
export type TenantResellerConnection = {
  readonly __typename?: 'TenantResellerConnection';
  readonly edges: ReadonlyArray<TenantResellerEdge>;
  readonly pageInfo: PageInfo;
};

/** One tenant reseller of a page. */
export type TenantResellerEdge = {
  readonly __typename?: 'TenantResellerEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TenantReseller;
};

/** What a change of a tenant reseller came to. */
export type TenantResellerPayload = AccountMutationPayload & {
  readonly __typename?: 'TenantResellerPayload';
  /** The reseller as it is now; null when refused. */
  readonly tenantReseller?: Maybe<TenantReseller>;
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** Whether what a reseller's sync writes is taken. Reading and billing go on, whatever it is (S30). */
export type TenantResellerStatus =
  /** It is. */
  | 'ACTIVE'
  /** Every such call is refused with RESELLER_ENDED, and is not to be sent again. Its customers stay managed and locked. */
  | 'ENDED'
  /** Every call of its sync that writes is refused with RESELLER_SUSPENDED, retryable. */
  | 'SUSPENDED';

/** An account of the distributor's own to hand over. Errors stand at `input.accounts.<position>`, in its result (S24). */
export type TransferAccountInput = {
  /**
   * Refused: ACCOUNT_NOT_FOUND, ACTION_NOT_ALLOWED when it is deleted or a reseller's own account, ACCOUNT_ALREADY_MANAGED,
   * BILL_TO_MUST_BE_RESELLER when it is not billed to this reseller, INVALID_INPUT when other accounts are billed to it or
   * lie below it.
   */
  readonly accountId: Scalars['ID']['input'];
  /**
   * The id that the account has got in the reseller's BSS. 1 to 1000 characters. One that is copied or spent:
   * SOURCE_ACCOUNT_TAKEN.
   */
  readonly sourceAccountId: Scalars['ID']['input'];
  /**
   * The ids that its active subscriptions have got there: all of them. INVALID_INPUT names those missing, since they
   * would be billed twice.
   */
  readonly subscriptions?: InputMaybe<ReadonlyArray<TransferSubscriptionInput>>;
};

/** The accounts to hand over, and to whom (S24). */
export type TransferAccountsInput = {
  /** At most 500, else INVALID_INPUT. */
  readonly accounts: ReadonlyArray<TransferAccountInput>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The reseller that is to manage them. Its own account must not be deleted: INVALID_INPUT. */
  readonly tenantResellerId: Scalars['ID']['input'];
};

/** What a transfer came to, account by account. */
export type TransferAccountsPayload = AccountMutationPayload & {
  readonly __typename?: 'TransferAccountsPayload';
  /** One for each account, in the input's order. Empty when the call as a whole is refused. */
  readonly results: ReadonlyArray<TransferResult>;
  /** Refusals of the call as a whole; those of an account stand in its result. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** What the transfer of one account came to. */
export type TransferResult = {
  readonly __typename?: 'TransferResult';
  /** The account as it is now, transferred or not; null when there is none of this id. */
  readonly account?: Maybe<Account>;
  /** As it was sent. */
  readonly accountId: Scalars['ID']['output'];
  /** What a dry run of this transfer would change, once those before it were done; empty when it is none (S32). */
  readonly changes: ReadonlyArray<AccountChange>;
  /** Empty when the account is managed by the reseller now, or would be; otherwise nothing of it was changed. */
  readonly userErrors: ReadonlyArray<AccountUserError>;
};

/** A subscription and the id that it has got at the reseller (S24). */
export type TransferSubscriptionInput = {
  /** 1 to 1000 characters; each once, else INVALID_INPUT. */
  readonly sourceSubscriptionId: Scalars['ID']['input'];
  /** A subscription of the account, else NOT_FOUND; one that has ended may be named and need not be. */
  readonly subscriptionId: Scalars['ID']['input'];
};

/** The relation to remove (S19). */
export type UnrelateAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** A relation of this account, else NOT_FOUND. */
  readonly relationId: Scalars['ID']['input'];
};

/**
 * Leave out what is not to change; null clears a value that may be empty. A field that cannot be empty answers null with
 * INVALID_INPUT. Address and options are replaced whole, custom fields by code (S15).
 */
export type UpdateAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** At most 1000 characters; null or empty clears it (S2). */
  readonly accountingNo?: InputMaybe<Scalars['String']['input']>;
  /**
   * The account that pays; null: the account itself. Unknown or hidden: NOT_FOUND. Deleted, managed by a tenant reseller, or
   * a circle: INVALID_INPUT (S5, S14, S21). On a tenant reseller's own account any but itself is ACTION_NOT_ALLOWED with the
   * reason TENANT_RESELLER_ACCOUNT (S25).
   */
  readonly billToId?: InputMaybe<Scalars['ID']['input']>;
  /** The whole address, replaced as one unit; null clears it (S3). */
  readonly billingAddress?: InputMaybe<BillingAddressInput>;
  /** INVALID_INPUT once a subscription, document or invoice is recorded on the account (S10, S21). */
  readonly currency?: InputMaybe<Scalars['Currency']['input']>;
  /** Those to change, each code once. What is required is checked on the values that result (S15). */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 1000 characters; null or empty clears it (S2). */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** True or false; null is INVALID_INPUT (S4). */
  readonly enableOrdering?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The revision that the edit was made on; another one now is refused as CONCURRENT_EDIT. It is checked before anything
   * else. Left out or null: not checked (S15).
   */
  readonly expectedRevision?: InputMaybe<Scalars['BigInt']['input']>;
  /** 1 to 255 characters, one of which can be seen; null is INVALID_INPUT (S2). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /**
   * The account above; null: none. Unknown or hidden: NOT_FOUND. Deleted, managed by a tenant reseller, or a circle:
   * INVALID_INPUT (S5, S14, S21).
   */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The sharing rule; null: none. Unknown: NOT_FOUND. Locked without FULL access (S8). */
  readonly permissionRuleId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 255 characters, not looked up; null: nobody. Locked without FULL access (S7, S8). */
  readonly responsibleUserId?: InputMaybe<Scalars['ID']['input']>;
  /** True or false; null is INVALID_INPUT (S6). */
  readonly separateInvoices?: InputMaybe<Scalars['Boolean']['input']>;
  /** All of them, at most 100, in any order; null or an empty list clears them (S9). */
  readonly synchronizationOptions?: InputMaybe<ReadonlyArray<SynchronizationOptionInput>>;
};

/** Leave out what is not to change; null or empty clears it, but for the last name (S18). */
export type UpdateContactInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: Scalars['ID']['input'];
  /** A contact of this account, else NOT_FOUND. */
  readonly contactId: Scalars['ID']['input'];
  /** At most 1000 characters, not checked for its form. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** At most 255 characters. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** At most 1000 characters. */
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters, one of which can be seen; null is INVALID_INPUT. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** At most 1000 characters. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** Leave out what is not to change; null is INVALID_INPUT but for the price list. */
export type UpdateTenantResellerInput = {
  /** For customers copied from now on; the others show CURRENCY_DIFFERS_FROM_RESELLER in their drift (S10). */
  readonly currency?: InputMaybe<Scalars['Currency']['input']>;
  /** 1 to 255 characters, one of which can be seen. Ribbons show it at once, history lines keep the old one (S13). */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /**
   * The price list for subscriptions that are recorded from now on; null takes it away. Unknown: NOT_FOUND at
   * `input.priceListId` (S27).
   */
  readonly priceListId?: InputMaybe<Scalars['ID']['input']>;
  /** For customers copied from now on (S6). */
  readonly separateInvoices?: InputMaybe<Scalars['Boolean']['input']>;
  /** From now on, and back; what its sync commits after the answer is decided by it (S30). */
  readonly status?: InputMaybe<TenantResellerStatus>;
  /** The reseller to change. Unknown: NOT_FOUND. */
  readonly tenantResellerId: Scalars['ID']['input'];
};

/** A person of the distributor, by id only: another subgraph knows the rest. */
export type User = {
  readonly __typename?: 'User';
  /** The person's id as the identity provider gives it. */
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
    | ( Omit<AccountPayload, 'account' | 'changes'> & { account?: Maybe<_RefType['Account']>, changes: ReadonlyArray<_RefType['AccountChange']> } )
    | ( Omit<AccountsPayload, 'results'> & { results: ReadonlyArray<_RefType['AccountResult']> } )
    | ( Omit<ApiOptionsPayload, 'apiOptions'> & { apiOptions?: Maybe<_RefType['ApiOptions']> } )
    | ( Omit<CancelPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<_RefType['Account']>, subscription?: Maybe<_RefType['AccountSubscription']> } )
    | ( Omit<ContactPayload, 'account' | 'contact'> & { account?: Maybe<_RefType['Account']>, contact?: Maybe<_RefType['AccountContact']> } )
    | ( Omit<CustomFieldDefinitionPayload, 'definition'> & { definition?: Maybe<_RefType['CustomFieldDefinition']> } )
    | ( Omit<GenerateInvoicesPayload, 'account' | 'invoices'> & { account?: Maybe<_RefType['Account']>, invoices: ReadonlyArray<_RefType['AccountInvoice']> } )
    | ( Omit<InvoicePayload, 'account' | 'invoice'> & { account?: Maybe<_RefType['Account']>, invoice?: Maybe<_RefType['AccountInvoice']> } )
    | ( Omit<PermissionRulePayload, 'permissionRule'> & { permissionRule?: Maybe<_RefType['PermissionRule']> } )
    | ( Omit<PriceListPayload, 'priceList'> & { priceList?: Maybe<_RefType['PriceList']> } )
    | ( Omit<RecordPaidSubscriptionPayload, 'account' | 'changes' | 'subscription'> & { account?: Maybe<_RefType['Account']>, changes: ReadonlyArray<_RefType['AccountChange']>, subscription?: Maybe<_RefType['AccountSubscription']> } )
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
  AccountChange: ResolverTypeWrapper<AccountChangeModel>;
  AccountChangeSubject: AccountChangeSubject;
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
  AccountInvoiceLine: ResolverTypeWrapper<InvoiceLineSourceModel>;
  AccountMutationPayload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AccountMutationPayload']>;
  AccountOrder: AccountOrder;
  AccountOrderField: AccountOrderField;
  AccountPayload: ResolverTypeWrapper<Omit<AccountPayload, 'account' | 'changes'> & { account?: Maybe<ResolversTypes['Account']>, changes: ReadonlyArray<ResolversTypes['AccountChange']> }>;
  AccountPolicy: ResolverTypeWrapper<AccountPolicy>;
  AccountReferenceInput: AccountReferenceInput;
  AccountRelation: ResolverTypeWrapper<StoredRelationModel>;
  AccountRelationConnection: ResolverTypeWrapper<Omit<AccountRelationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountRelationEdge']> }>;
  AccountRelationEdge: ResolverTypeWrapper<Omit<AccountRelationEdge, 'node'> & { node: ResolversTypes['AccountRelation'] }>;
  AccountResult: ResolverTypeWrapper<AccountResultModel>;
  AccountStatus: AccountStatus;
  AccountSubscription: ResolverTypeWrapper<SubscriptionModel>;
  AccountSubscriptionConnection: ResolverTypeWrapper<Omit<AccountSubscriptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AccountSubscriptionEdge']> }>;
  AccountSubscriptionEdge: ResolverTypeWrapper<Omit<AccountSubscriptionEdge, 'node'> & { node: ResolversTypes['AccountSubscription'] }>;
  AccountSubscriptionStatus: AccountSubscriptionStatus;
  AccountUserError: ResolverTypeWrapper<AccountUserError>;
  AccountViewer: ResolverTypeWrapper<CallerModel>;
  AccountViewerKind: AccountViewerKind;
  AccountsPayload: ResolverTypeWrapper<Omit<AccountsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['AccountResult']> }>;
  ActionPermission: ResolverTypeWrapper<ActionPermission>;
  ActionPolicy: ResolverTypeWrapper<ActionPolicy>;
  ActivateBackOrderingInput: ActivateBackOrderingInput;
  AddContactInput: AddContactInput;
  AnnounceAccountInput: AnnounceAccountInput;
  AnnounceMoveInput: AnnounceMoveInput;
  ApiOptions: ResolverTypeWrapper<ApiOptionsModel>;
  ApiOptionsEntity: ApiOptionsEntity;
  ApiOptionsPayload: ResolverTypeWrapper<Omit<ApiOptionsPayload, 'apiOptions'> & { apiOptions?: Maybe<ResolversTypes['ApiOptions']> }>;
  AuditConnection: ResolverTypeWrapper<Omit<AuditConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AuditEdge']> }>;
  AuditEdge: ResolverTypeWrapper<Omit<AuditEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditOperation: AuditOperation;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  BillingAddress: ResolverTypeWrapper<BillingAddress>;
  BillingAddressInput: BillingAddressInput;
  BillingPeriod: BillingPeriod;
  CancelPaidSubscriptionInput: CancelPaidSubscriptionInput;
  CancelPaidSubscriptionPayload: ResolverTypeWrapper<Omit<CancelPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversTypes['Account']>, subscription?: Maybe<ResolversTypes['AccountSubscription']> }>;
  CancelSubscriptionInput: CancelSubscriptionInput;
  ChangeSubscriptionInput: ChangeSubscriptionInput;
  ContactPayload: ResolverTypeWrapper<Omit<ContactPayload, 'account' | 'contact'> & { account?: Maybe<ResolversTypes['Account']>, contact?: Maybe<ResolversTypes['AccountContact']> }>;
  CreateAccountInput: CreateAccountInput;
  CreateCreditNoteInput: CreateCreditNoteInput;
  CreateInvoiceInput: CreateInvoiceInput;
  CreateSubscriptionInput: CreateSubscriptionInput;
  CreateTenantResellerInput: CreateTenantResellerInput;
  CreditLineInput: CreditLineInput;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  CustomFieldDefinition: ResolverTypeWrapper<CustomFieldDefinitionModel>;
  CustomFieldDefinitionPayload: ResolverTypeWrapper<Omit<CustomFieldDefinitionPayload, 'definition'> & { definition?: Maybe<ResolversTypes['CustomFieldDefinition']> }>;
  CustomFieldFilter: CustomFieldFilter;
  CustomFieldInput: CustomFieldInput;
  CustomFieldType: CustomFieldType;
  CustomFieldValue: ResolverTypeWrapper<Omit<CustomFieldValue, 'definition'> & { definition: ResolversTypes['CustomFieldDefinition'] }>;
  CustomerSnapshotInput: CustomerSnapshotInput;
  CustomerSyncItem: CustomerSyncItem;
  CustomersCopied: ResolverTypeWrapper<CustomersCopied>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteManagedAccountInput: DeleteManagedAccountInput;
  DenialReason: DenialReason;
  DriftWarning: DriftWarning;
  EnumPolicy: ResolverTypeWrapper<EnumPolicy>;
  EnumValuePolicy: ResolverTypeWrapper<EnumValuePolicy>;
  FieldLock: ResolverTypeWrapper<FieldLock>;
  FieldPolicy: ResolverTypeWrapper<FieldPolicy>;
  GenerateInvoicesInput: GenerateInvoicesInput;
  GenerateInvoicesPayload: ResolverTypeWrapper<Omit<GenerateInvoicesPayload, 'account' | 'invoices'> & { account?: Maybe<ResolversTypes['Account']>, invoices: ReadonlyArray<ResolversTypes['AccountInvoice']> }>;
  GoLiveAccount: ResolverTypeWrapper<GoLiveAccountModel>;
  GoLiveAccountConnection: ResolverTypeWrapper<Omit<GoLiveAccountConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['GoLiveAccountEdge']> }>;
  GoLiveAccountEdge: ResolverTypeWrapper<Omit<GoLiveAccountEdge, 'node'> & { node: ResolversTypes['GoLiveAccount'] }>;
  GoLiveObstacle: GoLiveObstacle;
  GoLivePlan: ResolverTypeWrapper<GoLivePlanModel>;
  InputLabel: ResolverTypeWrapper<InputLabel>;
  InvoiceKind: InvoiceKind;
  InvoiceLineInput: InvoiceLineInput;
  InvoicePayload: ResolverTypeWrapper<Omit<InvoicePayload, 'account' | 'invoice'> & { account?: Maybe<ResolversTypes['Account']>, invoice?: Maybe<ResolversTypes['AccountInvoice']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LockReason: LockReason;
  ManagedByReseller: ResolverTypeWrapper<ManagedAccountModel>;
  ManagementOrigin: ManagementOrigin;
  MessageParameter: ResolverTypeWrapper<MessageParameter>;
  MoveInput: MoveInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationGuard: MutationGuard;
  MutationInputField: ResolverTypeWrapper<MutationInputField>;
  MutationPolicy: ResolverTypeWrapper<MutationPolicy>;
  OfferedService: ResolverTypeWrapper<ServiceSourceModel>;
  OfferedServiceConnection: ResolverTypeWrapper<Omit<OfferedServiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OfferedServiceEdge']> }>;
  OfferedServiceEdge: ResolverTypeWrapper<Omit<OfferedServiceEdge, 'node'> & { node: ResolversTypes['OfferedService'] }>;
  OrderDirection: OrderDirection;
  OverbilledPeriod: ResolverTypeWrapper<OverbilledPeriod>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaidSubscriptionInput: PaidSubscriptionInput;
  PendingInvoice: ResolverTypeWrapper<PendingInvoiceModel>;
  PermissionGrant: ResolverTypeWrapper<PermissionGrant>;
  PermissionGrantInput: PermissionGrantInput;
  PermissionRule: ResolverTypeWrapper<PermissionRuleModel>;
  PermissionRulePayload: ResolverTypeWrapper<Omit<PermissionRulePayload, 'permissionRule'> & { permissionRule?: Maybe<ResolversTypes['PermissionRule']> }>;
  PolicyCondition: ResolverTypeWrapper<PolicyCondition>;
  PolicyFact: PolicyFact;
  PolicyFactTest: ResolverTypeWrapper<PolicyFactTest>;
  PolicyFactValue: ResolverTypeWrapper<PolicyFactValue>;
  PriceInput: PriceInput;
  PriceList: ResolverTypeWrapper<PriceListModel>;
  PriceListConnection: ResolverTypeWrapper<Omit<PriceListConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PriceListEdge']> }>;
  PriceListEdge: ResolverTypeWrapper<Omit<PriceListEdge, 'node'> & { node: ResolversTypes['PriceList'] }>;
  PriceListEntry: ResolverTypeWrapper<PriceListEntryModel>;
  PriceListEntryConnection: ResolverTypeWrapper<Omit<PriceListEntryConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PriceListEntryEdge']> }>;
  PriceListEntryEdge: ResolverTypeWrapper<Omit<PriceListEntryEdge, 'node'> & { node: ResolversTypes['PriceListEntry'] }>;
  PriceListEntryInput: PriceListEntryInput;
  PriceListPayload: ResolverTypeWrapper<Omit<PriceListPayload, 'priceList'> & { priceList?: Maybe<ResolversTypes['PriceList']> }>;
  PriceSource: PriceSource;
  PrincipalKind: PrincipalKind;
  QuantityStep: ResolverTypeWrapper<QuantityStep>;
  QuantityStepInput: QuantityStepInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordPaidSubscriptionInput: RecordPaidSubscriptionInput;
  RecordPaidSubscriptionPayload: ResolverTypeWrapper<Omit<RecordPaidSubscriptionPayload, 'account' | 'changes' | 'subscription'> & { account?: Maybe<ResolversTypes['Account']>, changes: ReadonlyArray<ResolversTypes['AccountChange']>, subscription?: Maybe<ResolversTypes['AccountSubscription']> }>;
  RelateAccountInput: RelateAccountInput;
  RelationKind: RelationKind;
  RelationPayload: ResolverTypeWrapper<Omit<RelationPayload, 'account' | 'relation'> & { account?: Maybe<ResolversTypes['Account']>, relation?: Maybe<ResolversTypes['AccountRelation']> }>;
  ReleaseAccountInput: ReleaseAccountInput;
  ReleaseAccountsInput: ReleaseAccountsInput;
  ReleaseSubscriptionInput: ReleaseSubscriptionInput;
  RemoveContactInput: RemoveContactInput;
  RestoreManagedAccountInput: RestoreManagedAccountInput;
  SalesDocument: ResolverTypeWrapper<StoredSalesDocumentModel>;
  SalesDocumentConnection: ResolverTypeWrapper<Omit<SalesDocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SalesDocumentEdge']> }>;
  SalesDocumentEdge: ResolverTypeWrapper<Omit<SalesDocumentEdge, 'node'> & { node: ResolversTypes['SalesDocument'] }>;
  SalesDocumentKind: SalesDocumentKind;
  SalesDocumentPayload: ResolverTypeWrapper<Omit<SalesDocumentPayload, 'account' | 'document'> & { account?: Maybe<ResolversTypes['Account']>, document?: Maybe<ResolversTypes['SalesDocument']> }>;
  SalesLine: ResolverTypeWrapper<SalesLineModel>;
  SalesLineInput: SalesLineInput;
  SaveCustomFieldDefinitionInput: SaveCustomFieldDefinitionInput;
  SavePermissionRuleInput: SavePermissionRuleInput;
  SavePriceListInput: SavePriceListInput;
  SaveServiceInput: SaveServiceInput;
  SellInput: SellInput;
  ServicePayload: ResolverTypeWrapper<Omit<ServicePayload, 'service'> & { service?: Maybe<ResolversTypes['OfferedService']> }>;
  ServicePrice: ResolverTypeWrapper<ServicePrice>;
  SetApiOptionsInput: SetApiOptionsInput;
  SourceStatus: SourceStatus;
  SubscriptionPayload: ResolverTypeWrapper<Omit<SubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversTypes['Account']>, subscription?: Maybe<ResolversTypes['AccountSubscription']> }>;
  SubscriptionSyncResult: ResolverTypeWrapper<SubscriptionSyncResultModel>;
  SyncCustomersInput: SyncCustomersInput;
  SyncCustomersPayload: ResolverTypeWrapper<Omit<SyncCustomersPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['SyncItemResult']> }>;
  SyncHealth: ResolverTypeWrapper<SyncHealthModel>;
  SyncItemResult: ResolverTypeWrapper<SyncItemResultModel>;
  SyncOutcome: SyncOutcome;
  SyncPayload: ResolverTypeWrapper<Omit<SyncPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  SyncProblem: ResolverTypeWrapper<SyncProblemModel>;
  SyncProblemConnection: ResolverTypeWrapper<Omit<SyncProblemConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SyncProblemEdge']> }>;
  SyncProblemEdge: ResolverTypeWrapper<Omit<SyncProblemEdge, 'node'> & { node: ResolversTypes['SyncProblem'] }>;
  SyncWarning: SyncWarning;
  SynchronizationOption: ResolverTypeWrapper<SynchronizationOption>;
  SynchronizationOptionInput: SynchronizationOptionInput;
  SynchronizeAccountInput: SynchronizeAccountInput;
  TenantReseller: ResolverTypeWrapper<TenantResellerModel>;
  TenantResellerConnection: ResolverTypeWrapper<Omit<TenantResellerConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TenantResellerEdge']> }>;
  TenantResellerEdge: ResolverTypeWrapper<Omit<TenantResellerEdge, 'node'> & { node: ResolversTypes['TenantReseller'] }>;
  TenantResellerPayload: ResolverTypeWrapper<Omit<TenantResellerPayload, 'tenantReseller'> & { tenantReseller?: Maybe<ResolversTypes['TenantReseller']> }>;
  TenantResellerStatus: TenantResellerStatus;
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
  AccountChange: AccountChangeModel;
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
  AccountInvoiceLine: InvoiceLineSourceModel;
  AccountMutationPayload: ResolversInterfaceTypes<ResolversParentTypes>['AccountMutationPayload'];
  AccountOrder: AccountOrder;
  AccountPayload: Omit<AccountPayload, 'account' | 'changes'> & { account?: Maybe<ResolversParentTypes['Account']>, changes: ReadonlyArray<ResolversParentTypes['AccountChange']> };
  AccountPolicy: AccountPolicy;
  AccountReferenceInput: AccountReferenceInput;
  AccountRelation: StoredRelationModel;
  AccountRelationConnection: Omit<AccountRelationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountRelationEdge']> };
  AccountRelationEdge: Omit<AccountRelationEdge, 'node'> & { node: ResolversParentTypes['AccountRelation'] };
  AccountResult: AccountResultModel;
  AccountSubscription: SubscriptionModel;
  AccountSubscriptionConnection: Omit<AccountSubscriptionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AccountSubscriptionEdge']> };
  AccountSubscriptionEdge: Omit<AccountSubscriptionEdge, 'node'> & { node: ResolversParentTypes['AccountSubscription'] };
  AccountUserError: AccountUserError;
  AccountViewer: CallerModel;
  AccountsPayload: Omit<AccountsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['AccountResult']> };
  ActionPermission: ActionPermission;
  ActionPolicy: ActionPolicy;
  ActivateBackOrderingInput: ActivateBackOrderingInput;
  AddContactInput: AddContactInput;
  AnnounceAccountInput: AnnounceAccountInput;
  AnnounceMoveInput: AnnounceMoveInput;
  ApiOptions: ApiOptionsModel;
  ApiOptionsPayload: Omit<ApiOptionsPayload, 'apiOptions'> & { apiOptions?: Maybe<ResolversParentTypes['ApiOptions']> };
  AuditConnection: Omit<AuditConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AuditEdge']> };
  AuditEdge: Omit<AuditEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditEntry: AuditEntryModel;
  BigInt: Scalars['BigInt']['output'];
  BillingAddress: BillingAddress;
  BillingAddressInput: BillingAddressInput;
  CancelPaidSubscriptionInput: CancelPaidSubscriptionInput;
  CancelPaidSubscriptionPayload: Omit<CancelPaidSubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversParentTypes['Account']>, subscription?: Maybe<ResolversParentTypes['AccountSubscription']> };
  CancelSubscriptionInput: CancelSubscriptionInput;
  ChangeSubscriptionInput: ChangeSubscriptionInput;
  ContactPayload: Omit<ContactPayload, 'account' | 'contact'> & { account?: Maybe<ResolversParentTypes['Account']>, contact?: Maybe<ResolversParentTypes['AccountContact']> };
  CreateAccountInput: CreateAccountInput;
  CreateCreditNoteInput: CreateCreditNoteInput;
  CreateInvoiceInput: CreateInvoiceInput;
  CreateSubscriptionInput: CreateSubscriptionInput;
  CreateTenantResellerInput: CreateTenantResellerInput;
  CreditLineInput: CreditLineInput;
  Currency: Scalars['Currency']['output'];
  CustomFieldDefinition: CustomFieldDefinitionModel;
  CustomFieldDefinitionPayload: Omit<CustomFieldDefinitionPayload, 'definition'> & { definition?: Maybe<ResolversParentTypes['CustomFieldDefinition']> };
  CustomFieldFilter: CustomFieldFilter;
  CustomFieldInput: CustomFieldInput;
  CustomFieldValue: Omit<CustomFieldValue, 'definition'> & { definition: ResolversParentTypes['CustomFieldDefinition'] };
  CustomerSnapshotInput: CustomerSnapshotInput;
  CustomerSyncItem: CustomerSyncItem;
  CustomersCopied: CustomersCopied;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteManagedAccountInput: DeleteManagedAccountInput;
  EnumPolicy: EnumPolicy;
  EnumValuePolicy: EnumValuePolicy;
  FieldLock: FieldLock;
  FieldPolicy: FieldPolicy;
  GenerateInvoicesInput: GenerateInvoicesInput;
  GenerateInvoicesPayload: Omit<GenerateInvoicesPayload, 'account' | 'invoices'> & { account?: Maybe<ResolversParentTypes['Account']>, invoices: ReadonlyArray<ResolversParentTypes['AccountInvoice']> };
  GoLiveAccount: GoLiveAccountModel;
  GoLiveAccountConnection: Omit<GoLiveAccountConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['GoLiveAccountEdge']> };
  GoLiveAccountEdge: Omit<GoLiveAccountEdge, 'node'> & { node: ResolversParentTypes['GoLiveAccount'] };
  GoLivePlan: GoLivePlanModel;
  InputLabel: InputLabel;
  InvoiceLineInput: InvoiceLineInput;
  InvoicePayload: Omit<InvoicePayload, 'account' | 'invoice'> & { account?: Maybe<ResolversParentTypes['Account']>, invoice?: Maybe<ResolversParentTypes['AccountInvoice']> };
  JSON: Scalars['JSON']['output'];
  ManagedByReseller: ManagedAccountModel;
  MessageParameter: MessageParameter;
  MoveInput: MoveInput;
  Mutation: Record<PropertyKey, never>;
  MutationInputField: MutationInputField;
  MutationPolicy: MutationPolicy;
  OfferedService: ServiceSourceModel;
  OfferedServiceConnection: Omit<OfferedServiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OfferedServiceEdge']> };
  OfferedServiceEdge: Omit<OfferedServiceEdge, 'node'> & { node: ResolversParentTypes['OfferedService'] };
  OverbilledPeriod: OverbilledPeriod;
  PageInfo: PageInfo;
  PaidSubscriptionInput: PaidSubscriptionInput;
  PendingInvoice: PendingInvoiceModel;
  PermissionGrant: PermissionGrant;
  PermissionGrantInput: PermissionGrantInput;
  PermissionRule: PermissionRuleModel;
  PermissionRulePayload: Omit<PermissionRulePayload, 'permissionRule'> & { permissionRule?: Maybe<ResolversParentTypes['PermissionRule']> };
  PolicyCondition: PolicyCondition;
  PolicyFactTest: PolicyFactTest;
  PolicyFactValue: PolicyFactValue;
  PriceInput: PriceInput;
  PriceList: PriceListModel;
  PriceListConnection: Omit<PriceListConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PriceListEdge']> };
  PriceListEdge: Omit<PriceListEdge, 'node'> & { node: ResolversParentTypes['PriceList'] };
  PriceListEntry: PriceListEntryModel;
  PriceListEntryConnection: Omit<PriceListEntryConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PriceListEntryEdge']> };
  PriceListEntryEdge: Omit<PriceListEntryEdge, 'node'> & { node: ResolversParentTypes['PriceListEntry'] };
  PriceListEntryInput: PriceListEntryInput;
  PriceListPayload: Omit<PriceListPayload, 'priceList'> & { priceList?: Maybe<ResolversParentTypes['PriceList']> };
  QuantityStep: QuantityStep;
  QuantityStepInput: QuantityStepInput;
  Query: Record<PropertyKey, never>;
  RecordPaidSubscriptionInput: RecordPaidSubscriptionInput;
  RecordPaidSubscriptionPayload: Omit<RecordPaidSubscriptionPayload, 'account' | 'changes' | 'subscription'> & { account?: Maybe<ResolversParentTypes['Account']>, changes: ReadonlyArray<ResolversParentTypes['AccountChange']>, subscription?: Maybe<ResolversParentTypes['AccountSubscription']> };
  RelateAccountInput: RelateAccountInput;
  RelationPayload: Omit<RelationPayload, 'account' | 'relation'> & { account?: Maybe<ResolversParentTypes['Account']>, relation?: Maybe<ResolversParentTypes['AccountRelation']> };
  ReleaseAccountInput: ReleaseAccountInput;
  ReleaseAccountsInput: ReleaseAccountsInput;
  ReleaseSubscriptionInput: ReleaseSubscriptionInput;
  RemoveContactInput: RemoveContactInput;
  RestoreManagedAccountInput: RestoreManagedAccountInput;
  SalesDocument: StoredSalesDocumentModel;
  SalesDocumentConnection: Omit<SalesDocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SalesDocumentEdge']> };
  SalesDocumentEdge: Omit<SalesDocumentEdge, 'node'> & { node: ResolversParentTypes['SalesDocument'] };
  SalesDocumentPayload: Omit<SalesDocumentPayload, 'account' | 'document'> & { account?: Maybe<ResolversParentTypes['Account']>, document?: Maybe<ResolversParentTypes['SalesDocument']> };
  SalesLine: SalesLineModel;
  SalesLineInput: SalesLineInput;
  SaveCustomFieldDefinitionInput: SaveCustomFieldDefinitionInput;
  SavePermissionRuleInput: SavePermissionRuleInput;
  SavePriceListInput: SavePriceListInput;
  SaveServiceInput: SaveServiceInput;
  SellInput: SellInput;
  ServicePayload: Omit<ServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['OfferedService']> };
  ServicePrice: ServicePrice;
  SetApiOptionsInput: SetApiOptionsInput;
  SubscriptionPayload: Omit<SubscriptionPayload, 'account' | 'subscription'> & { account?: Maybe<ResolversParentTypes['Account']>, subscription?: Maybe<ResolversParentTypes['AccountSubscription']> };
  SubscriptionSyncResult: SubscriptionSyncResultModel;
  SyncCustomersInput: SyncCustomersInput;
  SyncCustomersPayload: Omit<SyncCustomersPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['SyncItemResult']> };
  SyncHealth: SyncHealthModel;
  SyncItemResult: SyncItemResultModel;
  SyncPayload: Omit<SyncPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  SyncProblem: SyncProblemModel;
  SyncProblemConnection: Omit<SyncProblemConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SyncProblemEdge']> };
  SyncProblemEdge: Omit<SyncProblemEdge, 'node'> & { node: ResolversParentTypes['SyncProblem'] };
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
  access?: Resolver<Maybe<ResolversTypes['AccessLevel']>, ParentType, ContextType>;
  accountingNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actionPermissions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActionPermission']>>, ParentType, ContextType>;
  allowedActions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccountAction']>>, ParentType, ContextType>;
  audit?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, RequireFields<AccountAuditArgs, 'first'>>;
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
  policyFacts?: Resolver<ReadonlyArray<ResolversTypes['PolicyFactValue']>, ParentType, ContextType>;
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

export type AccountChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountChange'] = ResolversParentTypes['AccountChange']> = {
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['AccountField']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['AccountChangeSubject'], ParentType, ContextType>;
  subscriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCountIsCapped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  corrects?: Resolver<Maybe<ResolversTypes['AccountInvoice']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InvoiceKind'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['AccountInvoiceLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  credited?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AccountMutationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountMutationPayload'] = ResolversParentTypes['AccountMutationPayload']> = {
  __resolveType: TypeResolveFn<'AccountPayload' | 'AccountsPayload' | 'ApiOptionsPayload' | 'CancelPaidSubscriptionPayload' | 'ContactPayload' | 'CustomFieldDefinitionPayload' | 'GenerateInvoicesPayload' | 'InvoicePayload' | 'PermissionRulePayload' | 'PriceListPayload' | 'RecordPaidSubscriptionPayload' | 'RelationPayload' | 'SalesDocumentPayload' | 'ServicePayload' | 'SubscriptionPayload' | 'SyncCustomersPayload' | 'SyncPayload' | 'TenantResellerPayload' | 'TransferAccountsPayload', ParentType, ContextType>;
};

export type AccountPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountPayload'] = ResolversParentTypes['AccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccountChange']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountPolicy'] = ResolversParentTypes['AccountPolicy']> = {
  actions?: Resolver<ReadonlyArray<ResolversTypes['ActionPolicy']>, ParentType, ContextType>;
  enums?: Resolver<ReadonlyArray<ResolversTypes['EnumPolicy']>, ParentType, ContextType>;
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

export type AccountResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountResult'] = ResolversParentTypes['AccountResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccountChange']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
};

export type AccountSubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountSubscription'] = ResolversParentTypes['AccountSubscription']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  billingPeriod?: Resolver<ResolversTypes['BillingPeriod'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextInvoiceDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overbilled?: Resolver<ReadonlyArray<ResolversTypes['OverbilledPeriod']>, ParentType, ContextType>;
  priceSource?: Resolver<ResolversTypes['PriceSource'], ParentType, ContextType>;
  quantities?: Resolver<ReadonlyArray<ResolversTypes['QuantityStep']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['OfferedService'], ParentType, ContextType>;
  sourceSubscriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sourceVersion?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
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
  messageKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['MessageParameter']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['DenialReason']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AccountViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountViewer'] = ResolversParentTypes['AccountViewer']> = {
  groups?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccountViewerKind'], ParentType, ContextType>;
  powers?: Resolver<ReadonlyArray<ResolversTypes['MutationGuard']>, ParentType, ContextType>;
  tenantReseller?: Resolver<Maybe<ResolversTypes['TenantReseller']>, ParentType, ContextType>;
};

export type AccountsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountsPayload'] = ResolversParentTypes['AccountsPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['AccountResult']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  conditions?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
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

export type AuditConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actorKind?: Resolver<Maybe<ResolversTypes['AccountViewerKind']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mutation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['AuditOperation'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tokenId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type CustomersCopiedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomersCopied'] = ResolversParentTypes['CustomersCopied']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
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

export type EnumPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnumPolicy'] = ResolversParentTypes['EnumPolicy']> = {
  enum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['EnumValuePolicy']>, ParentType, ContextType>;
};

export type EnumValuePolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnumValuePolicy'] = ResolversParentTypes['EnumValuePolicy']> = {
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FieldLockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldLock'] = ResolversParentTypes['FieldLock']> = {
  field?: Resolver<ResolversTypes['AccountField'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LockReason'], ParentType, ContextType>;
};

export type FieldPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldPolicy'] = ResolversParentTypes['FieldPolicy']> = {
  accountField?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['PolicyCondition']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['AccountField'], ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type GoLiveAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoLiveAccount'] = ResolversParentTypes['GoLiveAccount']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  obstacles?: Resolver<ReadonlyArray<ResolversTypes['GoLiveObstacle']>, ParentType, ContextType>;
  subscriptions?: Resolver<ReadonlyArray<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
};

export type GoLiveAccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoLiveAccountConnection'] = ResolversParentTypes['GoLiveAccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GoLiveAccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GoLiveAccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoLiveAccountEdge'] = ResolversParentTypes['GoLiveAccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GoLiveAccount'], ParentType, ContextType>;
};

export type GoLivePlanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoLivePlan'] = ResolversParentTypes['GoLivePlan']> = {
  accounts?: Resolver<ResolversTypes['GoLiveAccountConnection'], ParentType, ContextType, RequireFields<GoLivePlanAccountsArgs, 'first'>>;
  ready?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InputLabelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InputLabel'] = ResolversParentTypes['InputLabel']> = {
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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
  moveTo?: Resolver<Maybe<ResolversTypes['TenantReseller']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ManagementOrigin'], ParentType, ContextType>;
  reseller?: Resolver<ResolversTypes['TenantReseller'], ParentType, ContextType>;
  ribbon?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceAccountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceVersion?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type MessageParameterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MessageParameter'] = ResolversParentTypes['MessageParameter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateBackOrdering?: Resolver<Maybe<ResolversTypes['TenantResellerPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationActivateBackOrderingArgs, 'input'>>;
  addContact?: Resolver<Maybe<ResolversTypes['ContactPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationAddContactArgs, 'input'>>;
  announceMove?: Resolver<Maybe<ResolversTypes['AccountsPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationAnnounceMoveArgs, 'input'>>;
  cancelPaidSubscription?: Resolver<Maybe<ResolversTypes['CancelPaidSubscriptionPayload']>, ParentType, SyncGuarded<ContextType>, RequireFields<MutationCancelPaidSubscriptionArgs, 'input'>>;
  cancelSubscription?: Resolver<Maybe<ResolversTypes['SubscriptionPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCancelSubscriptionArgs, 'input'>>;
  changeSubscription?: Resolver<Maybe<ResolversTypes['SubscriptionPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationChangeSubscriptionArgs, 'input'>>;
  completeMove?: Resolver<Maybe<ResolversTypes['AccountsPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationCompleteMoveArgs, 'input'>>;
  createAccount?: Resolver<Maybe<ResolversTypes['AccountPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationCreateAccountArgs, 'input'>>;
  createCreditNote?: Resolver<Maybe<ResolversTypes['InvoicePayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationCreateCreditNoteArgs, 'input'>>;
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
  releaseAccounts?: Resolver<Maybe<ResolversTypes['AccountsPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationReleaseAccountsArgs, 'input'>>;
  removeContact?: Resolver<Maybe<ResolversTypes['ContactPayload']>, ParentType, AccountGuarded<ContextType>, RequireFields<MutationRemoveContactArgs, 'input'>>;
  restoreManagedAccount?: Resolver<Maybe<ResolversTypes['SyncPayload']>, ParentType, SyncGuarded<ContextType>, RequireFields<MutationRestoreManagedAccountArgs, 'input'>>;
  saveCustomFieldDefinition?: Resolver<Maybe<ResolversTypes['CustomFieldDefinitionPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSaveCustomFieldDefinitionArgs, 'input'>>;
  savePermissionRule?: Resolver<Maybe<ResolversTypes['PermissionRulePayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSavePermissionRuleArgs, 'input'>>;
  savePriceList?: Resolver<Maybe<ResolversTypes['PriceListPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationSavePriceListArgs, 'input'>>;
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
  withdrawMove?: Resolver<Maybe<ResolversTypes['AccountsPayload']>, ParentType, AdministratorGuarded<ContextType>, RequireFields<MutationWithdrawMoveArgs, 'input'>>;
};

export type MutationInputFieldResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MutationInputField'] = ResolversParentTypes['MutationInputField']> = {
  field?: Resolver<ResolversTypes['AccountField'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MutationPolicy'] = ResolversParentTypes['MutationPolicy']> = {
  accountPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['AccountAction']>, ParentType, ContextType>;
  callers?: Resolver<ReadonlyArray<ResolversTypes['AccountViewerKind']>, ParentType, ContextType>;
  guard?: Resolver<ResolversTypes['MutationGuard'], ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputFields?: Resolver<ReadonlyArray<ResolversTypes['MutationInputField']>, ParentType, ContextType>;
  inputSchema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['InputLabel']>, ParentType, ContextType>;
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

export type OverbilledPeriodResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OverbilledPeriod'] = ResolversParentTypes['OverbilledPeriod']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
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

export type PolicyConditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicyCondition'] = ResolversParentTypes['PolicyCondition']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  when?: Resolver<ReadonlyArray<ResolversTypes['PolicyFactTest']>, ParentType, ContextType>;
};

export type PolicyFactTestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicyFactTest'] = ResolversParentTypes['PolicyFactTest']> = {
  fact?: Resolver<ResolversTypes['PolicyFact'], ParentType, ContextType>;
  is?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PolicyFactValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicyFactValue'] = ResolversParentTypes['PolicyFactValue']> = {
  fact?: Resolver<ResolversTypes['PolicyFact'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PriceListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceList'] = ResolversParentTypes['PriceList']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prices?: Resolver<ResolversTypes['PriceListEntryConnection'], ParentType, ContextType, RequireFields<PriceListPricesArgs, 'first'>>;
};

export type PriceListConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceListConnection'] = ResolversParentTypes['PriceListConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PriceListEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PriceListEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceListEdge'] = ResolversParentTypes['PriceListEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PriceList'], ParentType, ContextType>;
};

export type PriceListEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceListEntry'] = ResolversParentTypes['PriceListEntry']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  billingPeriod?: Resolver<ResolversTypes['BillingPeriod'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type PriceListEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceListEntryConnection'] = ResolversParentTypes['PriceListEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PriceListEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PriceListEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceListEntryEdge'] = ResolversParentTypes['PriceListEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PriceListEntry'], ParentType, ContextType>;
};

export type PriceListPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PriceListPayload'] = ResolversParentTypes['PriceListPayload']> = {
  priceList?: Resolver<Maybe<ResolversTypes['PriceList']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuantityStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuantityStep'] = ResolversParentTypes['QuantityStep']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'id'>>;
  accountPolicy?: Resolver<ResolversTypes['AccountPolicy'], ParentType, ContextType, Partial<QueryAccountPolicyArgs>>;
  accountViewer?: Resolver<Maybe<ResolversTypes['AccountViewer']>, ParentType, ContextType>;
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first' | 'orderBy'>>;
  apiOptions?: Resolver<Maybe<ResolversTypes['ApiOptions']>, ParentType, ContextType, RequireFields<QueryApiOptionsArgs, 'entity'>>;
  auditEntries?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, RequireFields<QueryAuditEntriesArgs, 'first'>>;
  copiedAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryCopiedAccountArgs, 'sourceAccountId'>>;
  copiedAccounts?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Account']>>, ParentType, ContextType, RequireFields<QueryCopiedAccountsArgs, 'sourceAccountIds'>>;
  customFieldDefinitions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomFieldDefinition']>>, ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['AccountInvoice']>, ParentType, ContextType, RequireFields<QueryInvoiceArgs, 'id'>>;
  offeredServices?: Resolver<Maybe<ResolversTypes['OfferedServiceConnection']>, ParentType, ContextType, RequireFields<QueryOfferedServicesArgs, 'first'>>;
  permissionRules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PermissionRule']>>, ParentType, ContextType>;
  priceLists?: Resolver<Maybe<ResolversTypes['PriceListConnection']>, ParentType, ContextType, RequireFields<QueryPriceListsArgs, 'first'>>;
  tenantReseller?: Resolver<Maybe<ResolversTypes['TenantReseller']>, ParentType, ContextType, RequireFields<QueryTenantResellerArgs, 'id'>>;
  tenantResellers?: Resolver<Maybe<ResolversTypes['TenantResellerConnection']>, ParentType, ContextType, RequireFields<QueryTenantResellersArgs, 'first'>>;
};

export type RecordPaidSubscriptionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordPaidSubscriptionPayload'] = ResolversParentTypes['RecordPaidSubscriptionPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccountChange']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  subscriptionOutcome?: Resolver<Maybe<ResolversTypes['SyncOutcome']>, ParentType, ContextType>;
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

export type SubscriptionSyncResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionSyncResult'] = ResolversParentTypes['SubscriptionSyncResult']> = {
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  sourceSubscriptionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subscription?: Resolver<Maybe<ResolversTypes['AccountSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
};

export type SyncCustomersPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncCustomersPayload'] = ResolversParentTypes['SyncCustomersPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['SyncItemResult']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncHealth'] = ResolversParentTypes['SyncHealth']> = {
  acceptedLastDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAcceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openProblems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusedLastDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncItemResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncItemResult'] = ResolversParentTypes['SyncItemResult']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccountChange']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SyncOutcome'], ParentType, ContextType>;
  sourceAccountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subscriptionResults?: Resolver<ReadonlyArray<ResolversTypes['SubscriptionSyncResult']>, ParentType, ContextType>;
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

export type SyncProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncProblem'] = ResolversParentTypes['SyncProblem']> = {
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['AccountErrorCode'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sourceAccountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceSubscriptionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SyncProblemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncProblemConnection'] = ResolversParentTypes['SyncProblemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SyncProblemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SyncProblemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncProblemEdge'] = ResolversParentTypes['SyncProblemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncProblem'], ParentType, ContextType>;
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
  customersCopiedByMonth?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomersCopied']>>, ParentType, ContextType, RequireFields<TenantResellerCustomersCopiedByMonthArgs, 'months'>>;
  goLivePlan?: Resolver<Maybe<ResolversTypes['GoLivePlan']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priceList?: Resolver<Maybe<ResolversTypes['PriceList']>, ParentType, ContextType>;
  separateInvoices?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TenantResellerStatus'], ParentType, ContextType>;
  syncHealth?: Resolver<Maybe<ResolversTypes['SyncHealth']>, ParentType, ContextType>;
  syncProblems?: Resolver<Maybe<ResolversTypes['SyncProblemConnection']>, ParentType, ContextType, RequireFields<TenantResellerSyncProblemsArgs, 'first' | 'open'>>;
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
  changes?: Resolver<ReadonlyArray<ResolversTypes['AccountChange']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AccountUserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountChange?: AccountChangeResolvers<ContextType>;
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
  AccountResult?: AccountResultResolvers<ContextType>;
  AccountSubscription?: AccountSubscriptionResolvers<ContextType>;
  AccountSubscriptionConnection?: AccountSubscriptionConnectionResolvers<ContextType>;
  AccountSubscriptionEdge?: AccountSubscriptionEdgeResolvers<ContextType>;
  AccountUserError?: AccountUserErrorResolvers<ContextType>;
  AccountViewer?: AccountViewerResolvers<ContextType>;
  AccountsPayload?: AccountsPayloadResolvers<ContextType>;
  ActionPermission?: ActionPermissionResolvers<ContextType>;
  ActionPolicy?: ActionPolicyResolvers<ContextType>;
  ApiOptions?: ApiOptionsResolvers<ContextType>;
  ApiOptionsPayload?: ApiOptionsPayloadResolvers<ContextType>;
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  BillingAddress?: BillingAddressResolvers<ContextType>;
  CancelPaidSubscriptionPayload?: CancelPaidSubscriptionPayloadResolvers<ContextType>;
  ContactPayload?: ContactPayloadResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  CustomFieldDefinition?: CustomFieldDefinitionResolvers<ContextType>;
  CustomFieldDefinitionPayload?: CustomFieldDefinitionPayloadResolvers<ContextType>;
  CustomFieldValue?: CustomFieldValueResolvers<ContextType>;
  CustomersCopied?: CustomersCopiedResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  EnumPolicy?: EnumPolicyResolvers<ContextType>;
  EnumValuePolicy?: EnumValuePolicyResolvers<ContextType>;
  FieldLock?: FieldLockResolvers<ContextType>;
  FieldPolicy?: FieldPolicyResolvers<ContextType>;
  GenerateInvoicesPayload?: GenerateInvoicesPayloadResolvers<ContextType>;
  GoLiveAccount?: GoLiveAccountResolvers<ContextType>;
  GoLiveAccountConnection?: GoLiveAccountConnectionResolvers<ContextType>;
  GoLiveAccountEdge?: GoLiveAccountEdgeResolvers<ContextType>;
  GoLivePlan?: GoLivePlanResolvers<ContextType>;
  InputLabel?: InputLabelResolvers<ContextType>;
  InvoicePayload?: InvoicePayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  ManagedByReseller?: ManagedByResellerResolvers<ContextType>;
  MessageParameter?: MessageParameterResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationInputField?: MutationInputFieldResolvers<ContextType>;
  MutationPolicy?: MutationPolicyResolvers<ContextType>;
  OfferedService?: OfferedServiceResolvers<ContextType>;
  OfferedServiceConnection?: OfferedServiceConnectionResolvers<ContextType>;
  OfferedServiceEdge?: OfferedServiceEdgeResolvers<ContextType>;
  OverbilledPeriod?: OverbilledPeriodResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PendingInvoice?: PendingInvoiceResolvers<ContextType>;
  PermissionGrant?: PermissionGrantResolvers<ContextType>;
  PermissionRule?: PermissionRuleResolvers<ContextType>;
  PermissionRulePayload?: PermissionRulePayloadResolvers<ContextType>;
  PolicyCondition?: PolicyConditionResolvers<ContextType>;
  PolicyFactTest?: PolicyFactTestResolvers<ContextType>;
  PolicyFactValue?: PolicyFactValueResolvers<ContextType>;
  PriceList?: PriceListResolvers<ContextType>;
  PriceListConnection?: PriceListConnectionResolvers<ContextType>;
  PriceListEdge?: PriceListEdgeResolvers<ContextType>;
  PriceListEntry?: PriceListEntryResolvers<ContextType>;
  PriceListEntryConnection?: PriceListEntryConnectionResolvers<ContextType>;
  PriceListEntryEdge?: PriceListEntryEdgeResolvers<ContextType>;
  PriceListPayload?: PriceListPayloadResolvers<ContextType>;
  QuantityStep?: QuantityStepResolvers<ContextType>;
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
  SubscriptionSyncResult?: SubscriptionSyncResultResolvers<ContextType>;
  SyncCustomersPayload?: SyncCustomersPayloadResolvers<ContextType>;
  SyncHealth?: SyncHealthResolvers<ContextType>;
  SyncItemResult?: SyncItemResultResolvers<ContextType>;
  SyncPayload?: SyncPayloadResolvers<ContextType>;
  SyncProblem?: SyncProblemResolvers<ContextType>;
  SyncProblemConnection?: SyncProblemConnectionResolvers<ContextType>;
  SyncProblemEdge?: SyncProblemEdgeResolvers<ContextType>;
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
