import type { SyncItemResultResolvers } from '../generated/types';

export const SyncItemResult: SyncItemResultResolvers = {
  account: ({ accountId }, _args, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
  subscriptions: ({ subscriptions }) => subscriptions.map(({ subscription }) => subscription),
  subscriptionResults: ({ subscriptions }) => subscriptions.map((result) => ({ ...result, userErrors: [] })),
};
