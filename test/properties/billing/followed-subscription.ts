import { amountOf, type Day, DIGITS, unitsOf } from './billing-calendar';
import { type Issued, nextPeriod, overbilled, pendingLines, quantityToday, type Subscription } from './billing-model';
import type { SourceSubscription, Version } from './source-states';

/** A subscription as it must be here by now, with what the server issued for it. */
export interface Followed {
  readonly source: SourceSubscription;
  readonly accountId: string;
  readonly currency: string;
  state: Version;
  /** Of its customer: nothing runs longer. */
  deletedOn: Day | null;
  /** Taken when it was recorded, or when its start was corrected. */
  price: Price;
  /** One of these it is now, if states have arrived since it was looked at. */
  allowed: readonly Price[];
  readonly ledger: Map<Day, Issued>;
}

export interface Price {
  readonly unitPrice: string;
  readonly priceSource: 'PRICE_LIST' | 'SERVICE';
}

export interface LineAnswer {
  readonly id: string | null;
  readonly period: Day;
  readonly from: Day;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly credited: string;
  readonly subscription: { readonly id: string };
}

export const LINES = 'lines { id period from quantity unitPrice amount credited subscription { id } }';
export const STATE = `id startDate endDate quantity quantities { from quantity } sourceVersion unitPrice priceSource
  nextInvoiceDate overbilled { period amount currency }`;

/** What the API must answer of it, in the fields of STATE. */
export function stateOf(id: string, one: Followed, today: Day) {
  const { source, currency, ledger, price } = one;
  const subscription = asSubscription(one);
  const { version } = one.state;
  return {
    id,
    startDate: subscription.start,
    endDate: subscription.end,
    quantity: quantityToday(subscription, today),
    quantities: subscription.steps,
    sourceVersion: source.customer.own || version === null ? null : String(version),
    ...price,
    nextInvoiceDate: nextPeriod(subscription, ledger),
    overbilled: overbilled(subscription, ledger, today).map(({ period, amount }) => ({
      period,
      amount: amountOf(amount, digitsOf(currency)),
      currency,
    })),
  };
}

/** What must be pending by a day, as `canonical` writes lines. */
export function pendingOf(owing: readonly (readonly [id: string, Followed])[], asOf: Day): string[] {
  const lines = owing.flatMap(([id, one]) =>
    pendingLines(asSubscription(one), one.ledger, asOf).map((line) => ({
      ...line,
      quantity: String(line.quantity),
      amount: amountOf(line.amount, digitsOf(one.currency)),
      subscription: { id },
    })),
  );
  return canonical(lines);
}

/** Lines in an order and a writing of their own. */
export const canonical = (lines: readonly Omit<LineAnswer, 'id' | 'credited'>[]): string[] =>
  lines
    .map(({ subscription, period, from, quantity, unitPrice, amount }) =>
      [subscription.id, period, from, `${Number(quantity)} × ${sixDigits(unitPrice)}`, amount].join(' | '),
    )
    .sort();

export const samePrice = (one: Price, other: Price): boolean =>
  one.priceSource === other.priceSource && sixDigits(one.unitPrice) === sixDigits(other.unitPrice);

const sixDigits = (price: string) => amountOf(unitsOf(price, 6), 6);
export const digitsOf = (currency: string): number => DIGITS[currency] ?? 2;

function asSubscription({ source, state, currency, price, deletedOn }: Followed): Subscription {
  const { start, steps, end } = state;
  const ends = [end, deletedOn].filter((day) => day !== null).sort();
  const { billingPeriod } = source;
  return { billingPeriod, currency, unitPrice: price.unitPrice, start, steps, end: ends[0] ?? null };
}
