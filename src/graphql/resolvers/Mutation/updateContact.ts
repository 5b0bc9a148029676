import { updateContact as change } from '../../../services/accounts/contacts';
import type { MutationResolvers } from '../../generated/types';
import { contactAfter } from '../../payloads/contact-payload';

export const updateContact: NonNullable<MutationResolvers['updateContact']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => change(pass, { ...input }));
  return contactAfter(context, info, input.accountId, id);
};
