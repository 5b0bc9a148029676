import { savePermissionRule as save } from '../../../services/resellers/save-permission-rule';
import type { MutationResolvers } from '../../generated/types';

export const savePermissionRule: NonNullable<MutationResolvers['savePermissionRule']> = async (
  _parent,
  { input },
  context,
) => {
  const { id } = await context.guard.run((pass) => save(pass, input));
  return { permissionRule: await context.loaders.permissionRules.load(id), userErrors: [] };
};
