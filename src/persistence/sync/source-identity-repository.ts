import type { Sql } from '../engine/database';
import type { AdministratorPass, SyncPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';

/** Which account a customer of a tenant reseller is here. */
export interface SourceIdentity {
  readonly key: string;
  readonly tenantResellerId: string;
  readonly sourceAccountId: string;
  readonly accountId: string;
}

/** The accounts of those customers that are here, by the customer's key. */
export async function findSourceIdentities(sql: Sql, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ key: string; account_id: string }>(
    'SELECT key, account_id FROM source_identities WHERE key = ANY ($1::uuid[])',
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row.account_id]));
}

/**
 * Claims customers for new accounts and gives the keys that were had. A key that another transaction is claiming is
 * waited for: when that one commits, it is not had.
 */
export async function claimSourceIdentities(
  pass: SyncPass | AdministratorPass,
  identities: readonly SourceIdentity[],
): Promise<Set<string>> {
  const rows = await write<{ key: string }>(
    pass,
    SETUP,
    `INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id)
     SELECT key, tenant_reseller_id, source_account_id, account_id
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[])
       AS claim(key, tenant_reseller_id, source_account_id, account_id)
     ORDER BY key
     ON CONFLICT (key) DO NOTHING RETURNING key`,
    [
      identities.map((identity) => identity.key),
      identities.map((identity) => identity.tenantResellerId),
      identities.map((identity) => identity.sourceAccountId),
      identities.map((identity) => identity.accountId),
    ],
  );
  return new Set(rows.map((row) => row.key));
}
