import { monthsLater } from '../calendar';
import { argumentRefused } from '../errors';
import { day, readArgument } from '../input';
import { label, say } from '../message';

/** A monthly subscription owes a hundred thousand lines by the year 9999. */
const MAX_YEARS_AHEAD = 10;

/** The day of Account.pendingInvoices; any day may be looked at, also one of the next ten years. */
export function readAsOf(sent: string | null, today: string): string | null {
  if (sent === null) return null;
  const asOf = readArgument(day, sent, ['asOf']);
  const last = monthsLater(today, 12 * MAX_YEARS_AHEAD);
  if (asOf > last) throw argumentRefused(say('input.laterThan', { field: label('asOf'), latest: last }), ['asOf']);
  return asOf;
}
