import { findRelation } from '../../../persistence/relation-repository';
import { relateAccount as relate } from '../../../services/relations';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../account-payload';

export const relateAccount: NonNullable<MutationResolvers['relateAccount']> = async (_parent, { input }, context) => {
  const { id } = await context.guard.run((pass) => relate(pass, input));
  const account = await accountAfter(context, input.accountId);
  const relation = account && (await findRelation(context.sql, account.id, id));
  return { account, relation, userErrors: [] };
};
