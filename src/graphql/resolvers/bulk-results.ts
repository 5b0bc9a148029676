import type { AccountResultResolvers, SyncItemResultResolvers, TransferResultResolvers } from '../generated/types';

// What bulk calls came to, item by item; an account is loaded when it is asked for.

export const SyncItemResult: SyncItemResultResolvers = {
  account: async ({ accountId }, _args, { loaders }) => {
    const view = accountId === null ? null : await loaders.accounts.load(accountId);
    // What a dry run would have made is not there.
    return view?.standing ? view : null;
  },
  subscriptions: ({ subscriptions }) => subscriptions.flatMap(({ subscription }) => subscription ?? []),
  subscriptionResults: ({ subscriptions }) => subscriptions.map((result) => ({ ...result, userErrors: [] })),
};

export const TransferResult: TransferResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.visibleAccount(accountId),
};

export const AccountResult: AccountResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.visibleAccount(accountId),
};
