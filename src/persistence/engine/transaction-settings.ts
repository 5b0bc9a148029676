import { escapeLiteral } from 'pg';
import type { Caller } from '../../domain/caller';
import { BOUNDS, type Bounds } from './logins';

/**
 * How long a statement, a wait for a lock and an idle transaction may take, and that policies hold. The roles have their own,
 * but a login may change what its role has: so every transaction says them, and every connection when it opens
 * (test/guard/own-settings.test.ts).
 */
const ofATransaction = (bounds: Bounds) => ({ ...bounds, row_security: 'on' });
/** Besides, of a connection, beside what it sends as it opens (connection/session-settings.ts): our statements do not depend on it. */
const OF_A_SESSION = {
  search_path: 'public',
  quote_all_identifiers: 'off',
  // To compile what is due takes seconds, to work it out milliseconds.
  jit: 'off',
  // Of a statement that is kept by name, the plan for any values is taken when it is no worse.
  plan_cache_mode: 'auto',
  idle_session_timeout: '0',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
} as const;

/** For a connection that has just opened; a pooler gives it to others of the same login, for whom it is as right. */
export function ownSession(bounds: Bounds = BOUNDS): string {
  return [
    ...Object.entries({ ...ofATransaction(bounds), ...OF_A_SESSION }).map(
      ([name, value]) => `SET ${name} = '${value}'`,
    ),
    // Only since PostgreSQL 17.
    "SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings WHERE name = 'transaction_timeout'",
  ].join('; ');
}

/** What a transaction begins with: one text for them all, or one each where several nodes share the tables (session.ts). */
export type Beginning = readonly string[];

/**
 * Opens a transaction and tells the database who is behind it, in one round trip: whose rows a sync service may see
 * (row-level security), and who writes by which mutation (the audit). The settings end with the transaction; SET LOCAL
 * rather than set_config, since only that is passed on to the nodes of a distributed database.
 */
export function beginning(
  { caller, mutation = '' }: { readonly caller: Caller; readonly mutation?: string },
  mode: 'READ ONLY' | 'READ WRITE',
  bounds: Bounds = BOUNDS,
): Beginning {
  const settings = {
    tenant_reseller_id: caller.kind === 'RESELLER_SYNC' ? caller.tenantResellerId : '',
    actor_kind: caller.kind,
    actor: caller.id,
    token_id: caller.tokenId ?? '',
    mutation,
  };
  const told = Object.entries(settings).map(([name, value]) => `SET LOCAL app.${name} = ${escapeLiteral(value)}`);
  return [`START TRANSACTION ISOLATION LEVEL READ COMMITTED, ${mode}`, ...own(bounds), ...told];
}

/** Every transaction says it: made once for what one server is set to. */
const said = new WeakMap<Bounds, readonly string[]>();

function own(bounds: Bounds): readonly string[] {
  const known = said.get(bounds);
  if (known !== undefined) return known;
  const settings = Object.entries(ofATransaction(bounds)).map(([name, value]) => `SET LOCAL ${name} = '${value}'`);
  said.set(bounds, settings);
  return settings;
}
