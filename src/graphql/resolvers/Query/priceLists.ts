import type { PriceList } from '../../../domain/resellers/price-list';
import { listPriceLists } from '../../../persistence/resellers/price-list-repository';
import type { QueryResolvers } from '../../generated/types';
import { readConnection } from '../../lists/connection';

export const priceLists: NonNullable<QueryResolvers['priceLists']> = (_parent, page, { sql, person, budget }) =>
  person &&
  readConnection<PriceList>(
    budget,
    { name: 'priceList', types: ['text', 'uuid'], valuesOf: ({ code, id }) => [code, id] },
    page,
    (limit, after) => {
      const [code, id] = after ?? [];
      return listPriceLists(sql, { limit, after: code && id ? { code, id } : null });
    },
  );
