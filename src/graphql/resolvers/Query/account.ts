import type { QueryResolvers } from '../../generated/types';

export const account: NonNullable<QueryResolvers['account']> = async (_parent, { id }, { loaders }) => {
  const view = await loaders.accounts.load(id);
  return view.isThere ? view : null;
};
