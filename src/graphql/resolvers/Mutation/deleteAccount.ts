import { dayOf } from '../../../domain/calendar';
import { deleteAccount as deleteIt } from '../../../services/accounts/change-account-status';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const deleteAccount: NonNullable<MutationResolvers['deleteAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  await context.guard.run((pass) => deleteIt(pass, dayOf(context.resources.now())));
  return { account: await accountAfter(context, info, input.accountId), changes: [], userErrors: [] };
};
