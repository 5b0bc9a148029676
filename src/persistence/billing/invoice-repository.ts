import type { Invoice, IssuedLine } from '../../domain/billing/invoice';
import { day, numeric, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { grouped, properties, select } from '../engine/select';
import { sql } from '../engine/sql';
import { INVOICE_LINES } from '../tables/invoice-lines';
import { INVOICES } from '../tables/invoices';

const i = INVOICES.as('i');
const l = INVOICE_LINES.as('l');

// A credit note and its lines, and whose invoices are asked for.
const n = INVOICES.as('n');
const c = INVOICE_LINES.as('c');
const o = INVOICES.as('o');

const INVOICE = select(i, [
  ...(['id', 'kind', 'accountId', 'number', 'billToId', 'issueDate', 'currency', 'total'] as const),
  ...(['correctsId', 'reason'] as const),
]);

/** Pages of the invoices that are on several accounts, newest first. */
export const INVOICE_KEYSET: Keyset<Invoice> = {
  name: 'invoice',
  selection: INVOICE,
  from: i.$,
  account: i.accountId,
  order: [
    { column: i.issueDate, type: 'date', of: (invoice) => invoice.issueDate },
    { column: i.number, type: 'text', of: (invoice) => invoice.number },
  ],
  direction: 'DESC',
};

export async function findInvoices(reader: Reader, ids: readonly string[]): Promise<Map<string, Invoice>> {
  const invoices = await reader.query(sql`SELECT ${INVOICE} FROM ${i.$} WHERE ${i.id} = ANY (${ids}::uuid[])`);
  return new Map(invoices.map((invoice) => [invoice.id, invoice]));
}

/** The lines of invoices in their order, by invoice. */
export async function findInvoiceLines(
  reader: Reader,
  invoiceIds: readonly string[],
): Promise<Map<string, IssuedLine[]>> {
  const line = {
    ...properties(l, ['invoiceId', 'position', 'description', 'quantity', 'unitPrice', 'amount', 'subscriptionId']),
    ...properties(l, ['fromDay']),
    period: [day().nullable(), l.firstDay],
    accountId: [uuid(), l.chargedAccountId],
    // Times nothing, it keeps the digits.
    credited: [numeric(), sql`coalesce(credit.amount, 0 * ${l.amount})`],
  } as const;
  const rows = await reader.query(
    sql`SELECT ${select(l, ['invoiceId'])}, ${grouped('lines', line, l.position)}
      FROM ${i.$} JOIN ${l.$} ON ${l.accountId} = ${i.accountId} AND ${l.invoiceId} = ${i.id}
        LEFT JOIN (
          SELECT ${n.accountId}, ${n.correctsId}, ${c.correctsPosition}, -sum(${c.amount}) AS amount
          FROM ${n.$} JOIN ${c.$} ON ${c.accountId} = ${n.accountId} AND ${c.invoiceId} = ${n.id}
          WHERE ${n.correctsId} = ANY (${invoiceIds}::uuid[])
            AND ${n.accountId} IN (SELECT ${o.accountId} FROM ${o.$} WHERE ${o.id} = ANY (${invoiceIds}::uuid[]))
          GROUP BY 1, 2, 3
        ) credit ON credit.account_id = ${l.accountId} AND credit.corrects_id = ${l.invoiceId}
          AND credit.corrects_position = ${l.position}
      WHERE ${i.id} = ANY (${invoiceIds}::uuid[]) GROUP BY ${l.invoiceId}`,
  );
  return new Map(rows.map(({ invoiceId, lines }) => [invoiceId, [...lines]]));
}

/** The lines of one invoice in their order. */
export async function linesOfInvoice(reader: Reader, invoiceId: string): Promise<IssuedLine[]> {
  return (await findInvoiceLines(reader, [invoiceId])).get(invoiceId) ?? [];
}
