import { columnsOf, recordset } from '../engine/changes';
import { instant, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { both, select, value } from '../engine/select';
import { sql } from '../engine/sql';
import type { Row } from '../engine/table';
import type { AdministratorPass, SyncPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { SOURCE_IDENTITIES } from '../tables/source-identities';
import { SYNC_PROBLEMS } from '../tables/sync-problems';

const i = SOURCE_IDENTITIES.as('i');
const p = SYNC_PROBLEMS.as('p');

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

const KNOWN = both(
  both(value('key', uuid(), sql`known.key`), value('accountId', uuid().nullable(), sql`known.account_id`)),
  both(
    value('announcedAt', instant().nullable(), sql`known.announced_at`),
    value('problem', uuid().nullable(), sql`known.problem`),
  ),
);

/** What is known of a sender's customers, by key. The pass is told what is open of them in the sender's inbox. */
export async function findCustomers(
  { transaction, reseller, openProblems }: SyncPass,
  keys: readonly string[],
): Promise<Map<string, KnownIdentity>> {
  const rows = await transaction.query(
    sql`SELECT ${KNOWN} FROM (
        SELECT ${i.key} AS key, ${i.accountId} AS account_id, ${i.announcedAt} AS announced_at, NULL::uuid AS problem
        FROM ${i.$} WHERE ${i.key} = ANY (${keys}::uuid[])
        UNION ALL
        SELECT ${p.customerKey}, NULL, NULL, ${p.subjectKey} FROM ${p.$}
        WHERE ${p.tenantResellerId} = ${reseller.id}::uuid AND ${p.customerKey} = ANY (${keys}::uuid[])
          AND ${p.closedAt} IS NULL) known`,
  );
  const identities = new Map<string, KnownIdentity>();
  for (const { key, accountId, announcedAt, problem } of rows) {
    if (accountId !== null) identities.set(key, { accountId, isAnnounced: announcedAt !== null });
    if (problem === null) continue;
    const open = openProblems.get(key);
    if (open) open.add(problem);
    else openProblems.set(key, new Set([problem]));
  }
  return identities;
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
