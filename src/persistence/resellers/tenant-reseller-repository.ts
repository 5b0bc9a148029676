import type { TenantReseller } from '../../domain/tenant-reseller';
import { ACCOUNT_STATUSES, type AccountStatus } from '../../domain/vocabulary';
import { assignments, columnsOf, valuesOf } from '../engine/changes';
import { oneOf } from '../engine/column';
import type { Reader } from '../engine/database';
import { inOrder, isAfter } from '../engine/keyset';
import { select, value } from '../engine/select';
import { join, keyword, sql } from '../engine/sql';
import { ChangedMeanwhileError } from '../engine/unavailable';
import type { AccountPass, AdministratorPass, SyncPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';

const t = TENANT_RESELLERS.as('t');

const CHANGED_FIELDS = ['name', 'currency', 'separateInvoices', 'backOrderingActive', 'priceListId'] as const;
/** What of its row a TenantReseller is. */
export const TENANT_RESELLER_FIELDS = ['id', 'accountId', ...CHANGED_FIELDS] as const;
const TENANT_RESELLER = select(t, TENANT_RESELLER_FIELDS);

const BY_NAME = [
  { column: sql`${t.name} COLLATE "C"`, type: 'text' },
  { column: t.id, type: 'uuid' },
] as const;

export async function findTenantReseller(reader: Reader, id: string): Promise<TenantReseller | null> {
  return (await findTenantResellers(reader, [id])).get(id) ?? null;
}

export async function findTenantResellers(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, TenantReseller>> {
  const resellers = await reader.query(sql`SELECT ${TENANT_RESELLER} FROM ${t.$} WHERE ${t.id} = ANY (${ids}::uuid[])`);
  return new Map(resellers.map((reseller) => [reseller.id, reseller]));
}

/** The tenant reseller whose own account this is; null for any other account. */
export async function findTenantResellerOf(reader: Reader, accountId: string): Promise<TenantReseller | null> {
  const [reseller] = await reader.query(sql`SELECT ${TENANT_RESELLER} FROM ${t.$} WHERE ${t.accountId} = ${accountId}`);
  return reseller ?? null;
}

/** A page in the order of names, after a name and id; `onlyId` narrows it to one reseller. */
export async function listTenantResellers(
  reader: Reader,
  page: { limit: number; after: { name: string; id: string } | null; onlyId: string | null },
): Promise<TenantReseller[]> {
  const conditions = [
    sql`true`,
    ...(page.after ? [isAfter(BY_NAME, 'ASC', [page.after.name, page.after.id])] : []),
    ...(page.onlyId === null ? [] : [sql`${t.id} = ${page.onlyId}`]),
  ];
  return reader.query(
    sql`SELECT ${TENANT_RESELLER} FROM ${t.$} WHERE ${join(conditions, ' AND ')}
      ORDER BY ${inOrder(BY_NAME, 'ASC')} LIMIT ${page.limit}`,
  );
}

/**
 * Locks a reseller for change; null when there is none. Against `COPIES`: no copy of a customer of its is made meanwhile;
 * else one that is made beside a change is decided anew.
 */
export async function lockTenantReseller(
  pass: AdministratorPass | AccountPass,
  id: string,
  against: 'CHANGES' | 'COPIES',
): Promise<TenantReseller | null> {
  const strength = keyword(against === 'COPIES' ? 'UPDATE' : 'NO KEY UPDATE');
  const [reseller] = await pass.transaction.query(
    sql`SELECT ${TENANT_RESELLER} FROM ${t.$} WHERE ${t.id} = ${id} FOR ${strength}`,
  );
  return reseller ?? null;
}

/**
 * Keeps the sync's reseller as it is until the transaction ends: what a copy is given is still so at the commit, and the
 * account that it is billed to is not deleted beside it. When the reseller was changed since the call read it, the call is
 * decided anew. Gives the status of that account: all that a sync may know of it.
 */
export async function holdReseller({ transaction, reseller }: SyncPass): Promise<AccountStatus> {
  const [held] = await transaction.query(
    sql`SELECT ${value('accountStatus', oneOf(ACCOUNT_STATUSES), sql`t.account_status`)}, ${TENANT_RESELLER}
      FROM public.hold_reseller() t`,
  );
  const isSame = held && TENANT_RESELLER_FIELDS.every((field) => held[field] === reseller[field]);
  if (!isSame) throw new ChangedMeanwhileError('the tenant reseller');
  return held.accountStatus;
}

export async function insertTenantReseller(pass: AdministratorPass, reseller: TenantReseller): Promise<void> {
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.tenant_resellers (${columnsOf(TENANT_RESELLERS, TENANT_RESELLER_FIELDS)})
      VALUES (${valuesOf(TENANT_RESELLERS, TENANT_RESELLER_FIELDS, reseller)})`,
  );
}

/** Writes what is given when it is not what is there: the audit is to show what changed. */
export async function saveTenantReseller(pass: AdministratorPass, reseller: TenantReseller): Promise<void> {
  const changed = assignments(TENANT_RESELLERS, CHANGED_FIELDS, reseller);
  await write(
    pass,
    SETUP,
    sql`UPDATE ${t.$} SET ${join(changed, ', ')}, updated_at = statement_timestamp()
      WHERE ${t.id} = ${reseller.id} AND (${columnsOf(TENANT_RESELLERS, CHANGED_FIELDS)})
        IS DISTINCT FROM (${valuesOf(TENANT_RESELLERS, CHANGED_FIELDS, reseller)})`,
  );
}
