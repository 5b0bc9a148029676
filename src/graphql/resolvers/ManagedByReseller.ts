import { driftOf } from '../../domain/sync/drift';
import type { ManagedByResellerResolvers } from '../generated/types';

export const ManagedByReseller: ManagedByResellerResolvers = {
  /** The manager that it leaves learns nothing of it, nor does anyone but who decides on it. */
  moveTo: async ({ accountId }, _args, { loaders, knownCaller }) => {
    if (knownCaller.kind !== 'ADMINISTRATOR') return null;
    const move = await loaders.announcedMoves.load(accountId);
    return move && loaders.tenantResellers.load(move.tenantResellerId);
  },
  drift: async (managed, _args, { loaders }) =>
    driftOf(
      managed,
      managed.reseller,
      await loaders.gapsOf(managed),
      await loaders.possibleDuplicates.load(managed.accountId),
    ),
};
