import { createAccount as create } from '../../../services/accounts/create-account';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const createAccount: NonNullable<MutationResolvers['createAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => create(pass, input));
  return { account: await accountAfter(context, info, id), changes: [], userErrors: [] };
};
