import type { TenantReseller } from '../../domain/tenant-reseller';
import { ACCOUNT_STATUSES, type AccountStatus } from '../../domain/vocabulary';
import { assignments, columnsOf, valuesOf } from '../engine/changes';
import { oneOf } from '../engine/column';
import type { Reader } from '../engine/database';
import { inOrder, isAfter } from '../engine/keyset';
import { select, value } from '../engine/select';
import { join, keyword, sql } from '../engine/sql';
import type { AccountPass, AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';
import { changeSetup, holdSetup } from './held-setup';

const t = TENANT_RESELLERS.as('t');

const CHANGED_FIELDS = ['name', 'currency', 'separateInvoices', 'backOrderingActive', 'priceListId', 'status'] as const;
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
  return (await findTenantResellersOf(reader, [accountId])).get(accountId) ?? null;
}

/** The tenant resellers of those accounts that are a reseller's own, by account. */
export async function findTenantResellersOf(
  reader: Reader,
  accountIds: readonly string[],
): Promise<Map<string, TenantReseller>> {
  const resellers = await reader.query(
    sql`SELECT ${TENANT_RESELLER} FROM ${t.$} WHERE ${t.accountId} = ANY (${accountIds}::uuid[])`,
  );
  return new Map(resellers.map((reseller) => [reseller.accountId, reseller]));
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
 * Locks a reseller for change; null when there is none. Against `ITS_SYNC`: nothing that its sync writes is under way then,
 * and what it is about to write waits. They queue for it, or a sync whose calls overlap would never let a change through.
 */
export async function lockTenantReseller(
  pass: AdministratorPass | AccountPass,
  id: string,
  against: 'CHANGES' | 'ITS_SYNC',
): Promise<TenantReseller | null> {
  if (against === 'ITS_SYNC') await pass.transaction.query(sql`SELECT FROM public.queue_for_reseller(${id})`);
  await changeSetup(pass.transaction, `reseller ${id}`);
  const strength = keyword(against === 'ITS_SYNC' ? 'UPDATE' : 'NO KEY UPDATE');
  const [reseller] = await pass.transaction.query(
    sql`SELECT ${TENANT_RESELLER} FROM ${t.$} WHERE ${t.id} = ${id} FOR ${strength}`,
  );
  return reseller ?? null;
}

/** A sync's reseller, and the status of its own account: all that a sync may know of that. */
export interface HeldReseller {
  readonly reseller: TenantReseller;
  readonly accountStatus: AccountStatus;
}

/**
 * The reseller of the sync whose transaction this is, kept as it is until that ends: what its sync is let in with, and what a
 * copy is given, is still so at the commit, and the account that it is billed to is not deleted beside it. Null when there is
 * none.
 */
export async function holdReseller(transaction: Reader): Promise<HeldReseller | null> {
  const [held] = await transaction.query(
    sql`SELECT ${value('accountStatus', oneOf(ACCOUNT_STATUSES), sql`t.account_status`)}, ${TENANT_RESELLER}
      FROM public.hold_reseller() t`,
  );
  if (!held) return null;
  const { accountStatus, ...reseller } = held;
  return { reseller, accountStatus };
}

/** Keeps resellers as they are until the transaction ends, their status and their accounts too; by id. */
export async function holdTenantResellers(
  { transaction }: AdministratorPass,
  ids: readonly string[],
): Promise<Map<string, TenantReseller>> {
  const parts = [...ids].sort().map((id) => `reseller ${id}` as const);
  const [, held] = await Promise.all([holdSetup(transaction, parts), findTenantResellers(transaction, ids)]);
  return held;
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
