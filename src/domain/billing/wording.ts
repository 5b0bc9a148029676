/** The line about an issued invoice, for Postgres's format(): number, amount and currency. */
export const INVOICE_ISSUED = 'Invoice %s: %s %s';

/** The same about a credit note: number, amount that is taken back, currency. */
export const CREDITED = 'Credit note %s: %s %s';
