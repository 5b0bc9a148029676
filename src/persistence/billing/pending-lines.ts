import { PERIOD_MONTHS } from '../../domain/calendar';
import { minorUnitsByCurrency } from '../../domain/money';
import type { Parameters } from '../engine/parameters';

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
 * What S17 shows and S16 issues, to the cent: both are read from this one statement, a row for each line.
 *
 * An account that is called is invoiced itself: on itself, or with its invoices joined on the account that pays. So are
 * those that are billed to it and have their invoices joined. A period is due when it has begun by the day and before
 * the subscription's end; periods are anchored on the start date and clamped to the month's end, which is what Postgres
 * does when it adds months to a date.
 */
export function pendingLines(selection: PendingSelection, parameters: Parameters): string {
  const called = `${parameters.add(selection.accountIds)}::uuid[]`;
  const day = `${parameters.add(selection.asOf)}::date`;
  const months = `${parameters.add(MONTHS)}::jsonb`;
  const digits = `${parameters.add(MINOR_UNITS)}::jsonb`;
  const gathered = selection.gatheredIds ? `AND c.id = ANY (${parameters.add(selection.gatheredIds)}::uuid[])` : '';
  const only = selection.subscriptionIds ? `AND s.id = ANY (${parameters.add(selection.subscriptionIds)}::uuid[])` : '';
  return `
    SELECT b.called_id, b.on_id, b.bill_to_id, s.account_id AS charged_account_id, s.id AS subscription_id, k.period,
      s.currency, s.start_date, s.quantity::numeric AS quantity, s.unit_price,
      round(s.quantity * s.unit_price, (${digits} ->> s.currency)::int) AS amount,
      v.name || ', ' || CASE WHEN length.months = 0 THEN s.start_date::text
        ELSE k.starts || ' to ' || (s.start_date + make_interval(months => length.months * (k.period + 1)))::date - 1
        END AS description
    FROM (
      SELECT a.id AS called_id, a.id, CASE WHEN a.separate_invoices THEN a.id ELSE coalesce(a.bill_to_id, a.id) END AS on_id,
        coalesce(a.bill_to_id, a.id) AS bill_to_id
      FROM accounts a WHERE a.id = ANY (${called})
      UNION ALL
      SELECT c.bill_to_id, c.id, c.bill_to_id, c.bill_to_id
      FROM accounts c WHERE c.bill_to_id = ANY (${called}) AND c.bill_to_id <> c.id AND NOT c.separate_invoices ${gathered}
    ) b
    JOIN subscriptions s ON s.account_id = b.id ${only}
    JOIN services v ON v.id = s.service_id
    CROSS JOIN LATERAL (SELECT (${months} ->> s.billing_period)::int AS months) length
    CROSS JOIN LATERAL (SELECT LEAST(${day}, s.end_date) AS last_day) bound
    CROSS JOIN LATERAL (
      SELECT n AS period, (s.start_date + make_interval(months => length.months * n))::date AS starts
      -- Up to the months between the two days, of which the last may not have begun.
      FROM generate_series(s.invoiced_periods, CASE WHEN length.months = 0 THEN 0 ELSE
        ((extract(year FROM bound.last_day) - extract(year FROM s.start_date)) * 12
          + extract(month FROM bound.last_day) - extract(month FROM s.start_date))::int / length.months END) n
    ) k
    WHERE k.starts <= bound.last_day`;
}

/** The order of lines on an invoice. */
export const LINE_ORDER = 'charged_account_id, start_date, subscription_id, period';
