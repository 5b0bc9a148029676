import { changeSubscription as change } from '../../../services/selling/subscriptions';
import type { MutationResolvers } from '../../generated/types';
import { subscriptionAfter } from '../../payloads/sales-payload';

export const changeSubscription: NonNullable<MutationResolvers['changeSubscription']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => change(pass, input));
  return subscriptionAfter(context, info, input.accountId, id);
};
