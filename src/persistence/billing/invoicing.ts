import type { Invoice, InvoiceLine } from '../../domain/billing/invoice';
import { CREDITED, INVOICE_ISSUED } from '../../domain/billing/wording';
import { a, visibleTo } from '../accounts/account-visibility';
import { columnsOf, recordset } from '../engine/changes';
import { uuid } from '../engine/column';
import { select, value } from '../engine/select';
import { NOTHING, sql } from '../engine/sql';
import type { AccountPass } from '../pass/guard-pass';
import { write, writeAtCommit } from '../pass/writing';
import { ACCOUNTS } from '../tables/accounts';
import { INVOICE_LINES } from '../tables/invoice-lines';
import { INVOICES } from '../tables/invoices';
import { SUBSCRIPTIONS } from '../tables/subscriptions';
import { type Billed, findBilled, gatheredBy, mayGather } from './billed-accounts';
import { billedAfter } from './due-lines';
import { nextNumbers, numberText } from './invoice-numbers';
import { LINE_ORDER, type PendingSelection, pendingLines } from './pending-lines';

const s = SUBSCRIPTIONS.as('s');
const held = ACCOUNTS.as('held');
// What is issued within the statement, under the name that it has there.
const numbered = INVOICES.as('numbered');

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
  'subscriptionId',
  'firstDay',
  'fromDay',
] as const;
const BY_HAND_FIELDS = [...LINE_FIELDS, 'correctsPosition'] as const;

/**
 * Keeps the accounts that the pass's account gathers from changing, and every subscription that is billed with it. Gives
 * what is billed: whoever is joined or copied a moment later is not among them, and is not to be billed by this call.
 */
export async function holdForInvoicing({ transaction, accountId, account }: AccountPass): Promise<Billed[]> {
  const locked = mayGather(account)
    ? await transaction.query(
        sql`SELECT ${select(held, ['id'])} FROM public.lock_accounts_for_share(ARRAY(
          SELECT ${a.id} FROM ${a.$} WHERE ${gatheredBy([accountId])}
        )) AS held(id)`,
      )
    : [];
  const heldIds = new Set([accountId, ...locked.map(({ id }) => id)]);
  // Asked once more: one that somebody else was changing has waited for, and may have left.
  const billed = (await findBilled(transaction, [accountId])).filter((one) => heldIds.has(one.accountId));
  const ids = billed.map((one) => one.accountId);
  await transaction.query(sql`SELECT FROM public.hold_subscriptions(${ids}::uuid[])`);
  return billed;
}

