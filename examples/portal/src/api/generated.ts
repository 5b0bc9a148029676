/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Whether a subscription runs. */
export type AccountSubscriptionStatus =
  /** It runs and has no end date. */
  | 'ACTIVE'
  /** It has an end date, which may lie ahead. */
  | 'CANCELLED';

/** The three kinds of caller. */
export type AccountViewerKind =
  /** A person of the distributor with FULL access to every account, who also sets things up. */
  | 'ADMINISTRATOR'
  /** A person of the distributor: sees the accounts that sharing rules or being responsible open (S8). */
  | 'DISTRIBUTOR_USER'
  /** The machine identity of one tenant reseller's BSS. */
  | 'RESELLER_SYNC';

/** The reseller that goes live (S1, S28). */
export type ActivateBackOrderingInput = {
  /** The reseller that goes live. Unknown: NOT_FOUND. */
  readonly tenantResellerId: string;
};

/** An account that is to move. Errors stand at `input.accounts.<position>`, in its result. */
export type AnnounceAccountInput = {
  /**
   * ACCOUNT_NOT_FOUND; INVALID_INPUT when no tenant reseller manages it, this one does already, another move is announced, or it
   * is deleted; CURRENCY_DIFFERS.
   */
  readonly accountId: string;
  /**
   * The id that the account has got in the new reseller's BSS; 1 to 1000 characters. One that is another account's, or was:
   * SOURCE_ACCOUNT_TAKEN; the account's own spent one is taken and continues its version.
   */
  readonly sourceAccountId: string;
};

/** The accounts that move, and where to (S29). */
export type AnnounceMoveInput = {
  /** At most 500, else INVALID_INPUT. */
  readonly accounts: ReadonlyArray<AnnounceAccountInput>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: boolean | null | undefined;
  /** ACTIVE, and its own account not deleted. */
  readonly toTenantResellerId: string;
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

/** How an account came to be managed. */
export type ManagementOrigin =
  /** Copied here with the customer's first paid subscription. (S1) */
  | 'COPIED_FROM_RESELLER'
  /** It was managed by another reseller, and moved. (S29) */
  | 'MOVED_FROM_RESELLER'
  /** Was the distributor's account and was handed to the reseller. (S24) */
  | 'TRANSFERRED_TO_RESELLER';

/** The accounts whose announced moves are meant. Errors stand at `input.accountIds.<position>`, in their results (S29). */
export type MoveInput = {
  /** At most 500, else INVALID_INPUT. Nothing announced: INVALID_INPUT. */
  readonly accountIds: ReadonlyArray<string>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: boolean | null | undefined;
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

/** What a unit price was taken from (S27). */
export type PriceSource =
  /** The price list of the tenant reseller. */
  | 'PRICE_LIST'
  /** The service's own price. */
  | 'SERVICE'
  /** The distributor named it. */
  | 'SET_BY_DISTRIBUTOR';

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
  readonly accountId: string;
  /**
   * The id that the account has got in the reseller's BSS. 1 to 1000 characters. One that is copied or spent:
   * SOURCE_ACCOUNT_TAKEN.
   */
  readonly sourceAccountId: string;
  /**
   * The ids that its active subscriptions have got there: all of them. INVALID_INPUT names those missing, since they
   * would be billed twice.
   */
  readonly subscriptions?: ReadonlyArray<TransferSubscriptionInput> | null | undefined;
};

/** The accounts to hand over, and to whom (S24). */
export type TransferAccountsInput = {
  /** At most 500, else INVALID_INPUT. */
  readonly accounts: ReadonlyArray<TransferAccountInput>;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: boolean | null | undefined;
  /** The reseller that is to manage them. Its own account must not be deleted: INVALID_INPUT. */
  readonly tenantResellerId: string;
};

/** A subscription and the id that it has got at the reseller (S24). */
export type TransferSubscriptionInput = {
  /** 1 to 1000 characters; each once, else INVALID_INPUT. */
  readonly sourceSubscriptionId: string;
  /** A subscription of the account, else NOT_FOUND; one that has ended may be named and need not be. */
  readonly subscriptionId: string;
};

/** Leave out what is not to change; null is INVALID_INPUT but for the price list. */
export type UpdateTenantResellerInput = {
  /** For customers copied from now on; the others show CURRENCY_DIFFERS_FROM_RESELLER in their drift (S10). */
  readonly currency?: string | null | undefined;
  /** 1 to 255 characters, one of which can be seen. Ribbons show it at once, history lines keep the old one (S13). */
  readonly name?: string | null | undefined;
  /**
   * The price list for subscriptions that are recorded from now on; null takes it away. Unknown: NOT_FOUND at
   * `input.priceListId` (S27).
   */
  readonly priceListId?: string | null | undefined;
  /** For customers copied from now on (S6). */
  readonly separateInvoices?: boolean | null | undefined;
  /** From now on, and back; what its sync commits after the answer is decided by it (S30). */
  readonly status?: TenantResellerStatus | null | undefined;
  /** The reseller to change. Unknown: NOT_FOUND. */
  readonly tenantResellerId: string;
};

export type PolicyWordsQueryVariables = Exact<{
  locale: string;
}>;


export type PolicyWordsQuery = { readonly accountPolicy: { readonly actions: ReadonlyArray<{ readonly action: AccountAction, readonly label: string, readonly description: string }>, readonly fields: ReadonlyArray<{ readonly field: AccountField, readonly label: string, readonly help: string }>, readonly enums: ReadonlyArray<{ readonly enum: string, readonly values: ReadonlyArray<{ readonly value: string, readonly label: string, readonly help: string }> }> } };

export type InputWordsQueryVariables = Exact<{
  locale: string;
}>;


export type InputWordsQuery = { readonly accountPolicy: { readonly mutations: ReadonlyArray<{ readonly mutation: string, readonly label: string, readonly help: string, readonly labels: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly label: string, readonly help: string }> }> } };

