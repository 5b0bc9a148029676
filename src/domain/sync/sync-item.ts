import type { AccountGaps } from '../accounts/account';
import type { MasteredValues } from '../accounts/mastered';
import type { Prices } from '../resellers/price-list';
import type { QuantityStep } from '../selling/quantities';
import type { TenantReseller } from '../tenant-reseller';
import type { BillingPeriod } from '../vocabulary';

/** What a customer can be in the reseller's BSS; what is deleted there has an event of its own. */
export const SOURCE_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** The state of one customer in the reseller's BSS, whole. */
export interface CustomerSnapshot extends MasteredValues {
  readonly sourceAccountId: string;
  readonly sourceVersion: bigint;
  readonly status: SourceStatus;
  /** Ignored, but for a warning (S10); whatever was sent, in capitals. */
  readonly currency: string | null;
  /** The address has a country that nobody knows, or had and lost it (S3). */
  readonly hasUnknownCountry: boolean;
}

/** A paid subscription as the reseller's BSS reports it. */
export interface PaidSubscription {
  readonly sourceSubscriptionId: string;
  readonly sku: string;
  readonly quantities: readonly QuantityStep[];
  readonly billingPeriod: BillingPeriod;
  readonly startDate: string;
  readonly endDate: string | null;
  /** Null is older than any. */
  readonly sourceVersion: bigint | null;
  readonly trial: boolean;
}

/** One customer to bring up to date, with its paid subscriptions that are new since. */
export interface SyncItem {
  readonly customer: CustomerSnapshot;
  readonly paidSubscriptions: readonly PaidSubscription[];
  /** Where the customer and its subscriptions stand in the arguments. */
  readonly path: { readonly customer: readonly string[]; readonly subscription: (index: number) => readonly string[] };
}

/** What decides whether a customer is copied: it holds for every item of one reseller's call. */
export interface CopyFacts {
  readonly reseller: TenantReseller;
  readonly prices: Prices;
}

/** What holds for every item of one reseller's call. */
export interface SyncFacts extends CopyFacts {
  /** What copies are not given now; null in a call that makes none. */
  readonly copyGaps: AccountGaps | null;
}
