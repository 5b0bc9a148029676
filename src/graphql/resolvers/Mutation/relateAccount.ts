import { findRelation } from '../../../persistence/accounts/relation-repository';
import { relateAccount as relate } from '../../../services/accounts/relations';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const relateAccount: NonNullable<MutationResolvers['relateAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => relate(pass, input));
  const account = await accountAfter(context, info, input.accountId);
  const relation = account && (await findRelation(context.sql, account.id, id));
  return { account, relation, userErrors: [] };
};
