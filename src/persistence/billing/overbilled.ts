import type { OverbilledPeriod } from '../../domain/billing/invoice';
import { numeric } from '../engine/column';
import type { Reader } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import { BILLED_PERIODS } from '../tables/billed-periods';
import { dueLines, s } from './due-lines';

// `b` is what dueLines joins to each period; here those are asked for that the state no longer has, too.
const p = BILLED_PERIODS.as('p');

/**
 * Of each of these subscriptions the periods for which more was issued, less what was credited, than its state owes by a
 * day, under account and subscription with a blank between. One statement for them all.
 */
export async function findOverbilled(
  reader: Reader,
  wanted: readonly { readonly accountId: string; readonly id: string }[],
  asOf: string,
): Promise<Map<string, OverbilledPeriod[]>> {
  const accountIds = wanted.map((one) => one.accountId);
  const ids = wanted.map((one) => one.id);
  const wantedRows = sql`unnest(${accountIds}::uuid[], ${ids}::uuid[]) AS wanted(account_id, id)`;
  const rows = await reader.query(
    sql`WITH due AS (
        SELECT ${s.accountId}, ${s.id}, k.starts AS period, sum(d.amount) AS amount
        FROM ${wantedRows} JOIN ${s.$} ON ${s.accountId} = wanted.account_id AND ${s.id} = wanted.id
        ${dueLines(sql`${asOf}::date`, sql`0`)}
        GROUP BY 1, 2, 3)
      SELECT ${select(p, ['accountId', 'subscriptionId', 'period'])}, ${select(s, ['currency'])},
        ${value('amount', numeric(), sql`${p.issued} - ${p.credited} - coalesce(due.amount, 0)`)}
      FROM ${wantedRows} JOIN ${s.$} ON ${s.accountId} = wanted.account_id AND ${s.id} = wanted.id
        JOIN ${p.$} ON ${p.accountId} = ${s.accountId} AND ${p.subscriptionId} = ${s.id}
        LEFT JOIN due ON due.account_id = ${p.accountId} AND due.id = ${p.subscriptionId} AND due.period = ${p.period}
      WHERE NOT ${p.dueAsIssued} AND ${p.issued} - ${p.credited} > coalesce(due.amount, 0)
      ORDER BY ${p.period}`,
  );
  const found = new Map<string, OverbilledPeriod[]>();
  for (const { accountId, subscriptionId, ...period } of rows) {
    const key = `${accountId} ${subscriptionId}`;
    const known = found.get(key);
    if (known) known.push(period);
    else found.set(key, [period]);
  }
  return found;
}
