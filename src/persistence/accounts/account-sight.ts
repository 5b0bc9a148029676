import type { Caller } from '../../domain/caller';
import { integer, textArray } from '../engine/column';
import type { Reader } from '../engine/database';
import { value } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import { a, g, grantsTo, visibleTo } from './account-visibility';

/** What lists know of a caller before they ask for accounts. */
export interface Sight {
  /** S8 as SQL, for accounts `a`. */
  readonly visible: Fragment;
  /**
   * So few accounts exist for the caller that a list finds them first, and then what of them it wants: so it costs nothing
   * by what is hidden. Who sees more would pay for it with every page; there the database decides what it looks at first.
   */
  readonly isNarrow: boolean;
}

/** Reading, filtering and sorting so many takes a millisecond or two (test/long/accounts-at-scale.test.ts). */
const NARROW = 1_000;

/**
 * One small statement for a user of the distributor, none for others: a sync's accounts are the beginning of an index. The
 * sharing rules that grant the user something are given to the database as values then, so that it knows how many accounts
 * they have; as a sub-query it would read all accounts to be sure.
 */
export async function sightOf(reader: Reader, caller: Caller): Promise<Sight> {
  if (caller.kind !== 'DISTRIBUTOR_USER') return { visible: visibleTo(caller), isNarrow: false };
  const own = sql`${a.responsibleUserId} = ${caller.id}`;
  const granting = sql`SELECT ${g.permissionRuleId} FROM ${g.$} WHERE ${grantsTo(caller)}`;
  const counted = countUpTo(NARROW + 1, [
    [own, a.responsibleUserId],
    [sql`${a.permissionRuleId} = ANY (ARRAY(${granting}))`, a.permissionRuleId],
  ]);
  const [row] = await reader.query(
    sql`SELECT ${value('count', integer(), sql`counted.count`)}, ${value('rules', textArray(), sql`granting.rules`)}
      FROM (${counted}) counted, (SELECT coalesce(array_agg(DISTINCT permission_rule_id::text), '{}') AS rules
        FROM (${granting}) granting) granting`,
  );
  if (!row) throw new Error('What the caller sees was not counted');
  return {
    visible: sql`(${own} OR ${a.permissionRuleId} = ANY (${row.rules}::uuid[]))`,
    isNarrow: row.count <= NARROW,
  };
}

/** Accounts `a` for a list to look among, and what is still to be asked of them. */
export interface Among {
  readonly accounts: Fragment;
  readonly conditions: readonly Fragment[];
  /** They are those that the caller sees, and no more. */
  readonly isNarrow: boolean;
}

export function among({ visible, isNarrow }: Sight): Among {
  if (!isNarrow) return { accounts: a.$, conditions: [visible], isNarrow };
  // OFFSET 0 keeps the planner from mixing the two.
  return { accounts: sql`(SELECT * FROM ${a.$} WHERE ${visible} OFFSET 0) a`, conditions: [], isNarrow };
}

/** The same for a statement that looks among them again and again. `seen` stands before it. */
export function amongOnce(sight: Sight): Among & { readonly seen: Fragment } {
  if (!sight.isNarrow) return { ...among(sight), seen: sql`` };
  const seen = sql`WITH seen AS MATERIALIZED (SELECT * FROM ${a.$} WHERE ${sight.visible})`;
  return { accounts: sql`seen a`, conditions: [], isNarrow: true, seen };
}

/** How many there are, counted in the order of an index and no further than asked. */
function countUpTo(most: number, parts: readonly (readonly [condition: Fragment, column: Fragment])[]): Fragment {
  const found = parts.map(
    ([condition, column]) =>
      sql`(SELECT 1 FROM ${a.$} WHERE ${condition} ORDER BY ${column}, ${a.sortName} LIMIT ${most})`,
  );
  return sql`SELECT count(*)::int AS count FROM (${join(found, ' UNION ALL ')}) found`;
}
