import type { AccountResultResolvers, SyncItemResultResolvers, TransferResultResolvers } from '../generated/types';

// What bulk calls came to, item by item; an account is loaded when it is asked for.

export const SyncItemResult: SyncItemResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => (accountId === null ? null : loaders.visibleAccount(accountId)),
  subscriptions: ({ subscriptions }) => subscriptions.flatMap(({ subscription }) => subscription ?? []),
  subscriptionResults: ({ subscriptions }) => subscriptions.map((result) => ({ userErrors: [], ...result })),
};

export const TransferResult: TransferResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.visibleAccount(accountId),
};

export const AccountResult: AccountResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.visibleAccount(accountId),
};
