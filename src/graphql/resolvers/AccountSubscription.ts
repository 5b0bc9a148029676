import { dayOf } from '../../domain/calendar';
import { quantityOn } from '../../domain/selling/quantities';
import { nextInvoiceDate, subscriptionStatus } from '../../domain/selling/subscription';
import type { AccountSubscriptionResolvers } from '../generated/types';

export const AccountSubscription: AccountSubscriptionResolvers = {
  account: ({ accountId }, _args, { loaders }) => loaders.accounts.load(accountId),
  quantity: (subscription, _args, { resources }) => quantityOn(subscription, dayOf(resources.now())),
  status: (subscription) => subscriptionStatus(subscription),
  nextInvoiceDate: (subscription) => nextInvoiceDate(subscription),
  /** The distributor's own matter: a sync is told none. */
  overbilled: ({ accountId, id }, _args, { loaders, resources, knownCaller }) =>
    knownCaller.kind === 'RESELLER_SYNC' ? [] : loaders.overbilled(accountId, id, dayOf(resources.now())),
};
