// Made by `npm run codegen` from the schema and operations.graphql: change those.

export const OPERATIONS = {
  SyncViewer: 'query SyncViewer{accountViewer{kind id tenantReseller{id name currency status backOrderingActive}}}',
  SyncCustomers:
    'mutation SyncCustomers($input:SyncCustomersInput!){syncCustomers(input:$input){results{sourceAccountId outcome account{id}subscriptionResults{sourceSubscriptionId outcome}warnings userErrors{...Refusal}}userErrors{...Refusal}}}fragment Refusal on AccountUserError{code message path retryable}',
  TrySyncCustomers:
    'mutation TrySyncCustomers($input:SyncCustomersInput!){syncCustomers(input:$input){results{sourceAccountId outcome account{id}subscriptionResults{sourceSubscriptionId outcome}warnings changes{...Change}userErrors{...Refusal}}userErrors{...Refusal}}}fragment Refusal on AccountUserError{code message path retryable}fragment Change on AccountChange{accountId subject field subscriptionId before after}',
  RecordPaidSubscription:
    'mutation RecordPaidSubscription($input:RecordPaidSubscriptionInput!){recordPaidSubscription(input:$input){outcome subscriptionOutcome account{id}warnings changes{...Change}userErrors{...Refusal}}}fragment Refusal on AccountUserError{code message path retryable}fragment Change on AccountChange{accountId subject field subscriptionId before after}',
  CancelPaidSubscription:
    'mutation CancelPaidSubscription($input:CancelPaidSubscriptionInput!){cancelPaidSubscription(input:$input){outcome account{id}userErrors{...Refusal}}}fragment Refusal on AccountUserError{code message path retryable}',
  DeleteManagedAccount:
    'mutation DeleteManagedAccount($input:DeleteManagedAccountInput!){deleteManagedAccount(input:$input){outcome account{id}warnings userErrors{...Refusal}}}fragment Refusal on AccountUserError{code message path retryable}',
  RestoreManagedAccount:
    'mutation RestoreManagedAccount($input:RestoreManagedAccountInput!){restoreManagedAccount(input:$input){outcome account{id}warnings userErrors{...Refusal}}}fragment Refusal on AccountUserError{code message path retryable}',
  CopiedAccounts:
    'query CopiedAccounts($sourceAccountIds:[ID!]!){copiedAccounts(sourceAccountIds:$sourceAccountIds){id name accountingNo email billingAddress{line1 line2 city region postalCode country}status currency managedByReseller{sourceAccountId sourceVersion lastSyncedAt}}}',
  SyncProblems:
    'query SyncProblems($open:Boolean$first:Int!$after:String){accountViewer{tenantReseller{syncProblems(open:$open first:$first after:$after){edges{node{sourceAccountId sourceSubscriptionId code message path firstSeenAt lastSeenAt count closedAt}}pageInfo{hasNextPage endCursor}}}}}',
  SyncHealth:
    'query SyncHealth{accountViewer{tenantReseller{syncHealth{lastAcceptedAt acceptedLastDay refusedLastDay openProblems}}}}',
  OfferedServices:
    'query OfferedServices($search:String$first:Int!$after:String){offeredServices(search:$search first:$first after:$after){edges{node{sku name prices{currency billingPeriod amount}}}pageInfo{hasNextPage endCursor}}}',
} as const;

