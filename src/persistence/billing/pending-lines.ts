import { type Fragment, NOTHING, sql } from '../engine/sql';
import { ANNOUNCED_MOVES } from '../tables/announced-moves';
import { SERVICES } from '../tables/services';
import { b, dueLines, s } from './due-lines';

const v = SERVICES.as('v');
const m = ANNOUNCED_MOVES.as('m');

/** Which pending lines: of these accounts, by a day, and of these subscriptions only. */
export interface PendingSelection {
  readonly accountIds: readonly string[];
  readonly asOf: string;
  /** The day of the call: an account whose move is announced owes what has begun before it (S29). */
  readonly today: string;
  readonly subscriptionIds?: readonly string[] | null;
}

/**
 * What S17 shows and S16 issues, to the cent: both are read from this one statement, a row for each line. A line has the
 * columns of one that is issued, and beside them the currency, the start that lines are ordered by, and the number of the last
 * period that has begun. Which invoice it is on says `findBilled`.
 *
 * What is issued for a period, credit notes aside, is set against its due lines in their order, and the rest of them is
 * pending; never less than nothing. A line of 0.00 is pending only as the first of a period of which nothing is issued (S26).
 */
export function pendingLines({ accountIds, asOf, today, subscriptionIds }: PendingSelection): Fragment {
  const only = subscriptionIds ? sql`AND ${s.id} = ANY (${subscriptionIds}::uuid[])` : NOTHING;
  const lastDay = sql`LEAST(${asOf}::date, CASE WHEN ${m.accountId} IS NOT NULL THEN ${today}::date - 1 END)`;
  const issued = sql`coalesce(${b.issued}, 0)`;
  const left = sql`LEAST(d.amount, d.until_here - ${issued})`;
  return sql`
    SELECT ${s.accountId} AS charged_account_id, ${s.id} AS subscription_id,
      k.starts AS period, d.from_day, latest.period AS last_period, ${s.currency}, ${s.startDate},
      d.units::numeric AS quantity, price.unit AS unit_price, ${left} AS amount,
      ${v.name} || ', ' || d.from_day || CASE WHEN length.months = 0 THEN '' ELSE ' to ' || k.ends END
        || CASE WHEN ${left} < d.amount THEN ', less ' || d.amount - ${left} || ' invoiced' ELSE '' END AS description
    FROM ${s.$}
    JOIN ${v.$} ON ${v.id} = ${s.serviceId}
    LEFT JOIN ${m.$} ON ${m.accountId} = ${s.accountId}
    ${dueLines(lastDay, s.settledPeriods)}
    WHERE ${s.accountId} = ANY (${accountIds}::uuid[]) ${only} AND NOT coalesce(${b.dueAsIssued}, false)
      AND (d.until_here > ${issued} AND d.amount > 0 OR ${b.period} IS NULL AND d.from_day = k.starts)`;
}

/** The order of lines on an invoice. */
export const LINE_ORDER: Fragment = sql`charged_account_id, start_date, subscription_id, period, from_day`;
