import { allowedActions, denialReasons } from '../../domain/accounts/account-policy';
import { factsTold } from '../../domain/accounts/account-standing';
import { customFieldValue } from '../../domain/accounts/custom-field';
import { lockTexts, permissionTexts } from '../../domain/accounts/policy-messages';
import { readAsOf } from '../../domain/billing/as-of';
import { dayOf } from '../../domain/calendar';
import type { AccountResolvers } from '../generated/types';
import { belowAccount, LISTS_BELOW } from '../lists/below-accounts';

export const Account: AccountResolvers = {
  fieldLocks: ({ lockStanding, resellerName }, _args, { locale }) => lockTexts(lockStanding, { locale, resellerName }),
  allowedActions: (view, _args, { loaders }) => then(loaders.standingOf(view), allowedActions),
  actionPermissions: (view, _args, { loaders, locale }) =>
    then(loaders.standingOf(view), (standing) =>
      permissionTexts(standing, { locale, resellerName: view.resellerName }),
    ),
  policyFacts: (view, _args, { loaders, knownCaller }) =>
    then(loaders.standingOf(view), (standing) => factsTold(standing, knownCaller.kind)),

  parent: ({ parentId }, _args, { loaders }) => (parentId ? loaders.accounts.load(parentId) : null),
  billTo: ({ billToId }, _args, { loaders }) => (billToId ? loaders.accounts.load(billToId) : null),
  responsibleUser: ({ responsibleUserId }) => (responsibleUserId ? { id: responsibleUserId } : null),
  permissionRule: ({ permissionRuleId }, _args, { loaders }) =>
    permissionRuleId ? loaders.permissionRules.load(permissionRuleId) : null,

  contacts: belowAccount(LISTS_BELOW.contacts),
  relations: belowAccount(LISTS_BELOW.relations),
  customFields: async ({ customFields }, _args, { loaders }) => {
    if (!customFields) return null;
    const definitions = await loaders.customFieldDefinitions();
    return definitions.map((definition) => ({ definition, value: customFieldValue(customFields, definition.code) }));
  },

  pendingInvoices: (view, { asOf }, { loaders, resources }) =>
    then(loaders.standingOf(view), (standing) => {
      if (denialReasons(standing, 'VIEW_PENDING_INVOICES').length > 0) return null;
      const today = dayOf(resources.now());
      return loaders.pendingInvoices(view.id, readAsOf(asOf ?? null, today), today);
    }),
  invoices: belowAccount(LISTS_BELOW.invoices),
  subscriptions: belowAccount(LISTS_BELOW.subscriptions),
  history: belowAccount(LISTS_BELOW.history),
  audit: belowAccount(LISTS_BELOW.audit),
  salesDocuments: belowAccount(LISTS_BELOW.salesDocuments),
};

/** At once where there is nothing to wait for: it is made for every account of every answer. */
function then<T, Answer>(value: T | Promise<T>, answer: (value: T) => Answer | Promise<Answer>) {
  return value instanceof Promise ? value.then(answer) : answer(value);
}