/** What each operation is sent and answered. */
export interface Operations {
  readonly SyncViewer: {
    readonly variables: Record<string, never>;
    readonly data: {
      /** Who calls, as the token says. */
      readonly accountViewer: {
        /** What the caller may do in general. It follows from who issued the token. */
        readonly kind: AccountViewerKind;
        /** The person's or the sync service's id. */
        readonly id: string;
        /** The reseller of a sync caller; null for people. */
        readonly tenantReseller: {
          /** A UUID; a sync service's token names its reseller by it. */
          readonly id: string;
          /** 1 to 255 characters; also the name of the reseller's own account. */
          readonly name: string;
          /** What customers copied from now on are billed in; those that are here keep theirs. */
          readonly currency: string;
          /** Whether what its sync writes is taken. */
          readonly status: TenantResellerStatus;
          /** Off until the reseller goes live, and never off again. As long as it is off nothing is copied; customers that were transferred are kept up to date. */
          readonly backOrderingActive: boolean;
        } | null;
      } | null;
    };
  };
  readonly SyncCustomers: {
    readonly variables: {
      readonly input: SyncCustomersInput;
    };
    readonly data: {
      /** Up to 500 customers, each for itself: one that is refused changes nothing for the others. Send again what is retryable: ACCOUNT_NOT_COPIED, for a customer that has no paid subscription here, TEMPORARILY_UNAVAILABLE and OUTCOME_UNKNOWN. More than 500: INVALID_INPUT at `input.items`. */
      readonly syncCustomers: {
        /** One for each item, in the items' order. Empty when the call as a whole is refused. */
        readonly results: readonly {
          /** As it was sent. */
          readonly sourceAccountId: string;
          /** What the snapshot came to; its subscriptions are recorded unless it is REJECTED. */
          readonly outcome: SyncOutcome;
          /** The account as it is after the whole call; null when the item was refused, and in a dry run when it is not here yet. */
          readonly account: {
            /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
            readonly id: string;
          } | null;
          /** What each of them came to, in the order of `paidSubscriptions`. Empty when the item was refused. */
          readonly subscriptionResults: readonly {
            /** As it was sent. */
            readonly sourceSubscriptionId: string;
            /** CREATED, APPLIED, UNCHANGED or STALE. */
            readonly outcome: SyncOutcome;
          }[];
          /** Empty when there is nothing to tell. */
          readonly warnings: readonly SyncWarning[];
          /** Refusals of this item; nothing of it was changed. */
          readonly userErrors: readonly Refusal[];
        }[];
        /** Refusals of the call as a whole; those of an item stand in its result. */
        readonly userErrors: readonly Refusal[];
      } | null;
    };
  };
  readonly TrySyncCustomers: {
    readonly variables: {
      readonly input: SyncCustomersInput;
    };
    readonly data: {
      /** Up to 500 customers, each for itself: one that is refused changes nothing for the others. Send again what is retryable: ACCOUNT_NOT_COPIED, for a customer that has no paid subscription here, TEMPORARILY_UNAVAILABLE and OUTCOME_UNKNOWN. More than 500: INVALID_INPUT at `input.items`. */
      readonly syncCustomers: {
        /** One for each item, in the items' order. Empty when the call as a whole is refused. */
        readonly results: readonly {
          /** As it was sent. */
          readonly sourceAccountId: string;
          /** What the snapshot came to; its subscriptions are recorded unless it is REJECTED. */
          readonly outcome: SyncOutcome;
          /** The account as it is after the whole call; null when the item was refused, and in a dry run when it is not here yet. */
          readonly account: {
            /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
            readonly id: string;
          } | null;
          /** What each of them came to, in the order of `paidSubscriptions`. Empty when the item was refused. */
          readonly subscriptionResults: readonly {
            /** As it was sent. */
            readonly sourceSubscriptionId: string;
            /** CREATED, APPLIED, UNCHANGED or STALE. */
            readonly outcome: SyncOutcome;
          }[];
          /** Empty when there is nothing to tell. */
          readonly warnings: readonly SyncWarning[];
          /** What a dry run of this item would change, once those before it were done; empty when it is none. */
          readonly changes: readonly Change[];
          /** Refusals of this item; nothing of it was changed. */
          readonly userErrors: readonly Refusal[];
        }[];
        /** Refusals of the call as a whole; those of an item stand in its result. */
        readonly userErrors: readonly Refusal[];
      } | null;
    };
  };
  readonly RecordPaidSubscription: {
    readonly variables: {
      readonly input: RecordPaidSubscriptionInput;
    };
    readonly data: {
      /** A customer bought a paid subscription at the reseller. The first one copies the customer here. Both or neither. Refused: NOT_A_PAID_SUBSCRIPTION, SERVICE_NOT_OFFERED, BACK_ORDERING_INACTIVE, SOURCE_VERSION_CONFLICT, SUBSCRIPTION_CONFLICT, ACCOUNT_DELETED. */
      readonly recordPaidSubscription: {
        /** What the snapshot came to; the subscription is recorded unless it is REJECTED. */
        readonly outcome: SyncOutcome;
        /** What the subscription came to: CREATED, APPLIED, UNCHANGED or STALE; null when refused. */
        readonly subscriptionOutcome: SyncOutcome | null;
        /** The account as the caller sees it afterwards; null when refused, and in a dry run when it is not here yet. */
        readonly account: {
          /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
          readonly id: string;
        } | null;
        /** Empty when there is nothing to tell. */
        readonly warnings: readonly SyncWarning[];
        /** What a dry run would change; empty when it is none. */
        readonly changes: readonly Change[];
        readonly userErrors: readonly Refusal[];
      } | null;
    };
  };
  readonly CancelPaidSubscription: {
    readonly variables: {
      readonly input: CancelPaidSubscriptionInput;
    };
    readonly data: {
      /** The reseller's customer cancelled a paid subscription: it is billed up to that day. The account stays. Never recorded: NOT_FOUND, retryable. The same again: UNCHANGED. Another end date: SUBSCRIPTION_CONFLICT at `input.endDate`. One that has a source version: SUBSCRIPTION_CONFLICT at `input.sourceSubscriptionId`, send its state. */
      readonly cancelPaidSubscription: {
        /** APPLIED, UNCHANGED or REJECTED. */
        readonly outcome: SyncOutcome;
        /** The account as the caller sees it afterwards; null when refused. */
        readonly account: {
          /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
          readonly id: string;
        } | null;
        readonly userErrors: readonly Refusal[];
      } | null;
    };
  };
  readonly DeleteManagedAccount: {
    readonly variables: {
      readonly input: DeleteManagedAccountInput;
    };
    readonly data: {
      /** The reseller deleted the customer. The account stays readable as DELETED, until restoreManagedAccount brings it back. What is owed stays due. Deleted already: UNCHANGED, unless a greater version names another end; otherwise older than what is here: STALE; a customer that is not here: ACCOUNT_NOT_COPIED, retryable. */
      readonly deleteManagedAccount: {
        /** APPLIED, UNCHANGED, STALE or REJECTED. */
        readonly outcome: SyncOutcome;
        /** The account as the caller sees it afterwards; null when refused. */
        readonly account: {
          /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
          readonly id: string;
        } | null;
        /** Of a restoration, what the snapshot of the customer is answered with; of a deletion none. */
        readonly warnings: readonly SyncWarning[];
        readonly userErrors: readonly Refusal[];
      } | null;
    };
  };
  readonly RestoreManagedAccount: {
    readonly variables: {
      readonly input: RestoreManagedAccountInput;
    };
    readonly data: {
      /** The reseller deleted the customer by mistake: the same account has the snapshot's status again, and its subscriptions end as their own states say. The snapshot is taken whole and must be of a greater version than the deletion, else STALE; of a customer that is not deleted it is a snapshot and nothing more, so that the two may arrive in either order. Send again then what was refused with ACCOUNT_DELETED. A customer that is not here: ACCOUNT_NOT_COPIED, retryable. */
      readonly restoreManagedAccount: {
        /** APPLIED, UNCHANGED, STALE or REJECTED. */
        readonly outcome: SyncOutcome;
        /** The account as the caller sees it afterwards; null when refused. */
        readonly account: {
          /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
          readonly id: string;
        } | null;
        /** Of a restoration, what the snapshot of the customer is answered with; of a deletion none. */
        readonly warnings: readonly SyncWarning[];
        readonly userErrors: readonly Refusal[];
      } | null;
    };
  };
  readonly CopiedAccounts: {
    readonly variables: {
      readonly sourceAccountIds: readonly string[];
    };
    readonly data: {
      /** The accounts of the sync caller's own customers, in the order of the ids that are sent, null for each that is not here; deleted ones too. Up to 500, else a top-level INVALID_INPUT. People get a top-level FORBIDDEN. */
      readonly copiedAccounts: readonly ({
        /** A UUID. Of a copy, it is derived from the reseller and the source account id, so there is one copy at most. */
        readonly id: string;
        /** 1 to 255 characters. Locked on a managed account, where it is the source's, and on a tenant reseller's own account. */
        readonly name: string | null;
        /** At most 1000 characters; null when empty. Not unique. Locked on a managed account, where it is the source's. */
        readonly accountingNo: string | null;
        /** At most 1000 characters, not checked for its form; null when empty. Locked on a managed account, where it is the source's. */
        readonly email: string | null;
        /** Copied and locked as one unit on a managed account; null when nothing of it is filled in. */
        readonly billingAddress: {
          /** Street and number, as a rule. */
          readonly line1: string | null;
          /** What does not fit into the first line. */
          readonly line2: string | null;
          /** The town, as free text. */
          readonly city: string | null;
          /** State, province or county, as free text. */
          readonly region: string | null;
          /** As the source writes it; not checked against the country. */
          readonly postalCode: string | null;
          /** ISO 3166-1 alpha-2. Two capital letters, e.g. "DE"; a source may have others. */
          readonly country: string | null;
        } | null;
        /** Of a managed account it follows the reseller's BSS only. */
        readonly status: AccountStatus | null;
        /** What the account is billed in. A copy has the tenant reseller's of the time of the copy and keeps it; fixed once anything is recorded on the account. */
        readonly currency: string | null;
        /** The tenant reseller that manages this account from its own BSS; null on an account of the distributor's own. Deleted accounts keep it. */
        readonly managedByReseller: {
          /** The customer's id in the reseller's BSS. At most 1000 characters; unique within the reseller and never used again. */
          readonly sourceAccountId: string;
          /** The newest state of the customer that was applied here; null after a transfer or a move, until the first snapshot, unless the account was this customer before. */
          readonly sourceVersion: string | null;
          /** When the reseller's sync last confirmed or changed this account. Null after a transfer until then. */
          readonly lastSyncedAt: string | null;
        } | null;
      } | null)[];
    };
  };
  readonly SyncProblems: {
    readonly variables: {
      readonly open?: boolean | null;
      readonly first: number;
      readonly after?: string | null;
    };
    readonly data: {
      /** Who calls, as the token says. */
      readonly accountViewer: {
        /** The reseller of a sync caller; null for people. */
        readonly tenantReseller: {
          /** What its sync sent and was refused, newest `lastSeenAt` first: the sync inbox. Administrators see that of every reseller, a sync its own; null for everyone else. */
          readonly syncProblems: {
            readonly edges: readonly {
              readonly node: {
                /** The customer's id in the reseller's BSS. Empty in the one row that only counts: at most 10,000 are open at a time, and `count` says how many refusals more there were. */
                readonly sourceAccountId: string;
                /** The subscription's id there, when the first error is about one; null when it is about the customer. */
                readonly sourceSubscriptionId: string | null;
                /** Of the first error, as the sender was told it last. */
                readonly code: AccountErrorCode;
                /** For people, in English. */
                readonly message: string;
                /** Where in the arguments of the call that was refused last. */
                readonly path: readonly string[];
                /** When it was refused first. */
                readonly firstSeenAt: string;
                /** When it was refused last. */
                readonly lastSeenAt: string;
                /** How often it was refused, since it was first. */
                readonly count: number;
                /** When the same was taken; null while it is open. */
                readonly closedAt: string | null;
              };
            }[];
            readonly pageInfo: {
              /** Whether more follows: ask again with `after: endCursor`. */
              readonly hasNextPage: boolean;
              /** The cursor of the last item; null on an empty page. */
              readonly endCursor: string | null;
            };
          } | null;
        } | null;
      } | null;
    };
  };
  readonly SyncHealth: {
    readonly variables: Record<string, never>;
    readonly data: {
      /** Who calls, as the token says. */
      readonly accountViewer: {
        /** The reseller of a sync caller; null for people. */
        readonly tenantReseller: {
          /** How its sync fares; for whom `syncProblems` is, null for everyone else. */
          readonly syncHealth: {
            /** When an event was taken last, be it as UNCHANGED or STALE; null when none ever was. */
            readonly lastAcceptedAt: string | null;
            /** How many were taken in the last 24 hours, to five minutes. */
            readonly acceptedLastDay: number;
            /** How many were refused in the last 24 hours, to five minutes; those that are to be sent again are not counted. */
            readonly refusedLastDay: number;
            /** How many rows of `syncProblems` are open. */
            readonly openProblems: number;
          } | null;
        } | null;
      } | null;
    };
  };
  readonly OfferedServices: {
    readonly variables: {
      readonly search?: string | null;
      readonly first: number;
      readonly after?: string | null;
    };
    readonly data: {
      /** All services in the order of skus, with their own prices; for a sync caller, with what its reseller is offered them at. */
      readonly offeredServices: {
        readonly edges: readonly {
          readonly node: {
            /** The key of the service; 1 to 1000 characters. */
            readonly sku: string;
            /** What people read; 1 to 255 characters. */
            readonly name: string;
            /** Its present prices, in the order of currencies. For a sync caller, in `offeredServices`: what its reseller is offered it at, by its price list or else by these; elsewhere empty. */
            readonly prices: readonly {
              /** It is for accounts that are billed in this currency. */
              readonly currency: string;
              /** It is for subscriptions that are charged this often. */
              readonly billingPeriod: BillingPeriod;
              /** Of one unit for one period. */
              readonly amount: string;
            }[];
          };
        }[];
        readonly pageInfo: {
          /** Whether more follows: ask again with `after: endCursor`. */
          readonly hasNextPage: boolean;
          /** The cursor of the last item; null on an empty page. */
          readonly endCursor: string | null;
        };
      } | null;
    };
  };
}

