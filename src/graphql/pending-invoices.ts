import { RequestError } from '../domain/errors';
import { day, parse } from '../domain/input';

/** The day of Account.pendingInvoices; any day may be looked at, also one to come. */
export function readAsOf(sent: string | null): string | null {
  if (sent === null) return null;
  const asOf = parse(day, sent, ['asOf']);
  if (asOf.refusals) throw new RequestError('INVALID_INPUT', asOf.refusals[0]?.message ?? 'asOf is no day', ['asOf']);
  return asOf.value;
}
