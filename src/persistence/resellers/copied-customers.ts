import type { CustomersCopied } from '../../domain/resellers/copied-by-month';
import { day, integer, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { both, value } from '../engine/select';
import { sql } from '../engine/sql';
import { ACCOUNTS } from '../tables/accounts';

const a = ACCOUNTS.as('a');

const COPIED = both(
  value('tenantResellerId', uuid(), sql`copied.tenant_reseller_id`),
  both(value('month', day(), sql`copied.month`), value('count', integer(), sql`count(*)::int`)),
);

/**
 * How many of the customers of each of these resellers were copied in each of these months, of those in which any was. The
 * months are given by their first days, and begin by UTC. One statement for all resellers; deleted customers count.
 */
export async function countCopied(
  reader: Reader,
  tenantResellerIds: readonly string[],
  months: readonly string[],
): Promise<Map<string, readonly CustomersCopied[]>> {
  const rows = await reader.query(
    sql`SELECT ${COPIED} FROM (
        SELECT ${a.tenantResellerId}, date_trunc('month', ${a.managedSince} AT TIME ZONE 'UTC')::date AS month FROM ${a.$}
        WHERE ${a.tenantResellerId} = ANY (${tenantResellerIds}::uuid[]) AND ${a.origin} = 'COPIED_FROM_RESELLER') copied
      WHERE copied.month = ANY (${months}::date[]) GROUP BY copied.tenant_reseller_id, copied.month`,
  );
  const byReseller = new Map<string, CustomersCopied[]>(tenantResellerIds.map((id) => [id, []]));
  for (const { tenantResellerId, ...copied } of rows) byReseller.get(tenantResellerId)?.push(copied);
  return byReseller;
}
