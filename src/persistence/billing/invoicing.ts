import type { Invoice, InvoiceLine } from '../../domain/billing/invoice';
import { INVOICE_ISSUED } from '../../domain/billing/wording';
import { a, visibleTo } from '../accounts/account-visibility';
import { columnsOf, recordset } from '../engine/changes';
import { select } from '../engine/select';
import { type Fragment, sql } from '../engine/sql';
import type { AccountPass } from '../pass/guard-pass';
import { write } from '../pass/writing';
import { ACCOUNTS } from '../tables/accounts';
import { INVOICE_LINES } from '../tables/invoice-lines';
import { INVOICES } from '../tables/invoices';
import { SUBSCRIPTIONS } from '../tables/subscriptions';
import { gatheredBy, LINE_ORDER, type PendingSelection, pendingLines } from './pending-lines';

const s = SUBSCRIPTIONS.as('s');
const held = ACCOUNTS.as('held');
// What is issued within a statement, under the name that it has there.
const numbered = INVOICES.as('numbered');
const issued = INVOICES.as('issued');

const ISSUED_FIELDS = ['accountId', 'id', 'number', 'billToId', 'issueDate', 'currency', 'total'] as const;
const LINE_FIELDS = [
  'accountId',
  'invoiceId',
  'position',
  'description',
  'quantity',
  'unitPrice',
  'amount',
  'chargedAccountId',
] as const;

/**
 * Keeps the accounts that the pass's account gathers from changing, and every subscription that is billed with it. Gives
 * the accounts: whoever is joined or copied a moment later is not among them, and is not to be billed by this call.
 */
export async function holdForInvoicing({ transaction, loaded }: AccountPass): Promise<string[]> {
  const payer = loaded.account.id;
  const locked = await transaction.query(
    sql`SELECT ${select(held, ['id'])} FROM public.lock_accounts_for_share(ARRAY(
      SELECT ${a.id} FROM ${a.$} WHERE ${gatheredBy(a, [payer])}
    )) AS held(id)`,
  );
  const lockedIds = locked.map(({ id }) => id);
  // Once more: one that somebody else was changing has waited for, and may have left.
  const gathered = await transaction.query(
    sql`SELECT ${select(a, ['id'])} FROM ${a.$}
      WHERE ${a.id} = ANY (${lockedIds}::uuid[]) AND ${a.billToId} = ${payer} AND NOT ${a.separateInvoices}`,
  );
  const ids = gathered.map(({ id }) => id);
  await transaction.query(
    sql`SELECT count(*) FROM (
      SELECT FROM ${s.$} WHERE ${s.accountId} = ANY (${[payer, ...ids]}::uuid[])
      ORDER BY ${s.accountId}, ${s.id} FOR UPDATE) held`,
  );
  return ids;
}

