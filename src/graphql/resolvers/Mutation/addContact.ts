import { addContact as add } from '../../../services/accounts/contacts';
import type { MutationResolvers } from '../../generated/types';
import { contactAfter } from '../../payloads/contact-payload';

export const addContact: NonNullable<MutationResolvers['addContact']> = async (_parent, { input }, context, info) => {
  const { id } = await context.guard.run((pass) => add(pass, input));
  return contactAfter(context, info, input.accountId, id);
};
