import { escapeLiteral } from 'pg';
import type { Caller } from '../../domain/caller';

/**
 * Opens a transaction and tells the database who is behind it, in one round trip: whose rows a sync service may see
 * (row-level security), and who writes by which mutation (the audit). The settings end with the transaction; SET LOCAL
 * rather than set_config, since only that is passed on to the nodes of a distributed database.
 */
export function beginStatement(
  { caller, mutation = '' }: { readonly caller: Caller; readonly mutation?: string },
  mode: 'READ ONLY' | 'READ WRITE',
): string {
  const settings = {
    tenant_reseller_id: caller.kind === 'RESELLER_SYNC' ? caller.tenantResellerId : '',
    actor_kind: caller.kind,
    actor: caller.id,
    token_id: caller.tokenId ?? '',
    mutation,
  };
  const told = Object.entries(settings).map(([name, value]) => `SET LOCAL app.${name} = ${escapeLiteral(value)}`);
  return [`START TRANSACTION ISOLATION LEVEL READ COMMITTED, ${mode}`, ...told].join('; ');
}
