import { text, uuid } from '../engine/column';
import { table } from '../engine/table';

/**
 * The numbers that invoices have: a table of its own, since a key of `invoices` would have to span accounts. A trigger
 * writes it, and refuses a number that another invoice has.
 */
export const INVOICE_NUMBERS = table(
  'invoice_numbers',
  { number: text(), invoiceId: uuid() },
  { primaryKey: ['pk_invoice_numbers', 'number'] },
);
