import { PERIOD_MONTHS } from '../../domain/calendar';
import { USUAL_MINOR_UNITS, unusualMinorUnits } from '../../domain/money';
import { type Fragment, sql } from '../engine/sql';
import { BILLED_PERIODS } from '../tables/billed-periods';
import { SUBSCRIPTIONS } from '../tables/subscriptions';

/** The subscriptions that `dueLines` stands behind in a FROM, and what has been issued for the period of a line. */
export const s = SUBSCRIPTIONS.as('s');
export const b = BILLED_PERIODS.as('b');

const MONTHS = JSON.stringify(PERIOD_MONTHS);
const MINOR_UNITS = JSON.stringify(unusualMinorUnits());

/**
 * What the present state of the subscriptions `s` owes by a day, a row for each line (S26): after FROM …, joined to them.
 *
 * `k` is a period that has begun by the day and before the subscription's end: its number, its first and last day, and
 * `b` what has been issued for it. Periods are anchored on the start date and clamped to the month's end, which is what
 * Postgres does when it adds months to a date. `d` is a line of it: `from_day`, the units that it charges, its amount, and
 * `until_here`, the sum of the period's lines up to this one.
 *
 * The first line charges the quantity of the period's first day; each step within the period that has begun charges what
 * it has above the highest one before, by the days that are left of the period. A period of which something is issued
 * keeps the price that it was issued at.
 */
export function dueLines(asOf: Fragment, firstPeriod: Fragment): Fragment {
  const monthsBetween = sql`((extract(year FROM length.last_day) - extract(year FROM ${s.startDate})) * 12
    + extract(month FROM length.last_day) - extract(month FROM ${s.startDate}))::int`;
  const startOf = (nth: Fragment) => sql`(${s.startDate} + make_interval(months => length.months * (${nth})))::date`;
  const amountOf = (units: Fragment) => sql`round(${units} * price.unit, length.digits)`;
  // OFFSET 0: each is worked out once for a row, not again wherever it is named.
  return sql`
    CROSS JOIN LATERAL (
      SELECT (${MONTHS}::jsonb ->> ${s.billingPeriod})::int AS months,
        coalesce((${MINOR_UNITS}::jsonb ->> ${s.currency})::int, ${USUAL_MINOR_UNITS}) AS digits, jsonb_array_length(${s.quantities}) AS steps,
        (${s.quantities} -> 0 ->> 'quantity')::int AS first_quantity, LEAST(${asOf}, ${s.endDate}) AS last_day
      OFFSET 0
    ) length
    -- In the order of their days, so that a period finds its own among a thousand.
    CROSS JOIN LATERAL (
      SELECT array_agg((q.step ->> 'from')::date ORDER BY (q.step ->> 'from')::date) AS days,
        array_agg((q.step ->> 'quantity')::int ORDER BY (q.step ->> 'from')::date) AS quantities
      FROM jsonb_array_elements(CASE WHEN length.steps > 1 THEN ${s.quantities} END) AS q(step) OFFSET 0
    ) stepping
    CROSS JOIN LATERAL (
      SELECT CASE WHEN length.months = 0 THEN 0 ELSE ${monthsBetween} / length.months END AS period OFFSET 0) about
    CROSS JOIN LATERAL (
      SELECT about.period - (${startOf(sql`about.period`)} > length.last_day)::int AS period OFFSET 0) latest
    CROSS JOIN LATERAL (
      SELECT n AS nth, ${startOf(sql`n`)} AS starts,
        CASE WHEN length.months = 0 THEN '9999-12-31' ELSE ${startOf(sql`n + 1`)} - 1 END AS ends
      FROM generate_series(${firstPeriod}, latest.period) n OFFSET 0
    ) k
    LEFT JOIN ${b.$}
      ON ${b.accountId} = ${s.accountId} AND ${b.subscriptionId} = ${s.id} AND ${b.period} = k.starts
    CROSS JOIN LATERAL (
      SELECT coalesce(${b.unitPrice}, ${s.unitPrice}) AS unit
      WHERE ${s.dueFrom} IS NULL OR k.starts >= ${s.dueFrom} OR ${b.period} IS NOT NULL OFFSET 0) price
    CROSS JOIN LATERAL (
      SELECT width_bucket(k.starts, stepping.days) AS first,
        width_bucket(LEAST(k.ends, length.last_day), stepping.days) AS last OFFSET 0) its
    -- Of most there is but one step, for which nothing need be put in order.
    CROSS JOIN LATERAL (
      SELECT CASE WHEN length.steps = 1 THEN ${amountOf(sql`length.first_quantity`)} END AS amount OFFSET 0) only_one
    LEFT JOIN LATERAL (
      SELECT charged.from_day, charged.units, charged.amount, sum(charged.amount) OVER (ORDER BY charged.from_day) AS until_here
      FROM (
        SELECT stepped.from_day, stepped.units,
          CASE WHEN stepped.from_day = k.starts OR length.months = 0 THEN ${amountOf(sql`stepped.units`)}
            -- Half up, and exact: a quotient of numeric is rounded once already.
            ELSE div(2 * (stepped.units * price.unit) * (k.ends - stepped.from_day + 1) * ('1e' || length.digits)::numeric
              + (k.ends - k.starts + 1), 2 * (k.ends - k.starts + 1)) * ('1e-' || length.digits)::numeric
          END AS amount
        FROM (
          SELECT GREATEST(stepping.days[step], k.starts) AS from_day,
            stepping.quantities[step] - coalesce(max(stepping.quantities[step]) OVER (
              ORDER BY step ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS units
          FROM generate_series(its.first, its.last) step
        ) stepped
        WHERE stepped.units > 0
      ) charged
      WHERE length.steps > 1
    ) several ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(several.from_day, k.starts) AS from_day, coalesce(several.units, length.first_quantity) AS units,
        coalesce(several.amount, only_one.amount) AS amount, coalesce(several.until_here, only_one.amount) AS until_here
      WHERE length.steps = 1 OR several.from_day IS NOT NULL OFFSET 0
    ) d`;
}

/**
 * How many periods right after the `nth` of the subscriptions `s` are billed already: a start that was corrected to an earlier
 * day may have them.
 */
export function billedAfter(nth: Fragment): Fragment {
  const months = sql`(${MONTHS}::jsonb ->> ${s.billingPeriod})::int`;
  const startOf = (n: Fragment) => sql`(${s.startDate} + make_interval(months => ${months} * (${n})))::date`;
  const itsPeriods = sql`${b.$} WHERE ${b.accountId} = ${s.accountId} AND ${b.subscriptionId} = ${s.id}`;
  return sql`(CASE
    WHEN EXISTS (SELECT FROM ${itsPeriods} AND ${b.period} > ${startOf(nth)}) THEN (
      SELECT n FROM generate_series(0, (SELECT count(*)::int FROM ${itsPeriods})) n
      WHERE NOT EXISTS (SELECT FROM ${itsPeriods} AND ${b.period} = ${startOf(sql`${nth} + 1 + n`)}) ORDER BY n LIMIT 1)
    ELSE 0 END)`;
}
