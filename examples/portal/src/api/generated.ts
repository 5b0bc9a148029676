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

/**
 * What an account must meet to be listed; all that is given must hold, null is the same as left out. A sync caller may
 * use managed, tenantResellerId, tenantResellerIds, status, search and updatedSince only; what cannot be read is a
 * top-level INVALID_INPUT.
 */
export type AccountFilter = {
  /** Billed to this account. Not for a sync caller. */
  readonly billToId?: string | null | undefined;
  /** Accounts with this value of a custom field; `equals: null` finds those without one. Not for a sync caller. */
  readonly customField?: CustomFieldFilter | null | undefined;
  /**
   * True: managed accounts of which `managedByReseller.drift` tells the caller something (S7, S8, S10, A14); false: all others,
   * the distributor's own among them. Not for a sync caller.
   */
  readonly hasDrift?: boolean | null | undefined;
  /** True: only accounts that a tenant reseller manages; false: only the distributor's own. */
  readonly managed?: boolean | null | undefined;
  /** Directly below this account. Not for a sync caller. */
  readonly parentId?: string | null | undefined;
  /** The responsible user; at most 1000 characters. Not for a sync caller. */
  readonly responsibleUserId?: string | null | undefined;
  /**
   * Matches name, accounting number and e-mail. Each of its words, up to 10, must begin a word there; case, accents and the
   * signs between words do not count, and ue is ü. In scripts without blanks it finds inside words. Blank is the same as
   * left out; nothing but signs finds nothing. At most 1000 characters.
   */
  readonly search?: string | null | undefined;
  /** Deleted accounts are left out unless named here. An empty list finds nothing. */
  readonly status?: ReadonlyArray<AccountStatus> | null | undefined;
  /** Managed by this reseller. */
  readonly tenantResellerId?: string | null | undefined;
  /** Managed by one of these resellers, at most 500. An empty list finds nothing. Beside `tenantResellerId` both must hold. */
  readonly tenantResellerIds?: ReadonlyArray<string> | null | undefined;
  /**
   * Of which the last change was at this instant or later. For a sync caller: of which it was taken at word then, be it that nothing
   * had changed, or which it has managed since then.
   */
  readonly updatedSince?: string | null | undefined;
  /** True: accounts that have no responsible user; false: those that have one. Not for a sync caller. */
  readonly withoutResponsibleUser?: boolean | null | undefined;
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

/** The account to act on. */
export type AccountReferenceInput = {
  /** Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
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

/** A new contact of an account (S18). */
export type AddContactInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** At most 1000 characters, not checked for its form. */
  readonly email?: string | null | undefined;
  /** At most 255 characters. */
  readonly firstName?: string | null | undefined;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** At most 1000 characters. */
  readonly jobTitle?: string | null | undefined;
  /** 1 to 255 characters, one of which can be seen. */
  readonly lastName: string;
  /** At most 1000 characters. */
  readonly phone?: string | null | undefined;
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

/** What was done to a row. */
export type AuditOperation =
  /** It was removed. */
  | 'DELETE'
  /** It was added. */
  | 'INSERT'
  /** It was changed. */
  | 'UPDATE';

/**
 * A whole address: a part that is left out, null or empty is empty. Nothing filled in: no address. Each part at most 1000
 * characters (S3).
 */
export type BillingAddressInput = {
  /** The town, as free text. */
  readonly city?: string | null | undefined;
  /** ISO 3166-1 alpha-2 or XK, in either case, or what is stored; else INVALID_INPUT. Of a snapshot see there (S3). */
  readonly country?: string | null | undefined;
  /** Street and number, as a rule. */
  readonly line1?: string | null | undefined;
  /** What does not fit into the first line. */
  readonly line2?: string | null | undefined;
  /** Free text; not checked against the country. */
  readonly postalCode?: string | null | undefined;
  /** State, province or county, as free text. */
  readonly region?: string | null | undefined;
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

/** The subscription to end, and when (S14). */
export type CancelSubscriptionInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /**
   * The last day that is billed, past or future; what is invoiced already stays. The day before the start takes the subscription
   * back; before that: INVALID_INPUT (S16).
   */
  readonly endDate: string;
  /** A subscription of this account, else NOT_FOUND. */
  readonly subscriptionId: string;
};

/** What of a subscription to change. Left out stays (S26). */
export type ChangeSubscriptionInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /**
   * The last day that is billed, past or future, on or after the day before the start, else INVALID_INPUT. Null withdraws the
   * end.
   */
  readonly endDate?: string | null | undefined;
  /**
   * All of them: the first from the start date, in the order of their days, one a day, 1 to 1000 of them, each 1 or more, else
   * INVALID_INPUT. A step within a period is charged for the days that are left of it. Null is INVALID_INPUT.
   */
  readonly quantities?: ReadonlyArray<QuantityStepInput> | null | undefined;
  /** A subscription of this account, else NOT_FOUND. */
  readonly subscriptionId: string;
};

/** A new account of the distributor's own. Required custom fields are not asked for here, but with the first edit (S15). */
export type CreateAccountInput = {
  /** At most 1000 characters; left out, null or empty: none. */
  readonly accountingNo?: string | null | undefined;
  /**
   * The account that pays. Left out or null: the account itself. NOT_FOUND at `input.billToId`; INVALID_INPUT for one that
   * is deleted or that a tenant reseller manages (S14).
   */
  readonly billToId?: string | null | undefined;
  /** Left out or null: none. */
  readonly billingAddress?: BillingAddressInput | null | undefined;
  /** What the account is billed in; fixed once anything is recorded on it (S21). */
  readonly currency: string;
  /** Those that differ from the defaults of their definitions; a value of null takes a default away (S15). */
  readonly customFields?: ReadonlyArray<CustomFieldInput> | null | undefined;
  /** At most 1000 characters; left out, null or empty: none. */
  readonly email?: string | null | undefined;
  /** Left out or null: false. */
  readonly enableOrdering?: boolean | null | undefined;
  /**
   * A UUID, for an account that another subgraph already knows; a new one if left out. One that is here already:
   * INVALID_INPUT at `input.id`.
   */
  readonly id?: string | null | undefined;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** 1 to 255 characters, one of which can be seen. */
  readonly name: string;
  /**
   * The account above. Left out or null: none. NOT_FOUND at `input.parentId`; INVALID_INPUT for one that is deleted or that
   * a tenant reseller manages (S14).
   */
  readonly parentId?: string | null | undefined;
  /** Left out: the rule of the API options; null: none (S8). NOT_FOUND at `input.permissionRuleId`. */
  readonly permissionRuleId?: string | null | undefined;
  /** At most 255 characters, not looked up. Left out: the one of the API options; null: nobody (S7). */
  readonly responsibleUserId?: string | null | undefined;
  /** Left out or null: true. */
  readonly separateInvoices?: boolean | null | undefined;
};

/** What of an invoice to take back, issued today (S26). */
export type CreateCreditNoteInput = {
  /** The account to act on, which the invoice is on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** An invoice that is on the account, else NOT_FOUND. */
  readonly invoiceId: string;
  /** 1 to 1000 lines of the invoice, each once. */
  readonly lines: ReadonlyArray<CreditLineInput>;
  /** Why; 1 to 1000 characters, one of which can be seen. */
  readonly reason: string;
};

/** An invoice by hand, issued today in the currency of the account (S20). */
export type CreateInvoiceInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /**
   * Who pays. Left out or null: the tenant reseller's account on a managed account, where any other is
   * BILL_TO_MUST_BE_RESELLER; of an own account its Bill To. Unknown or hidden: NOT_FOUND. Deleted, or managed by a tenant
   * reseller: INVALID_INPUT (S14). On a reseller's own account any but itself is ACTION_NOT_ALLOWED (S25).
   */
  readonly billToId?: string | null | undefined;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** 1 to 200 lines. */
  readonly lines: ReadonlyArray<InvoiceLineInput>;
};

