import { integer } from '../engine/column';
import { table } from '../engine/table';

/** The last number of a year's invoices. */
export const INVOICE_COUNTERS = table(
  'invoice_counters',
  { year: integer(), lastNumber: integer() },
  { primaryKey: ['pk_invoice_counters', 'year'] },
);
