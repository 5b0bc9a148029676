import { dayOf } from '../../../domain/calendar';
import { activateBackOrdering as run } from '../../../services/resellers/activate-back-ordering';
import type { MutationResolvers } from '../../generated/types';

export const activateBackOrdering: NonNullable<MutationResolvers['activateBackOrdering']> = async (
  _parent,
  { input },
  context,
) => {
  const today = dayOf(context.resources.now());
  const { id } = await context.guard.run((pass) => run(pass, input, today));
  return { tenantReseller: await context.loaders.tenantResellers.load(id), userErrors: [] };
};