/** A subscription to sell (S14). */
export type CreateSubscriptionInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** How often it is charged; also which of the service's prices is meant (S16). */
  readonly billingPeriod: BillingPeriod;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** 1 or more. */
  readonly quantity: number;
  /** In the price list, with a price for the billing period in the account's currency. */
  readonly sku: string;
  /** The first day, past or future; left out or null: today. Before 1990-01-01: INVALID_INPUT (S16). */
  readonly startDate?: string | null | undefined;
};

/** A line to take back, and how much of it. */
export type CreditLineInput = {
  /** More than 0, with the currency's digits, and no more than what is left of the line; here at most 24 digits before the point. */
  readonly amount: string;
  /** The id of a line of the invoice, else NOT_FOUND. */
  readonly invoiceLineId: string;
};

/** A custom field by its code, and the value to find. The type counts: the text "1" is not the number 1. */
export type CustomFieldFilter = {
  /** The code of the definition. Of an unknown code no account has a value. */
  readonly code: string;
  /** Text (at most 1000 characters), number, true or false; null or left out: accounts without a value. */
  readonly equals?: unknown;
};

/** The value to give one custom field (S15). */
export type CustomFieldInput = {
  /**
   * The code of the definition; unknown: CUSTOM_FIELD_UNKNOWN, named twice: INVALID_INPUT, at
   * `input.customFields.<code>`.
   */
  readonly code: string;
  /** Of the definition's type, else INVALID_INPUT at `input.customFields.<code>`; null or left out clears it. */
  readonly value?: unknown;
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

/** What to invoice (S16). */
export type GenerateInvoicesInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** Periods that have begun on or before this day; left out or null: today. A future day is INVALID_INPUT. */
  readonly asOf?: string | null | undefined;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /**
   * Only these; all that are pending if left out. Those of customers whose lines are gathered here may be named too. Any
   * other: NOT_FOUND at `input.subscriptionIds.<position>`.
   */
  readonly subscriptionIds?: ReadonlyArray<string> | null | undefined;
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

/** Whether money is asked for or taken back. */
export type InvoiceKind =
  /** Taken back, from lines of one invoice (S26). */
  | 'CREDIT_NOTE'
  /** Asked for. */
  | 'INVOICE';

/** A line of an invoice by hand. */
export type InvoiceLineInput = {
  /** 1 to 1000 characters, one of which can be seen. */
  readonly description: string;
  /** More than 0; at most 12 digits before the point and 6 after it. */
  readonly quantity: string;
  /** Zero or more, in the account's currency; at most 12 digits before the point and 6 after it. */
  readonly unitPrice: string;
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

/** Which end of an order comes first. */
export type OrderDirection =
  /** From A to Z, from old to new. */
  | 'ASC'
  /** From Z to A, from new to old. */
  | 'DESC';

/** What a unit price was taken from (S27). */
export type PriceSource =
  /** The price list of the tenant reseller. */
  | 'PRICE_LIST'
  /** The service's own price. */
  | 'SERVICE'
  /** The distributor named it. */
  | 'SET_BY_DISTRIBUTOR';

/** From this day on so many units (S26). */
export type QuantityStepInput = {
  /** The first day of this quantity. */
  readonly from: string;
  /** 1 or more. */
  readonly quantity: number;
};

/** The record to relate an account with (S19). */
export type RelateAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** What kind of record the target is. */
  readonly kind: RelationKind;
  /** What people read for the record; at most 1000 characters. Left out, null or empty: a label that is there stays. */
  readonly label?: string | null | undefined;
  /** The record's id in its own system, not looked up; 1 to 1000 characters. */
  readonly targetId: string;
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

/** The contact to remove (S18). */
export type RemoveContactInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** A contact of this account, else NOT_FOUND. */
  readonly contactId: string;
};

/** A service, and how many of it. */
export type SalesLineInput = {
  /** Which of the service's prices is meant. */
  readonly billingPeriod: BillingPeriod;
  /** 1 or more. */
  readonly quantity: number;
  /** In the price list, with a price for the billing period in the account's currency. */
  readonly sku: string;
};

/** An opportunity, offer or order to be made (S14). */
export type SellInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /**
   * Makes a repeated call safe: the same key and input give the same answer for 7 days; the same key with other input is
   * IDEMPOTENCY_KEY_REUSED. Keys are per caller and mutation; only successes are kept.
   */
  readonly idempotencyKey?: string | null | undefined;
  /** 1 to 200 lines. */
  readonly lines: ReadonlyArray<SalesLineInput>;
  /** 1 to 1000 characters, one of which can be seen. */
  readonly title: string;
};

/** How an account is known to one provisioning system (S9). */
export type SynchronizationOptionInput = {
  /** The name of the option in that system; 1 to 1000 characters, not blank. */
  readonly key: string;
  /** The provisioning system; 1 to 1000 characters, not blank. */
  readonly systemCode: string;
  /** At most 1000 characters; left out, null or empty: none. */
  readonly value?: string | null | undefined;
};

/** The account to synchronize, and with what. */
export type SynchronizeAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** The provisioning system; 1 to 1000 characters. INVALID_INPUT when the account would have more than 100 options. */
  readonly systemCode: string;
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