/** One refusal. `code` is the contract; `message` is for people. */
export interface Refusal {
  /** What was refused, for programs. */
  readonly code: AccountErrorCode;
  /** One sentence for people, in English or German, whichever of the two `accept-language` prefers; English without one. It names what is sent as the portal does. Its wording may change. */
  readonly message: string;
  /** Where in the arguments, e.g. ["input", "email"]. Positions in lists are numbers as text; a custom field stands there by its code. Empty when it is of the whole call. */
  readonly path: readonly string[];
  /** True when the same call may succeed later without a change by the caller. Only ACCOUNT_NOT_COPIED, MOVE_PENDING, RESELLER_SUSPENDED, TEMPORARILY_UNAVAILABLE, the NOT_FOUND of cancelPaidSubscription and the OUTCOME_UNKNOWN of a reseller's sync are. */
  readonly retryable: boolean;
}

/** One thing that a dry run would change, as far as the caller may see it. A source version that only advances is none. */
export interface Change {
  /** The account; of one that is not here yet the id that it would have. */
  readonly accountId: string;
  /** What of it. */
  readonly subject: AccountChangeSubject;
  /** Which field; null for the other subjects. */
  readonly field: AccountField | null;
  /** Which subscription, by the id that it has or would have; null for the other subjects. */
  readonly subscriptionId: string | null;
  /** JSON of what it is now; null when the account or the subscription is not here yet. */
  readonly before: string | null;
  /** JSON of what it would be. */
  readonly after: string | null;
}

