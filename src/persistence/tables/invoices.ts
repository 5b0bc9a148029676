import { day, instant, numeric, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** An invoice; never changed (S16). */
export const INVOICES = table(
  'invoices',
  {
    accountId: uuid(),
    id: uuid(),
    number: text(),
    billToId: uuid(),
    issueDate: day(),
    currency: text(),
    total: numeric(),
    createdAt: instant().default('clock_timestamp()'),
  },
  {
    primaryKey: ['pk_invoices', 'accountId', 'id'],
    indexes: { ix_invoices_id: ['id'], ix_invoices_number: ['accountId', 'issueDate', 'number'] },
    foreignKeys: { fk_invoices_account: [['accountId'], ACCOUNTS] },
  },
);
