import { addContact as add } from '../../../services/contacts';
import type { MutationResolvers } from '../../generated/types';
import { contactAfter } from '../contact-payload';

export const addContact: NonNullable<MutationResolvers['addContact']> = async (_parent, { input }, context) => {
  const { id } = await context.guard.run((pass) => add(pass, input));
  return contactAfter(context, input.accountId, id);
};
