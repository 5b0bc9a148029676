import { readAhead } from '../../asked/read-ahead';
import type { QueryResolvers } from '../../generated/types';

export const account: NonNullable<QueryResolvers['account']> = (_parent, { id }, context, info) => {
  const view = context.loaders.visibleAccount(id);
  readAhead(context, id, info);
  return view;
};
