/** The roles that the migrations make and their triggers, grants and policies name: the portal's writes and the syncs'. */
export const PORTAL_LOGIN = 'reseller_accounts_portal';
export const SYNC_LOGIN = 'reseller_accounts_sync';
