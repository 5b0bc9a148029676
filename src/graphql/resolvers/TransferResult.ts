import type { TransferResultResolvers } from '../generated/types';

export const TransferResult: TransferResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.visibleAccount(accountId),
};
