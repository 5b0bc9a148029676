import { ACCOUNT_PARTS, type AccountParts, type ReadAccount, UNTOLD_TO_SYNC } from '../../domain/accounts/account';
import { accessBy } from '../../domain/accounts/account-standing';
import type { Caller } from '../../domain/caller';
import { integer, text, UnreadableValueError } from '../engine/column';
import type { Reader } from '../engine/database';
import { type Keyset, type KeysetPage, loadPages } from '../engine/keyset';
import { both, select, value, withinIfAny } from '../engine/select';
import { type Selection, sql } from '../engine/sql';
import { TENANT_RESELLER_FIELDS } from '../resellers/tenant-reseller-repository';
import { besideAccounts, m, o } from './account-repository';
import { a, selectGranted, visibleTo } from './account-visibility';

/** Of a managed account's facts: how many of those that all or none must be are there. */
const MANAGEMENT_FACTS = value(
  'managementFacts',
  integer(),
  sql`num_nonnulls(${a.sourceAccountId}, ${a.origin}, ${a.managedSince})`,
);
const OF_A_MANAGED_ACCOUNT = 3;

const NAMES = both(
  value('managerName', text().nullable(), sql`${m.name}`),
  value('ownResellerName', text().nullable(), sql`${o.name}`),
);
const ALWAYS = both(
  both(select(a, ['id', 'name', 'status', 'tenantResellerId', 'sourceAccountId']), NAMES),
  MANAGEMENT_FACTS,
);
/** Nothing of whom the distributor has made responsible is told to a sync, nor can its login read it. */
const NO_RESPONSIBLE_USER = value('responsibleUserId', text().nullable(), sql`NULL::text`);
const MANAGER = withinIfAny('manager', m, TENANT_RESELLER_FIELDS);

type ReadRow = ReadAccount & (typeof MANAGEMENT_FACTS)['row'];

const selections = new Map<AccountParts, Map<Caller['kind'], Selection<ReadRow>>>();

/** These parts of accounts `a` with all that the policy asks about, as they are read for a caller. */
export function selectRead({ kind }: Pick<Caller, 'kind'>, parts: AccountParts): Selection<ReadRow> {
  const ofParts = selections.get(parts) ?? new Map<Caller['kind'], Selection<ReadRow>>();
  selections.set(parts, ofParts);
  const selection = ofParts.get(kind) ?? selectionOf(kind, parts);
  ofParts.set(kind, selection);
  return selection;
}

function selectionOf(kind: Caller['kind'], parts: AccountParts): Selection<ReadRow> {
  const isTold = (field: string) => kind !== 'RESELLER_SYNC' || !Object.hasOwn(UNTOLD_TO_SYNC, field);
  const fields = [...parts].flatMap((part) => (part === 'MANAGER' ? [] : ACCOUNT_PARTS[part])).filter(isTold);
  const responsible = kind === 'RESELLER_SYNC' ? NO_RESPONSIBLE_USER : select(a, ['responsibleUserId']);
  const always = both(both(ALWAYS, responsible), selectGranted({ kind }));
  const withFields = fields.length > 0 ? both(always, select(a, fields)) : always;
  return parts.has('MANAGER') ? both(withFields, MANAGER) : withFields;
}

/**
 * These parts of the accounts of these ids, as far as those exist for the caller (S8). One statement; hidden and unknown
 * ids cost and answer the same.
 */
export async function readAccounts(
  reader: Reader,
  caller: Caller,
  ids: readonly string[],
  parts: AccountParts,
): Promise<readonly ReadAccount[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query(
    sql`SELECT ${selectRead(caller, parts)} FROM ${besideAccounts(caller, a.$)}
      WHERE ${a.id} = ANY (${ids}::uuid[]) AND ${visibleTo(caller)}`,
  );
  return existing(rows, caller);
}

/** A page of what lies below each of these accounts, by account; nothing below those that do not exist for the caller. */
export function readPagesBelow<Item>(
  reader: Reader,
  caller: Caller,
  keyset: Keyset<Item>,
  ids: readonly string[],
  page: KeysetPage,
): Promise<Map<string, Item[]>> {
  const visible = sql`(SELECT ${a.id} FROM ${a.$} WHERE ${visibleTo(caller)}) visible`;
  return loadPages(reader, keyset, visible, ids, page);
}

/** Those of the rows that exist for the caller. A row that says half of its management is a fault, never an own account. */
export function existing<Row extends ReadRow>(rows: readonly Row[], caller: Caller): readonly Row[] {
  for (const { id, tenantResellerId, managementFacts } of rows) {
    if (managementFacts !== (tenantResellerId === null ? 0 : OF_A_MANAGED_ACCOUNT)) {
      throw new UnreadableValueError(`the management of account ${id}`, { tenantResellerId, managementFacts });
    }
  }
  return rows.filter((row) => accessBy(row, caller) !== null);
}
