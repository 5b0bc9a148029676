import { type Fragment, NOTHING, sql } from '../engine/sql';
import { ANNOUNCED_MOVES } from '../tables/announced-moves';
import { SERVICES } from '../tables/services';
import type { Billed } from './billed-accounts';
import { b, dueLines, s } from './due-lines';

const v = SERVICES.as('v');
const m = ANNOUNCED_MOVES.as('m');

/** Which pending lines: of these accounts, by a day, and of these subscriptions only. */
export interface PendingSelection {
  readonly billed: readonly Billed[];
  readonly asOf: string;
  /** The day of the call: an account whose move is announced owes what has begun before it (S29). */
  readonly today: string;
  readonly subscriptionIds?: readonly string[] | null;
}

/**
 * What S17 shows and S16 issues, to the cent: both are read from this one statement, a row for each line. A line has the
 * columns of one that is issued, and beside them the account that is called, the one that the invoice is on, the one that
 * it is billed to, the currency, the start that lines are ordered by, and the number of the last period that has begun.
 *
 * What is issued for a period, credit notes aside, is set against its due lines in their order, and the rest of them is
 * pending; never less than nothing. A line of 0.00 is pending only as the first of a period of which nothing is issued (S26).
 */
export function pendingLines({ billed, asOf, today, subscriptionIds }: PendingSelection): Fragment {
  const accountIds = billed.map(({ accountId }) => accountId);
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
    FROM unnest(${billed.map(({ calledId }) => calledId)}::uuid[], ${accountIds}::uuid[],
      ${billed.map(({ onId }) => onId)}::uuid[], ${billed.map(({ billToId }) => billToId)}::uuid[]
    ) AS billed(called_id, id, on_id, bill_to_id)
    JOIN ${s.$} ON ${s.accountId} = billed.id AND ${s.accountId} = ANY (${accountIds}::uuid[]) ${only}
    JOIN ${v.$} ON ${v.id} = ${s.serviceId}
    LEFT JOIN ${m.$} ON ${m.accountId} = ${s.accountId}
    ${dueLines(lastDay, s.settledPeriods)}
    WHERE NOT coalesce(${b.dueAsIssued}, false)
      AND (d.until_here > ${issued} AND d.amount > 0 OR ${b.period} IS NULL AND d.from_day = k.starts)`;
}

/** The order of lines on an invoice. */
export const LINE_ORDER: Fragment = sql`charged_account_id, start_date, subscription_id, period, from_day`;
