import type { AccountViewerResolvers } from '../generated/types';

export const AccountViewer: AccountViewerResolvers = {
  tenantReseller: (caller, _args, { loaders }) =>
    caller.kind === 'RESELLER_SYNC' ? loaders.tenantResellers.load(caller.tenantResellerId) : null,
};
