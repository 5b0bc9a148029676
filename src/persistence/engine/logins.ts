/** The roles that the migrations make and their triggers, grants and policies name: the portal's writes and the syncs'. */
export const PORTAL_LOGIN = 'reseller_accounts_portal';
export const SYNC_LOGIN = 'reseller_accounts_sync';

/**
 * What the roles are set to where several nodes share the tables: triggers may read other tables there, and a transaction has one
 * connection to a node, or what one has written another would wait for. And what it says of itself is told to each node.
 */
export const NODE_SETTINGS: Readonly<Record<string, string>> = {
  'citus.enable_unsafe_triggers': 'on',
  'citus.allow_nested_distributed_execution': 'on',
  'citus.multi_shard_modify_mode': 'sequential',
  // What our connections say to the coordinator is not said to the nodes, where it would be compiled for each shard.
  jit: 'off',
};

/**
 * On the coordinator alone. A node that passed on what it is told, too, would be told it again by the others, and a text of
 * several statements with such settings in it would go round without an end.
 */
export const COORDINATOR_SETTINGS: Readonly<Record<string, string>> = {
  'citus.propagate_set_commands': 'local',
  // To each node one of the login's and one of the owner's, whose functions read for it: neither is opened again each time.
  'citus.max_cached_conns_per_worker': '2',
};

/** How long a statement, a wait for a lock and an idle transaction of theirs may take, as Postgres is told. */
export interface Bounds {
  readonly statement_timeout: string;
  readonly lock_timeout: string;
  readonly idle_in_transaction_session_timeout: string;
}

/** Where the environment says nothing else of STATEMENT_TIMEOUT and LOCK_TIMEOUT. */
export const BOUNDS = boundsOf({ statementTimeoutMs: 10_000, lockTimeoutMs: 5_000 });

/** A transaction is idle for the moments in which we decide: that needs no setting. */
export function boundsOf({
  statementTimeoutMs,
  lockTimeoutMs,
}: {
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}): Bounds {
  return {
    statement_timeout: `${statementTimeoutMs / 1000}s`,
    lock_timeout: `${lockTimeoutMs / 1000}s`,
    idle_in_transaction_session_timeout: '15s',
  };
}
