import { dayOf } from '../../../domain/calendar';
import { generateInvoices as generate } from '../../../services/billing/generate-invoices';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const generateInvoices: NonNullable<MutationResolvers['generateInvoices']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { ids } = await context.guard.run((pass) => generate(pass, input, dayOf(context.resources.now())));
  const account = await accountAfter(context, info, input.accountId);
  const invoices = await Promise.all(ids.map((id) => context.loaders.invoices.load(id)));
  return { account, invoices: invoices.filter((one) => one !== null), userErrors: [] };
};
