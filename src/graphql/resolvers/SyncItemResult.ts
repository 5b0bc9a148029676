import type { SyncItemResultResolvers } from '../generated/types';

export const SyncItemResult: SyncItemResultResolvers = {
  account: async ({ accountId }, _args, { loaders }) => {
    const view = accountId === null ? null : await loaders.accounts.load(accountId);
    // What a dry run would have made is not there.
    return view?.standing ? view : null;
  },
  subscriptions: ({ subscriptions }) => subscriptions.flatMap(({ subscription }) => subscription ?? []),
  subscriptionResults: ({ subscriptions }) => subscriptions.map((result) => ({ ...result, userErrors: [] })),
};
