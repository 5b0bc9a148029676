import Big from 'big.js';
import { code as currencyCode, codes as currencyCodes } from 'currency-codes';

/** What Node still lists and ISO 4217 no longer does. */
const WITHDRAWN = new Set(['HRK', 'SLL', 'ZWL']);

/** The codes of ISO 4217: of the package, and those that are younger than it (XCG, of 2025), which Node knows. */
export const CURRENCIES: ReadonlySet<string> = new Set([
  ...currencyCodes(),
  ...Intl.supportedValuesOf('currency').filter((code) => !WITHDRAWN.has(code)),
]);

/** Of the most, and of those that nobody knows. */
export const USUAL_MINOR_UNITS = 2;

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/** Quantity times unit price, rounded half up to the currency's minor unit. */
export function lineAmount(quantity: number | string, unitPrice: string, currency: string): string {
  return new Big(quantity).times(unitPrice).toFixed(minorUnits(currency), Big.roundHalfUp);
}

/** The sum of amounts that are rounded already. */
export function total(amounts: readonly string[], currency: string): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed(minorUnits(currency));
}

/** What is left of an amount. */
export function difference(amount: string, less: string, currency: string): string {
  return new Big(amount).minus(less).toFixed(minorUnits(currency));
}

export function negated(amount: string, currency: string): string {
  return new Big(amount).times(-1).toFixed(minorUnits(currency));
}

export function isMore(amount: string, than: string): boolean {
  return new Big(amount).gt(than);
}

/** The currencies that do not have two digits after the point, with those that they have: what rounding in the database goes by. */
export function unusualMinorUnits(): Readonly<Record<string, number>> {
  const units = [...CURRENCIES].map((code): [string, number] => [code, minorUnits(code)]);
  return Object.fromEntries(units.filter(([, digits]) => digits !== USUAL_MINOR_UNITS));
}

/** The digits after the point. Never Intl's: those of 29 currencies are not ISO's. */
export function minorUnits(currency: string): number {
  return currencyCode(currency)?.digits ?? USUAL_MINOR_UNITS;
}
