import type { Person } from '../../domain/caller';
import { bigint, boolean, text, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { both, select, value } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import { among, type Sight } from './account-sight';
import { a, visibleTo } from './account-visibility';

/** By what two accounts may be one customer: the hashes that the database takes of `duplicateKeys` (A14). */
const KEYS = ['emailKey', 'accountingNoKey'] as const;
type Key = (typeof KEYS)[number];

/** Deleted accounts are nobody's duplicate. */
const COUNTS = sql`${a.status} <> 'DELETED'`;

/**
 * Those of the accounts that another account which the person may see has the e-mail or the accounting number in common
 * with (A14). Rows of a former folding are found once they are folded anew.
 */
export async function findPossibleDuplicates(
  reader: Reader,
  caller: Person,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.query(
    sql`SELECT ${select(a, ['id', ...KEYS])} FROM ${a.$} WHERE ${a.id} = ANY (${ids}::uuid[])`,
  );
  const held = KEYS.map((key) => [key, [...new Set(rows.flatMap((row) => row[key] ?? []))]] as const);
  // Two are enough to know whether there is another.
  const looks = held.flatMap(([key, hashes]) =>
    hashes.map(
      (hash) => sql`(SELECT ${a[key]} AS key, ${a.id} FROM ${a.$} WHERE ${a[key]} = ${hash}::bigint
        AND ${COUNTS} AND ${visibleTo(caller)} LIMIT 2)`,
    ),
  );
  if (looks.length === 0) return new Set();
  const shared = await reader.query(
    sql`SELECT ${value('key', bigint(), sql`held.key`)}, ${value('id', uuid(), sql`held.id`)}
      FROM (${join(looks, ' UNION ALL ')}) AS held`,
  );
  const holders = new Map<bigint, string[]>();
  for (const { key, id } of shared) holders.set(key, [...(holders.get(key) ?? []), id]);
  const isShared = (id: string, hash: bigint | null) =>
    hash !== null && holders.get(hash)?.some((one) => one !== id) === true;
  return new Set(rows.filter((row) => KEYS.some((key) => isShared(row.id, row[key]))).map(({ id }) => id));
}

/** So many shared keys of a kind are read once for a request, and given to its lists; more than that each list looks up. */
const MOST_KNOWN = 1_000;

/** The keys that several of the accounts share which the caller may see, beside accounts `a` of a list. */
export interface SharedKeys {
  /** Joined to them. */
  readonly beside: Fragment;
  /** Whether one of them has a possible duplicate. */
  readonly isDuplicate: Fragment;
}

/** One statement, however many there are. */
export async function findSharedKeys(reader: Reader, sight: Promise<Sight>): Promise<SharedKeys> {
  const seen = await sight;
  const looks = KEYS.map(
    (key) => sql`(SELECT ${key}::text AS kind, shared.* FROM (${sharedBy(key, seen)}) shared LIMIT ${MOST_KNOWN + 1})`,
  );
  const rows = await reader.query(
    sql`SELECT ${value('kind', text(), sql`shared.kind`)}, ${SHARED}
      FROM (${join(looks, ' UNION ALL ')}) AS shared`,
  );
  const besideKeys = (key: Key) => {
    const known = rows.filter(({ kind }) => kind === key);
    return known.length > MOST_KNOWN ? sql`(${sharedBy(key, seen)})` : listed(known);
  };
  return {
    beside: sql`LEFT JOIN ${besideKeys('emailKey')} AS shared_email ON shared_email.key = ${a.emailKey}
      LEFT JOIN ${besideKeys('accountingNoKey')} AS shared_number ON shared_number.key = ${a.accountingNoKey}`,
    // One that is deleted stands beside those that count, and is none of them.
    isDuplicate: sql`(shared_email.key IS NOT NULL AND (shared_email.is_held_twice OR NOT ${COUNTS})
      OR shared_number.key IS NOT NULL AND (shared_number.is_held_twice OR NOT ${COUNTS}))`,
  };
}

const SHARED = both(
  value('key', bigint(), sql`shared.key`),
  value('isHeldTwice', boolean(), sql`shared.is_held_twice`),
);

/** The keys that several accounts hold, of which one at least counts; and whether two of them do. */
function sharedBy(key: Key, sight: Sight): Fragment {
  const { accounts, conditions } = among(sight);
  const counting = sql`count(*) FILTER (WHERE ${COUNTS})`;
  return sql`SELECT ${a[key]} AS key, ${counting} > 1 AS is_held_twice FROM ${accounts}
    WHERE ${join([sql`${a[key]} IS NOT NULL`, ...conditions], ' AND ')}
    GROUP BY ${a[key]} HAVING count(*) > 1 AND ${counting} > 0`;
}

function listed(known: readonly (typeof SHARED)['row'][]): Fragment {
  const keys = known.map(({ key }) => key);
  const heldTwice = known.map(({ isHeldTwice }) => isHeldTwice);
  return sql`(SELECT * FROM unnest(${keys}::bigint[], ${heldTwice}::boolean[]) AS listed(key, is_held_twice))`;
}
