import { listPermissionRules } from '../../../persistence/resellers/permission-rule-repository';
import type { QueryResolvers } from '../../generated/types';

export const permissionRules: NonNullable<QueryResolvers['permissionRules']> = async (_parent, _args, context) => {
  if (!context.person) return null;
  const rules = await listPermissionRules(context.sql);
  context.budget.spend(rules.reduce((items, { grants }) => items + 1 + grants.length, 0));
  return rules;
};
