import type { SalesDocument, StoredSalesDocument } from '../../domain/selling/sales-document';
import type { Sql } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import type { AccountPass } from '../pass/guard-pass';
import { write } from '../pass/writing';

interface SalesDocumentRow {
  readonly id: string;
  readonly account_id: string;
  readonly kind: SalesDocument['kind'];
  readonly title: string;
  readonly currency: string;
  readonly total: string;
  readonly created_at: Date;
  readonly created_exactly: string;
  readonly lines: readonly {
    readonly service_id: string;
    readonly sku: string;
    readonly name: string;
    readonly billing_period: SalesDocument['lines'][number]['billingPeriod'];
    readonly quantity: number;
    readonly unit_price: string;
  }[];
}

const COLUMNS = `
  SELECT d.id, d.account_id, d.kind, d.title, d.currency, d.total, d.created_at, d.created_at::text AS created_exactly,
    (SELECT json_agg(json_build_object('service_id', l.service_id, 'sku', v.sku, 'name', v.name, 'billing_period',
         l.billing_period, 'quantity', l.quantity, 'unit_price', l.unit_price::text) ORDER BY l.position)
     FROM sales_lines l JOIN services v ON v.id = l.service_id
     WHERE l.account_id = d.account_id AND l.document_id = d.id) AS lines`;

/** Pages of the sales documents of several accounts, newest first; the filter is a kind. */
export const SALES_DOCUMENT_KEYSET: Keyset<StoredSalesDocument, SalesDocumentRow> = {
  name: 'salesDocument',
  columns: COLUMNS,
  from: 'sales_documents d',
  account: 'd.account_id',
  order: [
    { expression: 'd.created_at', type: 'timestamptz', of: (document) => document.createdExactly },
    { expression: 'd.id', type: 'uuid', of: (document) => document.id },
  ],
  direction: 'DESC',
  filter: 'd.kind = $filter',
  toItem: salesDocumentOf,
};

function salesDocumentOf(row: SalesDocumentRow): StoredSalesDocument {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    title: row.title,
    currency: row.currency,
    total: row.total,
    createdAt: row.created_at,
    createdExactly: row.created_exactly,
    lines: row.lines.map((line) => ({
      service: { id: line.service_id, sku: line.sku, name: line.name },
      billingPeriod: line.billing_period,
      quantity: line.quantity,
      unitPrice: line.unit_price,
    })),
  };
}

/** One document of the account; null when it has none of this id. */
export async function findSalesDocument(sql: Sql, accountId: string, id: string): Promise<StoredSalesDocument | null> {
  const [row] = await sql.query<SalesDocumentRow>(
    `${COLUMNS} FROM sales_documents d WHERE d.account_id = $1 AND d.id = $2`,
    [accountId, id],
  );
  return row ? salesDocumentOf(row) : null;
}

/** Adds a document with its lines to the account that the pass is for. */
export async function insertSalesDocument(pass: AccountPass, document: SalesDocument): Promise<void> {
  await write(
    pass,
    { by: ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER'], accounts: [document.accountId] },
    `WITH document AS (
       INSERT INTO sales_documents (account_id, id, kind, title, currency, total) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING account_id, id)
     INSERT INTO sales_lines (account_id, document_id, position, service_id, billing_period, quantity, unit_price)
     SELECT document.account_id, document.id, line.position, line.service_id, line.billing_period, line.quantity,
       line.unit_price::numeric
     FROM document, json_to_recordset($7::json)
       AS line(position int, service_id uuid, billing_period text, quantity int, unit_price text)`,
    [
      pass.loaded.account.id,
      document.id,
      document.kind,
      document.title,
      document.currency,
      document.total,
      JSON.stringify(
        document.lines.map((line, position) => ({
          position,
          service_id: line.service.id,
          billing_period: line.billingPeriod,
          quantity: line.quantity,
          unit_price: line.unitPrice,
        })),
      ),
    ],
  );
}
