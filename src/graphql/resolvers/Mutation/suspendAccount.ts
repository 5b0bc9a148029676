import { suspendAccount as suspendIt } from '../../../services/accounts/change-account-status';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const suspendAccount: NonNullable<MutationResolvers['suspendAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  await context.guard.run((pass) => suspendIt(pass));
  return { account: await accountAfter(context, info, input.accountId), changes: [], userErrors: [] };
};