/** A cancellation in the reseller's BSS. */
export interface CancelPaidSubscriptionInput {
  /** The customer's id in the reseller's BSS. */
  readonly sourceAccountId: string;
  /** The subscription's id there; one that was never recorded here: NOT_FOUND, retryable. */
  readonly sourceSubscriptionId: string;
  /** The last day that is billed, past or future; of a deleted customer, the deletion's day at the latest. The day before the start takes the subscription back; before that: INVALID_INPUT. */
  readonly endDate: string;
}

/** A customer that is there again in the reseller's BSS. */
export interface RestoreManagedAccountInput {
  /** The state of the customer, whole; errors stand at `input.customer`. */
  readonly customer: CustomerSnapshotInput;
}

/** A deletion in the reseller's BSS. */
export interface DeleteManagedAccountInput {
  /** The customer's id in the reseller's BSS. It is spent until the customer is restored. */
  readonly sourceAccountId: string;
  /** The version of the deletion, of the same count as that of snapshots. Equal to what is here: applied. */
  readonly sourceVersion: string | bigint;
  /** The day that its subscriptions end; today if left out. Those that end before keep their day. Before 1990-01-01: INVALID_INPUT. */
  readonly endDate?: string | null | undefined;
}

/** A paid subscription in the reseller's BSS; with a `sourceVersion`, its whole state, which replaces what is here when the version is greater. The price is the distributor's, by the start date. */
export interface PaidSubscriptionInput {
  /** The subscription's id in the reseller's BSS; recording it twice records it once. 1 to 1000 characters, unique within the customer. With another sku or billing period, or with other content and without a version: SUBSCRIPTION_CONFLICT. */
  readonly sourceSubscriptionId: string;
  /** In the distributor's price list. It needs a price for the billing period in the account's currency, else SERVICE_NOT_OFFERED. */
  readonly sku: string;
  /** 1 or more, from the start date on. Exactly one of `quantity` and `quantities`, else INVALID_INPUT. */
  readonly quantity?: number | null | undefined;
  /** How many units from which day on: the first from the start date, in the order of their days, one a day, 1 to 1000 of them, each 1 or more, else INVALID_INPUT. They need a `sourceVersion`. */
  readonly quantities?: readonly QuantityStepInput[] | null | undefined;
  /** ONCE for what is bought outright; it is paid too. */
  readonly billingPeriod: BillingPeriod;
  /** The first day that is billed, past or future; before 1990-01-01: INVALID_INPUT. */
  readonly startDate: string;
  /** The last day that is billed; left out or null: it runs, or an end is withdrawn. On or after the day before the start, so that it can be taken back, else INVALID_INPUT. It needs a `sourceVersion`; without one cancelPaidSubscription ends it. */
  readonly endDate?: string | null | undefined;
  /** Grows with every change of this subscription at the source. Greater than here: the state is applied. Equal: the content must be the same, else SOURCE_VERSION_CONFLICT. Smaller: STALE, whatever else it holds. None is older than any. */
  readonly sourceVersion?: string | bigint | null | undefined;
  /** A trial is not paid: it is refused as NOT_A_PAID_SUBSCRIPTION and copies nothing. Left out or null: false. */
  readonly trial?: boolean | null | undefined;
}

