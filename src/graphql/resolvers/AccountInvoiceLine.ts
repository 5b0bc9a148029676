import { invoiceLineId } from '../../domain/identifiers';
import type { AccountInvoiceLineResolvers } from '../generated/types';

export const AccountInvoiceLine: AccountInvoiceLineResolvers = {
  id: (line) => ('position' in line ? invoiceLineId(line.invoiceId, line.position) : null),
  credited: (line) => ('credited' in line ? line.credited : '0'),
  from: ({ fromDay }) => fromDay,
  account: ({ accountId }, _args, { loaders }) => loaders.accounts.load(accountId),
  /** A joined invoice may hold lines of customers that the caller does not see: then only the line itself is shown. */
  subscription: async ({ accountId, subscriptionId }, _args, { loaders }) => {
    if (!subscriptionId) return null;
    const account = await loaders.accounts.load(accountId);
    return account.isThere ? loaders.subscriptions.load({ accountId, id: subscriptionId }) : null;
  },
};
