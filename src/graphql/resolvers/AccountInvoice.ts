import type { AccountInvoiceResolvers } from '../generated/types';

export const AccountInvoice: AccountInvoiceResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.accounts.load(accountId),
  billTo: ({ billToId }, _args, { loaders }) => loaders.accounts.load(billToId),
  lines: async ({ id }, _args, { loaders, budget }) => {
    const lines = await loaders.invoiceLines.load(id);
    budget.spendLines(lines.length);
    return lines;
  },
};