/** A paid subscription with the state of the customer that bought it. */
export interface RecordPaidSubscriptionInput {
  /** The state of the customer; errors stand at `input.customer`. */
  readonly customer: CustomerSnapshotInput;
  /** What was bought; errors stand at `input.subscription`. */
  readonly subscription: PaidSubscriptionInput;
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false. */
  readonly dryRun?: boolean | null | undefined;
}

/** A whole address: a part that is left out, null or empty is empty. Nothing filled in: no address. Each part at most 1000 characters. */
export interface BillingAddressInput {
  /** Street and number, as a rule. */
  readonly line1?: string | null | undefined;
  /** What does not fit into the first line. */
  readonly line2?: string | null | undefined;
  /** The town, as free text. */
  readonly city?: string | null | undefined;
  /** State, province or county, as free text. */
  readonly region?: string | null | undefined;
  /** Free text; not checked against the country. */
  readonly postalCode?: string | null | undefined;
  /** ISO 3166-1 alpha-2 or XK, in either case, or what is stored; else INVALID_INPUT. Of a snapshot see there. */
  readonly country?: string | null | undefined;
}

/** From this day on so many units. */
export interface QuantityStepInput {
  /** The first day of this quantity. */
  readonly from: string;
  /** 1 or more. */
  readonly quantity: number;
}

