import type { QueryResolvers } from '../../generated/types';

export const accountViewer: NonNullable<QueryResolvers['accountViewer']> = (_parent, _args, { knownCaller }) =>
  knownCaller;
