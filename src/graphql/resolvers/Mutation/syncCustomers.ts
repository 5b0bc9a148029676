import { syncCustomers as sync } from '../../../services/sync/sync-customers';
import type { MutationResolvers } from '../../generated/types';
import { userErrorsOf } from '../../request/user-error';

export const syncCustomers: NonNullable<MutationResolvers['syncCustomers']> = async (_parent, { input }, context) => {
  const items = await sync(context, input.items);
  return {
    results: items.map(({ sourceAccountId, outcome, accountId, subscriptions, warnings, refusals, changes }) => ({
      sourceAccountId,
      outcome,
      accountId,
      subscriptions,
      warnings,
      changes,
      userErrors: userErrorsOf(refusals, context),
    })),
    userErrors: [],
  };
};
