import { findApiOptions } from '../../../persistence/resellers/api-options-repository';
import type { QueryResolvers } from '../../generated/types';

export const apiOptions: NonNullable<QueryResolvers['apiOptions']> = (_parent, _args, { sql, person }) =>
  person && findApiOptions(sql);
