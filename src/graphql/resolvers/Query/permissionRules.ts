import { listPermissionRules } from '../../../persistence/setup-repository';
import type { QueryResolvers } from '../../generated/types';

export const permissionRules: NonNullable<QueryResolvers['permissionRules']> = (_parent, _args, { sql, person }) =>
  person && listPermissionRules(sql);
