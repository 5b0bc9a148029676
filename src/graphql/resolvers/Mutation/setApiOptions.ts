import { findApiOptions } from '../../../persistence/resellers/api-options-repository';
import { setApiOptions as set } from '../../../services/resellers/set-api-options';
import type { MutationResolvers } from '../../generated/types';

export const setApiOptions: NonNullable<MutationResolvers['setApiOptions']> = async (_parent, { input }, context) => {
  await context.guard.run((pass) => set(pass, input));
  return { apiOptions: await findApiOptions(context.sql), userErrors: [] };
};
