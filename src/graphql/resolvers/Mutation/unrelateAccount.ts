import { unrelateAccount as unrelate } from '../../../services/accounts/relations';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const unrelateAccount: NonNullable<MutationResolvers['unrelateAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const relation = await context.guard.run((pass) => unrelate(pass, input));
  const account = await accountAfter(context, info, input.accountId);
  return { account, relation: account && relation, userErrors: [] };
};
