import type { QueryResolvers } from '../../generated/types';

export const permissionRules: NonNullable<QueryResolvers['permissionRules']> = (_parent, _args, { loaders, person }) =>
  person && loaders.everyPermissionRule();
