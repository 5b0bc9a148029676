import type { QueryResolvers } from '../../generated/types';

export const tenantReseller: NonNullable<QueryResolvers['tenantReseller']> = (_parent, { id }, { loaders }) =>
  loaders.tenantResellers.load(id);
