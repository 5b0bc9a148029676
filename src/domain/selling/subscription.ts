import { monthsLater, PERIOD_MONTHS } from '../calendar';
import type { ServiceName } from '../resellers/price-list';
import type { BillingPeriod } from '../vocabulary';

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

export const SUBSCRIPTION_STATUSES = ['ACTIVE', 'CANCELLED'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** A subscription runs until it has a last day. */
export function subscriptionStatus({ endDate }: Subscription): SubscriptionStatus {
  return endDate === null ? 'ACTIVE' : 'CANCELLED';
}

/** The start of the first billing period that is not invoiced; null when none is to come (S16). */
export function nextInvoiceDate({
  startDate,
  endDate,
  billingPeriod,
  invoicedPeriods,
}: Pick<Subscription, 'startDate' | 'endDate' | 'billingPeriod' | 'invoicedPeriods'>): string | null {
  if (billingPeriod === 'ONCE' && invoicedPeriods > 0) return null;
  const next = monthsLater(startDate, PERIOD_MONTHS[billingPeriod] * invoicedPeriods);
  return endDate === null || next <= endDate ? next : null;
}
