import { columnsOf, recordset } from '../engine/changes';
import type { Reader } from '../engine/database';
import { select } from '../engine/select';
import { sql } from '../engine/sql';
import type { Row } from '../engine/table';
import type { AdministratorPass, SyncPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { SOURCE_IDENTITIES } from '../tables/source-identities';

const i = SOURCE_IDENTITIES.as('i');

const FIELDS = ['key', 'tenantResellerId', 'sourceAccountId', 'accountId'] as const;

/** Which account a customer of a tenant reseller is here. */
export type SourceIdentity = Row<typeof SOURCE_IDENTITIES, (typeof FIELDS)[number]>;

/** Which account a customer is or was, or is to become by a move that is announced. */
export interface KnownIdentity {
  readonly accountId: string;
  readonly isAnnounced: boolean;
}

/** What is known of those customers, by the customer's key. */
export async function findSourceIdentities(
  reader: Reader,
  keys: readonly string[],
): Promise<Map<string, KnownIdentity>> {
  const rows = await reader.query(
    sql`SELECT ${select(i, ['key', 'accountId', 'announcedAt'])} FROM ${i.$} WHERE ${i.key} = ANY (${keys}::uuid[])`,
  );
  return new Map(
    rows.map(({ key, accountId, announcedAt }) => [key, { accountId, isAnnounced: announcedAt !== null }]),
  );
}

/**
 * Claims customers for new accounts and gives the keys that were had. A key that another transaction is claiming is
 * waited for: when that one commits, it is not had.
 */
export async function claimSourceIdentities(
  pass: SyncPass | AdministratorPass,
  identities: readonly SourceIdentity[],
): Promise<Set<string>> {
  const claim = recordset('claim', SOURCE_IDENTITIES, FIELDS, identities, {});
  const had = await write(
    pass,
    SETUP,
    sql`INSERT INTO public.source_identities AS i (${columnsOf(SOURCE_IDENTITIES, FIELDS)})
      SELECT ${claim.$list(FIELDS)} FROM ${claim.$} ORDER BY ${claim.key}
      ON CONFLICT (key) DO NOTHING RETURNING ${select(i, ['key'])}`,
  );
  return new Set(had.map(({ key }) => key));
}
