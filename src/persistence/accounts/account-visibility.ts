import type { Caller } from '../../domain/caller';
import type { Parameters } from '../engine/parameters';

/**
 * S8 as SQL, for accounts `a`: the one place beside `accessTo` of the policy. Whoever is loaded is asked there once
 * more; a test holds the two together.
 */
export function visibleTo(caller: Caller, parameters: Parameters): string {
  switch (caller.kind) {
    case 'ADMINISTRATOR':
      return 'true';
    case 'DISTRIBUTOR_USER':
      return `(a.responsible_user_id = ${parameters.add(caller.id)} OR a.permission_rule_id IN (
        SELECT g.permission_rule_id FROM permission_grants g WHERE ${grantsTo(caller, parameters)}))`;
    case 'RESELLER_SYNC':
      return `a.tenant_reseller_id = ${parameters.add(caller.tenantResellerId)}::uuid`;
  }
}

/** The levels that the sharing rule of `a` grants the caller, as an array. */
export function grantedLevels(caller: Caller, parameters: Parameters): string {
  if (caller.kind !== 'DISTRIBUTOR_USER') return `'{}'::text[]`;
  return `ARRAY(SELECT DISTINCT g.access FROM permission_grants g
    WHERE g.permission_rule_id = a.permission_rule_id AND ${grantsTo(caller, parameters)})`;
}

function grantsTo(caller: Exclude<Caller, { kind: 'RESELLER_SYNC' }>, parameters: Parameters): string {
  return `(g.principal = 'USER' AND g.principal_id = ${parameters.add(caller.id)}
    OR g.principal = 'GROUP' AND g.principal_id = ANY (${parameters.add(caller.groups)}::text[]))`;
}
