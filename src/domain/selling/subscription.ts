import { dayBefore, monthsLater, PERIOD_MONTHS } from '../calendar';
import type { Refusal } from '../errors';
import { invalidInput } from '../input';
import type { ServiceName } from '../resellers/price-list';
import type { BillingPeriod, PriceSource } from '../vocabulary';
import type { QuantityStep } from './quantities';

/** A service that an account is billed for, since a day and up to one. */
export interface Subscription {
  readonly id: string;
  readonly accountId: string;
  readonly service: ServiceName;
  /** In the order of their days, the first from the start date on. */
  readonly quantities: readonly QuantityStep[];
  /** Exact decimal, in `currency`: what it cost by its start date when that was recorded (S16, S27). */
  readonly unitPrice: string;
  readonly priceSource: PriceSource;
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  readonly startDate: string;
  /** The last day that is billed; null while it runs. */
  readonly endDate: string | null;
  /** Null when the distributor sold it. */
  readonly sourceSubscriptionId: string | null;
  /** Of the state that the source sent last; null for one that was sent without, which is older than any. */
  readonly sourceVersion: bigint | null;
  /** Under whom it lies: who sent it, or to whom it was transferred; null while it is the distributor's own. */
  readonly tenantResellerId: string | null;
  /** The last day before its account left that reseller; a later state of its source opens it again (S29). */
  readonly closedOn: string | null;
  /** How many billing periods, from the first, have been invoiced. */
  readonly invoicedPeriods: number;
  /** What its own state or a cancellation says; `endDate` is earlier when the account was deleted before. */
  readonly cancellationDate: string | null;
}

export const SUBSCRIPTION_STATUSES = ['ACTIVE', 'CANCELLED'] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

/** A subscription runs until it has a last day. */
export function subscriptionStatus({ endDate }: Subscription): SubscriptionStatus {
  return endDate === null ? 'ACTIVE' : 'CANCELLED';
}

/** The earliest of the days that end it: its own, the deletion of its account, its account's leaving (S12, S26, S29). */
export function lastDay(...ends: readonly (string | null)[]): string | null {
  return ends.reduce((earliest, end) => (end === null || (earliest !== null && earliest < end) ? earliest : end), null);
}

/** S26: an end on the day before the start takes a subscription back; an earlier one means none in some other system. */
export function endTooEarly(endDate: string, startDate: string, path: readonly string[]): Refusal | null {
  const earliest = dayBefore(startDate);
  return endDate < earliest ? invalidInput(path, 'input.earlierThan', { earliest }) : null;
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
