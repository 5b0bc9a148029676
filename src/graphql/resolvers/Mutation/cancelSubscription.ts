import { cancelSubscription as cancel } from '../../../services/selling/subscriptions';
import type { MutationResolvers } from '../../generated/types';
import { subscriptionAfter } from '../../payloads/sales-payload';

export const cancelSubscription: NonNullable<MutationResolvers['cancelSubscription']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => cancel(pass, input));
  return subscriptionAfter(context, info, input.accountId, id);
};
