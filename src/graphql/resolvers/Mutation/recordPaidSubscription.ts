import { recordPaidSubscription as record } from '../../../services/sync/record-paid-subscription';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const recordPaidSubscription: NonNullable<MutationResolvers['recordPaidSubscription']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { accountId, ...recorded } = await record(context, input);
  return {
    ...recorded,
    account: accountId === null ? null : await accountAfter(context, info, accountId),
    userErrors: [],
  };
};
