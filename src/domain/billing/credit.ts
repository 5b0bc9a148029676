import type { Refusal } from '../errors';
import { invalidInput } from '../input';
import { difference, isMore, minorUnits, negated } from '../money';
import type { InvoiceLine, IssuedLine } from './invoice';

/** A line of a credit note: what it takes back, and of which line of the invoice. */
export interface CreditLine extends InvoiceLine {
  readonly correctsPosition: number;
}

/** Takes an amount of a line back, in the currency's digits and no more than is left of it; or the refusal (S26). */
export function creditLine(
  line: IssuedLine,
  amount: string,
  currency: string,
  path: readonly string[],
): CreditLine | Refusal {
  const digits = minorUnits(currency);
  if ((amount.split('.')[1] ?? '').length > digits)
    return invalidInput(path, 'input.tooManyDigits', { digits, currency });
  const left = difference(line.amount, line.credited, currency);
  if (isMore(amount, left)) return invalidInput(path, 'input.moreThanLeft', { left });
  const { description, quantity, unitPrice, accountId, subscriptionId, period, fromDay, position } = line;
  const kept = { description, quantity, unitPrice, accountId, subscriptionId, period, fromDay };
  return { ...kept, amount: negated(amount, currency), correctsPosition: position };
}
