import type { PendingInvoiceResolvers } from '../generated/types';

export const PendingInvoice: PendingInvoiceResolvers = {
  billTo: ({ billToId }, _args, { loaders }) => loaders.accounts.load(billToId),
};
