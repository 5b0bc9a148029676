import { regionOf, useLocale } from './locale.tsx';

/** Amounts, days and moments as the reader's region writes them. Days are calendar days, in no time zone. */
export function useFormats() {
  const region = regionOf(useLocale().locale);
  return {
    /** An exact decimal with its currency; never rounded here, and never through a floating number's digits. */
    money: (amount: string, currency: string) => money(region, amount, currency),
    decimal: (amount: string) => new Intl.NumberFormat(region, { maximumFractionDigits: 20 }).format(amount as never),
    count: (count: number) => count.toLocaleString(region),
    day: (day: string) => day_(region, day, { dateStyle: 'medium' }),
    month: (day: string) => day_(region, day, { month: 'short', year: 'numeric' }),
    moment: (moment: string) =>
      new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment)),
    ago: (moment: string) => ago(region, moment),
  };
}

function money(region: string, amount: string, currency: string): string {
  const digits = amount.split('.')[1]?.length ?? 0;
  const options: Intl.NumberFormatOptions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    // Given as text, all of its digits are written.
    return new Intl.NumberFormat(region, { ...options, style: 'currency', currency }).format(amount as never);
  } catch {
    return `${new Intl.NumberFormat(region, options).format(amount as never)} ${currency}`;
  }
}

function day_(region: string, day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function ago(region: string, moment: string): string {
  const seconds = (new Date(moment).getTime() - Date.now()) / 1000;
  const relative = new Intl.RelativeTimeFormat(region, { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(0, 'minute');
}
