import { dayOf } from '../../../domain/calendar';
import { savePriceList as save } from '../../../services/resellers/save-price-list';
import type { MutationResolvers } from '../../generated/types';

export const savePriceList: NonNullable<MutationResolvers['savePriceList']> = async (_parent, { input }, context) => {
  const { id } = await context.guard.run((pass) => save(pass, input, () => dayOf(context.resources.now())));
  return { priceList: await context.loaders.priceLists.load(id), userErrors: [] };
};
