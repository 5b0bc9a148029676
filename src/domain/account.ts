import type { AccountHistoryKind, AccountStatus, BillingPeriod, ManagementOrigin } from './vocabulary';

/** An account as this subgraph holds it. */
export interface Account extends MasteredValues {
  readonly id: string;
  readonly status: AccountStatus;
  readonly currency: string;
  readonly enableOrdering: boolean;
  readonly separateInvoices: boolean;
  readonly parentId: string | null;
  readonly billToId: string | null;
  readonly responsibleUserId: string | null;
  readonly permissionRuleId: string | null;
  readonly customFields: CustomFields;
  /** Null on an account of the distributor's own. */
  readonly management: Management | null;
  /** The last day on which its subscriptions run; set when it is deleted. */
  readonly deletionDate: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: bigint;
}

/** What the reseller masters on a managed account besides its status (S2, S3, S9). */
export interface MasteredValues {
  readonly name: string;
  readonly accountingNo: string | null;
  readonly email: string | null;
  readonly billingAddress: BillingAddress | null;
  /** In the order of system code and key; the source's order does not count. */
  readonly synchronizationOptions: readonly SynchronizationOption[];
}

export interface BillingAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export interface SynchronizationOption {
  readonly systemCode: string;
  readonly key: string;
  readonly value: string | null;
}

/** The value of a custom field, of the type that its definition names. */
export type CustomFieldScalar = string | number | boolean;

/** The values of an account by code; a code without a value is not in it. Keys come from definitions only. */
export type CustomFields = Readonly<Record<string, CustomFieldScalar>>;

/** Management of an account by a tenant reseller. */
export interface Management {
  readonly tenantResellerId: string;
  readonly sourceAccountId: string;
  /** The newest state of the customer that was applied here; null after a transfer, until the first snapshot. */
  readonly sourceVersion: bigint | null;
  /** The version of the snapshot that the values are of: the same, but after a deletion, which brings no values. */
  readonly snapshotVersion: bigint | null;
  readonly origin: ManagementOrigin;
  readonly managedSince: Date;
  readonly lastSyncedAt: Date | null;
}

/** Stands below every version of a source, where an account has none yet (S24). */
export const NO_VERSION = -1n;

export interface TenantReseller {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly currency: string;
  readonly separateInvoices: boolean;
  readonly backOrderingActive: boolean;
}

/** A service that an account is billed for, since a day and up to one. */
export interface Subscription {
  readonly id: string;
  readonly accountId: string;
  readonly service: ServiceName;
  readonly quantity: number;
  /** Exact decimal, in `currency`: the price list's when the subscription was recorded (S16). */
  readonly unitPrice: string;
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  readonly startDate: string;
  /** The last day that is billed; null while it runs. */
  readonly endDate: string | null;
  /** Null when the distributor sold it. */
  readonly sourceSubscriptionId: string | null;
  /** How many billing periods, from the first, have been invoiced. */
  readonly invoicedPeriods: number;
  /** What the source's cancellation said; `endDate` is earlier when the account was deleted before. */
  readonly cancellationDate: string | null;
}

export interface ServiceName {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
}

/** A line of an account's history, as it is about to be written. */
export interface HistoryLine {
  readonly kind: AccountHistoryKind;
  readonly text: string;
}

/** An account without what the database adds: times and the revision. */
export interface AccountState extends Omit<Account, 'createdAt' | 'updatedAt' | 'revision' | 'management'> {
  readonly management: Omit<Management, 'managedSince' | 'lastSyncedAt'> | null;
}

/** The day of a calendar in UTC on which an instant falls. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
