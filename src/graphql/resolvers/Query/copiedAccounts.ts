import { argumentRefused, RequestError } from '../../../domain/errors';
import { sourceIdentityKey } from '../../../domain/identifiers';
import { filledText, LIMITS, parse } from '../../../domain/input';
import { label, say } from '../../../domain/message';
import { isManagedAs } from '../../../domain/sync/customer-standing';
import { findSourceIdentities } from '../../../persistence/sync/source-identity-repository';
import type { QueryResolvers } from '../../generated/types';

const sourceId = filledText();

export const copiedAccounts: NonNullable<QueryResolvers['copiedAccounts']> = async (
  _parent,
  { sourceAccountIds: sent },
  { knownCaller, sql, loaders, budget },
) => {
  if (knownCaller.kind !== 'RESELLER_SYNC') {
    throw new RequestError('FORBIDDEN', "This query is for a tenant reseller's sync service only.");
  }
  const { tenantResellerId } = knownCaller;
  if (sent.length > LIMITS.itemsPerCall) {
    const said = say('input.tooManyAtOnce', { field: label('sourceAccountIds'), most: LIMITS.itemsPerCall });
    throw argumentRefused(said, ['sourceAccountIds']);
  }
  const named = sent.map((id) => {
    const sourceAccountId = parse(sourceId, id, []).value;
    return sourceAccountId === undefined
      ? null
      : { sourceAccountId, key: sourceIdentityKey(tenantResellerId, sourceAccountId) };
  });
  return budget.read(
    sent.length,
    async () => {
      const keys = new Set(named.flatMap((one) => one?.key ?? []));
      const identities = await findSourceIdentities(sql, [...keys]);
      return Promise.all(
        named.map(async (one) => {
          const accountId = one && identities.get(one.key)?.accountId;
          if (!accountId) return null;
          const view = await loaders.accounts.load(accountId);
          // Of a customer that has left, or is about to come, the reseller has no account here.
          return isManagedAs({ management: view.managedByReseller }, tenantResellerId, one.sourceAccountId)
            ? view
            : null;
        }),
      );
    },
    (found) => found.length,
  );
};
