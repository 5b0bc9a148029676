import { integer } from '../engine/column';
import { table } from '../engine/table';

/** The last number of a year's invoices. */
export const INVOICE_COUNTERS = table(
  'invoice_counters',
  { year: integer(), lastNumber: integer() },
  { primaryKey: ['pk_invoice_counters', 'year'] },
);

/** The last number of a year's credit notes. */
export const CREDIT_NOTE_COUNTERS = table(
  'credit_note_counters',
  { year: integer(), lastNumber: integer() },
  { primaryKey: ['pk_credit_note_counters', 'year'] },
);
