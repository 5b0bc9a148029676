import { dayOf } from '../../domain/calendar';
import { pricesOn } from '../../domain/resellers/price-list';
import type { OfferedServiceResolvers } from '../generated/types';
import type { ServiceSource } from '../request/mappers';

export const OfferedService: OfferedServiceResolvers = {
  /** A sync caller sees what its reseller is offered the service at. */
  prices: async (service, _args, { loaders, person, resources }) => {
    const priced: ServiceSource | null = service.prices ? service : await loaders.services.load(service.id);
    const { prices = [], listed = [] } = priced ?? service;
    return person ? prices : pricesOn({ prices, listed }, dayOf(resources.now()));
  },
};
