import type { AccountInvoiceResolvers } from '../generated/types';

export const AccountInvoice: AccountInvoiceResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.accounts.load(accountId),
  billTo: ({ billToId }, _args, { loaders }) => loaders.accounts.load(billToId),
  corrects: ({ correctsId }, _args, { loaders }) => (correctsId ? loaders.invoices.load(correctsId) : null),
  lines: ({ id }, _args, { loaders }) => loaders.invoiceLines.load(id),
};
