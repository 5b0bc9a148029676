import { RequestError } from '../../../domain/errors';
import { canonicalId, sourceIdentityKey } from '../../../domain/identifiers';
import { findSourceIdentities } from '../../../persistence/source-identity-repository';
import type { QueryResolvers } from '../../generated/types';

export const copiedAccount: NonNullable<QueryResolvers['copiedAccount']> = async (_parent, args, context) => {
  const caller = context.knownCaller;
  const named = args.tenantResellerId ?? null;
  const resellerId = caller.kind === 'RESELLER_SYNC' ? caller.tenantResellerId : canonicalId(named);
  if (named === null && caller.kind !== 'RESELLER_SYNC') {
    throw new RequestError('INVALID_INPUT', 'tenantResellerId is needed: whose customer?', ['tenantResellerId']);
  }
  // A sync caller that names another reseller asks for a customer that does not exist for it.
  if (!resellerId || (named !== null && canonicalId(named) !== resellerId)) return null;
  const key = sourceIdentityKey(resellerId, args.sourceAccountId.normalize('NFC'));
  const accountId = (await findSourceIdentities(context.sql, [key])).get(key);
  const view = accountId ? await context.loaders.accounts.load(accountId) : null;
  return view?.standing ? view : null;
};
