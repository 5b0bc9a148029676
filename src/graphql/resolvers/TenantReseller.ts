import { dayOf } from '../../domain/calendar';
import { isCounted } from '../asked/asked-below';
import type { TenantResellerResolvers } from '../generated/types';
import { accountList } from '../lists/account-list';

export const TenantReseller: TenantResellerResolvers = {
  account: ({ accountId }, _args, { loaders, person }) => (person ? loaders.accounts.load(accountId) : null),
  priceList: ({ priceListId }, _args, { loaders, person }) =>
    person && priceListId ? loaders.priceLists.load(priceListId) : null,
  goLivePlan: (reseller, _args, { knownCaller, resources }) =>
    knownCaller.kind === 'ADMINISTRATOR' ? { reseller, today: dayOf(resources.now()) } : null,
  customers: ({ id }, page, context, info) =>
    accountList(
      context,
      { field: 'NAME', direction: 'ASC' },
      page,
      (limit, after) => context.loaders.customers(id, { limit, after }),
      () => context.loaders.customerCounts.load(id),
      isCounted(info),
    ),
};
