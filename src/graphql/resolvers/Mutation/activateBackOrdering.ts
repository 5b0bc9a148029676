import { activateBackOrdering as run } from '../../../services/resellers/update-tenant-reseller';
import type { MutationResolvers } from '../../generated/types';

export const activateBackOrdering: NonNullable<MutationResolvers['activateBackOrdering']> = async (
  _parent,
  { input },
  context,
) => {
  const { id } = await context.guard.run((pass) => run(pass, input));
  return { tenantReseller: await context.loaders.tenantResellers.load(id), userErrors: [] };
};