/** Those of the subscriptions that are billed with the pass's account and on accounts that exist for the caller. */
export async function findBilledSubscriptions(pass: AccountPass, ids: readonly string[]): Promise<Set<string>> {
  const { accountId, account } = pass;
  const orGathered = mayGather(account) ? sql`OR ${gatheredBy([accountId])}` : NOTHING;
  const rows = await pass.transaction.query(
    sql`SELECT ${select(s, ['id'])} FROM ${s.$} JOIN ${a.$} ON ${a.id} = ${s.accountId}
      WHERE ${s.id} = ANY (${ids}::uuid[])
        AND (${a.id} = ${accountId} ${orGathered})
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
  { billed, ...selection }: Omit<PendingSelection, 'accountIds'> & { readonly billed: readonly Billed[] },
  issueDate: string,
): Promise<string[]> {
  const payer = pass.accountId;
  const itself = billed.find(({ accountId }) => accountId === payer);
  if (itself === undefined) throw new Error('The account that is invoiced is not among those that are');
  const accountIds = billed.map(({ accountId }) => accountId);
  const lines = pendingLines({ accountIds, ...selection });
  // Of all others the invoices are on the account that is called.
  const ofItself = (id: string) =>
    sql`CASE WHEN pending.charged_account_id = ${payer}::uuid THEN ${id}::uuid ELSE ${payer}::uuid END`;
  const day = sql`${issueDate}::date`;
  const actor = sql`${pass.caller.id}::text`;
  const words = sql`${INVOICE_ISSUED}::text`;
  const rows = await write(
    pass,
    { by: ['GENERATE_INVOICES'], accounts: [pass.accountId] },
    sql`WITH line AS MATERIALIZED (
        SELECT pending.*, ${ofItself(itself.onId)} AS on_id, ${ofItself(itself.billToId)} AS bill_to_id
        FROM (${lines}) pending),
      head AS MATERIALIZED (
        SELECT gen_random_uuid() AS id, on_id, bill_to_id, currency, sum(amount) AS total,
          row_number() OVER (ORDER BY currency, on_id, bill_to_id) AS nth
        FROM line GROUP BY on_id, bill_to_id, currency),
      counter AS (${nextNumbers('INVOICE', day, sql`(SELECT count(*) FROM head)`)} RETURNING last_number),
      numbered AS (
        SELECT head.*,
          ${numberText('INVOICE', day, sql`counter.last_number - (SELECT count(*) FROM head) + head.nth`)} AS number
        FROM head, counter),
      issued AS (
        INSERT INTO public.invoices (${columnsOf(INVOICES, ISSUED_FIELDS)})
        SELECT on_id, id, number, bill_to_id, ${day}, currency, total FROM numbered),
      listed AS (
        INSERT INTO public.invoice_lines (${columnsOf(INVOICE_LINES, LINE_FIELDS)})
        SELECT line.on_id, head.id, row_number() OVER (PARTITION BY head.id ORDER BY ${LINE_ORDER}), line.description,
          line.quantity, line.unit_price, line.amount, line.charged_account_id, line.subscription_id, line.period, line.from_day
        FROM line JOIN head USING (on_id, bill_to_id, currency)),
      advanced AS (
        UPDATE ${s.$} SET invoiced_periods = GREATEST(${s.invoicedPeriods}, due.last_period + 1 + ${billedAfter(sql`due.last_period`)}),
          settled_periods = GREATEST(${s.settledPeriods}, due.last_period)
        FROM (SELECT charged_account_id, subscription_id, max(last_period) AS last_period FROM line GROUP BY 1, 2) due
        WHERE ${s.accountId} = due.charged_account_id AND ${s.id} = due.subscription_id
          AND ${s.accountId} IN (SELECT unnest(${accountIds}::uuid[]))),
      told AS (
        INSERT INTO public.account_history (account_id, kind, text, actor)
        SELECT charged_account_id, 'INVOICED', format(${words}, number, sum(amount), currency), ${actor}
        FROM line JOIN numbered USING (on_id, bill_to_id, currency)
        WHERE charged_account_id <> on_id GROUP BY charged_account_id, number, currency
        UNION ALL
        SELECT on_id, 'INVOICED', format(${words}, number, total, currency), ${actor}
        FROM numbered RETURNING 1)
      SELECT ${select(numbered, ['id'])}, ${value('onId', uuid(), sql`numbered.on_id`)} FROM numbered ORDER BY nth`,
  );
  const ids = rows.map(({ id }) => id);
  keepIssued(pass, [...new Set(rows.map(({ onId }) => onId))], ids);
  return ids;
}

/** Where several nodes share the tables, the numbers and what is billed of each period are kept so; elsewhere triggers do it. */
function keepIssued(pass: AccountPass, onIds: readonly string[], invoiceIds: readonly string[]): void {
  writeAtCommit(
    pass,
    { by: ['CREATE_INVOICE', 'GENERATE_INVOICES'], accounts: [pass.accountId] },
    sql`SELECT FROM public.keep_issued(${onIds}::uuid[], ${invoiceIds}::uuid[])`,
  );
}

/**
 * Issues an invoice by hand, or a credit note, on the pass's account, and tells it in the history of that account and of
 * those that its lines are for.
 */
export async function insertInvoice(
  pass: AccountPass,
  invoice: Omit<Invoice, 'number' | 'accountId'>,
  lines: readonly (InvoiceLine & { readonly correctsPosition: number | null })[],
): Promise<void> {
  const accountId = pass.accountId;
  const { id, kind, currency, total, correctsId, reason } = invoice;
  const isCredit = kind === 'CREDIT_NOTE';
  const day = sql`${invoice.issueDate}::date`;
  const listed = lines.map((line, index) => ({
    ...line,
    accountId,
    invoiceId: id,
    position: index + 1,
    chargedAccountId: line.accountId,
    firstDay: line.period,
  }));
  const line = recordset('line', INVOICE_LINES, BY_HAND_FIELDS, listed, {});
  const words = sql`${isCredit ? CREDITED : INVOICE_ISSUED}::text`;
  const sign = sql`${isCredit ? -1 : 1}::int`;
  await write(
    pass,
    { by: ['CREATE_INVOICE', 'GENERATE_INVOICES'], accounts: [accountId] },
    sql`WITH counter AS (${nextNumbers(kind, day, sql`1`)} RETURNING last_number),
      numbered AS (SELECT ${numberText(kind, day, sql`last_number`)} AS number FROM counter),
      line AS MATERIALIZED (SELECT ${line.$list(BY_HAND_FIELDS)} FROM ${line.$}),
      issued AS (
        INSERT INTO public.invoices (${columnsOf(INVOICES, [...ISSUED_FIELDS, 'kind', 'correctsId', 'reason'])})
        SELECT ${accountId}::uuid, ${id}::uuid, number, ${invoice.billToId}::uuid, ${day}, ${currency}::text, ${total}::numeric,
          ${kind}::text, ${correctsId}::uuid, ${reason}::text FROM numbered),
      listed AS (
        INSERT INTO public.invoice_lines (${columnsOf(INVOICE_LINES, BY_HAND_FIELDS)})
        SELECT ${line.$list(BY_HAND_FIELDS)} FROM line)
      INSERT INTO public.account_history (account_id, kind, text, actor)
      SELECT told.account_id, ${isCredit ? 'CREDITED' : 'INVOICED'}::text, format(${words}, number, ${sign} * told.amount, ${currency}::text),
        ${pass.actor}::text
      FROM numbered, (
        SELECT ${accountId}::uuid AS account_id, ${total}::numeric AS amount
        UNION ALL
        SELECT ${line.chargedAccountId}, sum(${line.amount}) FROM line
        WHERE ${line.chargedAccountId} <> ${accountId} GROUP BY 1) told RETURNING 1`,
  );
  keepIssued(pass, [accountId], [id]);
}
