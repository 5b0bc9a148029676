import { reactivateAccount as reactivateIt } from '../../../services/accounts/change-account-status';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const reactivateAccount: NonNullable<MutationResolvers['reactivateAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  await context.guard.run((pass) => reactivateIt(pass));
  return { account: await accountAfter(context, info, input.accountId), changes: [], userErrors: [] };
};
