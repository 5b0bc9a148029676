import { allowedActions, denialReasons } from '../../domain/accounts/account-policy';
import { mayReadAudit } from '../../domain/accounts/audit';
import { customFieldValue } from '../../domain/accounts/custom-field';
import { lockTexts, permissionTexts } from '../../domain/accounts/policy-messages';
import { readAsOf } from '../../domain/billing/as-of';
import { dayOf } from '../../domain/calendar';
import { AUDIT_KEYSET } from '../../persistence/accounts/audit-repository';
import { CONTACT_KEYSET } from '../../persistence/accounts/contact-repository';
import { HISTORY_KEYSET } from '../../persistence/accounts/history-repository';
import { RELATION_KEYSET } from '../../persistence/accounts/relation-repository';
import { INVOICE_KEYSET } from '../../persistence/billing/invoice-repository';
import { SALES_DOCUMENT_KEYSET } from '../../persistence/selling/sales-document-repository';
import { SUBSCRIPTION_KEYSET } from '../../persistence/selling/subscription-repository';
import type { AccountResolvers } from '../generated/types';
import { accountConnection } from '../lists/connection';

export const Account: AccountResolvers = {
  fieldLocks: ({ lockStanding, resellerName }, _args, { locale }) => lockTexts(lockStanding, { locale, resellerName }),
  allowedActions: (view, _args, { loaders }) => then(loaders.standingOf(view), allowedActions),
  actionPermissions: (view, _args, { loaders, locale }) =>
    then(loaders.standingOf(view), (standing) =>
      permissionTexts(standing, { locale, resellerName: view.resellerName }),
    ),

  parent: ({ parentId }, _args, { loaders }) => (parentId ? loaders.accounts.load(parentId) : null),
  billTo: ({ billToId }, _args, { loaders }) => (billToId ? loaders.accounts.load(billToId) : null),
  responsibleUser: ({ responsibleUserId }) => (responsibleUserId ? { id: responsibleUserId } : null),
  permissionRule: ({ permissionRuleId }, _args, { loaders }) =>
    permissionRuleId ? loaders.permissionRules.load(permissionRuleId) : null,

  contacts: ({ id, below }, page, context) =>
    below === 'EVERYTHING' ? accountConnection(context, CONTACT_KEYSET, id, page) : null,
  relations: ({ id, below }, { kind, ...page }, context) =>
    below === 'EVERYTHING' ? accountConnection(context, RELATION_KEYSET, id, { ...page, filter: kind ?? null }) : null,
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
  invoices: ({ id, below }, page, context) =>
    below === 'EVERYTHING' ? accountConnection(context, INVOICE_KEYSET, id, page) : null,
  subscriptions: ({ id, below }, page, context) =>
    below === 'NOTHING' ? null : accountConnection(context, SUBSCRIPTION_KEYSET, id, page),
  history: ({ id, below }, page, context) =>
    below === 'EVERYTHING' ? accountConnection(context, HISTORY_KEYSET, id, page) : null,
  audit: ({ id, isThere }, page, context) =>
    isThere && mayReadAudit(context.knownCaller) ? accountConnection(context, AUDIT_KEYSET, id, page) : null,
  salesDocuments: ({ id, below }, { kind, ...page }, context) =>
    below === 'EVERYTHING'
      ? accountConnection(context, SALES_DOCUMENT_KEYSET, id, { ...page, filter: kind ?? null })
      : null,
};

/** At once where there is nothing to wait for: it is made for every account of every answer. */
function then<T, Answer>(value: T | Promise<T>, answer: (value: T) => Answer | Promise<Answer>) {
  return value instanceof Promise ? value.then(answer) : answer(value);
}
