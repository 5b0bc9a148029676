import type { TenantReseller } from '../../domain/tenant-reseller';
import type { Sql } from '../engine/database';
import type { AccountPass, AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';

/** A row of `tenant_resellers`, also as to_json gives it. */
export interface TenantResellerRow {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly separate_invoices: boolean;
  readonly back_ordering_active: boolean;
  readonly account_id: string;
}

export function tenantResellerOf(row: TenantResellerRow): TenantReseller {
  return {
    id: row.id,
    name: row.name,
    currency: row.currency,
    separateInvoices: row.separate_invoices,
    backOrderingActive: row.back_ordering_active,
    accountId: row.account_id,
  };
}

const COLUMNS = 'id, name, currency, separate_invoices, back_ordering_active, account_id';

export async function findTenantReseller(sql: Sql, id: string): Promise<TenantReseller | null> {
  return (await findTenantResellers(sql, [id])).get(id) ?? null;
}

export async function findTenantResellers(sql: Sql, ids: readonly string[]): Promise<Map<string, TenantReseller>> {
  const rows = await sql.query<TenantResellerRow>(
    `SELECT ${COLUMNS} FROM tenant_resellers WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, tenantResellerOf(row)]));
}

/** The tenant reseller whose own account this is; null for any other account. */
export async function findTenantResellerOf(sql: Sql, accountId: string): Promise<TenantReseller | null> {
  const [row] = await sql.query<TenantResellerRow>(`SELECT ${COLUMNS} FROM tenant_resellers WHERE account_id = $1`, [
    accountId,
  ]);
  return row ? tenantResellerOf(row) : null;
}

/** A page in the order of names, after a name and id; `onlyId` narrows it to one reseller. */
export async function listTenantResellers(
  sql: Sql,
  page: { limit: number; after: { name: string; id: string } | null; onlyId: string | null },
): Promise<TenantReseller[]> {
  const rows = await sql.query<TenantResellerRow>(
    `SELECT ${COLUMNS} FROM tenant_resellers
     WHERE ($1::text IS NULL OR (name COLLATE "C", id) > ($1, $2::uuid)) AND ($3::uuid IS NULL OR id = $3)
     ORDER BY name COLLATE "C", id LIMIT $4`,
    [page.after?.name ?? null, page.after?.id ?? null, page.onlyId, page.limit],
  );
  return rows.map(tenantResellerOf);
}

/** Locks a reseller for change, against copies of its customers too; null when there is none. */
export async function lockTenantReseller(
  pass: AdministratorPass | AccountPass,
  id: string,
): Promise<TenantReseller | null> {
  const [row] = await pass.transaction.query<TenantResellerRow>(
    `SELECT ${COLUMNS} FROM tenant_resellers WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ? tenantResellerOf(row) : null;
}

export async function insertTenantReseller(pass: AdministratorPass, reseller: TenantReseller): Promise<void> {
  await write(
    pass,
    SETUP,
    `INSERT INTO tenant_resellers (id, name, currency, separate_invoices, back_ordering_active, account_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      reseller.id,
      reseller.name,
      reseller.currency,
      reseller.separateInvoices,
      reseller.backOrderingActive,
      reseller.accountId,
    ],
  );
}

export async function saveTenantReseller(pass: AdministratorPass, reseller: TenantReseller): Promise<void> {
  await write(
    pass,
    SETUP,
    `UPDATE tenant_resellers
     SET name = $2, currency = $3, separate_invoices = $4, back_ordering_active = $5, updated_at = clock_timestamp()
     WHERE id = $1 AND (name, currency, separate_invoices, back_ordering_active) IS DISTINCT FROM ($2, $3, $4, $5)`,
    [reseller.id, reseller.name, reseller.currency, reseller.separateInvoices, reseller.backOrderingActive],
  );
}
