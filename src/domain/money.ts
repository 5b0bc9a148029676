import Big from 'big.js';
import { code as currencyCode, codes as currencyCodes } from 'currency-codes';

/** Quantity times unit price, rounded half up to the currency's minor unit. */
export function lineAmount(quantity: number | string, unitPrice: string, currency: string): string {
  return new Big(quantity).times(unitPrice).toFixed(minorUnits(currency), Big.roundHalfUp);
}

/** The sum of amounts that are rounded already. */
export function total(amounts: readonly string[], currency: string): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed(minorUnits(currency));
}

/** The digits after the point of every currency: what rounding in the database goes by. */
export function minorUnitsByCurrency(): Readonly<Record<string, number>> {
  return Object.fromEntries(currencyCodes().map((code) => [code, minorUnits(code)]));
}

function minorUnits(currency: string): number {
  return currencyCode(currency)?.digits ?? 2;
}
