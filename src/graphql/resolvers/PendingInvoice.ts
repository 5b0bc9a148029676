import type { PendingInvoiceResolvers } from '../generated/types';

export const PendingInvoice: PendingInvoiceResolvers = {
  lines: ({ lines }, _args, { budget }) => {
    budget.spendLines(lines.length);
    return lines;
  },
  billTo: ({ billToId }, _args, { loaders }) => loaders.accounts.load(billToId),
};
