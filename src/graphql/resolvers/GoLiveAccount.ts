import { goLiveObstacles } from '../../domain/resellers/go-live';
import type { GoLiveAccountResolvers } from '../generated/types';

export const GoLiveAccount: GoLiveAccountResolvers = {
  account: ({ id }, _args, { loaders }) => loaders.accounts.load(id),
  subscriptions: ({ id, today }, _args, { loaders }) => loaders.runningSubscriptions(id, today),
  obstacles: async (account, _args, { loaders }) =>
    goLiveObstacles(account, await loaders.goLiveFacts(account.id, account.today)),
};
