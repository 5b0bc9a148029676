import { monthsLater } from '../calendar';
import { argumentRefused } from '../errors';
import { label, say } from '../message';

/** How many customers were copied in a month, which its first day stands for. */
export interface CustomersCopied {
  readonly month: string;
  readonly count: number;
}

const MOST_MONTHS = 120;

/** The last months up to that of a day, each by its first day, the oldest first. Refuses a number that is not counted. */
export function lastMonths(today: string, months: number): string[] {
  if (months < 1 || months > MOST_MONTHS) {
    throw argumentRefused(say('input.outOfRange', { field: label('months'), least: 1, most: MOST_MONTHS }), ['months']);
  }
  const present = `${today.slice(0, 7)}-01`;
  return Array.from({ length: months }, (_, index) => monthsLater(present, index + 1 - months));
}

/** Each of the months with what was counted in it: in those that are not among it nothing was copied. */
export function byMonth(months: readonly string[], counted: readonly CustomersCopied[]): CustomersCopied[] {
  const counts = new Map(counted.map(({ month, count }) => [month, count]));
  return months.map((month) => ({ month, count: counts.get(month) ?? 0 }));
}
