import { saveService as save } from '../../../services/resellers/save-service';
import type { MutationResolvers } from '../../generated/types';

export const saveService: NonNullable<MutationResolvers['saveService']> = async (_parent, { input }, context) => {
  const { id } = await context.guard.run((pass) => save(pass, input));
  return { service: await context.loaders.services.load(id), userErrors: [] };
};
