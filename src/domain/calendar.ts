import type { BillingPeriod } from './vocabulary';

/** The months of a billing period; 0 for what is charged once. */
export const PERIOD_MONTHS: Readonly<Record<BillingPeriod, number>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  SEMI_ANNUAL: 6,
  ANNUAL: 12,
  TRIENNIAL: 36,
  ONCE: 0,
};

/** The same day so many months later, clamped to the month's end: 31 January, 28 or 29 February, 31 March. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastOfMonth = daysOfMonth(year, month + months);
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth)));
  return later.toISOString().slice(0, 10);
}

/** How many days a month has, of which the first is 1 and the thirteenth the first of the next year. */
export function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Whether what has this last day, or none, still runs on a day: on its last day it does. */
export function runsOn(endDate: string | null, day: string): boolean {
  return endDate === null || endDate >= day;
}

/** The day of a calendar in UTC on which an instant falls. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