/** The relation to remove (S19). */
export type UnrelateAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** A relation of this account, else NOT_FOUND. */
  readonly relationId: string;
};

/**
 * Leave out what is not to change; null clears a value that may be empty. A field that cannot be empty answers null with
 * INVALID_INPUT. Address and options are replaced whole, custom fields by code (S15).
 */
export type UpdateAccountInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** At most 1000 characters; null or empty clears it (S2). */
  readonly accountingNo?: string | null | undefined;
  /**
   * The account that pays; null: the account itself. Unknown or hidden: NOT_FOUND. Deleted, managed by a tenant reseller, or
   * a circle: INVALID_INPUT (S5, S14, S21). On a tenant reseller's own account any but itself is ACTION_NOT_ALLOWED with the
   * reason TENANT_RESELLER_ACCOUNT (S25).
   */
  readonly billToId?: string | null | undefined;
  /** The whole address, replaced as one unit; null clears it (S3). */
  readonly billingAddress?: BillingAddressInput | null | undefined;
  /** INVALID_INPUT once a subscription, document or invoice is recorded on the account (S10, S21). */
  readonly currency?: string | null | undefined;
  /** Those to change, each code once. What is required is checked on the values that result (S15). */
  readonly customFields?: ReadonlyArray<CustomFieldInput> | null | undefined;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false (S32). */
  readonly dryRun?: boolean | null | undefined;
  /** At most 1000 characters; null or empty clears it (S2). */
  readonly email?: string | null | undefined;
  /** True or false; null is INVALID_INPUT (S4). */
  readonly enableOrdering?: boolean | null | undefined;
  /**
   * The revision that the edit was made on; another one now is refused as CONCURRENT_EDIT. It is checked before anything
   * else. Left out or null: not checked (S15).
   */
  readonly expectedRevision?: string | null | undefined;
  /** 1 to 255 characters, one of which can be seen; null is INVALID_INPUT (S2). */
  readonly name?: string | null | undefined;
  /**
   * The account above; null: none. Unknown or hidden: NOT_FOUND. Deleted, managed by a tenant reseller, or a circle:
   * INVALID_INPUT (S5, S14, S21).
   */
  readonly parentId?: string | null | undefined;
  /** The sharing rule; null: none. Unknown: NOT_FOUND. Locked without FULL access (S8). */
  readonly permissionRuleId?: string | null | undefined;
  /** At most 255 characters, not looked up; null: nobody. Locked without FULL access (S7, S8). */
  readonly responsibleUserId?: string | null | undefined;
  /** True or false; null is INVALID_INPUT (S6). */
  readonly separateInvoices?: boolean | null | undefined;
  /** All of them, at most 100, in any order; null or an empty list clears them (S9). */
  readonly synchronizationOptions?: ReadonlyArray<SynchronizationOptionInput> | null | undefined;
};

/** Leave out what is not to change; null or empty clears it, but for the last name (S18). */
export type UpdateContactInput = {
  /** The account to act on. Unknown or hidden from the caller: ACCOUNT_NOT_FOUND. */
  readonly accountId: string;
  /** A contact of this account, else NOT_FOUND. */
  readonly contactId: string;
  /** At most 1000 characters, not checked for its form. */
  readonly email?: string | null | undefined;
  /** At most 255 characters. */
  readonly firstName?: string | null | undefined;
  /** At most 1000 characters. */
  readonly jobTitle?: string | null | undefined;
  /** 1 to 255 characters, one of which can be seen; null is INVALID_INPUT. */
  readonly lastName?: string | null | undefined;
  /** At most 1000 characters. */
  readonly phone?: string | null | undefined;
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

export type AccountStandingFragment = { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string }, readonly moveTo: { readonly id: string, readonly name: string } | null } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null };

export type AccountStandingQueryVariables = Exact<{
  id: string;
}>;


export type AccountStandingQuery = { readonly account: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string }, readonly moveTo: { readonly id: string, readonly name: string } | null } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null } | null };

export type AccountCoreQueryVariables = Exact<{
  id: string;
}>;


export type AccountCoreQuery = { readonly account: { readonly id: string, readonly industry: string | null, readonly website: string | null } | null };

export type SuspendAccountMutationVariables = Exact<{
  input: AccountReferenceInput;
}>;


export type SuspendAccountMutation = { readonly suspendAccount: { readonly account: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string }, readonly moveTo: { readonly id: string, readonly name: string } | null } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type ReactivateAccountMutationVariables = Exact<{
  input: AccountReferenceInput;
}>;


export type ReactivateAccountMutation = { readonly reactivateAccount: { readonly account: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string }, readonly moveTo: { readonly id: string, readonly name: string } | null } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type DeleteAccountMutationVariables = Exact<{
  input: AccountReferenceInput;
}>;


export type DeleteAccountMutation = { readonly deleteAccount: { readonly account: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string }, readonly moveTo: { readonly id: string, readonly name: string } | null } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type SynchronizeAccountMutationVariables = Exact<{
  input: SynchronizeAccountInput;
}>;


