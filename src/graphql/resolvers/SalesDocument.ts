import type { SalesDocumentResolvers } from '../generated/types';

export const SalesDocument: SalesDocumentResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.accounts.load(accountId),
};
