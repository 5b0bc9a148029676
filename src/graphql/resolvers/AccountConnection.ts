import type { AccountConnectionResolvers } from '../generated/types';

export const AccountConnection: AccountConnectionResolvers = {
  totalCount: async ({ count }) => (await count()).total,
  totalCountIsCapped: async ({ count }) => (await count()).isCapped,
};
