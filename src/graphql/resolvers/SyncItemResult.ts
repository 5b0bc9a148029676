import type { SyncItemResultResolvers } from '../generated/types';

export const SyncItemResult: SyncItemResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => (accountId === null ? null : loaders.visibleAccount(accountId)),
  subscriptions: ({ subscriptions }) => subscriptions.flatMap(({ subscription }) => subscription ?? []),
  subscriptionResults: ({ subscriptions }) => subscriptions.map((result) => ({ ...result, userErrors: [] })),
};
