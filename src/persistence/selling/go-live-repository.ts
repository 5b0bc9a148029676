import type { GoLiveAccount, GoLiveFacts } from '../../domain/resellers/go-live';
import { findNaming } from '../accounts/account-facts';
import { a } from '../accounts/account-visibility';
import { boolean, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { inOrder, isAfter } from '../engine/keyset';
import { both, select, selectAgain, value } from '../engine/select';
import { type Fragment, join, type Selection, sql } from '../engine/sql';
import type { AdministratorPass } from '../pass/guard-pass';
import { PRICE_LIST_ENTRIES } from '../tables/price-list-entries';
import { SERVICE_PRICES } from '../tables/service-prices';
import { SUBSCRIPTIONS } from '../tables/subscriptions';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';

const s = SUBSCRIPTIONS.as('s');
const p = SERVICE_PRICES.as('p');
const t = TENANT_RESELLERS.as('t');
const e = PRICE_LIST_ENTRIES.as('e');

const BY_NAME = [
  { column: a.sortName, type: 'text' },
  { column: a.id, type: 'uuid' },
] as const;

/** Accounts `a` that are billed to this one, a reseller's own, and that the reseller does not manage (S28). */
const billedTo = (resellersAccountId: string) =>
  sql`${a.billToId} = ${resellersAccountId}::uuid AND ${a.id} <> ${resellersAccountId}::uuid
    AND ${a.tenantResellerId} IS NULL AND ${a.status} <> 'DELETED'`;

/** Whether subscription `s` runs on a day: on its last day it does (calendar.ts). */
const runsOn = (today: string) => sql`(${s.endDate} IS NULL OR ${s.endDate} >= ${today}::date)`;

const LISTED = both(
  select(a, ['id', 'billToId', 'sortName']),
  value(
    'currencyDiffers',
    boolean(),
    sql`${a.currency} <> (SELECT ${t.currency} FROM ${t.$} WHERE ${t.accountId} = ${a.billToId})`,
  ),
);

/** A page of the plan of each of these resellers, by its own account: one statement for them all. */
export async function listGoLiveAccounts(
  reader: Reader,
  resellersAccountIds: readonly string[],
  today: string,
  page: { readonly limit: number; readonly after: readonly string[] | null },
): Promise<Map<string, GoLiveAccount[]>> {
  if (resellersAccountIds.length === 0) return new Map();
  const after = page.after ? isAfter(BY_NAME, 'ASC', page.after) : sql`true`;
  const pages = firstOfEach(resellersAccountIds, LISTED, after, page.limit);
  const rows = await reader.query(sql`SELECT ${selectAgain('page', LISTED)} FROM ${pages} page ${IN_THEIR_ORDER}`);
  return byPayer(rows.map((row) => ({ ...row, today })));
}

const IN_THE_WAY = select(a, ['id', 'billToId', 'sortName', 'name']);

/** Those of the plan that have subscriptions that run, by name, and no more than `most` for each reseller's account. */
export async function findInTheWay(
  reader: Reader,
  resellersAccountIds: readonly string[],
  today: string,
  most: number,
): Promise<Map<string, { readonly name: string }[]>> {
  if (resellersAccountIds.length === 0) return new Map();
  const runs = sql`EXISTS (SELECT FROM ${s.$} WHERE ${s.accountId} = ${a.id} AND ${runsOn(today)})`;
  const firsts = firstOfEach(resellersAccountIds, IN_THE_WAY, runs, most);
  return byPayer(
    await reader.query(sql`SELECT ${selectAgain('page', IN_THE_WAY)} FROM ${firsts} page ${IN_THEIR_ORDER}`),
  );
}

/** A look for each, by name: whoever has ten thousand costs no more than anyone else. */
function firstOfEach(
  resellersAccountIds: readonly string[],
  selection: Selection<unknown>,
  condition: Fragment,
  limit: number,
): Fragment {
  const looks = resellersAccountIds.map(
    (id) => sql`(SELECT ${selection} FROM ${a.$} WHERE ${billedTo(id)} AND ${condition}
      ORDER BY ${inOrder(BY_NAME, 'ASC')} LIMIT ${limit})`,
  );
  return sql`(${join(looks, ' UNION ALL ')})`;
}

const IN_THEIR_ORDER = sql`ORDER BY page."sortName", page.id`;

function byPayer<Row extends { readonly billToId: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  const byId = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.billToId ?? '';
    byId.set(id, [...(byId.get(id) ?? []), row]);
  }
  return byId;
}

/**
 * Locks what a plan stands on: the reseller's own account, which whoever bills another one to it holds, and then the accounts
 * of the plan, which whoever sells to one or hands it over holds.
 */
export async function lockPlan({ transaction }: AdministratorPass, resellersAccountId: string): Promise<void> {
  await transaction.query(sql`SELECT FROM public.lock_accounts(ARRAY[${resellersAccountId}]::uuid[])`);
  const accounts = await transaction.query(
    sql`SELECT ${select(a, ['id'])} FROM ${a.$} WHERE ${billedTo(resellersAccountId)}`,
  );
  const ids = accounts.map(({ id }) => id);
  await transaction.query(sql`SELECT FROM public.lock_accounts(${ids}::uuid[])`);
}

/** What stands below accounts of a plan, by account: two statements for them all. */
export async function findGoLiveFacts(
  reader: Reader,
  accountIds: readonly string[],
  today: string,
): Promise<Map<string, GoLiveFacts>> {
  const priced = sql`(EXISTS (SELECT FROM ${p.$} WHERE ${p.serviceId} = ${s.serviceId}
      AND ${p.currency} = ${s.currency} AND ${p.billingPeriod} = ${s.billingPeriod})
    OR EXISTS (SELECT FROM ${a.$} JOIN ${t.$} ON ${t.accountId} = ${a.billToId}
        JOIN ${e.$} ON ${e.priceListId} = ${t.priceListId}
      WHERE ${a.id} = ${s.accountId} AND ${e.serviceId} = ${s.serviceId} AND ${e.currency} = ${s.currency}
        AND ${e.billingPeriod} = ${s.billingPeriod} AND ${e.validFrom} <= ${today}::date))`;
  const rows = await reader.query(
    sql`SELECT ${value('accountId', uuid(), s.accountId)}, ${value('lacksPrice', boolean(), sql`bool_or(NOT ${priced})`)}
      FROM ${s.$} WHERE ${s.accountId} = ANY (${accountIds}::uuid[]) AND ${runsOn(today)} GROUP BY ${s.accountId}`,
  );
  const running = new Map(rows.map(({ accountId, lacksPrice }) => [accountId, lacksPrice]));
  const naming = await findNaming(reader, accountIds);
  return new Map(
    accountIds.map((id) => [
      id,
      { runs: running.has(id), lacksPrice: running.get(id) ?? false, isNamed: naming.has(id) },
    ]),
  );
}