export type SynchronizeAccountMutation = { readonly synchronizeAccount: { readonly account: { readonly id: string, readonly name: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly revision: string | null, readonly access: AccessLevel | null, readonly managedByReseller: { readonly ribbon: string, readonly sourceAccountId: string, readonly origin: ManagementOrigin, readonly managedSince: string, readonly lastSyncedAt: string | null, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string }, readonly moveTo: { readonly id: string, readonly name: string } | null } | null, readonly fieldLocks: ReadonlyArray<{ readonly field: AccountField, readonly reason: LockReason, readonly message: string }> | null, readonly actionPermissions: ReadonlyArray<{ readonly action: AccountAction, readonly allowed: boolean, readonly reasons: ReadonlyArray<DenialReason>, readonly message: string | null }> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type AuditLineFragment = { readonly id: string, readonly at: string, readonly actorKind: AccountViewerKind | null, readonly actor: string | null, readonly mutation: string | null, readonly login: string, readonly record: string, readonly operation: AuditOperation, readonly before: unknown, readonly after: unknown };

export type AuditQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type AuditQuery = { readonly account: { readonly id: string, readonly audit: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly actorKind: AccountViewerKind | null, readonly actor: string | null, readonly mutation: string | null, readonly login: string, readonly record: string, readonly operation: AuditOperation, readonly before: unknown, readonly after: unknown } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type AddContactMutationVariables = Exact<{
  input: AddContactInput;
}>;


export type AddContactMutation = { readonly addContact: { readonly contact: { readonly id: string, readonly firstName: string | null, readonly lastName: string, readonly email: string | null, readonly phone: string | null, readonly jobTitle: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type UpdateContactMutationVariables = Exact<{
  input: UpdateContactInput;
}>;


export type UpdateContactMutation = { readonly updateContact: { readonly contact: { readonly id: string, readonly firstName: string | null, readonly lastName: string, readonly email: string | null, readonly phone: string | null, readonly jobTitle: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type RemoveContactMutationVariables = Exact<{
  input: RemoveContactInput;
}>;


export type RemoveContactMutation = { readonly removeContact: { readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type ContactFragment = { readonly id: string, readonly firstName: string | null, readonly lastName: string, readonly email: string | null, readonly phone: string | null, readonly jobTitle: string | null };

export type ContactsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ContactsQuery = { readonly account: { readonly id: string, readonly contacts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly firstName: string | null, readonly lastName: string, readonly email: string | null, readonly phone: string | null, readonly jobTitle: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { readonly updateAccount: { readonly account: { readonly id: string, readonly revision: string | null, readonly name: string | null, readonly accountingNo: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly enableOrdering: boolean | null, readonly separateInvoices: boolean | null, readonly billingAddress: { readonly line1: string | null, readonly line2: string | null, readonly city: string | null, readonly region: string | null, readonly postalCode: string | null, readonly country: string | null } | null, readonly parent: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null, readonly responsibleUser: { readonly id: string } | null, readonly permissionRule: { readonly id: string, readonly name: string } | null, readonly synchronizationOptions: ReadonlyArray<{ readonly systemCode: string, readonly key: string, readonly value: string | null }> | null, readonly customFields: ReadonlyArray<{ readonly value: unknown, readonly definition: { readonly code: string, readonly label: string, readonly type: CustomFieldType, readonly required: boolean, readonly options: ReadonlyArray<string> | null } }> | null } | null, readonly changes: ReadonlyArray<{ readonly field: AccountField | null, readonly before: string | null, readonly after: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type SharingRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type SharingRulesQuery = { readonly permissionRules: ReadonlyArray<{ readonly id: string, readonly name: string }> | null };

export type AccountChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type AccountChoicesQuery = { readonly accounts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly accountingNo: string | null } }> } | null };

export type HistoryQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type HistoryQuery = { readonly account: { readonly id: string, readonly history: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly kind: AccountHistoryKind, readonly text: string, readonly actor: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type NamedAccountFragment = { readonly id: string, readonly name: string | null };

export type InvoiceLineFragment = { readonly id: string | null, readonly description: string, readonly quantity: string, readonly unitPrice: string, readonly amount: string, readonly credited: string, readonly period: string | null, readonly from: string | null, readonly account: { readonly id: string, readonly name: string | null } | null };

export type InvoiceHeadFragment = { readonly id: string, readonly kind: InvoiceKind, readonly number: string, readonly issueDate: string, readonly currency: string, readonly total: string, readonly reason: string | null, readonly corrects: { readonly id: string, readonly number: string } | null, readonly account: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null };

export type BilledToQueryVariables = Exact<{
  id: string;
}>;


export type BilledToQuery = { readonly account: { readonly id: string, readonly separateInvoices: boolean | null, readonly billTo: { readonly id: string, readonly name: string | null } | null } | null };

export type InvoicesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type InvoicesQuery = { readonly account: { readonly id: string, readonly invoices: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: InvoiceKind, readonly number: string, readonly issueDate: string, readonly currency: string, readonly total: string, readonly reason: string | null, readonly corrects: { readonly id: string, readonly number: string } | null, readonly account: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type InvoiceLinesQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceLinesQuery = { readonly invoice: { readonly id: string, readonly kind: InvoiceKind, readonly number: string, readonly issueDate: string, readonly currency: string, readonly total: string, readonly reason: string | null, readonly lines: ReadonlyArray<{ readonly id: string | null, readonly description: string, readonly quantity: string, readonly unitPrice: string, readonly amount: string, readonly credited: string, readonly period: string | null, readonly from: string | null, readonly account: { readonly id: string, readonly name: string | null } | null }>, readonly corrects: { readonly id: string, readonly number: string } | null, readonly account: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null } | null };

export type PendingInvoicesQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type PendingInvoicesQuery = { readonly account: { readonly id: string, readonly pendingInvoices: ReadonlyArray<{ readonly issueDate: string, readonly currency: string, readonly total: string, readonly billTo: { readonly id: string, readonly name: string | null } | null, readonly lines: ReadonlyArray<{ readonly id: string | null, readonly description: string, readonly quantity: string, readonly unitPrice: string, readonly amount: string, readonly credited: string, readonly period: string | null, readonly from: string | null, readonly account: { readonly id: string, readonly name: string | null } | null }> }> | null } | null };

export type GenerateInvoicesMutationVariables = Exact<{
  input: GenerateInvoicesInput;
}>;


export type GenerateInvoicesMutation = { readonly generateInvoices: { readonly invoices: ReadonlyArray<{ readonly id: string, readonly kind: InvoiceKind, readonly number: string, readonly issueDate: string, readonly currency: string, readonly total: string, readonly reason: string | null, readonly corrects: { readonly id: string, readonly number: string } | null, readonly account: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null }>, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CreateInvoiceMutationVariables = Exact<{
  input: CreateInvoiceInput;
}>;


export type CreateInvoiceMutation = { readonly createInvoice: { readonly invoice: { readonly id: string, readonly kind: InvoiceKind, readonly number: string, readonly issueDate: string, readonly currency: string, readonly total: string, readonly reason: string | null, readonly corrects: { readonly id: string, readonly number: string } | null, readonly account: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CreateCreditNoteMutationVariables = Exact<{
  input: CreateCreditNoteInput;
}>;


export type CreateCreditNoteMutation = { readonly createCreditNote: { readonly invoice: { readonly id: string, readonly kind: InvoiceKind, readonly number: string, readonly issueDate: string, readonly currency: string, readonly total: string, readonly reason: string | null, readonly corrects: { readonly id: string, readonly number: string } | null, readonly account: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type AccountFieldsFragment = { readonly id: string, readonly revision: string | null, readonly name: string | null, readonly accountingNo: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly enableOrdering: boolean | null, readonly separateInvoices: boolean | null, readonly billingAddress: { readonly line1: string | null, readonly line2: string | null, readonly city: string | null, readonly region: string | null, readonly postalCode: string | null, readonly country: string | null } | null, readonly parent: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null, readonly responsibleUser: { readonly id: string } | null, readonly permissionRule: { readonly id: string, readonly name: string } | null, readonly synchronizationOptions: ReadonlyArray<{ readonly systemCode: string, readonly key: string, readonly value: string | null }> | null, readonly customFields: ReadonlyArray<{ readonly value: unknown, readonly definition: { readonly code: string, readonly label: string, readonly type: CustomFieldType, readonly required: boolean, readonly options: ReadonlyArray<string> | null } }> | null };

export type AccountFieldsQueryVariables = Exact<{
  id: string;
}>;


export type AccountFieldsQuery = { readonly account: { readonly id: string, readonly revision: string | null, readonly name: string | null, readonly accountingNo: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly enableOrdering: boolean | null, readonly separateInvoices: boolean | null, readonly billingAddress: { readonly line1: string | null, readonly line2: string | null, readonly city: string | null, readonly region: string | null, readonly postalCode: string | null, readonly country: string | null } | null, readonly parent: { readonly id: string, readonly name: string | null } | null, readonly billTo: { readonly id: string, readonly name: string | null } | null, readonly responsibleUser: { readonly id: string } | null, readonly permissionRule: { readonly id: string, readonly name: string } | null, readonly synchronizationOptions: ReadonlyArray<{ readonly systemCode: string, readonly key: string, readonly value: string | null }> | null, readonly customFields: ReadonlyArray<{ readonly value: unknown, readonly definition: { readonly code: string, readonly label: string, readonly type: CustomFieldType, readonly required: boolean, readonly options: ReadonlyArray<string> | null } }> | null } | null };

export type RelateAccountMutationVariables = Exact<{
  input: RelateAccountInput;
}>;


export type RelateAccountMutation = { readonly relateAccount: { readonly relation: { readonly id: string, readonly kind: RelationKind, readonly targetId: string, readonly label: string | null, readonly createdAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type UnrelateAccountMutationVariables = Exact<{
  input: UnrelateAccountInput;
}>;


export type UnrelateAccountMutation = { readonly unrelateAccount: { readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type RelationFragment = { readonly id: string, readonly kind: RelationKind, readonly targetId: string, readonly label: string | null, readonly createdAt: string };

export type RelationsQueryVariables = Exact<{
  id: string;
  kind?: RelationKind | null | undefined;
  after?: string | null | undefined;
}>;


export type RelationsQuery = { readonly account: { readonly id: string, readonly relations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: RelationKind, readonly targetId: string, readonly label: string | null, readonly createdAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type ServiceChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ServiceChoicesQuery = { readonly offeredServices: { readonly edges: ReadonlyArray<{ readonly node: { readonly sku: string, readonly name: string, readonly prices: ReadonlyArray<{ readonly currency: string, readonly billingPeriod: BillingPeriod, readonly amount: string }> } }> } | null };

export type MadeDocumentFragment = { readonly id: string, readonly title: string, readonly total: string, readonly currency: string };

export type CreateOpportunityMutationVariables = Exact<{
  input: SellInput;
}>;


export type CreateOpportunityMutation = { readonly createOpportunity: { readonly document: { readonly id: string, readonly title: string, readonly total: string, readonly currency: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CreateOfferMutationVariables = Exact<{
  input: SellInput;
}>;


export type CreateOfferMutation = { readonly createOffer: { readonly document: { readonly id: string, readonly title: string, readonly total: string, readonly currency: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CreateOrderMutationVariables = Exact<{
  input: SellInput;
}>;


export type CreateOrderMutation = { readonly createOrder: { readonly document: { readonly id: string, readonly title: string, readonly total: string, readonly currency: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CreateSubscriptionMutationVariables = Exact<{
  input: CreateSubscriptionInput;
}>;


export type CreateSubscriptionMutation = { readonly createSubscription: { readonly subscription: { readonly id: string, readonly startDate: string, readonly unitPrice: string, readonly currency: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type ChangeSubscriptionMutationVariables = Exact<{
  input: ChangeSubscriptionInput;
}>;


export type ChangeSubscriptionMutation = { readonly changeSubscription: { readonly subscription: { readonly id: string, readonly quantity: number, readonly unitPrice: string, readonly priceSource: PriceSource, readonly currency: string, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly nextInvoiceDate: string | null, readonly status: AccountSubscriptionStatus, readonly sourceSubscriptionId: string | null, readonly service: { readonly sku: string, readonly name: string }, readonly quantities: ReadonlyArray<{ readonly from: string, readonly quantity: number }>, readonly overbilled: ReadonlyArray<{ readonly period: string, readonly amount: string, readonly currency: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type CancelSubscriptionMutationVariables = Exact<{
  input: CancelSubscriptionInput;
}>;


export type CancelSubscriptionMutation = { readonly cancelSubscription: { readonly subscription: { readonly id: string, readonly quantity: number, readonly unitPrice: string, readonly priceSource: PriceSource, readonly currency: string, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly nextInvoiceDate: string | null, readonly status: AccountSubscriptionStatus, readonly sourceSubscriptionId: string | null, readonly service: { readonly sku: string, readonly name: string }, readonly quantities: ReadonlyArray<{ readonly from: string, readonly quantity: number }>, readonly overbilled: ReadonlyArray<{ readonly period: string, readonly amount: string, readonly currency: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

export type SubscriptionFragment = { readonly id: string, readonly quantity: number, readonly unitPrice: string, readonly priceSource: PriceSource, readonly currency: string, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly nextInvoiceDate: string | null, readonly status: AccountSubscriptionStatus, readonly sourceSubscriptionId: string | null, readonly service: { readonly sku: string, readonly name: string }, readonly quantities: ReadonlyArray<{ readonly from: string, readonly quantity: number }>, readonly overbilled: ReadonlyArray<{ readonly period: string, readonly amount: string, readonly currency: string }> };

export type SubscriptionsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SubscriptionsQuery = { readonly account: { readonly id: string, readonly subscriptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly quantity: number, readonly unitPrice: string, readonly priceSource: PriceSource, readonly currency: string, readonly billingPeriod: BillingPeriod, readonly startDate: string, readonly endDate: string | null, readonly nextInvoiceDate: string | null, readonly status: AccountSubscriptionStatus, readonly sourceSubscriptionId: string | null, readonly service: { readonly sku: string, readonly name: string }, readonly quantities: ReadonlyArray<{ readonly from: string, readonly quantity: number }>, readonly overbilled: ReadonlyArray<{ readonly period: string, readonly amount: string, readonly currency: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type AccountListedFragment = { readonly id: string, readonly name: string | null, readonly accountingNo: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly createdAt: string | null, readonly updatedAt: string | null, readonly responsibleUser: { readonly id: string } | null, readonly managedByReseller: { readonly ribbon: string, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string } } | null };

export type AccountListQueryVariables = Exact<{
  filter: AccountFilter;
  orderBy: AccountOrder;
  after?: string | null | undefined;
}>;


export type AccountListQuery = { readonly accounts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly accountingNo: string | null, readonly email: string | null, readonly status: AccountStatus | null, readonly currency: string | null, readonly createdAt: string | null, readonly updatedAt: string | null, readonly responsibleUser: { readonly id: string } | null, readonly managedByReseller: { readonly ribbon: string, readonly drift: ReadonlyArray<DriftWarning>, readonly reseller: { readonly id: string, readonly name: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AccountCountQueryVariables = Exact<{
  filter: AccountFilter;
}>;


export type AccountCountQuery = { readonly accounts: { readonly totalCount: number, readonly totalCountIsCapped: boolean } | null };

export type ResellerChoicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ResellerChoicesQuery = { readonly tenantResellers: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CustomFieldChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomFieldChoicesQuery = { readonly customFieldDefinitions: ReadonlyArray<{ readonly code: string, readonly label: string, readonly type: CustomFieldType, readonly options: ReadonlyArray<string> | null }> | null };

export type MutationGuardsQueryVariables = Exact<{
  locale: string;
}>;


export type MutationGuardsQuery = { readonly accountPolicy: { readonly mutations: ReadonlyArray<{ readonly mutation: string, readonly guard: MutationGuard, readonly label: string }> } };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { readonly createAccount: { readonly account: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: AccountErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } | null };

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
    moveTo {
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
export const AuditLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AuditLine on AuditEntry {
  id
  at
  actorKind
  actor
  mutation
  login
  record
  operation
  before
  after
}
    `, {"fragmentName":"AuditLine"}) as unknown as TypedDocumentString<AuditLineFragment, unknown>;
export const ContactFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Contact on AccountContact {
  id
  firstName
  lastName
  email
  phone
  jobTitle
}
    `, {"fragmentName":"Contact"}) as unknown as TypedDocumentString<ContactFragment, unknown>;
export const NamedAccountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment NamedAccount on Account {
  id
  name
}
    `, {"fragmentName":"NamedAccount"}) as unknown as TypedDocumentString<NamedAccountFragment, unknown>;
export const InvoiceLineFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment InvoiceLine on AccountInvoiceLine {
  id
  description
  quantity
  unitPrice
  amount
  credited
  period
  from
  account {
    ...NamedAccount
  }
}
    fragment NamedAccount on Account {
  id
  name
}`, {"fragmentName":"InvoiceLine"}) as unknown as TypedDocumentString<InvoiceLineFragment, unknown>;
export const InvoiceHeadFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment InvoiceHead on AccountInvoice {
  id
  kind
  number
  issueDate
  currency
  total
  reason
  corrects {
    id
    number
  }
  account {
    ...NamedAccount
  }
  billTo {
    ...NamedAccount
  }
}
    fragment NamedAccount on Account {
  id
  name
}`, {"fragmentName":"InvoiceHead"}) as unknown as TypedDocumentString<InvoiceHeadFragment, unknown>;
export const AccountFieldsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AccountFields on Account {
  id
  revision
  name
  accountingNo
  email
  status
  currency
  enableOrdering
  separateInvoices
  billingAddress {
    line1
    line2
    city
    region
    postalCode
    country
  }
  parent {
    id
    name
  }
  billTo {
    id
    name
  }
  responsibleUser {
    id
  }
  permissionRule {
    id
    name
  }
  synchronizationOptions {
    systemCode
    key
    value
  }
  customFields {
    definition {
      code
      label
      type
      required
      options
    }
    value
  }
}
    `, {"fragmentName":"AccountFields"}) as unknown as TypedDocumentString<AccountFieldsFragment, unknown>;
export const RelationFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Relation on AccountRelation {
  id
  kind
  targetId
  label
  createdAt
}
    `, {"fragmentName":"Relation"}) as unknown as TypedDocumentString<RelationFragment, unknown>;
export const MadeDocumentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MadeDocument on SalesDocument {
  id
  title
  total
  currency
}
    `, {"fragmentName":"MadeDocument"}) as unknown as TypedDocumentString<MadeDocumentFragment, unknown>;
export const SubscriptionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Subscription on AccountSubscription {
  id
  service {
    sku
    name
  }
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
  status
  sourceSubscriptionId
  overbilled {
    period
    amount
    currency
  }
}
    `, {"fragmentName":"Subscription"}) as unknown as TypedDocumentString<SubscriptionFragment, unknown>;
export const AccountListedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AccountListed on Account {
  id
  name
  accountingNo
  email
  status
  currency
  createdAt
  updatedAt
  responsibleUser {
    id
  }
  managedByReseller {
    ribbon
    drift
    reseller {
      id
      name
    }
  }
}
    `, {"fragmentName":"AccountListed"}) as unknown as TypedDocumentString<AccountListedFragment, unknown>;
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
    moveTo {
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
export const AccountCoreDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccountCore($id: ID!) {
  account(id: $id) {
    id
    industry
    website
  }
}
    `) as unknown as TypedDocumentString<AccountCoreQuery, AccountCoreQueryVariables>;
export const SuspendAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SuspendAccount($input: AccountReferenceInput!) {
  suspendAccount(input: $input) {
    account {
      ...AccountStanding
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
    moveTo {
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
}`) as unknown as TypedDocumentString<SuspendAccountMutation, SuspendAccountMutationVariables>;
export const ReactivateAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReactivateAccount($input: AccountReferenceInput!) {
  reactivateAccount(input: $input) {
    account {
      ...AccountStanding
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
    moveTo {
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
}`) as unknown as TypedDocumentString<ReactivateAccountMutation, ReactivateAccountMutationVariables>;
export const DeleteAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteAccount($input: AccountReferenceInput!) {
  deleteAccount(input: $input) {
    account {
      ...AccountStanding
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
    moveTo {
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
}`) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const SynchronizeAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SynchronizeAccount($input: SynchronizeAccountInput!) {
  synchronizeAccount(input: $input) {
    account {
      ...AccountStanding
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
    moveTo {
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
}`) as unknown as TypedDocumentString<SynchronizeAccountMutation, SynchronizeAccountMutationVariables>;
export const AuditDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Audit($id: ID!, $after: String) {
  account(id: $id) {
    id
    audit(first: 50, after: $after) {
      edges {
        node {
          ...AuditLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment AuditLine on AuditEntry {
  id
  at
  actorKind
  actor
  mutation
  login
  record
  operation
  before
  after
}`) as unknown as TypedDocumentString<AuditQuery, AuditQueryVariables>;
export const AddContactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddContact($input: AddContactInput!) {
  addContact(input: $input) {
    contact {
      ...Contact
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
fragment Contact on AccountContact {
  id
  firstName
  lastName
  email
  phone
  jobTitle
}`) as unknown as TypedDocumentString<AddContactMutation, AddContactMutationVariables>;
export const UpdateContactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateContact($input: UpdateContactInput!) {
  updateContact(input: $input) {
    contact {
      ...Contact
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
fragment Contact on AccountContact {
  id
  firstName
  lastName
  email
  phone
  jobTitle
}`) as unknown as TypedDocumentString<UpdateContactMutation, UpdateContactMutationVariables>;
export const RemoveContactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveContact($input: RemoveContactInput!) {
  removeContact(input: $input) {
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
}`) as unknown as TypedDocumentString<RemoveContactMutation, RemoveContactMutationVariables>;
export const ContactsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Contacts($id: ID!, $after: String) {
  account(id: $id) {
    id
    contacts(first: 50, after: $after) {
      edges {
        node {
          ...Contact
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Contact on AccountContact {
  id
  firstName
  lastName
  email
  phone
  jobTitle
}`) as unknown as TypedDocumentString<ContactsQuery, ContactsQueryVariables>;
export const UpdateAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UpdateAccount($input: UpdateAccountInput!) {
  updateAccount(input: $input) {
    account {
      ...AccountFields
    }
    changes {
      field
      before
      after
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
fragment AccountFields on Account {
  id
  revision
  name
  accountingNo
  email
  status
  currency
  enableOrdering
  separateInvoices
  billingAddress {
    line1
    line2
    city
    region
    postalCode
    country
  }
  parent {
    id
    name
  }
  billTo {
    id
    name
  }
  responsibleUser {
    id
  }
  permissionRule {
    id
    name
  }
  synchronizationOptions {
    systemCode
    key
    value
  }
  customFields {
    definition {
      code
      label
      type
      required
      options
    }
    value
  }
}`) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const SharingRulesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SharingRules {
  permissionRules {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<SharingRulesQuery, SharingRulesQueryVariables>;
export const AccountChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccountChoices($search: String) {
  accounts(filter: {search: $search}, first: 12) {
    edges {
      node {
        id
        name
        accountingNo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountChoicesQuery, AccountChoicesQueryVariables>;
export const HistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query History($id: ID!, $after: String) {
  account(id: $id) {
    id
    history(first: 50, after: $after) {
      edges {
        node {
          id
          at
          kind
          text
          actor
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const BilledToDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BilledTo($id: ID!) {
  account(id: $id) {
    id
    separateInvoices
    billTo {
      ...NamedAccount
    }
  }
}
    fragment NamedAccount on Account {
  id
  name
}`) as unknown as TypedDocumentString<BilledToQuery, BilledToQueryVariables>;
export const InvoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Invoices($id: ID!, $after: String) {
  account(id: $id) {
    id
    invoices(first: 25, after: $after) {
      edges {
        node {
          ...InvoiceHead
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment NamedAccount on Account {
  id
  name
}
fragment InvoiceHead on AccountInvoice {
  id
  kind
  number
  issueDate
  currency
  total
  reason
  corrects {
    id
    number
  }
  account {
    ...NamedAccount
  }
  billTo {
    ...NamedAccount
  }
}`) as unknown as TypedDocumentString<InvoicesQuery, InvoicesQueryVariables>;
export const InvoiceLinesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InvoiceLines($id: ID!) {
  invoice(id: $id) {
    ...InvoiceHead
    lines {
      ...InvoiceLine
    }
  }
}
    fragment NamedAccount on Account {
  id
  name
}
fragment InvoiceLine on AccountInvoiceLine {
  id
  description
  quantity
  unitPrice
  amount
  credited
  period
  from
  account {
    ...NamedAccount
  }
}
fragment InvoiceHead on AccountInvoice {
  id
  kind
  number
  issueDate
  currency
  total
  reason
  corrects {
    id
    number
  }
  account {
    ...NamedAccount
  }
  billTo {
    ...NamedAccount
  }
}`) as unknown as TypedDocumentString<InvoiceLinesQuery, InvoiceLinesQueryVariables>;
export const PendingInvoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PendingInvoices($id: ID!, $asOf: Date) {
  account(id: $id) {
    id
    pendingInvoices(asOf: $asOf) {
      issueDate
      currency
      total
      billTo {
        ...NamedAccount
      }
      lines {
        ...InvoiceLine
      }
    }
  }
}
    fragment NamedAccount on Account {
  id
  name
}
fragment InvoiceLine on AccountInvoiceLine {
  id
  description
  quantity
  unitPrice
  amount
  credited
  period
  from
  account {
    ...NamedAccount
  }
}`) as unknown as TypedDocumentString<PendingInvoicesQuery, PendingInvoicesQueryVariables>;
export const GenerateInvoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GenerateInvoices($input: GenerateInvoicesInput!) {
  generateInvoices(input: $input) {
    invoices {
      ...InvoiceHead
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
fragment NamedAccount on Account {
  id
  name
}
fragment InvoiceHead on AccountInvoice {
  id
  kind
  number
  issueDate
  currency
  total
  reason
  corrects {
    id
    number
  }
  account {
    ...NamedAccount
  }
  billTo {
    ...NamedAccount
  }
}`) as unknown as TypedDocumentString<GenerateInvoicesMutation, GenerateInvoicesMutationVariables>;
export const CreateInvoiceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateInvoice($input: CreateInvoiceInput!) {
  createInvoice(input: $input) {
    invoice {
      ...InvoiceHead
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
fragment NamedAccount on Account {
  id
  name
}
fragment InvoiceHead on AccountInvoice {
  id
  kind
  number
  issueDate
  currency
  total
  reason
  corrects {
    id
    number
  }
  account {
    ...NamedAccount
  }
  billTo {
    ...NamedAccount
  }
}`) as unknown as TypedDocumentString<CreateInvoiceMutation, CreateInvoiceMutationVariables>;
export const CreateCreditNoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCreditNote($input: CreateCreditNoteInput!) {
  createCreditNote(input: $input) {
    invoice {
      ...InvoiceHead
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
fragment NamedAccount on Account {
  id
  name
}
fragment InvoiceHead on AccountInvoice {
  id
  kind
  number
  issueDate
  currency
  total
  reason
  corrects {
    id
    number
  }
  account {
    ...NamedAccount
  }
  billTo {
    ...NamedAccount
  }
}`) as unknown as TypedDocumentString<CreateCreditNoteMutation, CreateCreditNoteMutationVariables>;
export const AccountFieldsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccountFields($id: ID!) {
  account(id: $id) {
    ...AccountFields
  }
}
    fragment AccountFields on Account {
  id
  revision
  name
  accountingNo
  email
  status
  currency
  enableOrdering
  separateInvoices
  billingAddress {
    line1
    line2
    city
    region
    postalCode
    country
  }
  parent {
    id
    name
  }
  billTo {
    id
    name
  }
  responsibleUser {
    id
  }
  permissionRule {
    id
    name
  }
  synchronizationOptions {
    systemCode
    key
    value
  }
  customFields {
    definition {
      code
      label
      type
      required
      options
    }
    value
  }
}`) as unknown as TypedDocumentString<AccountFieldsQuery, AccountFieldsQueryVariables>;
export const RelateAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RelateAccount($input: RelateAccountInput!) {
  relateAccount(input: $input) {
    relation {
      ...Relation
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
fragment Relation on AccountRelation {
  id
  kind
  targetId
  label
  createdAt
}`) as unknown as TypedDocumentString<RelateAccountMutation, RelateAccountMutationVariables>;
export const UnrelateAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnrelateAccount($input: UnrelateAccountInput!) {
  unrelateAccount(input: $input) {
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
}`) as unknown as TypedDocumentString<UnrelateAccountMutation, UnrelateAccountMutationVariables>;
export const RelationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Relations($id: ID!, $kind: RelationKind, $after: String) {
  account(id: $id) {
    id
    relations(kind: $kind, first: 50, after: $after) {
      edges {
        node {
          ...Relation
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Relation on AccountRelation {
  id
  kind
  targetId
  label
  createdAt
}`) as unknown as TypedDocumentString<RelationsQuery, RelationsQueryVariables>;
export const ServiceChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ServiceChoices($search: String) {
  offeredServices(search: $search, first: 12) {
    edges {
      node {
        sku
        name
        prices {
          currency
          billingPeriod
          amount
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceChoicesQuery, ServiceChoicesQueryVariables>;
export const CreateOpportunityDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOpportunity($input: SellInput!) {
  createOpportunity(input: $input) {
    document {
      ...MadeDocument
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
fragment MadeDocument on SalesDocument {
  id
  title
  total
  currency
}`) as unknown as TypedDocumentString<CreateOpportunityMutation, CreateOpportunityMutationVariables>;
export const CreateOfferDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOffer($input: SellInput!) {
  createOffer(input: $input) {
    document {
      ...MadeDocument
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
fragment MadeDocument on SalesDocument {
  id
  title
  total
  currency
}`) as unknown as TypedDocumentString<CreateOfferMutation, CreateOfferMutationVariables>;
export const CreateOrderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOrder($input: SellInput!) {
  createOrder(input: $input) {
    document {
      ...MadeDocument
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
fragment MadeDocument on SalesDocument {
  id
  title
  total
  currency
}`) as unknown as TypedDocumentString<CreateOrderMutation, CreateOrderMutationVariables>;
export const CreateSubscriptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateSubscription($input: CreateSubscriptionInput!) {
  createSubscription(input: $input) {
    subscription {
      id
      startDate
      unitPrice
      currency
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
}`) as unknown as TypedDocumentString<CreateSubscriptionMutation, CreateSubscriptionMutationVariables>;
export const ChangeSubscriptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeSubscription($input: ChangeSubscriptionInput!) {
  changeSubscription(input: $input) {
    subscription {
      ...Subscription
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
fragment Subscription on AccountSubscription {
  id
  service {
    sku
    name
  }
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
  status
  sourceSubscriptionId
  overbilled {
    period
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ChangeSubscriptionMutation, ChangeSubscriptionMutationVariables>;
export const CancelSubscriptionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelSubscription($input: CancelSubscriptionInput!) {
  cancelSubscription(input: $input) {
    subscription {
      ...Subscription
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
fragment Subscription on AccountSubscription {
  id
  service {
    sku
    name
  }
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
  status
  sourceSubscriptionId
  overbilled {
    period
    amount
    currency
  }
}`) as unknown as TypedDocumentString<CancelSubscriptionMutation, CancelSubscriptionMutationVariables>;
export const SubscriptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Subscriptions($id: ID!, $after: String) {
  account(id: $id) {
    id
    subscriptions(first: 25, after: $after) {
      edges {
        node {
          ...Subscription
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Subscription on AccountSubscription {
  id
  service {
    sku
    name
  }
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
  status
  sourceSubscriptionId
  overbilled {
    period
    amount
    currency
  }
}`) as unknown as TypedDocumentString<SubscriptionsQuery, SubscriptionsQueryVariables>;
export const AccountListDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccountList($filter: AccountFilter!, $orderBy: AccountOrder!, $after: String) {
  accounts(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
    edges {
      node {
        ...AccountListed
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AccountListed on Account {
  id
  name
  accountingNo
  email
  status
  currency
  createdAt
  updatedAt
  responsibleUser {
    id
  }
  managedByReseller {
    ribbon
    drift
    reseller {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<AccountListQuery, AccountListQueryVariables>;
export const AccountCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccountCount($filter: AccountFilter!) {
  accounts(filter: $filter, first: 0) {
    totalCount
    totalCountIsCapped
  }
}
    `) as unknown as TypedDocumentString<AccountCountQuery, AccountCountQueryVariables>;
export const ResellerChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ResellerChoices($after: String) {
  tenantResellers(first: 200, after: $after) {
    edges {
      node {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ResellerChoicesQuery, ResellerChoicesQueryVariables>;
export const CustomFieldChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CustomFieldChoices {
  customFieldDefinitions {
    code
    label
    type
    options
  }
}
    `) as unknown as TypedDocumentString<CustomFieldChoicesQuery, CustomFieldChoicesQueryVariables>;
export const MutationGuardsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MutationGuards($locale: String!) {
  accountPolicy(locale: $locale) {
    mutations {
      mutation
      guard
      label
    }
  }
}
    `) as unknown as TypedDocumentString<MutationGuardsQuery, MutationGuardsQueryVariables>;
export const CreateAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateAccount($input: CreateAccountInput!) {
  createAccount(input: $input) {
    account {
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
}`) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
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