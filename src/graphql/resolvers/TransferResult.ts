import type { TransferResultResolvers } from '../generated/types';

export const TransferResult: TransferResultResolvers = {
  account: async ({ accountId }, _args, { loaders }) => {
    const view = await loaders.accounts.load(accountId);
    return view.standing ? view : null;
  },
};
