import { transferAccounts as transfer } from '../../../services/setup/transfer-accounts';
import { userErrorOf } from '../../errors';
import type { MutationResolvers } from '../../generated/types';

export const transferAccounts: NonNullable<MutationResolvers['transferAccounts']> = async (
  _parent,
  { input },
  context,
) => {
  const outcomes = await transfer(context.guard.run, input, context.reportFault);
  context.loaders.forget();
  return {
    results: outcomes.map(async ({ accountId, refusals }) => {
      const view = await context.loaders.accounts.load(accountId);
      return { accountId, account: view.standing ? view : null, userErrors: refusals.map(userErrorOf) };
    }),
    userErrors: [],
  };
};
