import type { QueryResolvers } from '../../generated/types';

const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

export const invoice: NonNullable<QueryResolvers['invoice']> = async (_parent, { id }, { loaders, person }) => {
  const issued = person && (await loaders.invoices.load(id));
  // Unknown or on a hidden account, the same statements run.
  const account = person && (await loaders.accounts.load(issued?.accountId ?? NO_ACCOUNT));
  return account?.isThere ? issued : null;
};