export type RefusalFragment = { readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly accountViewer: { readonly kind: AccountViewerKind, readonly id: string, readonly groups: ReadonlyArray<string>, readonly powers: ReadonlyArray<MutationGuard>, readonly tenantReseller: { readonly id: string, readonly name: string } | null } | null };

export type AccountStandingFragment = { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string } } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null };

export type AccountStandingQueryVariables = Exact<{
  id: string;
}>;


export type AccountStandingQuery = { readonly account: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string } } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null } | null };

export type ResellerCustomersQueryVariables = Exact<{
  resellers: ReadonlyArray<string> | string;
  search?: string | null | undefined;
  status?: ReadonlyArray<AccountStatus> | AccountStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type ResellerCustomersQuery = { readonly accounts: { readonly totalCount: number, readonly totalCountIsCapped: boolean, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly managedByReseller: { readonly sourceAccountId: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly moveTo: { readonly id: string, readonly name: string } | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type StepResultFragment = { readonly results: ReadonlyArray<{ readonly accountId: string, readonly account: { readonly id: string, readonly name: string | null } | null, readonly changes: ReadonlyArray<{ readonly accountId: string, readonly subject: AccountChangeSubject, readonly field: AccountField | null, readonly subscriptionId: string | null, readonly before: string | null, readonly after: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> };

export type MoveTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type MoveTargetsQuery = { readonly tenantResellers: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }> } | null };

export type AnnounceMoveMutationVariables = Exact<{
  input: AnnounceMoveInput;
}>;


export type AnnounceMoveMutation = { readonly announceMove: { readonly results: ReadonlyArray<{ readonly accountId: string, readonly account: { readonly id: string, readonly name: string | null } | null, readonly changes: ReadonlyArray<{ readonly accountId: string, readonly subject: AccountChangeSubject, readonly field: AccountField | null, readonly subscriptionId: string | null, readonly before: string | null, readonly after: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CompleteMoveMutationVariables = Exact<{
  input: MoveInput;
}>;


export type CompleteMoveMutation = { readonly completeMove: { readonly results: ReadonlyArray<{ readonly accountId: string, readonly account: { readonly id: string, readonly name: string | null } | null, readonly changes: ReadonlyArray<{ readonly accountId: string, readonly subject: AccountChangeSubject, readonly field: AccountField | null, readonly subscriptionId: string | null, readonly before: string | null, readonly after: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type WithdrawMoveMutationVariables = Exact<{
  input: MoveInput;
}>;


export type WithdrawMoveMutation = { readonly withdrawMove: { readonly results: ReadonlyArray<{ readonly accountId: string, readonly account: { readonly id: string, readonly name: string | null } | null, readonly changes: ReadonlyArray<{ readonly accountId: string, readonly subject: AccountChangeSubject, readonly field: AccountField | null, readonly subscriptionId: string | null, readonly before: string | null, readonly after: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type PlannedAccountFragment = { readonly obstacles: ReadonlyArray<GoLiveObstacle>, readonly account: { readonly id: string, readonly name: string | null, readonly currency: string | null }, readonly subscriptions: ReadonlyArray<{ readonly id: string, readonly quantity: number, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly service: { readonly sku: string, readonly name: string } }> };

export type ResellerGoLiveQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ResellerGoLiveQuery = { readonly tenantReseller: { readonly id: string, readonly backOrderingActive: boolean, readonly goLivePlan: { readonly ready: boolean, readonly accounts: { readonly edges: ReadonlyArray<{ readonly node: { readonly obstacles: ReadonlyArray<GoLiveObstacle>, readonly account: { readonly id: string, readonly name: string | null, readonly currency: string | null }, readonly subscriptions: ReadonlyArray<{ readonly id: string, readonly quantity: number, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly service: { readonly sku: string, readonly name: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type PlannedChangeFragment = { readonly accountId: string, readonly subject: AccountChangeSubject, readonly field: AccountField | null, readonly subscriptionId: string | null, readonly before: string | null, readonly after: string | null };

export type TransferToResellerMutationVariables = Exact<{
  input: TransferAccountsInput;
}>;


export type TransferToResellerMutation = { readonly transferAccounts: { readonly results: ReadonlyArray<{ readonly accountId: string, readonly account: { readonly id: string, readonly name: string | null } | null, readonly changes: ReadonlyArray<{ readonly accountId: string, readonly subject: AccountChangeSubject, readonly field: AccountField | null, readonly subscriptionId: string | null, readonly before: string | null, readonly after: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type ResellerHealthFragment = { readonly lastAcceptedAt: string | null, readonly acceptedLastDay: number, readonly refusedLastDay: number, readonly openProblems: number };

export type ResellerHealthFiguresQueryVariables = Exact<{
  id: string;
}>;


export type ResellerHealthFiguresQuery = { readonly tenantReseller: { readonly id: string, readonly syncHealth: { readonly lastAcceptedAt: string | null, readonly acceptedLastDay: number, readonly refusedLastDay: number, readonly openProblems: number } | null } | null };

export type ResellerInboxQueryVariables = Exact<{
  id: string;
  open?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type ResellerInboxQuery = { readonly tenantReseller: { readonly id: string, readonly syncProblems: { readonly edges: ReadonlyArray<{ readonly node: { readonly sourceAccountId: string, readonly sourceSubscriptionId: string | null, readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly firstSeenAt: string, readonly lastSeenAt: string, readonly count: number, readonly closedAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type ResellerOverviewQueryVariables = Exact<{
  id: string;
}>;


export type ResellerOverviewQuery = { readonly tenantReseller: { readonly id: string, readonly syncHealth: { readonly lastAcceptedAt: string | null, readonly acceptedLastDay: number, readonly refusedLastDay: number, readonly openProblems: number } | null, readonly goLivePlan: { readonly ready: boolean } | null, readonly customersCopiedByMonth: ReadonlyArray<{ readonly month: string, readonly count: number }> | null } | null };

export type ActivateResellerMutationVariables = Exact<{
  input: ActivateBackOrderingInput;
}>;


export type ActivateResellerMutation = { readonly activateBackOrdering: { readonly tenantReseller: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type ResellerPricesQueryVariables = Exact<{
  id: string;
  sku?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ResellerPricesQuery = { readonly tenantReseller: { readonly id: string, readonly priceList: { readonly id: string, readonly code: string, readonly name: string, readonly prices: { readonly edges: ReadonlyArray<{ readonly node: { readonly sku: string, readonly currency: string, readonly billingPeriod: BillingPeriod, readonly amount: string, readonly validFrom: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type ServiceNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceNamesQuery = { readonly offeredServices: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sku: string, readonly name: string } }> } | null };

export type ResellerQueryVariables = Exact<{
  id: string;
}>;


export type ResellerQuery = { readonly tenantReseller: { readonly id: string, readonly name: string, readonly status: TenantResellerStatus, readonly backOrderingActive: boolean, readonly currency: string, readonly separateInvoices: boolean, readonly account: { readonly id: string, readonly name: string | null } | null, readonly priceList: { readonly id: string, readonly code: string, readonly name: string } | null } | null };

export type ResellerMutationsQueryVariables = Exact<{
  locale: string;
}>;


export type ResellerMutationsQuery = { readonly accountPolicy: { readonly mutations: ReadonlyArray<{ readonly mutation: string, readonly guard: MutationGuard, readonly label: string, readonly help: string, readonly labels: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly label: string, readonly help: string }> }> } };

export type PriceListsQueryVariables = Exact<{ [key: string]: never; }>;


export type PriceListsQuery = { readonly priceLists: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string } }> } | null };

export type UpdateResellerMutationVariables = Exact<{
  input: UpdateTenantResellerInput;
}>;


export type UpdateResellerMutation = { readonly updateTenantReseller: { readonly tenantReseller: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type ResellersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ResellersQuery = { readonly tenantResellers: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly status: TenantResellerStatus, readonly backOrderingActive: boolean, readonly currency: string, readonly separateInvoices: boolean, readonly account: { readonly id: string, readonly name: string | null } | null, readonly customers: { readonly totalCount: number, readonly totalCountIsCapped: boolean }, readonly syncHealth: { readonly lastAcceptedAt: string | null, readonly acceptedLastDay: number, readonly refusedLastDay: number, readonly openProblems: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type SyncResellerQueryVariables = Exact<{
  id: string;
}>;


export type SyncResellerQuery = { readonly tenantReseller: { readonly id: string, readonly name: string, readonly status: TenantResellerStatus, readonly backOrderingActive: boolean, readonly currency: string, readonly separateInvoices: boolean } | null };

export type SyncCustomersQueryVariables = Exact<{
  search?: string | null | undefined;
  status?: ReadonlyArray<AccountStatus> | AccountStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type SyncCustomersQuery = { readonly accounts: { readonly totalCount: number, readonly totalCountIsCapped: boolean, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly managedByReseller: { readonly sourceAccountId: string, readonly lastSyncedAt: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type SyncCustomerQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SyncCustomerQuery = { readonly account: { readonly id: string, readonly name: string | null, readonly accountingNo: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly billingAddress: { readonly line1: string | null, readonly line2: string | null, readonly city: string | null, readonly region: string | null, readonly postalCode: string | null, readonly country: string | null } | null, readonly synchronizationOptions: ReadonlyArray<{ readonly systemCode: string, readonly key: string, readonly value: string | null }> | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly sourceVersion: string | null, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning> } | null, readonly subscriptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sourceSubscriptionId: string | null, readonly sourceVersion: string | null, readonly status: AccountSubscriptionStatus, readonly quantity: number, readonly unitPrice: string, readonly priceSource: PriceSource, readonly currency: string, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly nextInvoiceDate: string | null, readonly quantities: ReadonlyArray<{ readonly from: string, readonly quantity: number }>, readonly service: { readonly id: string, readonly sku: string, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type SyncServicesQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type SyncServicesQuery = { readonly offeredServices: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sku: string, readonly name: string, readonly prices: ReadonlyArray<{ readonly currency: string, readonly billingPeriod: BillingPeriod, readonly amount: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AccountStandingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AccountStanding on Account {
  id
  name
  status
  currency
  revision
  access
  managedByReseller {
    ribbon
    sourceAccountId
    origin
    managedSince
    lastSyncedAt
    drift
    reseller {
      id
      name
    }
  }
  fieldLocks {
    field
    reason
    message
  }
  actionPermissions {
    action
    allowed
    reasons
    message
  }
}
    `, {"fragmentName":"AccountStanding"}) as unknown as TypedDocumentString<AccountStandingFragment, unknown>;
export const PlannedChangeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlannedChange on AccountChange {
  accountId
  subject
  field
  subscriptionId
  before
  after
}
    `, {"fragmentName":"PlannedChange"}) as unknown as TypedDocumentString<PlannedChangeFragment, unknown>;
export const RefusalFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const StepResultFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StepResult on AccountsPayload {
  results {
    accountId
    account {
      id
      name
    }
    changes {
      ...PlannedChange
    }
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}
fragment PlannedChange on AccountChange {
  accountId
  subject
  field
  subscriptionId
  before
  after
}`, {"fragmentName":"StepResult"}) as unknown as TypedDocumentString<StepResultFragment, unknown>;
export const PlannedAccountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlannedAccount on GoLiveAccount {
  account {
    id
    name
    currency
  }
  subscriptions {
    id
    quantity
    billingPeriod
    startDate
    endDate
    service {
      sku
      name
    }
  }
  obstacles
}
    `, {"fragmentName":"PlannedAccount"}) as unknown as TypedDocumentString<PlannedAccountFragment, unknown>;
export const ResellerHealthFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ResellerHealth on SyncHealth {
  lastAcceptedAt
  acceptedLastDay
  refusedLastDay
  openProblems
}
    `, {"fragmentName":"ResellerHealth"}) as unknown as TypedDocumentString<ResellerHealthFragment, unknown>;
export const PolicyWordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PolicyWords($locale: String!) {
  accountPolicy(locale: $locale) {
    actions {
      action
      label
      description
    }
    fields {
      field
      label
      help
    }
    enums {
      enum
      values {
        value
        label
        help
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyWordsQuery, PolicyWordsQueryVariables>;
export const InputWordsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InputWords($locale: String!) {
  accountPolicy(locale: $locale) {
    mutations {
      mutation
      label
      help
      labels {
        path
        label
        help
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InputWordsQuery, InputWordsQueryVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  accountViewer {
    kind
    id
    groups
    powers
    tenantReseller {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const AccountStandingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccountStanding($id: ID!) {
  account(id: $id) {
    ...AccountStanding
  }
}
    fragment AccountStanding on Account {
  id
  name
  status
  currency
  revision
  access
  managedByReseller {
    ribbon
    sourceAccountId
    origin
    managedSince
    lastSyncedAt
    drift
    reseller {
      id
      name
    }
  }
  fieldLocks {
    field
    reason
    message
  }
  actionPermissions {
    action
    allowed
    reasons
    message
  }
}`) as unknown as TypedDocumentString<AccountStandingQuery, AccountStandingQueryVariables>;
export const ResellerCustomersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerCustomers($resellers: [ID!]!, $search: String, $status: [AccountStatus!], $after: String) {
  accounts(
    filter: {tenantResellerIds: $resellers, search: $search, status: $status}
    first: 20
    after: $after
  ) {
    edges {
      node {
        id
        name
        status
        currency
        managedByReseller {
          sourceAccountId
          lastSyncedAt
          drift
          moveTo {
            id
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    totalCountIsCapped
  }
}
    `) as unknown as TypedDocumentString<ResellerCustomersQuery, ResellerCustomersQueryVariables>;
export const MoveTargetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MoveTargets {
  tenantResellers(first: 200) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoveTargetsQuery, MoveTargetsQueryVariables>;
export const AnnounceMoveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnnounceMove($input: AnnounceMoveInput!) {
  announceMove(input: $input) {
    ...StepResult
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}
fragment StepResult on AccountsPayload {
  results {
    accountId
    account {
      id
      name
    }
    changes {
      ...PlannedChange
    }
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
}
fragment PlannedChange on AccountChange {
  accountId
  subject
  field
  subscriptionId
  before
  after
}`) as unknown as TypedDocumentString<AnnounceMoveMutation, AnnounceMoveMutationVariables>;
export const CompleteMoveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CompleteMove($input: MoveInput!) {
  completeMove(input: $input) {
    ...StepResult
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}
fragment StepResult on AccountsPayload {
  results {
    accountId
    account {
      id
      name
    }
    changes {
      ...PlannedChange
    }
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
}
fragment PlannedChange on AccountChange {
  accountId
  subject
  field
  subscriptionId
  before
  after
}`) as unknown as TypedDocumentString<CompleteMoveMutation, CompleteMoveMutationVariables>;
export const WithdrawMoveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawMove($input: MoveInput!) {
  withdrawMove(input: $input) {
    ...StepResult
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}
fragment StepResult on AccountsPayload {
  results {
    accountId
    account {
      id
      name
    }
    changes {
      ...PlannedChange
    }
    userErrors {
      ...Refusal
    }
  }
  userErrors {
    ...Refusal
  }
}
fragment PlannedChange on AccountChange {
  accountId
  subject
  field
  subscriptionId
  before
  after
}`) as unknown as TypedDocumentString<WithdrawMoveMutation, WithdrawMoveMutationVariables>;
export const ResellerGoLiveDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerGoLive($id: ID!, $after: String) {
  tenantReseller(id: $id) {
    id
    backOrderingActive
    goLivePlan {
      ready
      accounts(first: 20, after: $after) {
        edges {
          node {
            ...PlannedAccount
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment PlannedAccount on GoLiveAccount {
  account {
    id
    name
    currency
  }
  subscriptions {
    id
    quantity
    billingPeriod
    startDate
    endDate
    service {
      sku
      name
    }
  }
  obstacles
}`) as unknown as TypedDocumentString<ResellerGoLiveQuery, ResellerGoLiveQueryVariables>;
export const TransferToResellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TransferToReseller($input: TransferAccountsInput!) {
  transferAccounts(input: $input) {
    results {
      accountId
      account {
        id
        name
      }
      changes {
        ...PlannedChange
      }
      userErrors {
        ...Refusal
      }
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}
fragment PlannedChange on AccountChange {
  accountId
  subject
  field
  subscriptionId
  before
  after
}`) as unknown as TypedDocumentString<TransferToResellerMutation, TransferToResellerMutationVariables>;
export const ResellerHealthFiguresDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerHealthFigures($id: ID!) {
  tenantReseller(id: $id) {
    id
    syncHealth {
      ...ResellerHealth
    }
  }
}
    fragment ResellerHealth on SyncHealth {
  lastAcceptedAt
  acceptedLastDay
  refusedLastDay
  openProblems
}`) as unknown as TypedDocumentString<ResellerHealthFiguresQuery, ResellerHealthFiguresQueryVariables>;
export const ResellerInboxDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerInbox($id: ID!, $open: Boolean, $after: String) {
  tenantReseller(id: $id) {
    id
    syncProblems(open: $open, first: 20, after: $after) {
      edges {
        node {
          sourceAccountId
          sourceSubscriptionId
          code
          message
          path
          firstSeenAt
          lastSeenAt
          count
          closedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResellerInboxQuery, ResellerInboxQueryVariables>;
export const ResellerOverviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerOverview($id: ID!) {
  tenantReseller(id: $id) {
    id
    syncHealth {
      ...ResellerHealth
    }
    goLivePlan {
      ready
    }
    customersCopiedByMonth {
      month
      count
    }
  }
}
    fragment ResellerHealth on SyncHealth {
  lastAcceptedAt
  acceptedLastDay
  refusedLastDay
  openProblems
}`) as unknown as TypedDocumentString<ResellerOverviewQuery, ResellerOverviewQueryVariables>;
export const ActivateResellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ActivateReseller($input: ActivateBackOrderingInput!) {
  activateBackOrdering(input: $input) {
    tenantReseller {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ActivateResellerMutation, ActivateResellerMutationVariables>;
export const ResellerPricesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerPrices($id: ID!, $sku: String, $after: String) {
  tenantReseller(id: $id) {
    id
    priceList {
      id
      code
      name
      prices(sku: $sku, first: 100, after: $after) {
        edges {
          node {
            sku
            currency
            billingPeriod
            amount
            validFrom
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResellerPricesQuery, ResellerPricesQueryVariables>;
export const ServiceNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ServiceNames {
  offeredServices(first: 200) {
    edges {
      node {
        id
        sku
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceNamesQuery, ServiceNamesQueryVariables>;
export const ResellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Reseller($id: ID!) {
  tenantReseller(id: $id) {
    id
    name
    status
    backOrderingActive
    currency
    separateInvoices
    account {
      id
      name
    }
    priceList {
      id
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ResellerQuery, ResellerQueryVariables>;
export const ResellerMutationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerMutations($locale: String!) {
  accountPolicy(locale: $locale) {
    mutations {
      mutation
      guard
      label
      help
      labels {
        path
        label
        help
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResellerMutationsQuery, ResellerMutationsQueryVariables>;
export const PriceListsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PriceLists {
  priceLists(first: 200) {
    edges {
      node {
        id
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PriceListsQuery, PriceListsQueryVariables>;
export const UpdateResellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateReseller($input: UpdateTenantResellerInput!) {
  updateTenantReseller(input: $input) {
    tenantReseller {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on AccountUserError {
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<UpdateResellerMutation, UpdateResellerMutationVariables>;
export const ResellersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Resellers($after: String) {
  tenantResellers(first: 20, after: $after) {
    edges {
      node {
        id
        name
        status
        backOrderingActive
        currency
        separateInvoices
        account {
          id
          name
        }
        customers(first: 0) {
          totalCount
          totalCountIsCapped
        }
        syncHealth {
          ...ResellerHealth
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ResellerHealth on SyncHealth {
  lastAcceptedAt
  acceptedLastDay
  refusedLastDay
  openProblems
}`) as unknown as TypedDocumentString<ResellersQuery, ResellersQueryVariables>;
export const SyncResellerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SyncReseller($id: ID!) {
  tenantReseller(id: $id) {
    id
    name
    status
    backOrderingActive
    currency
    separateInvoices
  }
}
    `) as unknown as TypedDocumentString<SyncResellerQuery, SyncResellerQueryVariables>;
export const SyncCustomersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SyncCustomers($search: String, $status: [AccountStatus!], $after: String) {
  accounts(filter: {search: $search, status: $status}, first: 20, after: $after) {
    edges {
      node {
        id
        name
        email
        status
        currency
        managedByReseller {
          sourceAccountId
          lastSyncedAt
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    totalCountIsCapped
  }
}
    `) as unknown as TypedDocumentString<SyncCustomersQuery, SyncCustomersQueryVariables>;
export const SyncCustomerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SyncCustomer($id: ID!, $after: String) {
  account(id: $id) {
    id
    name
    accountingNo
    email
    status
    currency
    billingAddress {
      line1
      line2
      city
      region
      postalCode
      country
    }
    synchronizationOptions {
      systemCode
      key
      value
    }
    managedByReseller {
      ribbon
      sourceAccountId
      sourceVersion
      origin
      managedSince
      lastSyncedAt
      drift
    }
    subscriptions(first: 20, after: $after) {
      edges {
        node {
          id
          sourceSubscriptionId
          sourceVersion
          status
          quantity
          quantities {
            from
            quantity
          }
          unitPrice
          priceSource
          currency
          billingPeriod
          startDate
          endDate
          nextInvoiceDate
          service {
            id
            sku
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SyncCustomerQuery, SyncCustomerQueryVariables>;
export const SyncServicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SyncServices($search: String, $after: String) {
  offeredServices(search: $search, first: 20, after: $after) {
    edges {
      node {
        id
        sku
        name
        prices {
          currency
          billingPeriod
          amount
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SyncServicesQuery, SyncServicesQueryVariables>;