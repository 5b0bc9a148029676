import { dayOf } from '../../../domain/calendar';
import { transferAccounts as transfer } from '../../../services/resellers/transfer-accounts';
import type { MutationResolvers } from '../../generated/types';
import { userErrorsOf } from '../../request/user-error';

export const transferAccounts: NonNullable<MutationResolvers['transferAccounts']> = async (
  _parent,
  { input },
  context,
) => {
  const outcomes = await transfer(context.guard.run, input, dayOf(context.resources.now()), context.reportFault);
  return {
    results: outcomes.map(({ refusals, ...outcome }) => ({ ...outcome, userErrors: userErrorsOf(refusals, context) })),
    userErrors: [],
  };
};
