import type { Caller } from '../../domain/caller';
import { ACCESS_LEVELS, type AccessLevel } from '../../domain/vocabulary';
import { oneOf } from '../engine/column';
import { value } from '../engine/select';
import { type Fragment, keyword, NOTHING, type Selection, sql } from '../engine/sql';
import { ACCOUNTS } from '../tables/accounts';
import { PERMISSION_GRANTS } from '../tables/permission-grants';

/** The accounts of a statement that asks who may see them. */
export const a = ACCOUNTS.as('a');
export const g = PERMISSION_GRANTS.as('g');

/**
 * S8 as SQL, for accounts `a`, beside `accessTo` of the policy: whoever is loaded is asked there once more, and
 * test/persistence/accounts/account-visibility.test.ts holds the two together.
 */
export function visibleTo(caller: Caller): Fragment {
  switch (caller.kind) {
    case 'ADMINISTRATOR':
      return sql`true`;
    case 'DISTRIBUTOR_USER':
      return sql`(${a.responsibleUserId} = ${caller.id} OR ${a.permissionRuleId} IN (
        SELECT ${g.permissionRuleId} FROM ${g.$} WHERE ${grantsTo(caller)}))`;
    case 'RESELLER_SYNC':
      return sql`${a.tenantResellerId} = ${caller.tenantResellerId}::uuid`;
  }
}

/** The highest level that the sharing rule of `a` grants the caller, from `grantedBeside`; null for none. */
export function selectGranted({
  kind,
}: Pick<Caller, 'kind'>): Selection<{ readonly grantedAccess: AccessLevel | null }> {
  return kind === 'DISTRIBUTOR_USER' ? GRANTED : NONE_GRANTED;
}
const LEVEL = oneOf(ACCESS_LEVELS).nullable();
const GRANTED = value('grantedAccess', LEVEL, sql`granted.access`);
const NONE_GRANTED = value('grantedAccess', LEVEL, sql`NULL::text`);

/**
 * What the sharing rules grant the caller, joined to accounts `a`: looked up once for a statement, and not for each account.
 * A level that nobody knows comes first, and is a fault.
 */
export function grantedBeside(caller: Caller): Fragment {
  if (caller.kind !== 'DISTRIBUTOR_USER') return NOTHING;
  return sql`LEFT JOIN (
    SELECT ${g.permissionRuleId} AS rule_id, (array_agg(${g.access} ORDER BY ${RANK} DESC))[1] AS access FROM ${g.$}
    WHERE ${grantsTo(caller)} GROUP BY ${g.permissionRuleId}) granted ON granted.rule_id = ${a.permissionRuleId}`;
}
const RANK = sql`array_position('{${keyword(ACCESS_LEVELS.join())}}'::text[], ${g.access})`;

/** The grants `g` that are the caller's own, or of a group of its. */
export function grantsTo(caller: Exclude<Caller, { kind: 'RESELLER_SYNC' }>): Fragment {
  return sql`(${g.principal} = 'USER' AND ${g.principalId} = ${caller.id}
    OR ${g.principal} = 'GROUP' AND ${g.principalId} = ANY (${caller.groups}::text[]))`;
}
