import type { SalesDocument, StoredSalesDocument } from '../../domain/selling/sales-document';
import { columnsOf, recordset, valuesOf } from '../engine/changes';
import { text } from '../engine/column';
import type { Reader } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { both, list, nested, properties, select, value } from '../engine/select';
import { sql } from '../engine/sql';
import type { AccountPass } from '../pass/guard-pass';
import { write } from '../pass/writing';
import { SALES_DOCUMENTS } from '../tables/sales-documents';
import { SALES_LINES } from '../tables/sales-lines';
import { SERVICES } from '../tables/services';

const d = SALES_DOCUMENTS.as('d');
const l = SALES_LINES.as('l');
const v = SERVICES.as('v');

const DOCUMENT_FIELDS = ['accountId', 'id', 'kind', 'title', 'currency', 'total'] as const;
const LINE_FIELDS = ['position', 'serviceId', 'billingPeriod', 'quantity', 'unitPrice'] as const;

const LINES = list(
  'lines',
  { service: nested(v, ['id', 'sku', 'name']), ...properties(l, ['billingPeriod', 'quantity', 'unitPrice']) },
  {
    from: sql`${l.$} JOIN ${v.$} ON ${v.id} = ${l.serviceId}
      WHERE ${l.accountId} = ${d.accountId} AND ${l.documentId} = ${d.id}`,
    orderBy: l.position,
  },
);
const STORED = both(
  select(d, [...DOCUMENT_FIELDS, 'createdAt']),
  both(value('createdExactly', text(), sql`${d.createdAt}::text`), LINES),
);

/** Pages of the sales documents of several accounts, newest first; the filter is a kind. */
export const SALES_DOCUMENT_KEYSET: Keyset<StoredSalesDocument> = {
  name: 'salesDocument',
  selection: STORED,
  from: d.$,
  account: d.accountId,
  order: [
    { column: d.createdAt, type: 'timestamptz', of: (document) => document.createdExactly },
    { column: d.id, type: 'uuid', of: (document) => document.id },
  ],
  direction: 'DESC',
  filter: (kind) => sql`${d.kind} = ${kind}`,
};

/** One document of the account; null when it has none of this id. */
export async function findSalesDocument(
  reader: Reader,
  accountId: string,
  id: string,
): Promise<StoredSalesDocument | null> {
  const [document] = await reader.query(
    sql`SELECT ${STORED} FROM ${d.$} WHERE ${d.accountId} = ${accountId} AND ${d.id} = ${id}`,
  );
  return document ?? null;
}

/** Adds a document with its lines to the account that the pass is for. */
export async function insertSalesDocument(pass: AccountPass, document: SalesDocument): Promise<void> {
  const sold = document.lines.map((line, position) => ({ ...line, position, serviceId: line.service.id }));
  const line = recordset('line', SALES_LINES, LINE_FIELDS, sold, {});
  const values = valuesOf(SALES_DOCUMENTS, DOCUMENT_FIELDS, { ...document, accountId: pass.accountId });
  await write(
    pass,
    { by: ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER'], accounts: [document.accountId] },
    sql`WITH document AS (
        INSERT INTO public.sales_documents (${columnsOf(SALES_DOCUMENTS, DOCUMENT_FIELDS)}) VALUES (${values})
        RETURNING account_id, id)
      INSERT INTO public.sales_lines (${columnsOf(SALES_LINES, ['accountId', 'documentId', ...LINE_FIELDS])})
      SELECT document.account_id, document.id, ${line.$list(LINE_FIELDS)} FROM document, ${line.$}`,
  );
}
