import { powersOf } from '../../domain/accounts/policy-catalogue';
import type { AccountViewerResolvers } from '../generated/types';

export const AccountViewer: AccountViewerResolvers = {
  groups: (caller) => (caller.kind === 'RESELLER_SYNC' ? [] : caller.groups),
  powers: powersOf,
  tenantReseller: (caller, _args, { loaders }) =>
    caller.kind === 'RESELLER_SYNC' ? loaders.tenantResellers.load(caller.tenantResellerId) : null,
};
