import {
  type BillingPeriod,
  charge,
  type Day,
  DIGITS,
  daysAfter,
  daysBetween,
  earlier,
  MONTHS,
  monthsAfter,
} from './billing-calendar';

/**
 * A second reading of S26, made from the rule's words: what a subscription owes, what of it is pending, what was billed
 * too much. Amounts are in the smallest units of the currency.
 */
export interface Step {
  readonly from: Day;
  readonly quantity: number;
}

/** What a source says of a subscription at one time, whole. The first step is from the start. */
export interface State {
  readonly start: Day;
  readonly steps: readonly Step[];
  readonly end: Day | null;
}

/** What never changes of a subscription. */
export interface Kind {
  readonly billingPeriod: BillingPeriod;
  readonly currency: string;
}

/** A subscription as it is now; the price is the one that was taken last. */
export interface Subscription extends Kind, State {
  readonly unitPrice: string;
}

/** What is issued for a period, known by its first day. */
export interface Issued {
  /** The sum of the lines, credit notes aside. */
  readonly amount: bigint;
  /** The sum of what credit notes took back of them, as a positive amount. */
  readonly credited: bigint;
  /** At which it was issued first. */
  readonly unitPrice: string;
  /** Invoiced before the rule, or under a former manager. */
  readonly dueAsIssued?: boolean;
}

export type Ledger = ReadonlyMap<Day, Issued>;

export interface Line {
  readonly period: Day;
  /** The first day of the period, or of the step that is charged. */
  readonly from: Day;
  /** Of the due line, also where a part of it is issued. */
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: bigint;
}

interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** The periods that have begun by a day: none begins after the end. ONCE is one, and has no last day. */
export function periodsBy({ billingPeriod, start, end }: Kind & State, asOf: Day): Period[] {
  const until = end === null ? asOf : earlier(end, asOf);
  const months = MONTHS[billingPeriod];
  if (months === 0) return start <= until ? [{ first: start, last: '9999-12-31' }] : [];
  const periods: Period[] = [];
  for (let nth = 0; monthsAfter(start, months * nth) <= until; nth += 1) {
    const next = monthsAfter(start, months * (nth + 1));
    periods.push({ first: monthsAfter(start, months * nth), last: daysAfter(next, -1) });
  }
  return periods;
}

/** What is due by a day, in the order in which it is charged: decided by the present state alone. */
export function dueLines(subscription: Subscription, issued: Ledger, asOf: Day): Line[] {
  const { end, currency, billingPeriod } = subscription;
  const until = end === null ? asOf : earlier(end, asOf);
  const counting = subscription.steps.filter((step) => step.from <= until);
  return periodsBy(subscription, asOf).flatMap(({ first, last }) => {
    const unitPrice = issued.get(first)?.unitPrice ?? subscription.unitPrice;
    const line = (from: Day, quantity: number, share: { days: number; of: number }): Line => ({
      period: first,
      from,
      quantity,
      unitPrice,
      amount: charge(quantity, unitPrice, share, digitsOf(currency)),
    });
    const days = billingPeriod === 'ONCE' ? null : daysBetween(first, last) + 1;
    let highest = quantityOn(counting, first);
    const lines = [line(first, highest, { days: 1, of: 1 })];
    for (const { from, quantity } of counting) {
      if (from <= first || from > last || quantity <= highest) continue;
      const share = days === null ? { days: 1, of: 1 } : { days: daysBetween(from, last) + 1, of: days };
      lines.push(line(from, quantity - highest, share));
      highest = quantity;
    }
    return lines;
  });
}

/** What is due and not issued. A line of nothing is pending only as the first of a period of which nothing is issued. */
export function pendingLines(subscription: Subscription, issued: Ledger, asOf: Day): Line[] {
  const left = new Map<Day, bigint>([...issued].map(([period, { amount }]) => [period, amount]));
  return dueLines(subscription, issued, asOf).flatMap((line) => {
    const { period, from, amount } = line;
    if (issued.get(period)?.dueAsIssued) return [];
    const available = left.get(period) ?? 0n;
    const covered = available < amount ? available : amount;
    left.set(period, available - covered);
    const first = from === period && !issued.has(period);
    return amount - covered > 0n || first ? [{ ...line, amount: amount - covered }] : [];
  });
}

/** By period, what was issued, less what was credited, beyond what is due by a day. */
export function overbilled(subscription: Subscription, issued: Ledger, asOf: Day): { period: Day; amount: bigint }[] {
  const due = sumByPeriod(dueLines(subscription, issued, asOf));
  return [...issued]
    .filter(([, { dueAsIssued }]) => !dueAsIssued)
    .map(([period, { amount, credited }]) => ({ period, amount: amount - credited - (due.get(period) ?? 0n) }))
    .filter(({ amount }) => amount > 0n)
    .sort((one, other) => (one.period < other.period ? -1 : 1));
}

/** The first day of the first period that is not invoiced, past or future; none when none is to come. */
export function nextPeriod({ billingPeriod, start, end }: Kind & State, issued: Ledger): Day | null {
  const months = MONTHS[billingPeriod];
  for (let nth = 0; nth === 0 || months > 0; nth += 1) {
    const first = monthsAfter(start, months * nth);
    if (end !== null && first > end) return null;
    if (!issued.has(first)) return first;
  }
  return null;
}

export function sumByPeriod(lines: readonly Line[]): Map<Day, bigint> {
  const sums = new Map<Day, bigint>();
  for (const { period, amount } of lines) sums.set(period, (sums.get(period) ?? 0n) + amount);
  return sums;
}

/** How many there are today: before the start the first, after the end the last that counts. */
export function quantityToday({ steps, end }: State, today: Day): number {
  const until = end === null ? today : earlier(end, today);
  const inForce = steps.findLast((step) => step.from <= until) ?? steps[0];
  return inForce?.quantity ?? 0;
}

function quantityOn(steps: readonly Step[], day: Day): number {
  const inForce = steps.findLast((step) => step.from <= day);
  if (!inForce) throw new Error(`Nothing says how many there are on ${day}`);
  return inForce.quantity;
}

function digitsOf(currency: string): number {
  const digits = DIGITS[currency];
  if (digits === undefined) throw new Error(`The model knows no ${currency}`);
  return digits;
}
