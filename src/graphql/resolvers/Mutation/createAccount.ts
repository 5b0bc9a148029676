import { createAccount as create } from '../../../services/create-account';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../account-payload';

export const createAccount: NonNullable<MutationResolvers['createAccount']> = async (_parent, { input }, context) => {
  const { id } = await context.guard.run((pass) => create(pass, input));
  return { account: await accountAfter(context, id), userErrors: [] };
};
