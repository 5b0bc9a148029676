import type { QueryResolvers } from '../../generated/types';

export const customFieldDefinitions: NonNullable<QueryResolvers['customFieldDefinitions']> = (
  _parent,
  _args,
  { loaders, person },
) => person && loaders.customFieldDefinitions();
