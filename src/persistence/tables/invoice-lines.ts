import { day, integer, numeric, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { INVOICES } from './invoices';

/** A line of an invoice, and what it charges: a period of a subscription since a day. A credit note's names the line that it corrects. */
export const INVOICE_LINES = table(
  'invoice_lines',
  {
    accountId: uuid(),
    invoiceId: uuid(),
    position: integer(),
    description: text(),
    quantity: numeric(),
    unitPrice: numeric(),
    amount: numeric(),
    chargedAccountId: uuid(),
    subscriptionId: uuid().nullable(),
    /** The number of the period, of servers of 0.1.0; nobody here reads it. */
    period: integer().nullable(),
    firstDay: day().nullable(),
    fromDay: day().nullable(),
    correctsPosition: integer().nullable(),
  },
  {
    primaryKey: ['pk_invoice_lines', 'accountId', 'invoiceId', 'position'],
    checks: {
      ck_invoice_lines_period:
        '(subscription_id IS NULL) = (first_day IS NULL) AND (subscription_id IS NULL) = (from_day IS NULL)',
    },
    foreignKeys: { fk_invoice_lines_invoice: [['accountId', 'invoiceId'], INVOICES] },
  },
);
