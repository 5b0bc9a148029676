import { createTenantReseller as run } from '../../../services/resellers/create-tenant-reseller';
import type { MutationResolvers } from '../../generated/types';

export const createTenantReseller: NonNullable<MutationResolvers['createTenantReseller']> = async (
  _parent,
  { input },
  context,
) => {
  const { id } = await context.guard.run((pass) => run(pass, input));
  return { tenantReseller: await context.loaders.tenantResellers.load(id), userErrors: [] };
};
