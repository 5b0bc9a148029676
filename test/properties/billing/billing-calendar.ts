/** Days, periods and amounts for the model of billing: by its own arithmetic, sharing nothing with what it judges. */

/** A day as text, `2026-01-31`: days as text compare as days. */
export type Day = string;

export const MONTHS = { MONTHLY: 1, QUARTERLY: 3, SEMI_ANNUAL: 6, ANNUAL: 12, TRIENNIAL: 36, ONCE: 0 } as const;
export type BillingPeriod = keyof typeof MONTHS;
export const BILLING_PERIODS = Object.keys(MONTHS) as BillingPeriod[];

/** Digits after the point. */
export const DIGITS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };

const two = (number: number) => String(number).padStart(2, '0');
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const partsOf = (day: Day) => day.split('-').map(Number) as [year: number, month: number, day: number];
const written = (year: number, month: number, day: number): Day => `${year}-${two(month)}-${two(day)}`;

export const lengthOfMonth = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

/** The same day of a later month, or the last one of a shorter month. */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const [thatYear, thatMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return written(thatYear, thatMonth, Math.min(dayOfMonth, lengthOfMonth(thatYear, thatMonth)));
}

/** Days since the first of year 1, which is day 0. */
function ordinal(day: Day): number {
  const [year, month, dayOfMonth] = partsOf(day);
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let earlier = 1; earlier < month; earlier += 1) days += lengthOfMonth(year, earlier);
  return days + dayOfMonth - 1;
}

/** How many days lie from one day up to, and without, another. */
export const daysBetween = (from: Day, to: Day): number => ordinal(to) - ordinal(from);

/** Some days later, or earlier. */
export function daysAfter(day: Day, days: number): Day {
  let [year, month, dayOfMonth] = partsOf(day);
  dayOfMonth += days;
  while (dayOfMonth < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    dayOfMonth += lengthOfMonth(year, month);
  }
  while (dayOfMonth > lengthOfMonth(year, month)) {
    dayOfMonth -= lengthOfMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return written(year, month, dayOfMonth);
}

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** An amount as text in the smallest units of a currency that has so many digits; what has more digits is no amount. */
export function unitsOf(amount: string, digits: number): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  if (whole === '' || fraction.length > digits) throw new Error(`${amount} is no amount with ${digits} digits`);
  return BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}`);
}

export function amountOf(units: bigint, digits: number): string {
  const [sign, size] = units < 0n ? ['-', -units] : ['', units];
  const text = size.toString().padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** So many units at a price of at most six digits, for a share of the period: in smallest units, rounded half up. */
export function charge(
  quantity: number,
  price: string,
  share: { readonly days: number; readonly of: number },
  digits: number,
): bigint {
  const dividend = BigInt(quantity) * unitsOf(price, 6) * BigInt(share.days) * 10n ** BigInt(digits);
  const divisor = 1_000_000n * BigInt(share.of);
  return (2n * dividend + divisor) / (2n * divisor);
}
