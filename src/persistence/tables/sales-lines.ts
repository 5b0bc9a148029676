import { BILLING_PERIODS } from '../../domain/vocabulary';
import { integer, numeric, oneOf, uuid } from '../engine/column';
import { table } from '../engine/table';
import { SALES_DOCUMENTS } from './sales-documents';
import { SERVICES } from './services';

/** A line of a sales document. */
export const SALES_LINES = table(
  'sales_lines',
  {
    accountId: uuid(),
    documentId: uuid(),
    position: integer(),
    serviceId: uuid(),
    billingPeriod: oneOf(BILLING_PERIODS),
    quantity: integer(),
    unitPrice: numeric(),
  },
  {
    primaryKey: ['pk_sales_lines', 'accountId', 'documentId', 'position'],
    checks: { ck_sales_lines_quantity: 'quantity > 0' },
    foreignKeys: {
      fk_sales_lines_service: [['serviceId'], SERVICES],
      fk_sales_lines_document: [['accountId', 'documentId'], SALES_DOCUMENTS],
    },
  },
);
