import { type Fragment, NOTHING, sql } from '../engine/sql';
import type { Alias } from '../engine/table';
import { ACCOUNTS } from '../tables/accounts';
import { ANNOUNCED_MOVES } from '../tables/announced-moves';
import { SERVICES } from '../tables/services';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';
import { b, dueLines, s } from './due-lines';

const a = ACCOUNTS.as('a');
const c = ACCOUNTS.as('c');
const v = SERVICES.as('v');
const p = ACCOUNTS.as('p');
const m = ANNOUNCED_MOVES.as('m');
const t = TENANT_RESELLERS.as('t');

/** Which pending lines: of the accounts that a call is about, by a day, and of these subscriptions only. */
export interface PendingSelection {
  readonly accountIds: readonly string[];
  readonly asOf: string;
  /** The day of the call: an account whose move is announced owes what has begun before it (S29). */
  readonly today: string;
  readonly subscriptionIds?: readonly string[] | null;
  /** Of those that are billed to a called account only these: the ones that are held while invoices are issued. */
  readonly gatheredIds?: readonly string[];
}

/**
 * What S17 shows and S16 issues, to the cent: both are read from this one statement, a row for each line. A line has the
 * columns of one that is issued, and beside them the account that is called, the one that the invoice is on, the one that
 * it is billed to, the currency, the start that lines are ordered by, and the number of the last period that has begun.
 *
 * An account that is called is invoiced itself: on itself, or with its invoices joined on the account that pays. So are
 * those that are billed to it and have their invoices joined. What is issued for a period, credit notes aside, is set
 * against its due lines in their order, and the rest of them is pending; never less than nothing. A line of 0.00 is pending
 * only as the first of a period of which nothing is issued (S26).
 */
export function pendingLines({ accountIds, asOf, today, subscriptionIds, gatheredIds }: PendingSelection): Fragment {
  const gathered = gatheredIds ? sql`AND ${c.id} = ANY (${gatheredIds}::uuid[])` : NOTHING;
  const only = subscriptionIds ? sql`AND ${s.id} = ANY (${subscriptionIds}::uuid[])` : NOTHING;
  const lastDay = sql`LEAST(${asOf}::date, CASE WHEN ${m.accountId} IS NOT NULL THEN ${today}::date - 1 END)`;
  const issued = sql`coalesce(${b.issued}, 0)`;
  const left = sql`LEAST(d.amount, d.until_here - ${issued})`;
  return sql`
    SELECT billed.called_id, billed.on_id, billed.bill_to_id, ${s.accountId} AS charged_account_id, ${s.id} AS subscription_id,
      k.starts AS period, d.from_day, latest.period AS last_period, ${s.currency}, ${s.startDate},
      d.units::numeric AS quantity, price.unit AS unit_price, ${left} AS amount,
      ${v.name} || ', ' || d.from_day || CASE WHEN length.months = 0 THEN '' ELSE ' to ' || k.ends END
        || CASE WHEN ${left} < d.amount THEN ', less ' || d.amount - ${left} || ' invoiced' ELSE '' END AS description
    FROM (
      SELECT ${a.id} AS called_id, ${a.id},
        CASE WHEN ${a.separateInvoices} THEN ${a.id} ELSE coalesce(${a.billToId}, ${a.id}) END AS on_id,
        coalesce(${a.billToId}, ${a.id}) AS bill_to_id
      FROM ${a.$} WHERE ${a.id} = ANY (${accountIds}::uuid[])
      UNION ALL
      SELECT ${c.billToId}, ${c.id}, ${c.billToId}, ${c.billToId}
      FROM ${c.$} WHERE ${gatheredBy(c, accountIds)} ${gathered}
    ) billed
    JOIN ${s.$} ON ${s.accountId} = billed.id ${only}
    JOIN ${v.$} ON ${v.id} = ${s.serviceId}
    LEFT JOIN ${m.$} ON ${m.accountId} = ${s.accountId}
    ${dueLines(lastDay, s.settledPeriods)}
    WHERE NOT coalesce(${b.dueAsIssued}, false)
      AND (d.until_here > ${issued} AND d.amount > 0 OR ${b.period} IS NULL AND d.from_day = k.starts)`;
}

/**
 * Whose invoices are joined on these accounts. What a database holds from before is left alone: a managed account gathers
 * nobody, and a tenant reseller's own account is not gathered (S14, S25).
 */
export function gatheredBy(account: Alias<typeof ACCOUNTS>, payerIds: readonly string[]): Fragment {
  return sql`${account.billToId} = ANY (${payerIds}::uuid[]) AND ${account.billToId} <> ${account.id}
    AND NOT ${account.separateInvoices}
    AND ${account.billToId} IN (
      SELECT ${p.id} FROM ${p.$} WHERE ${p.id} = ANY (${payerIds}::uuid[]) AND ${p.tenantResellerId} IS NULL)
    AND NOT EXISTS (SELECT FROM ${t.$} WHERE ${t.accountId} = ${account.id})`;
}

/** The order of lines on an invoice. */
export const LINE_ORDER: Fragment = sql`charged_account_id, start_date, subscription_id, period, from_day`;
