import type { Subscription } from './account';
import { monthsLater, PERIOD_MONTHS } from './calendar';

/** A subscription runs until it has a last day. */
export function subscriptionStatus({ endDate }: Subscription): 'ACTIVE' | 'CANCELLED' {
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
