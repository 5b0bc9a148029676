import { integer, numeric, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { INVOICES } from './invoices';

/** A line of an invoice; a period of a subscription stands once on the invoices of an account. */
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
    period: integer().nullable(),
  },
  {
    primaryKey: ['pk_invoice_lines', 'accountId', 'invoiceId', 'position'],
    unique: { uq_invoice_lines_period: ['accountId', 'chargedAccountId', 'subscriptionId', 'period'] },
    checks: { ck_invoice_lines_period: '(subscription_id IS NULL) = (period IS NULL)' },
    foreignKeys: { fk_invoice_lines_invoice: [['accountId', 'invoiceId'], INVOICES] },
  },
);
