import { dayOf } from '../../../domain/calendar';
import { createSubscription as sell } from '../../../services/selling/subscriptions';
import type { MutationResolvers } from '../../generated/types';
import { subscriptionAfter } from '../../payloads/sales-payload';

export const createSubscription: NonNullable<MutationResolvers['createSubscription']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => sell(pass, input, dayOf(context.resources.now())));
  return subscriptionAfter(context, info, input.accountId, id);
};
