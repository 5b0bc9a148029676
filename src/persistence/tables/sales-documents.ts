import { SALES_DOCUMENT_KINDS } from '../../domain/vocabulary';
import { instant, isOneOf, numeric, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** An opportunity, offer or order (S14). */
export const SALES_DOCUMENTS = table(
  'sales_documents',
  {
    accountId: uuid(),
    id: uuid(),
    kind: oneOf(SALES_DOCUMENT_KINDS),
    title: text(),
    currency: text(),
    total: numeric(),
    createdAt: instant().default('now()'),
  },
  {
    primaryKey: ['pk_sales_documents', 'accountId', 'id'],
    checks: { ck_sales_documents_kind: isOneOf('kind', SALES_DOCUMENT_KINDS) },
    indexes: { ix_sales_documents_created: ['accountId', 'createdAt', 'id'] },
    foreignKeys: { fk_sales_documents_account: [['accountId'], ACCOUNTS] },
  },
);
