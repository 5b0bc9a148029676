import { argumentRefused } from '../../../domain/errors';
import { canonicalId, sourceIdentityKey } from '../../../domain/identifiers';
import { filledText, parse } from '../../../domain/input';
import { label, say } from '../../../domain/message';
import { isManagedAs } from '../../../domain/sync/customer-standing';
import { findSourceIdentities } from '../../../persistence/sync/source-identity-repository';
import type { QueryResolvers } from '../../generated/types';

export const copiedAccount: NonNullable<QueryResolvers['copiedAccount']> = async (_parent, args, context) => {
  const caller = context.knownCaller;
  const named = args.tenantResellerId ?? null;
  const resellerId = caller.kind === 'RESELLER_SYNC' ? caller.tenantResellerId : canonicalId(named);
  if (named === null && caller.kind !== 'RESELLER_SYNC') {
    throw argumentRefused(say('input.whoseCustomer', { field: label('tenantResellerId') }), ['tenantResellerId']);
  }
  // A sync caller that names another reseller asks for a customer that does not exist for it.
  if (!resellerId || (named !== null && canonicalId(named) !== resellerId)) return null;
  const sourceAccountId = parse(filledText(), args.sourceAccountId, ['sourceAccountId']);
  if (sourceAccountId.refusals) return null;
  const key = sourceIdentityKey(resellerId, sourceAccountId.value);
  const accountId = (await findSourceIdentities(context.sql, [key])).get(key)?.accountId;
  // Unknown or hidden, the same statements run: the key is the id that the copy would have.
  const view = await context.loaders.accounts.load(accountId ?? key);
  // Of a customer that has left, or is about to come, the reseller has no account here.
  return isManagedAs({ management: view.managedByReseller }, resellerId, sourceAccountId.value) ? view : null;
};
