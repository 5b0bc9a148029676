import { dayOf } from '../../../domain/account';
import { deleteAccount as deleteIt } from '../../../services/change-account-status';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../account-payload';

export const deleteAccount: NonNullable<MutationResolvers['deleteAccount']> = async (_parent, { input }, context) => {
  await context.guard.run((pass) => deleteIt(pass, dayOf(context.resources.now())));
  return { account: await accountAfter(context, input.accountId), userErrors: [] };
};
