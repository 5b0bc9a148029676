import { dayOf } from '../../../domain/calendar';
import { createCreditNote as create } from '../../../services/billing/create-credit-note';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const createCreditNote: NonNullable<MutationResolvers['createCreditNote']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { id } = await context.guard.run((pass) => create(pass, input, dayOf(context.resources.now())));
  const account = await accountAfter(context, info, input.accountId);
  return { account, invoice: account && (await context.loaders.invoices.load(id)), userErrors: [] };
};
