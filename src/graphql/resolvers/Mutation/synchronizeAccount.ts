import { synchronizeAccount as synchronizeIt } from '../../../services/accounts/synchronize-account';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const synchronizeAccount: NonNullable<MutationResolvers['synchronizeAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  await context.guard.run((pass) => synchronizeIt(pass, input, context.resources.now()));
  return { account: await accountAfter(context, info, input.accountId), changes: [], userErrors: [] };
};
