import type { InvoiceLine, PendingInvoice } from '../../domain/billing/invoice';
import { argumentRefused } from '../../domain/errors';
import { say } from '../../domain/message';
import { total } from '../../domain/money';
import { day, text, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import { INVOICE_LINES } from '../tables/invoice-lines';
import { type Billed, findBilled } from './billed-accounts';
import { LINE_ORDER, type PendingSelection, pendingLines } from './pending-lines';

const line = INVOICE_LINES.as('line');

/** More lines than these, or customers that may have some, are no answer to a person, and would fill the server's memory. */
const MAX_PENDING_LINES = 200_000;

/** What would be invoiced for each of the accounts by a day: a constant number of statements for them all. */
export async function findPendingInvoices(
  reader: Reader,
  accountIds: readonly string[],
  days: Pick<PendingSelection, 'asOf' | 'today'>,
  issueDate: string,
): Promise<Map<string, PendingInvoice[]>> {
  const billed = await findBilled(reader, accountIds, MAX_PENDING_LINES);
  if (billed.filter((one) => one.accountId !== one.calledId).length > MAX_PENDING_LINES) throw tooMany(days.asOf);
  // An account may be called itself, and be gathered by another one that is.
  const invoicesOf = new Map<string, Billed[]>();
  for (const one of billed) invoicesOf.set(one.accountId, [...(invoicesOf.get(one.accountId) ?? []), one]);
  const rows = await reader.query(
    sql`SELECT ${value('currency', text(), sql`line.currency`)},
        ${select(line, ['description', 'quantity', 'unitPrice', 'amount', 'subscriptionId', 'fromDay'])},
        ${value('period', day(), sql`line.period`)},
        ${value('accountId', uuid(), line.chargedAccountId)}
      FROM (${pendingLines({ accountIds: [...invoicesOf.keys()], ...days })}) line
      ORDER BY ${LINE_ORDER} LIMIT ${MAX_PENDING_LINES + 1}`,
  );
  const shown = rows.reduce((sum, { accountId }) => sum + (invoicesOf.get(accountId)?.length ?? 0), 0);
  if (shown > MAX_PENDING_LINES) throw tooMany(days.asOf);
  const groups = new Map<string, PendingGroup>();
  for (const { currency, ...line } of rows) {
    for (const { calledId, onId, billToId } of invoicesOf.get(line.accountId) ?? []) {
      const key = [calledId, currency, onId, billToId].join();
      const known = groups.get(key);
      if (known) known.lines.push(line);
      else groups.set(key, { key, calledId, head: { accountId: onId, billToId, issueDate, currency }, lines: [line] });
    }
  }
  const pending = new Map<string, PendingInvoice[]>(accountIds.map((id) => [id, []]));
  for (const { calledId, head, lines } of [...groups.values()].sort((one, other) => (one.key < other.key ? -1 : 1))) {
    const amounts = lines.map(({ amount }) => amount);
    pending.get(calledId)?.push({ ...head, total: total(amounts, head.currency), lines });
  }
  return pending;
}

function tooMany(day: string): Error {
  return argumentRefused(say('input.tooManyPending', { most: MAX_PENDING_LINES, day }), ['asOf']);
}

/** Those of the accounts, all of them managed, for which something is pending by a day: they gather nobody (S14). */
export async function findAccountsWithPending(
  reader: Reader,
  accountIds: readonly string[],
  asOf: string,
  today: string,
): Promise<Set<string>> {
  const rows = await reader.query(
    sql`SELECT DISTINCT ${value('accountId', uuid(), line.chargedAccountId)}
      FROM (${pendingLines({ accountIds, asOf, today })}) line`,
  );
  return new Set(rows.map(({ accountId }) => accountId));
}

/** The lines of one invoice to be, for the account that is called. */
interface PendingGroup {
  /** In whose order invoices are issued. */
  readonly key: string;
  readonly calledId: string;
  readonly head: Omit<PendingInvoice, 'total' | 'lines'>;
  readonly lines: InvoiceLine[];
}
