import { ribbon } from '../../domain/accounts/wording';
import { driftOf } from '../../domain/sync/drift';
import type { ManagedByResellerResolvers } from '../generated/types';

export const ManagedByReseller: ManagedByResellerResolvers = {
  ribbon: ({ reseller }) => ribbon(reseller.name),
  sourceAccountId: ({ management }) => management.sourceAccountId,
  sourceVersion: ({ management }) => management.sourceVersion,
  origin: ({ management }) => management.origin,
  managedSince: ({ management }) => management.managedSince,
  lastSyncedAt: ({ management }) => management.lastSyncedAt,
  /** The manager that it leaves learns nothing of it, nor does anyone but who decides on it. */
  moveTo: async ({ accountId }, _args, { loaders, knownCaller }) => {
    if (knownCaller.kind !== 'ADMINISTRATOR') return null;
    const move = await loaders.announcedMoves.load(accountId);
    return move && loaders.tenantResellers.load(move.tenantResellerId);
  },
  drift: async ({ accountId, loaded, reseller }, _args, { loaders }) =>
    driftOf(
      loaded.account,
      reseller,
      await loaders.gapsOf(loaded.account),
      await loaders.possibleDuplicates.load(accountId),
    ),
};
