import { PERIOD_MONTHS } from '../../domain/calendar';
import { minorUnitsByCurrency } from '../../domain/money';
import { type Fragment, NOTHING, sql } from '../engine/sql';
import type { Alias } from '../engine/table';
import { ACCOUNTS } from '../tables/accounts';
import { SERVICES } from '../tables/services';
import { SUBSCRIPTIONS } from '../tables/subscriptions';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';

const a = ACCOUNTS.as('a');
const c = ACCOUNTS.as('c');
const s = SUBSCRIPTIONS.as('s');
const v = SERVICES.as('v');
const p = ACCOUNTS.as('p');
const t = TENANT_RESELLERS.as('t');

const MONTHS = JSON.stringify(PERIOD_MONTHS);
const MINOR_UNITS = JSON.stringify(minorUnitsByCurrency());

/** Which pending lines: of the accounts that a call is about, by a day, and of these subscriptions only. */
export interface PendingSelection {
  readonly accountIds: readonly string[];
  readonly asOf: string;
  readonly subscriptionIds?: readonly string[] | null;
  /** Of those that are billed to a called account only these: the ones that are held while invoices are issued. */
  readonly gatheredIds?: readonly string[];
}

/**
 * What S17 shows and S16 issues, to the cent: both are read from this one statement, a row for each line. A line has the
 * columns of one that is issued, and beside them the account that is called, the one that the invoice is on, the one that
 * it is billed to, the currency, and the start that lines are ordered by.
 *
 * An account that is called is invoiced itself: on itself, or with its invoices joined on the account that pays. So are
 * those that are billed to it and have their invoices joined. A period is due when it has begun by the day and before
 * the subscription's end; periods are anchored on the start date and clamped to the month's end, which is what Postgres
 * does when it adds months to a date. They are looked for up to the months between the two days, of which the last may
 * not have begun.
 */
export function pendingLines({ accountIds, asOf, subscriptionIds, gatheredIds }: PendingSelection): Fragment {
  const gathered = gatheredIds ? sql`AND ${c.id} = ANY (${gatheredIds}::uuid[])` : NOTHING;
  const only = subscriptionIds ? sql`AND ${s.id} = ANY (${subscriptionIds}::uuid[])` : NOTHING;
  return sql`
    SELECT b.called_id, b.on_id, b.bill_to_id, ${s.accountId} AS charged_account_id, ${s.id} AS subscription_id,
      k.period, ${s.currency}, ${s.startDate}, ${s.quantity}::numeric AS quantity, ${s.unitPrice},
      round(${s.quantity} * ${s.unitPrice}, (${MINOR_UNITS}::jsonb ->> ${s.currency})::int) AS amount,
      ${v.name} || ', ' || CASE WHEN length.months = 0 THEN ${s.startDate}::text
        ELSE k.starts || ' to ' || (${s.startDate} + make_interval(months => length.months * (k.period + 1)))::date - 1
        END AS description
    FROM (
      SELECT ${a.id} AS called_id, ${a.id},
        CASE WHEN ${a.separateInvoices} THEN ${a.id} ELSE coalesce(${a.billToId}, ${a.id}) END AS on_id,
        coalesce(${a.billToId}, ${a.id}) AS bill_to_id
      FROM ${a.$} WHERE ${a.id} = ANY (${accountIds}::uuid[])
      UNION ALL
      SELECT ${c.billToId}, ${c.id}, ${c.billToId}, ${c.billToId}
      FROM ${c.$} WHERE ${gatheredBy(c, accountIds)} ${gathered}
    ) b
    JOIN ${s.$} ON ${s.accountId} = b.id ${only}
    JOIN ${v.$} ON ${v.id} = ${s.serviceId}
    CROSS JOIN LATERAL (SELECT (${MONTHS}::jsonb ->> ${s.billingPeriod})::int AS months) length
    CROSS JOIN LATERAL (SELECT LEAST(${asOf}::date, ${s.endDate}) AS last_day) bound
    CROSS JOIN LATERAL (
      SELECT n AS period, (${s.startDate} + make_interval(months => length.months * n))::date AS starts
      FROM generate_series(${s.invoicedPeriods}, CASE WHEN length.months = 0 THEN 0 ELSE
        ((extract(year FROM bound.last_day) - extract(year FROM ${s.startDate})) * 12
          + extract(month FROM bound.last_day) - extract(month FROM ${s.startDate}))::int / length.months END) n
    ) k
    WHERE k.starts <= bound.last_day`;
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
export const LINE_ORDER: Fragment = sql`charged_account_id, start_date, subscription_id, period`;
