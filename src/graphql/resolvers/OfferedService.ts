import type { OfferedServiceResolvers } from '../generated/types';

export const OfferedService: OfferedServiceResolvers = {
  /** A sync caller sees what its customers' subscriptions cost, and not the price list. */
  prices: async ({ id, prices }, _args, { loaders, person }) =>
    person ? (prices ?? (await loaders.services.load(id))?.prices ?? []) : [],
};
