import type { Invoice, InvoiceLine, PendingInvoice } from '../../domain/billing/invoice';
import { INVOICE_ISSUED } from '../../domain/billing/wording';
import { RequestError } from '../../domain/errors';
import { total } from '../../domain/money';
import { visibleTo } from '../accounts/account-visibility';
import type { Sql } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { Parameters } from '../engine/parameters';
import type { AccountPass } from '../pass/guard-pass';
import { write } from '../pass/writing';
import { LINE_ORDER, type PendingSelection, pendingLines } from './pending-lines';

interface PendingRow extends LineRow {
  readonly called_id: string;
  readonly on_id: string;
  readonly bill_to_id: string;
  readonly currency: string;
}

interface LineRow {
  readonly description: string;
  readonly quantity: string;
  readonly unit_price: string;
  readonly amount: string;
  readonly charged_account_id: string;
  readonly subscription_id: string | null;
}

const LINE_AS_JSON = `json_build_object('description', description, 'quantity', quantity::text,
  'unit_price', unit_price::text, 'amount', amount::text, 'charged_account_id', charged_account_id,
  'subscription_id', subscription_id)`;

function lineOf(row: LineRow): InvoiceLine {
  return {
    description: row.description,
    quantity: row.quantity,
    unitPrice: row.unit_price,
    amount: row.amount,
    accountId: row.charged_account_id,
    subscriptionId: row.subscription_id,
  };
}

/** More lines than these are no answer to a person, and would fill the server's memory. */
const MAX_PENDING_LINES = 200_000;

