import { removeContact as remove } from '../../../services/accounts/contacts';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const removeContact: NonNullable<MutationResolvers['removeContact']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const contact = await context.guard.run((pass) => remove(pass, input));
  const account = await accountAfter(context, info, input.accountId);
  return { account, contact: account && contact, userErrors: [] };
};
