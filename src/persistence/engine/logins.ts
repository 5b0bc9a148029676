/** The roles that the migrations make and their triggers, grants and policies name: the portal's writes and the syncs'. */
export const PORTAL_LOGIN = 'reseller_accounts_portal';
export const SYNC_LOGIN = 'reseller_accounts_sync';

/** How long a statement, a wait for a lock and an idle transaction of theirs may take. */
export const BOUNDS = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '15s',
} as const;
