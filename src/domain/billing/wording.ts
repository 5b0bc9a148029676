/** The line about an issued invoice, for Postgres's format(): number, amount and currency. */
export const INVOICE_ISSUED = 'Invoice %s: %s %s';

export function invoiceIssued(number: string, total: string, currency: string): string {
  return `Invoice ${number}: ${total} ${currency}`;
}
