import { readArgument, text } from '../../../domain/input';
import type { OfferedService, ServiceForSale } from '../../../domain/resellers/price-list';
import { listServices } from '../../../persistence/resellers/service-repository';
import type { QueryResolvers } from '../../generated/types';
import { readConnection } from '../../lists/connection';

export const offeredServices: NonNullable<QueryResolvers['offeredServices']> = (
  _parent,
  { search, ...page },
  { sql, knownCaller, budget },
) =>
  readConnection<OfferedService | ServiceForSale>(
    budget,
    { name: 'offeredService', types: ['text', 'uuid'], valuesOf: ({ sku, id }) => [sku, id] },
    page,
    (limit, after) => {
      const [sku, id] = after ?? [];
      return listServices(sql, knownCaller, {
        limit,
        after: sku && id ? { sku, id } : null,
        search: readArgument(text(), search ?? '', ['search']),
      });
    },
  );
