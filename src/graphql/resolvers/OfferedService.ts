import { dayOf } from '../../domain/calendar';
import { pricesOn } from '../../domain/resellers/price-list';
import type { OfferedServiceResolvers } from '../generated/types';
import type { ServiceSource } from '../request/mappers';

export const OfferedService: OfferedServiceResolvers = {
  /** A sync caller sees what its reseller is offered services at, where it asks for that; elsewhere what subscriptions cost. */
  prices: async ({ id, prices, listed = [] }: ServiceSource, _args, { loaders, person, resources }) => {
    if (person) return prices ?? (await loaders.services.load(id))?.prices ?? [];
    return prices ? pricesOn({ prices, listed }, dayOf(resources.now())) : [];
  },
};
