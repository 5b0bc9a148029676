import { accountList } from '../account-list';
import type { TenantResellerResolvers } from '../generated/types';

export const TenantReseller: TenantResellerResolvers = {
  __resolveReference: (reference, { loaders }) => loaders.tenantResellers.load(reference.id),
  account: ({ accountId }, _args, { loaders, person }) => (person ? loaders.accounts.load(accountId) : null),
  customers: ({ id }, page, context) =>
    accountList(
      context,
      { field: 'NAME', direction: 'ASC' },
      page,
      (limit, after) => context.loaders.customers(id, { limit, after }),
      () => context.loaders.customerCounts.load(id),
    ),
};
