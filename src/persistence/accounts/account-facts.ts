import type { AccountGaps } from '../../domain/accounts/account';
import type { AccountStatus } from '../../domain/vocabulary';
import { boolean, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { both, select, value } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import type { GuardPass, SyncPass } from '../pass/guard-pass';
import { INVOICES } from '../tables/invoices';
import { SALES_DOCUMENTS } from '../tables/sales-documents';
import { SERIALIZED_CHANGES } from '../tables/serialized-changes';
import { SUBSCRIPTIONS } from '../tables/subscriptions';
import { a } from './account-visibility';

const s = SUBSCRIPTIONS.as('s');
const c = SERIALIZED_CHANGES.as('c');

/** Those of the accounts that other accounts are billed to. */
export async function billedAccounts(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  // One look for each: whoever has ten thousand customers is told from them by the first.
  const looks = ids.map(
    (id) =>
      sql`(SELECT ${a.billToId} FROM ${a.$} WHERE ${a.billToId} = ${id}::uuid AND ${a.id} <> ${id}::uuid LIMIT 1)`,
  );
  const rows = await reader.query(sql`SELECT ${select(a, ['billToId'])} FROM (${join(looks, ' UNION ALL ')}) a`);
  return new Set(rows.flatMap(({ billToId }) => billToId ?? []));
}

/**
 * Whether what `a` names as its Bill To or parent still matters. A deleted account is below nobody any more, and one that
 * never had a subscription owes nobody anything: neither can be changed, and would keep what it names from a transfer.
 */
export function stillNames(field: 'billToId' | 'parentId'): Fragment {
  const owes = sql`EXISTS (SELECT FROM ${s.$} WHERE ${s.accountId} = ${a.id})`;
  return field === 'parentId' ? sql`${a.status} <> 'DELETED'` : sql`(${a.status} <> 'DELETED' OR ${owes})`;
}

/** How other accounts still name one. */
export interface Naming {
  readonly isBillTo: boolean;
  readonly isParent: boolean;
}

/** Those of the accounts that others still name as their Bill To or parent, and how. One statement for them all. */
export async function findNaming(reader: Reader, ids: readonly string[]): Promise<Map<string, Naming>> {
  if (ids.length === 0) return new Map();
  const named = (field: 'billToId' | 'parentId') =>
    sql`(SELECT DISTINCT ${a[field]} AS id, ${field === 'billToId' ? sql`true` : sql`false`} AS is_bill_to FROM ${a.$}
      WHERE ${a[field]} = ANY (${ids}::uuid[]) AND ${a.id} <> ${a[field]} AND ${stillNames(field)})`;
  const rows = await reader.query(
    sql`SELECT ${value('id', uuid(), sql`named.id`)}, ${value('isBillTo', boolean(), sql`bool_or(named.is_bill_to)`)},
        ${value('isParent', boolean(), sql`bool_or(NOT named.is_bill_to)`)}
      FROM (${join([named('billToId'), named('parentId')], ' UNION ALL ')}) named GROUP BY named.id`,
  );
  return new Map(rows.map(({ id, ...naming }) => [id, naming]));
}

/** The status of an account, whoever asks; null when there is none of this id. */
export async function findAccountStatus(reader: Reader, id: string): Promise<AccountStatus | null> {
  const [row] = await reader.query(sql`SELECT ${select(a, ['status'])} FROM ${a.$} WHERE ${a.id} = ${id}`);
  return row?.status ?? null;
}

/** The status of each of these accounts. */
export async function findAccountStatuses(reader: Reader, ids: readonly string[]): Promise<Map<string, AccountStatus>> {
  const rows = await reader.query(
    sql`SELECT ${select(a, ['id', 'status'])} FROM ${a.$} WHERE ${a.id} = ANY (${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

const GAPS = both(
  value('lacksResponsibleUser', boolean(), sql`gaps.lacks_responsible_user`),
  value('lacksPermissionRule', boolean(), sql`gaps.lacks_permission_rule`),
);

/** What accounts of a sync service's reseller lack: of what is set the sync is told no more. */
export async function findAccountGaps(reader: Reader, ids: readonly string[]): Promise<Map<string, AccountGaps>> {
  const rows = await reader.query(
    sql`SELECT ${value('accountId', uuid(), sql`gaps.account_id`)}, ${GAPS}
      FROM public.account_gaps(${ids}::uuid[]) gaps`,
  );
  return new Map(rows.map(({ accountId, ...lacks }) => [accountId, lacks]));
}

/** What the copies of a sync service are not given now. */
export async function findCopyGaps({ transaction }: SyncPass): Promise<AccountGaps> {
  const [lacks] = await transaction.query(sql`SELECT ${GAPS} FROM public.copy_gaps() gaps`);
  if (!lacks) throw new Error('What copies lack was not told');
  return lacks;
}

/** Whether a tenant reseller manages the account, whoever asks. */
export async function isManagedAccount(reader: Reader, id: string): Promise<boolean> {
  const [row] = await reader.query(sql`SELECT ${select(a, ['tenantResellerId'])} FROM ${a.$} WHERE ${a.id} = ${id}`);
  return row !== undefined && row.tenantResellerId !== null;
}

/** Whether anything is recorded on the account that has its currency. */
export async function hasRecords(reader: Reader, accountId: string): Promise<boolean> {
  const recorded = [SUBSCRIPTIONS, SALES_DOCUMENTS, INVOICES].map((records) => {
    const r = records.as('r');
    return sql`EXISTS (SELECT FROM ${r.$} WHERE ${r.accountId} = ${accountId})`;
  });
  const rows = await reader.query(sql`SELECT ${value('hasRecords', boolean(), join(recorded, ' OR '))}`);
  return rows[0]?.hasRecords === true;
}

/** The two ways in which accounts stand above each other. */
export type AboveField = 'parentId' | 'billToId';

/**
 * Whether the account stands above itself when `namedId` is put there. Changes of both fields wait for each other, since two
 * of them at once could make a circle that neither sees.
 */
export async function wouldMakeCircle(
  { transaction }: GuardPass,
  accountId: string,
  field: AboveField,
  namedId: string,
): Promise<boolean> {
  await transaction.query(sql`SELECT FROM ${c.$} WHERE ${c.what} = 'PARENTS' FOR UPDATE OF c`);
  const above = new Set<string>();
  for (
    let next: string | null = namedId;
    next !== null && !above.has(next);
    next = await oneAbove(transaction, field, next)
  ) {
    if (next === accountId) return true;
    above.add(next);
  }
  return false;
}

async function oneAbove(reader: Reader, field: AboveField, id: string): Promise<string | null> {
  const [row] = await reader.query(
    sql`SELECT ${select(a, ['parentId', 'billToId'])} FROM ${a.$} WHERE ${a.id} = ${id}`,
  );
  return row?.[field] ?? null;
}
