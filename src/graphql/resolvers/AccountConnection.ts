import type { AccountConnectionResolvers } from '../generated/types';

export const AccountConnection: AccountConnectionResolvers = {
  totalCount: ({ count }) => count(),
};
