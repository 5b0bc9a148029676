import { cancelSubscription as cancel } from '../../../services/selling/subscriptions';
import type { MutationResolvers } from '../../generated/types';
import { subscriptionAfter } from '../../payloads/sales-payload';

export const cancelSubscription: NonNullable<MutationResolvers['cancelSubscription']> = async (
  _parent,
  { input },
  context,
) => {
  const { id } = await context.guard.run((pass) => cancel(pass, input));
  return subscriptionAfter(context, input.accountId, id);
};
