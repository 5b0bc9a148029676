import { updateTenantReseller as run } from '../../../services/resellers/update-tenant-reseller';
import type { MutationResolvers } from '../../generated/types';

export const updateTenantReseller: NonNullable<MutationResolvers['updateTenantReseller']> = async (
  _parent,
  { input },
  context,
) => {
  const { id } = await context.guard.run((pass) => run(pass, input));
  return { tenantReseller: await context.loaders.tenantResellers.load(id), userErrors: [] };
};
