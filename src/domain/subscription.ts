import type { Subscription } from './account';

/** A subscription runs until it has a last day. */
export function subscriptionStatus({ endDate }: Subscription): 'ACTIVE' | 'CANCELLED' {
  return endDate === null ? 'ACTIVE' : 'CANCELLED';
}

/** The start of the first billing period that is not invoiced; null when none is to come. Nothing is invoiced yet. */
export function nextInvoiceDate({ startDate, endDate }: Subscription): string | null {
  return endDate === null || endDate >= startDate ? startDate : null;
}
