import type { AnnouncedMove, ClosedSubscription, KeptSubscription } from '../../domain/moving/leaving';
import type { TenantReseller } from '../../domain/tenant-reseller';
import type { AccountHistoryKind } from '../../domain/vocabulary';
import { assignedFrom, columnsOf, recordset } from '../engine/changes';
import type { Reader } from '../engine/database';
import { select } from '../engine/select';
import { sql } from '../engine/sql';
import type { AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { ACCOUNT_HISTORY } from '../tables/account-history';
import { ACCOUNTS } from '../tables/accounts';
import { ANNOUNCED_MOVES } from '../tables/announced-moves';
import { SOURCE_IDENTITIES } from '../tables/source-identities';
import { SUBSCRIPTIONS } from '../tables/subscriptions';

const a = ACCOUNTS.as('a');
const m = ANNOUNCED_MOVES.as('m');
const h = ACCOUNT_HISTORY.as('h');
const i = SOURCE_IDENTITIES.as('i');
const s = SUBSCRIPTIONS.as('s');

const MOVE_FIELDS = ['accountId', 'tenantResellerId', 'sourceAccountId'] as const;
const IDENTITY_FIELDS = ['key', ...MOVE_FIELDS] as const;

/** The moves of these accounts that are announced, by account. */
export async function findAnnouncedMoves(
  reader: Reader,
  accountIds: readonly string[],
): Promise<Map<string, AnnouncedMove>> {
  const moves = await reader.query(
    sql`SELECT ${select(m, MOVE_FIELDS)} FROM ${m.$} WHERE ${m.accountId} = ANY (${accountIds}::uuid[])`,
  );
  return new Map(moves.map(({ accountId, ...move }) => [accountId, move]));
}

const STEPS: readonly AccountHistoryKind[] = [
  ...(['COPIED', 'TRANSFERRED', 'RELEASED', 'MOVE_ANNOUNCED', 'MOVE_WITHDRAWN', 'MOVED'] as const),
];

/** Of each of these accounts the last line of its history about who manages it. */
export async function findLastSteps(
  reader: Reader,
  accountIds: readonly string[],
): Promise<Map<string, AccountHistoryKind>> {
  const steps = await reader.query(
    sql`SELECT DISTINCT ON (${h.accountId}) ${select(h, ['accountId', 'kind'])} FROM ${h.$}
      WHERE ${h.accountId} = ANY (${accountIds}::uuid[]) AND ${h.kind} = ANY (${STEPS}::text[])
      ORDER BY ${h.accountId}, ${h.at} DESC, ${h.id} DESC`,
  );
  return new Map(steps.map(({ accountId, kind }) => [accountId, kind]));
}

/** A move to announce, with the key of the customer that the account becomes. */
export interface MoveToAnnounce extends AnnouncedMove {
  readonly accountId: string;
  readonly key: string;
  /** The account was this customer before: its identity is there. */
  readonly isReturn: boolean;
}

/** Announces moves: from now on the new reseller's events for these customers wait. Gives the keys that were had. */
export async function announceMoves(pass: AdministratorPass, moves: readonly MoveToAnnounce[]): Promise<Set<string>> {
  const move = recordset('move', SOURCE_IDENTITIES, IDENTITY_FIELDS, moves, { isReturn: 'boolean' });
  const had = await write(
    pass,
    SETUP,
    sql`WITH move AS MATERIALIZED (SELECT ${move.$list([...IDENTITY_FIELDS, 'isReturn'])} FROM ${move.$}),
      announced AS (
        INSERT INTO public.announced_moves (${columnsOf(ANNOUNCED_MOVES, MOVE_FIELDS)})
        SELECT ${move.$list(MOVE_FIELDS)} FROM move),
      returning_ AS (
        UPDATE ${i.$} SET announced_at = now() FROM move WHERE ${i.key} = ${move.key} AND ${move.isReturn}
        RETURNING ${i.key}),
      claimed AS (
        INSERT INTO public.source_identities AS i (${columnsOf(SOURCE_IDENTITIES, IDENTITY_FIELDS)}, announced_at)
        SELECT ${move.$list(IDENTITY_FIELDS)}, now() FROM move WHERE NOT ${move.isReturn} ORDER BY ${move.key}
        ON CONFLICT (key) DO NOTHING RETURNING ${i.key})
      SELECT ${select(i, ['key'])} FROM (SELECT key FROM returning_ UNION ALL SELECT key FROM claimed) i`,
  );
  return new Set(had.map(({ key }) => key));
}

/** Takes announcements back; an identity that was made by one is no more. */
export async function withdrawMoves(
  pass: AdministratorPass,
  moves: readonly { readonly accountId: string; readonly key: string }[],
): Promise<void> {
  await forgetAnnouncements(pass, moves);
  const keys = moves.map(({ key }) => key);
  await write(
    pass,
    SETUP,
    sql`DELETE FROM public.source_identities i WHERE ${i.key} = ANY (${keys}::uuid[]) AND ${i.announcedAt} = ${i.createdAt}`,
  );
  await settleIdentities(pass, keys);
}

/** Ends announcements that came true. */
export async function completeAnnouncements(
  pass: AdministratorPass,
  moves: readonly { readonly accountId: string; readonly key: string }[],
): Promise<void> {
  await forgetAnnouncements(pass, moves);
  await settleIdentities(
    pass,
    moves.map(({ key }) => key),
  );
}

async function forgetAnnouncements(
  pass: AdministratorPass,
  moves: readonly { readonly accountId: string }[],
): Promise<void> {
  const accountIds = moves.map(({ accountId }) => accountId);
  await write(
    pass,
    SETUP,
    sql`DELETE FROM public.announced_moves m WHERE ${m.accountId} = ANY (${accountIds}::uuid[])`,
  );
}

async function settleIdentities(pass: AdministratorPass, keys: readonly string[]): Promise<void> {
  await write(pass, SETUP, sql`UPDATE ${i.$} SET announced_at = NULL WHERE ${i.key} = ANY (${keys}::uuid[])`);
}

/** Makes accounts the distributor's own: nobody manages them, and they are billed to nobody and lie below nobody. */
export async function releaseFromManagement(pass: AdministratorPass, accountIds: readonly string[]): Promise<void> {
  await write(
    pass,
    SETUP,
    sql`UPDATE ${a.$} SET tenant_reseller_id = NULL, source_account_id = NULL, origin = NULL, managed_since = NULL,
        bill_to_id = NULL, parent_id = NULL, updated_at = statement_timestamp(), revision = ${a.revision} + 1
      WHERE ${a.id} = ANY (${accountIds}::uuid[])`,
  );
}

/** Gives accounts that nobody manages to their new reseller, as a transfer does, with no option of the old one left. */
export async function giveToReseller(
  pass: AdministratorPass,
  moved: readonly { readonly accountId: string; readonly sourceAccountId: string; readonly reseller: TenantReseller }[],
): Promise<void> {
  const rows = moved.map(({ accountId, sourceAccountId, reseller }) => ({
    ...{ id: accountId, sourceAccountId, tenantResellerId: reseller.id },
    ...{ billToId: reseller.accountId, parentId: reseller.accountId, origin: 'MOVED_FROM_RESELLER' as const },
  }));
  const fields = ['sourceAccountId', 'tenantResellerId', 'billToId', 'parentId', 'origin'] as const;
  const g = recordset('g', ACCOUNTS, ['id', ...fields], rows, {});
  await write(
    pass,
    SETUP,
    sql`UPDATE ${a.$} SET ${assignedFrom(ACCOUNTS, fields, g)}, synchronization_options = '[]',
        managed_since = statement_timestamp(), updated_at = statement_timestamp(), revision = ${a.revision} + 1
      FROM ${g.$} WHERE ${a.id} = ${g.id}`,
  );
}

/** Ends subscriptions with their accounts' leaving. */
export async function closeSubscriptions(
  pass: AdministratorPass,
  closed: readonly ClosedSubscription[],
): Promise<void> {
  if (closed.length === 0) return;
  const c = recordset('c', SUBSCRIPTIONS, ['accountId', 'id', 'closedOn'], closed, {});
  await write(
    pass,
    SETUP,
    sql`UPDATE ${s.$} SET closed_on = ${c.closedOn}, end_date = LEAST(${s.endDate}, ${c.closedOn}) FROM ${c.$}
      WHERE ${s.accountId} = ${c.accountId} AND ${s.id} = ${c.id}`,
  );
}

/** Lets subscriptions go on as the distributor's own, at a price that holds from the next period on. */
export async function keepSubscriptions(pass: AdministratorPass, kept: readonly KeptSubscription[]): Promise<void> {
  if (kept.length === 0) return;
  const k = recordset('k', SUBSCRIPTIONS, ['accountId', 'id', 'unitPrice', 'priceSource'], kept, {});
  await write(
    pass,
    SETUP,
    sql`UPDATE ${s.$} SET ${assignedFrom(SUBSCRIPTIONS, ['unitPrice', 'priceSource'], k)}, tenant_reseller_id = NULL
      FROM ${k.$} WHERE ${s.accountId} = ${k.accountId} AND ${s.id} = ${k.id}`,
  );
}

/** Of accounts that come to a reseller again: what was closed there, and is opened again, is due from this day on. */
export async function billReturnsFrom(
  pass: AdministratorPass,
  returned: readonly { readonly accountId: string; readonly tenantResellerId: string }[],
  today: string,
): Promise<void> {
  const r = recordset('r', SUBSCRIPTIONS, ['accountId', 'tenantResellerId'], returned, {});
  await write(
    pass,
    SETUP,
    sql`UPDATE ${s.$} SET due_from = ${today}::date FROM ${r.$}
      WHERE ${s.accountId} = ${r.accountId} AND ${s.tenantResellerId} = ${r.tenantResellerId} AND ${s.closedOn} IS NOT NULL`,
  );
}