/** How an account is known to one provisioning system. */
export interface SynchronizationOptionInput {
  /** The provisioning system; 1 to 1000 characters, not blank. */
  readonly systemCode: string;
  /** The name of the option in that system; 1 to 1000 characters, not blank. */
  readonly key: string;
  /** At most 1000 characters; left out, null or empty: none. */
  readonly value?: string | null | undefined;
}

/** How often a subscription is charged, in advance, from its start date on. */
export type BillingPeriod =
  /** Every month. */
  | 'MONTHLY'
  /** Every 3 months. */
  | 'QUARTERLY'
  /** Every 6 months. */
  | 'SEMI_ANNUAL'
  /** Every 12 months. */
  | 'ANNUAL'
  /** Every 36 months. */
  | 'TRIENNIAL'
  /** Charged once: a software subscription bought outright, a reservation. It is paid all the same. */
  | 'ONCE';

/** One customer to bring up to date: its snapshot, and paid subscriptions that are new since. An item with a paid subscription copies a customer that is not here yet; one without only refreshes a customer that is. It is atomic: a refusal of any part refuses the item and nothing else. Errors stand at `input.items.<position>`. */
export interface CustomerSyncItem {
  /** The state of the customer. */
  readonly customer: CustomerSnapshotInput;
  /** At most 100. Those that are recorded already may be sent again; one that is stale refuses nothing. Also recorded when the snapshot is stale or unchanged. */
  readonly paidSubscriptions?: readonly PaidSubscriptionInput[] | null | undefined;
}

/** Suspension does not stop billing. */
export type AccountStatus =
  /** In use. */
  | 'ACTIVE'
  /** By the distributor on an account of its own, by the reseller's BSS on a managed one. */
  | 'SUSPENDED'
  /** Deleted at its source. Kept for its invoices and history. An account of the distributor's own: deleted by the distributor. It never comes back; only viewing and generating invoices remain. */
  | 'DELETED';

/** The customers to bring up to date. */
export interface SyncCustomersInput {
  /** At most 500. Items of one customer are taken in their order. */
  readonly items: readonly CustomerSyncItem[];
  /** True: nothing is changed, and the answer tells what would be: see `changes`. Left out or null: false. */
  readonly dryRun?: boolean | null | undefined;
}

/** The fields of an account that can be locked, 14 of them, and that a dry run tells of. `accountPolicy` says more of each. */
export type AccountField =
  /** The reseller's on a managed account, the tenant reseller's on its own account. */
  | 'NAME'
  /** The reseller's on a managed account. */
  | 'ACCOUNTING_NO'
  /** The reseller's on a managed account. */
  | 'EMAIL'
  /** The reseller's on a managed account, as one unit. */
  | 'BILLING_ADDRESS'
  /** The reseller's on a managed account, also when empty. */
  | 'SYNCHRONIZATION_OPTIONS'
  /** No edit changes it: suspend, reactivate and delete do, and the reseller's BSS on a managed account. */
  | 'STATUS'
  /** Set by back-ordering on a managed account. */
  | 'PARENT'
  /** Set by back-ordering on a managed account. */
  | 'BILL_TO'
  /** Set by back-ordering on a managed account, the tenant reseller's on its own account. */
  | 'CURRENCY'
  /** The distributor may change it on a managed account. */
  | 'ENABLE_ORDERING'
  /** The distributor may change it on a managed account. */
  | 'SEPARATE_INVOICES'
  /** The distributor may change it on a managed account, with FULL access. */
  | 'RESPONSIBLE_USER'
  /** The distributor may change it on a managed account, with FULL access. */
  | 'PERMISSION_RULE'
  /** The distributor may change them on a managed account. */
  | 'CUSTOM_FIELDS';

