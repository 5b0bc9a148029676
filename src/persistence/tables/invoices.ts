import { INVOICE_KINDS } from '../../domain/vocabulary';
import { day, instant, isOneOf, numeric, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** An invoice or a credit note, which corrects an invoice of the same account; never changed (S16, S26). */
export const INVOICES = table(
  'invoices',
  {
    accountId: uuid(),
    id: uuid(),
    kind: oneOf(INVOICE_KINDS).defaultValue('INVOICE'),
    number: text(),
    billToId: uuid(),
    issueDate: day(),
    currency: text(),
    total: numeric(),
    correctsId: uuid().nullable(),
    reason: text().nullable(),
    createdAt: instant().default('clock_timestamp()'),
  },
  {
    primaryKey: ['pk_invoices', 'accountId', 'id'],
    checks: {
      ck_invoices_kind: isOneOf('kind', INVOICE_KINDS),
      ck_invoices_corrects: `(kind = 'CREDIT_NOTE') = (corrects_id IS NOT NULL)
        AND (kind = 'CREDIT_NOTE') = (reason IS NOT NULL)`,
    },
    indexes: {
      ix_invoices_id: ['id'],
      ix_invoices_number: ['accountId', 'issueDate', 'number'],
      ix_invoices_corrects: null,
    },
    foreignKeys: { fk_invoices_account: [['accountId'], ACCOUNTS] },
  },
);
