import type { GoLiveAccount } from '../../domain/resellers/go-live';
import { activationRefusals } from '../../domain/resellers/go-live';
import type { GoLivePlanResolvers } from '../generated/types';
import { readConnection } from '../lists/connection';

export const GoLivePlan: GoLivePlanResolvers = {
  ready: async ({ reseller, today }, _args, { loaders }) =>
    activationRefusals(reseller, await loaders.inTheWay(reseller.accountId, today), []).length === 0,
  accounts: ({ reseller, today }, page, { loaders, budget }) =>
    readConnection<GoLiveAccount>(
      budget,
      { name: 'goLiveAccount', types: ['text', 'uuid'], valuesOf: ({ sortName, id }) => [sortName, id] },
      page,
      (limit, after) => loaders.goLiveAccounts(reseller.accountId, today, { limit, after }),
    ),
};