/** The state of one customer in the reseller's BSS, whole. Left out and null mean the same here: empty at the source. A value that is empty at the source clears ours. */
export interface CustomerSnapshotInput {
  /** The customer's id in the reseller's BSS. With the reseller, it decides the account's id here. 1 to 1000 characters, not blank. */
  readonly sourceAccountId: string;
  /** Grows with every change at the source. A clock is no version. Greater than here: applied. Equal: the content must be the same, else SOURCE_VERSION_CONFLICT. Smaller: STALE. */
  readonly sourceVersion: string | bigint;
  /** 1 to 255 characters, one of which can be seen. */
  readonly name: string;
  /** At most 1000 characters. */
  readonly accountingNo?: string | null | undefined;
  /** At most 1000 characters, not checked for its form. */
  readonly email?: string | null | undefined;
  /** The whole address. Its country refuses nothing: any two letters are kept in capitals, anything else is none. One that ISO 3166-1 does not assign, XK aside, is answered with the warning COUNTRY_UNKNOWN. */
  readonly billingAddress?: BillingAddressInput | null | undefined;
  /** A change of it leaves a line in the history. */
  readonly status: SourceStatus;
  /** Ignored: a copied account has the tenant reseller's currency. One that differs, or is no currency at all, is answered with the warning SOURCE_CURRENCY_IGNORED and refuses nothing; blank, null and left out are none. */
  readonly currency?: string | null | undefined;
  /** All of them, at most 100; one for each system code and key. Their order does not count. */
  readonly synchronizationOptions?: readonly SynchronizationOptionInput[] | null | undefined;
}

/** The status of a customer in the reseller's BSS. A deleted one is told by deleteManagedAccount. */
export type SourceStatus =
  /** In use. */
  | 'ACTIVE'
  /** Suspended at the reseller. */
  | 'SUSPENDED';

/** The three kinds of caller. */
export type AccountViewerKind =
  /** A person of the distributor: sees the accounts that sharing rules or being responsible open. */
  | 'DISTRIBUTOR_USER'
  /** A person of the distributor with FULL access to every account, who also sets things up. */
  | 'ADMINISTRATOR'
  /** The machine identity of one tenant reseller's BSS. */
  | 'RESELLER_SYNC';

/** What a sender may want to pass on to a person. The event took effect all the same. */
export type SyncWarning =
  /** The source's currency is not the account's, which stays, or is none. */
  | 'SOURCE_CURRENCY_IGNORED'
  /** The copy has no responsible user: the API options name none. */
  | 'RESPONSIBLE_USER_UNSET'
  /** The copy has no sharing rule: the API options name none. */
  | 'PERMISSION_RULE_UNSET'
  /** ISO 3166-1 does not assign the country of the address; two letters are kept, anything else is none. */
  | 'COUNTRY_UNKNOWN';

/** What an event of the sync came to. All but REJECTED are successes. */
export type SyncOutcome =
  /** The customer was copied: the account is new here. Or the subscription is. */
  | 'CREATED'
  /** The snapshot was newer and changed the account. Or the cancellation, the deletion or the subscription's state took effect. */
  | 'APPLIED'
  /** The snapshot, or the subscription's state, was newer or the same, and nothing of it differs. Or the cancellation or the deletion was known already. */
  | 'UNCHANGED'
  /** The snapshot was older than what is here. A success: do not send it again. Subscriptions that came with it are recorded all the same. After a deletion: a snapshot or a restoration of its version or older. */
  | 'STALE'
  /** See userErrors. Nothing was changed. Send it again only if it is retryable. */
  | 'REJECTED';

/** What of an account a dry run would change. */
export type AccountChangeSubject =
  /** A field: JSON of its value. Custom fields are one, with the values of all. */
  | 'FIELD'
  /** Who manages it: JSON of tenantResellerId, sourceAccountId and origin, or of null. Of an announced move JSON of moveTo, which has the first two, or null. */
  | 'MANAGEMENT'
  /** A subscription: JSON of sourceSubscriptionId, sku, billingPeriod, startDate, endDate, quantities, unitPrice, priceSource and currency. */
  | 'SUBSCRIPTION';

