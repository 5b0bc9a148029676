import { dayOf } from '../../../domain/account';
import { transferAccounts as transfer } from '../../../services/setup/transfer-accounts';
import { userErrorOf } from '../../errors';
import type { MutationResolvers } from '../../generated/types';

export const transferAccounts: NonNullable<MutationResolvers['transferAccounts']> = async (
  _parent,
  { input },
  context,
) => {
  const outcomes = await transfer(context.guard.run, input, dayOf(context.resources.now()), context.reportFault);
  return {
    results: outcomes.map(({ accountId, refusals }) => ({ accountId, userErrors: refusals.map(userErrorOf) })),
    userErrors: [],
  };
};