/** What would be invoiced for each of the accounts, one statement for them all. */
export async function findPendingInvoices(
  sql: Sql,
  selection: PendingSelection,
  issueDate: string,
): Promise<Map<string, PendingInvoice[]>> {
  const parameters = new Parameters();
  const rows = await sql.query<PendingRow>(
    `SELECT called_id, on_id, bill_to_id, currency, description, quantity, unit_price, amount, charged_account_id,
       subscription_id
     FROM (${pendingLines(selection, parameters)}) line
     ORDER BY called_id, currency, on_id, bill_to_id, ${LINE_ORDER} LIMIT ${MAX_PENDING_LINES + 1}`,
    parameters.values,
  );
  if (rows.length > MAX_PENDING_LINES) {
    const message = `More than ${MAX_PENDING_LINES} lines are pending by ${selection.asOf}: ask for an earlier day`;
    throw new RequestError('INVALID_INPUT', message, ['asOf']);
  }
  const groups = new Map<string, PendingRow[]>();
  for (const row of rows) {
    const key = [row.called_id, row.on_id, row.bill_to_id, row.currency].join();
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const pending = new Map<string, PendingInvoice[]>(selection.accountIds.map((id) => [id, []]));
  for (const [first, ...others] of groups.values()) {
    if (first) pending.get(first.called_id)?.push(pendingInvoiceOf(first, others, issueDate));
  }
  return pending;
}

function pendingInvoiceOf(first: PendingRow, others: readonly PendingRow[], issueDate: string): PendingInvoice {
  const lines = [first, ...others].map(lineOf);
  return {
    accountId: first.on_id,
    billToId: first.bill_to_id,
    issueDate,
    currency: first.currency,
    total: total(
      lines.map((line) => line.amount),
      first.currency,
    ),
    lines,
  };
}

/**
 * Keeps the accounts that the pass's account gathers from changing, and every subscription that is billed with it. Gives
 * the accounts: whoever is joined or copied a moment later is not among them, and is not to be billed by this call.
 */
export async function holdForInvoicing(pass: AccountPass): Promise<string[]> {
  const { transaction, loaded } = pass;
  const locked = await transaction.query<{ id: string }>(
    `SELECT held.id FROM lock_accounts_for_share(ARRAY(
       SELECT id FROM accounts WHERE bill_to_id = $1 AND id <> $1 AND NOT separate_invoices)) AS held(id)`,
    [loaded.account.id],
  );
  // Once more: one that somebody else was changing has waited for, and may have left.
  const gathered = await transaction.query<{ id: string }>(
    'SELECT id FROM accounts WHERE id = ANY ($2::uuid[]) AND bill_to_id = $1 AND NOT separate_invoices',
    [loaded.account.id, locked.map(({ id }) => id)],
  );
  const ids = gathered.map(({ id }) => id);
  await transaction.query(
    `SELECT count(*) FROM (
       SELECT FROM subscriptions WHERE account_id = ANY ($1::uuid[]) ORDER BY account_id, id FOR UPDATE) held`,
    [[loaded.account.id, ...ids]],
  );
  return ids;
}

/** Those of the subscriptions that are billed with the pass's account and on accounts that exist for the caller. */
export async function findBilledSubscriptions(pass: AccountPass, ids: readonly string[]): Promise<Set<string>> {
  const parameters = new Parameters();
  const account = parameters.add(pass.loaded.account.id);
  const rows = await pass.transaction.query<{ id: string }>(
    `SELECT s.id FROM subscriptions s JOIN accounts a ON a.id = s.account_id
     WHERE s.id = ANY (${parameters.add(ids)}::uuid[])
       AND (a.id = ${account} OR a.bill_to_id = ${account} AND NOT a.separate_invoices)
       AND ${visibleTo(pass.caller, parameters)}`,
    parameters.values,
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Issues what is pending for the pass's account: invoices with gapless numbers, their lines, what is invoiced of each
 * subscription and the history, in one statement, however many lines. Gives the ids in the order of the numbers.
 */
export async function issuePendingInvoices(
  pass: AccountPass,
  selection: Omit<PendingSelection, 'accountIds'>,
  issueDate: string,
): Promise<string[]> {
  const parameters = new Parameters();
  const lines = pendingLines({ ...selection, accountIds: [pass.loaded.account.id] }, parameters);
  const day = `${parameters.add(issueDate)}::date`;
  const actor = parameters.add(pass.caller.id);
  const words = `${parameters.add(INVOICE_ISSUED)}::text`;
  const rows = await write<{ id: string }>(
    pass,
    { by: ['GENERATE_INVOICES'], accounts: [pass.loaded.account.id] },
    `WITH line AS MATERIALIZED (${lines}),
     head AS MATERIALIZED (
       SELECT gen_random_uuid() AS id, on_id, bill_to_id, currency, sum(amount) AS total,
         row_number() OVER (ORDER BY currency, on_id, bill_to_id) AS nth
       FROM line GROUP BY on_id, bill_to_id, currency),
     counter AS (${nextNumbers(day, '(SELECT count(*) FROM head)')} RETURNING last_number),
     numbered AS (
       SELECT head.*, ${numberText(day, 'counter.last_number - (SELECT count(*) FROM head) + head.nth')} AS number
       FROM head, counter),
     issued AS (
       INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
       SELECT on_id, id, number, bill_to_id, ${day}, currency, total FROM numbered),
     listed AS (
       INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount,
         charged_account_id, subscription_id, period)
       SELECT line.on_id, head.id, row_number() OVER (PARTITION BY head.id ORDER BY ${LINE_ORDER}), line.description,
         line.quantity, line.unit_price, line.amount, line.charged_account_id, line.subscription_id, line.period
       FROM line JOIN head USING (on_id, bill_to_id, currency)),
     advanced AS (
       UPDATE subscriptions s SET invoiced_periods = due.last_period + 1
       FROM (SELECT charged_account_id, subscription_id, max(period) AS last_period FROM line GROUP BY 1, 2) due
       WHERE s.account_id = due.charged_account_id AND s.id = due.subscription_id),
     told AS (
       INSERT INTO account_history (account_id, kind, text, actor)
       SELECT charged_account_id, 'INVOICED', format(${words}, number, sum(amount), currency), ${actor}
       FROM line JOIN numbered USING (on_id, bill_to_id, currency)
       WHERE charged_account_id <> on_id GROUP BY charged_account_id, number, currency
       UNION ALL
       SELECT on_id, 'INVOICED', format(${words}, number, total, currency), ${actor}
       FROM numbered)
     SELECT id FROM numbered ORDER BY nth`,
    parameters.values,
  );
  return rows.map((row) => row.id);
}

/** Issues an invoice by hand on the pass's account. Gives its number. */
export async function insertInvoice(
  pass: AccountPass,
  invoice: Omit<Invoice, 'number' | 'accountId'>,
  lines: readonly Omit<InvoiceLine, 'accountId' | 'subscriptionId'>[],
): Promise<string> {
  const parameters = new Parameters();
  const account = parameters.add(pass.loaded.account.id);
  const id = parameters.add(invoice.id);
  const day = `${parameters.add(invoice.issueDate)}::date`;
  const [row] = await write<{ number: string }>(
    pass,
    { by: ['CREATE_INVOICE'], accounts: [pass.loaded.account.id] },
    `WITH counter AS (${nextNumbers(day, '1')} RETURNING last_number),
     issued AS (
       INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
       SELECT ${account}, ${id}, ${numberText(day, 'last_number')}, ${parameters.add(invoice.billToId)}, ${day},
         ${parameters.add(invoice.currency)}, ${parameters.add(invoice.total)} FROM counter
       RETURNING number),
     listed AS (
       INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount,
         charged_account_id)
       SELECT ${account}, ${id}, ordinality, description, quantity, unit_price, amount, ${account}
       FROM unnest(${parameters.add(lines.map((line) => line.description))}::text[],
         ${parameters.add(lines.map((line) => line.quantity))}::numeric[],
         ${parameters.add(lines.map((line) => line.unitPrice))}::numeric[],
         ${parameters.add(lines.map((line) => line.amount))}::numeric[])
         WITH ORDINALITY AS l(description, quantity, unit_price, amount, ordinality))
     SELECT number FROM issued`,
    parameters.values,
  );
  if (!row) throw new Error('An invoice got no number');
  return row.number;
}

/** Takes numbers of the year: the row stays locked until the end, so that a number that is not used is not taken. */
function nextNumbers(day: string, count: string): string {
  return `INSERT INTO invoice_counters AS c (year, last_number)
    SELECT extract(year FROM ${day})::int, ${count} WHERE ${count} > 0
    ON CONFLICT (year) DO UPDATE SET last_number = c.last_number + excluded.last_number`;
}

function numberText(day: string, number: string): string {
  return `extract(year FROM ${day}) || '-' || lpad((${number})::text, greatest(6, length((${number})::text)), '0')`;
}

interface InvoiceRow {
  readonly id: string;
  readonly account_id: string;
  readonly number: string;
  readonly bill_to_id: string;
  readonly issue_date: string;
  readonly currency: string;
  readonly total: string;
}

function invoiceOf(row: InvoiceRow): Invoice {
  return {
    id: row.id,
    accountId: row.account_id,
    number: row.number,
    billToId: row.bill_to_id,
    issueDate: row.issue_date,
    currency: row.currency,
    total: row.total,
  };
}

const SELECT_INVOICES = 'SELECT i.id, i.account_id, i.number, i.bill_to_id, i.issue_date, i.currency, i.total';

/** Pages of the invoices that are on several accounts, newest first. */
export const INVOICE_KEYSET: Keyset<Invoice, InvoiceRow> = {
  name: 'invoice',
  columns: SELECT_INVOICES,
  from: 'invoices i',
  account: 'i.account_id',
  order: [
    { expression: 'i.issue_date', type: 'date', of: (invoice) => invoice.issueDate },
    { expression: 'i.number', type: 'text', of: (invoice) => invoice.number },
  ],
  direction: 'DESC',
  toItem: invoiceOf,
};

export async function findInvoices(sql: Sql, ids: readonly string[]): Promise<Map<string, Invoice>> {
  const rows = await sql.query<InvoiceRow>(`${SELECT_INVOICES} FROM invoices i WHERE i.id = ANY ($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, invoiceOf(row)]));
}

/** The lines of invoices in their order, by invoice. */
export async function findInvoiceLines(sql: Sql, invoiceIds: readonly string[]): Promise<Map<string, InvoiceLine[]>> {
  const rows = await sql.query<{ id: string; lines: LineRow[] }>(
    `SELECT l.invoice_id AS id, json_agg(${LINE_AS_JSON} ORDER BY l.position) AS lines
     FROM invoices i JOIN invoice_lines l ON l.account_id = i.account_id AND l.invoice_id = i.id
     WHERE i.id = ANY ($1::uuid[]) GROUP BY l.invoice_id`,
    [invoiceIds],
  );
  return new Map(rows.map((row) => [row.id, row.lines.map(lineOf)]));
}
