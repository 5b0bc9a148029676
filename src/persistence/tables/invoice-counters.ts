import { INVOICE_KINDS } from '../../domain/vocabulary';
import { integer, isOneOf, oneOf } from '../engine/column';
import { table } from '../engine/table';

/** The last number of a year's invoices, and of its credit notes. */
export const INVOICE_COUNTERS = table(
  'invoice_counters',
  { year: integer(), kind: oneOf(INVOICE_KINDS).defaultValue('INVOICE'), lastNumber: integer() },
  {
    primaryKey: ['pk_invoice_counters', 'year', 'kind'],
    checks: { ck_invoice_counters_kind: isOneOf('kind', INVOICE_KINDS) },
  },
);
