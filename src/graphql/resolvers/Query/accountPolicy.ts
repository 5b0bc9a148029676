import type { QueryResolvers } from '../../generated/types';

export const accountPolicy: NonNullable<QueryResolvers['accountPolicy']> = (_parent, _args, { resources }) =>
  resources.accountPolicy;
