import { cancelPaidSubscription as cancel } from '../../../services/sync/cancel-paid-subscription';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const cancelPaidSubscription: NonNullable<MutationResolvers['cancelPaidSubscription']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { accountId, ...cancelled } = await cancel(context, input);
  return {
    ...cancelled,
    account: accountId === null ? null : await accountAfter(context, info, accountId),
    userErrors: [],
  };
};
