import { nextInvoiceDate, subscriptionStatus } from '../../domain/selling/subscription';
import type { AccountSubscriptionResolvers } from '../generated/types';

export const AccountSubscription: AccountSubscriptionResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.accounts.load(accountId),
  status: (subscription) => subscriptionStatus(subscription),
  nextInvoiceDate: (subscription) => nextInvoiceDate(subscription),
};
