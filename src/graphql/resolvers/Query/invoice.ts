import type { QueryResolvers } from '../../generated/types';

export const invoice: NonNullable<QueryResolvers['invoice']> = async (_parent, { id }, { loaders, person }) => {
  const issued = person && (await loaders.invoices.load(id));
  const account = issued && (await loaders.accounts.load(issued.accountId));
  return account?.standing ? issued : null;
};
