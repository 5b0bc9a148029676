import type { ApiOptionsResolvers } from '../generated/types';

export const ApiOptions: ApiOptionsResolvers = {
  entity: () => 'ACCOUNT',
  responsibleUser: ({ responsibleUserId }) => (responsibleUserId ? { id: responsibleUserId } : null),
  permissionRule: ({ permissionRuleId }, _args, { loaders }) =>
    permissionRuleId ? loaders.permissionRules.load(permissionRuleId) : null,
};