/** Those of the subscriptions that are billed with the pass's account and on accounts that exist for the caller. */
export async function findBilledSubscriptions(pass: AccountPass, ids: readonly string[]): Promise<Set<string>> {
  const payer = pass.accountId;
  const rows = await pass.transaction.query(
    sql`SELECT ${select(s, ['id'])} FROM ${s.$} JOIN ${a.$} ON ${a.id} = ${s.accountId}
      WHERE ${s.id} = ANY (${ids}::uuid[])
        AND (${a.id} = ${payer} OR ${gatheredBy(a, [payer])})
        AND ${visibleTo(pass.caller)}`,
  );
  return new Set(rows.map(({ id }) => id));
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
  const lines = pendingLines({ ...selection, accountIds: [pass.accountId] });
  const day = sql`${issueDate}::date`;
  const actor = sql`${pass.caller.id}::text`;
  const words = sql`${INVOICE_ISSUED}::text`;
  const rows = await write(
    pass,
    { by: ['GENERATE_INVOICES'], accounts: [pass.accountId] },
    sql`WITH line AS MATERIALIZED (${lines}),
      head AS MATERIALIZED (
        SELECT gen_random_uuid() AS id, on_id, bill_to_id, currency, sum(amount) AS total,
          row_number() OVER (ORDER BY currency, on_id, bill_to_id) AS nth
        FROM line GROUP BY on_id, bill_to_id, currency),
      counter AS (${nextNumbers(day, sql`(SELECT count(*) FROM head)`)} RETURNING last_number),
      numbered AS (
        SELECT head.*,
          ${numberText(day, sql`counter.last_number - (SELECT count(*) FROM head) + head.nth`)} AS number
        FROM head, counter),
      issued AS (
        INSERT INTO public.invoices (${columnsOf(INVOICES, ISSUED_FIELDS)})
        SELECT on_id, id, number, bill_to_id, ${day}, currency, total FROM numbered),
      listed AS (
        INSERT INTO public.invoice_lines (${columnsOf(INVOICE_LINES, [...LINE_FIELDS, 'subscriptionId', 'period'])})
        SELECT line.on_id, head.id, row_number() OVER (PARTITION BY head.id ORDER BY ${LINE_ORDER}), line.description,
          line.quantity, line.unit_price, line.amount, line.charged_account_id, line.subscription_id, line.period
        FROM line JOIN head USING (on_id, bill_to_id, currency)),
      advanced AS (
        UPDATE ${s.$} SET invoiced_periods = due.last_period + 1
        FROM (SELECT charged_account_id, subscription_id, max(period) AS last_period FROM line GROUP BY 1, 2) due
        WHERE ${s.accountId} = due.charged_account_id AND ${s.id} = due.subscription_id),
      told AS (
        INSERT INTO public.account_history (account_id, kind, text, actor)
        SELECT charged_account_id, 'INVOICED', format(${words}, number, sum(amount), currency), ${actor}
        FROM line JOIN numbered USING (on_id, bill_to_id, currency)
        WHERE charged_account_id <> on_id GROUP BY charged_account_id, number, currency
        UNION ALL
        SELECT on_id, 'INVOICED', format(${words}, number, total, currency), ${actor}
        FROM numbered)
      SELECT ${select(numbered, ['id'])} FROM numbered ORDER BY nth`,
  );
  return rows.map(({ id }) => id);
}

/** Issues an invoice by hand on the pass's account. Gives its number. */
export async function insertInvoice(
  pass: AccountPass,
  invoice: Omit<Invoice, 'number' | 'accountId'>,
  lines: readonly Omit<InvoiceLine, 'accountId' | 'subscriptionId'>[],
): Promise<string> {
  const accountId = pass.accountId;
  const day = sql`${invoice.issueDate}::date`;
  const listed = lines.map((line, index) => ({
    ...line,
    accountId,
    invoiceId: invoice.id,
    position: index + 1,
    chargedAccountId: accountId,
  }));
  const line = recordset('line', INVOICE_LINES, LINE_FIELDS, listed, {});
  const [row] = await write(
    pass,
    { by: ['CREATE_INVOICE'], accounts: [accountId] },
    sql`WITH counter AS (${nextNumbers(day, sql`1`)} RETURNING last_number),
      issued AS (
        INSERT INTO public.invoices (${columnsOf(INVOICES, ISSUED_FIELDS)})
        SELECT ${accountId}::uuid, ${invoice.id}::uuid, ${numberText(day, sql`last_number`)},
          ${invoice.billToId}::uuid, ${day}, ${invoice.currency}, ${invoice.total}::numeric FROM counter
        RETURNING number),
      listed AS (
        INSERT INTO public.invoice_lines (${columnsOf(INVOICE_LINES, LINE_FIELDS)})
        SELECT ${line.$list(LINE_FIELDS)} FROM ${line.$})
      SELECT ${select(issued, ['number'])} FROM issued`,
  );
  if (!row) throw new Error('An invoice got no number');
  return row.number;
}

/** Takes numbers of the year: the row stays locked until the end, so that a number that is not used is not taken. */
function nextNumbers(day: Fragment, count: Fragment): Fragment {
  return sql`INSERT INTO public.invoice_counters AS c (year, last_number)
    SELECT extract(year FROM ${day})::int, ${count} WHERE ${count} > 0
    ON CONFLICT (year) DO UPDATE SET last_number = c.last_number + excluded.last_number`;
}

function numberText(day: Fragment, number: Fragment): Fragment {
  return sql`extract(year FROM ${day}) || '-' || lpad((${number})::text, greatest(6, length((${number})::text)), '0')`;
}
