import type { Invoice, InvoiceLine } from '../../domain/billing/invoice';
import { uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { grouped, properties, select } from '../engine/select';
import { sql } from '../engine/sql';
import { INVOICE_LINES } from '../tables/invoice-lines';
import { INVOICES } from '../tables/invoices';

const i = INVOICES.as('i');
const l = INVOICE_LINES.as('l');

const INVOICE = select(i, ['id', 'accountId', 'number', 'billToId', 'issueDate', 'currency', 'total']);

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
): Promise<Map<string, InvoiceLine[]>> {
  const line = {
    ...properties(l, ['description', 'quantity', 'unitPrice', 'amount', 'subscriptionId']),
    accountId: [uuid(), l.chargedAccountId],
  } as const;
  const rows = await reader.query(
    sql`SELECT ${select(l, ['invoiceId'])}, ${grouped('lines', line, l.position)}
      FROM ${i.$} JOIN ${l.$} ON ${l.accountId} = ${i.accountId} AND ${l.invoiceId} = ${i.id}
      WHERE ${i.id} = ANY (${invoiceIds}::uuid[]) GROUP BY ${l.invoiceId}`,
  );
  return new Map(rows.map(({ invoiceId, lines }) => [invoiceId, [...lines]]));
}
