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
  drift: async ({ accountId, loaded, reseller }, _args, { loaders }) =>
    driftOf(
      loaded.account,
      reseller,
      await loaders.gapsOf(loaded.account),
      await loaders.possibleDuplicates.load(accountId),
    ),
};
