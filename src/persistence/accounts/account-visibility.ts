import type { Caller } from '../../domain/caller';
import { ACCESS_LEVELS } from '../../domain/vocabulary';
import { words } from '../engine/column';
import { value } from '../engine/select';
import { type Fragment, sql } from '../engine/sql';
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

/** The levels that the sharing rule of `a` grants the caller. */
export function grantedLevels(caller: Caller) {
  const levels =
    caller.kind === 'DISTRIBUTOR_USER'
      ? sql`ARRAY(SELECT DISTINCT ${g.access} FROM ${g.$}
          WHERE ${g.permissionRuleId} = ${a.permissionRuleId} AND ${grantsTo(caller)})`
      : sql`'{}'::text[]`;
  return value('granted', words(ACCESS_LEVELS), levels);
}

/** The grants `g` that are the caller's own, or of a group of its. */
export function grantsTo(caller: Exclude<Caller, { kind: 'RESELLER_SYNC' }>): Fragment {
  return sql`(${g.principal} = 'USER' AND ${g.principalId} = ${caller.id}
    OR ${g.principal} = 'GROUP' AND ${g.principalId} = ANY (${caller.groups}::text[]))`;
}
