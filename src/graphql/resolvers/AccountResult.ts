import type { AccountResultResolvers } from '../generated/types';

export const AccountResult: AccountResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.visibleAccount(accountId),
};