/** Whether what a reseller's sync writes is taken. Reading and billing go on, whatever it is. */
export type TenantResellerStatus =
  /** It is. */
  | 'ACTIVE'
  /** Every call of its sync that writes is refused with RESELLER_SUSPENDED, retryable. */
  | 'SUSPENDED'
  /** Every such call is refused with RESELLER_ENDED, and is not to be sent again. Its customers stay managed and locked. */
  | 'ENDED';

/** Why a mutation was refused. `AccountUserError.retryable` says whether sending it again may help. */
export type AccountErrorCode =
  /** No account of this id that the caller may see; the two cases cannot be told apart. */
  | 'ACCOUNT_NOT_FOUND'
  /** The action is denied on this account now; see `reasons`. */
  | 'ACTION_NOT_ALLOWED'
  /** The field may not be changed here; see `field`, one refusal for each. Nothing was saved. */
  | 'FIELD_LOCKED'
  /** To a sync only: the customer is deleted and its source id is spent, or the reseller's own account is deleted. People are told it as a reason. */
  | 'ACCOUNT_DELETED'
  /** The customer is not here: it has no paid subscription yet. Retryable. */
  | 'ACCOUNT_NOT_COPIED'
  /** A tenant reseller manages the account already, so it can be neither transferred nor made a reseller's own. */
  | 'ACCOUNT_ALREADY_MANAGED'
  /** Back-ordering is not active for the tenant reseller: nothing is copied. */
  | 'BACK_ORDERING_INACTIVE'
  /** A trial is not paid: send it when it becomes paid. At the subscription's `trial`. */
  | 'NOT_A_PAID_SUBSCRIPTION'
  /** The price list has no such sku, or no price of it for this billing period in the account's currency. At `sku`. */
  | 'SERVICE_NOT_OFFERED'
  /** The same source version was recorded with other content. At the customer's `sourceVersion`. */
  | 'SOURCE_VERSION_CONFLICT'
  /** The subscription was recorded with other content, or cancelled for another day. A changed quantity is a cancellation and a new source id. */
  | 'SUBSCRIPTION_CONFLICT'
  /** Nothing is pending by that day. At `input.accountId`. */
  | 'NOTHING_TO_INVOICE'
  /** An invoice of a managed account is billed to its tenant reseller only; an account must be billed to the reseller before it is transferred. */
  | 'BILL_TO_MUST_BE_RESELLER'
  /** A required custom field would be left without a value. At `input.customFields.<code>`. */
  | 'CUSTOM_FIELD_REQUIRED'
  /** There is no custom field of this code. At `input.customFields.<code>`. */
  | 'CUSTOM_FIELD_UNKNOWN'
  /** The key was used with other input within 7 days. At `input.idempotencyKey`. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The reseller has a customer of this source id here, or had one: it is spent. At `sourceAccountId`. */
  | 'SOURCE_ACCOUNT_TAKEN'
  /** Somebody else changed the account since `expectedRevision`. At `input.expectedRevision`; read the account again. */
  | 'CONCURRENT_EDIT'
  /** An account that is billed to the reseller, and has a subscription that runs, is not transferred. One for each, at most 50, with its name in the message. At `input.tenantResellerId`. */
  | 'GO_LIVE_INCOMPLETE'
  /** Periods begun before today are pending: generateInvoices first, then the account can leave its reseller. At its id. */
  | 'INVOICE_FIRST'
  /** To a sync only: an account is announced to move to its reseller under this source id, and is not moved yet. At the source id; retryable. */
  | 'MOVE_PENDING'
  /** To a sync: the distributor has suspended its reseller. The call as a whole, before anything else of it is looked at. At `input`; retryable. */
  | 'RESELLER_SUSPENDED'
  /** The same of a reseller that has ended: it is not to be sent again. */
  | 'RESELLER_ENDED'
  /** The reseller that the account is to move to has another currency. At the account's id. */
  | 'CURRENCY_DIFFERS'
  /** A lock or the database was not to be had in time; nothing was changed. Retryable; the path is empty. */
  | 'TEMPORARILY_UNAVAILABLE'
  /** The connection to the database broke while the change was committed: whether it was made is not known. The path is empty. Retryable for a reseller's sync, whose calls may be repeated; anybody else looks first, or sends it again with its idempotency key. */
  | 'OUTCOME_UNKNOWN'
  /** An id that the input refers to is unknown or hidden from the caller. At that id; retryable for cancelPaidSubscription only. */
  | 'NOT_FOUND'
  /** Wrong shape, range or encoding, or a custom field value of another type. At the value that is wrong. */
  | 'INVALID_INPUT';
