import { readArgument, text } from '../../domain/input';
import { PRICE_LIST_ENTRY_ORDER } from '../../persistence/resellers/price-list-repository';
import type { PriceListResolvers } from '../generated/types';
import { orderOf, readConnection } from '../lists/connection';

export const PriceList: PriceListResolvers = {
  prices: ({ id }, { sku, ...page }, { loaders, budget }) =>
    readConnection(budget, orderOf(PRICE_LIST_ENTRY_ORDER), page, (limit, after) => {
      const filter = typeof sku === 'string' ? readArgument(text(), sku, ['sku']) : null;
      return loaders.priceListEntries(id, { limit, after, filter });
    }),
};
