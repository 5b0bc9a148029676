import type { TenantResellerResolvers } from '../generated/types';

export const TenantReseller: TenantResellerResolvers = {
  __resolveReference: (reference, { loaders }) => loaders.tenantResellers.load(reference.id),
  account: ({ accountId }, _args, { loaders, person }) => (person ? loaders.accounts.load(accountId) : null),
};
