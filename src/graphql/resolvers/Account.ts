import { allowedActions, denialReasons, fieldLocks } from '../../domain/accounts/account-policy';
import { namedReseller } from '../../domain/accounts/account-view';
import { mayReadAudit } from '../../domain/accounts/audit';
import { customFieldValue } from '../../domain/accounts/custom-field';
import { denialMessage, lockMessage } from '../../domain/accounts/policy-messages';
import { readAsOf } from '../../domain/billing/as-of';
import { dayOf } from '../../domain/calendar';
import { textOf } from '../../domain/message';
import { ACCOUNT_ACTIONS } from '../../domain/vocabulary';
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
  __resolveReference: (reference, context) => context.loaders.accounts.load(reference.id),

  managedByReseller: ({ id, standing }) => {
    const management = standing?.account.management;
    return standing?.managedBy && management
      ? { accountId: id, loaded: standing, management, reseller: standing.managedBy }
      : null;
  },
  lockedFields: ({ standing }, _args, { knownCaller }) => fieldLocks(standing, knownCaller).map(({ field }) => field),
  fieldLocks: ({ standing }, _args, { knownCaller, locale }) =>
    fieldLocks(standing, knownCaller).map(({ field, reason }) => ({
      field,
      reason,
      message: textOf(lockMessage(field, reason, namedReseller(standing)), locale),
    })),
  allowedActions: ({ standing }, _args, { knownCaller }) => allowedActions(standing, knownCaller),
  actionPermissions: ({ standing }, _args, { knownCaller, locale }) =>
    ACCOUNT_ACTIONS.map((action) => {
      const reasons = denialReasons(standing, knownCaller, action);
      const allowed = reasons.length === 0;
      return {
        action,
        allowed,
        reasons,
        message: allowed ? null : textOf(denialMessage(action, reasons, namedReseller(standing)), locale),
      };
    }),

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

  pendingInvoices: (view, { asOf }, context) => {
    const { knownCaller, loaders, resources } = context;
    if (denialReasons(view.standing, knownCaller, 'VIEW_PENDING_INVOICES').length > 0) return null;
    const today = dayOf(resources.now());
    return loaders.pendingInvoices(view.id, readAsOf(asOf ?? null, today), today);
  },
  invoices: ({ id, below }, page, context) =>
    below === 'EVERYTHING' ? accountConnection(context, INVOICE_KEYSET, id, page) : null,
  subscriptions: ({ id, below }, page, context) =>
    below === 'NOTHING' ? null : accountConnection(context, SUBSCRIPTION_KEYSET, id, page),
  history: ({ id, below }, page, context) =>
    below === 'EVERYTHING' ? accountConnection(context, HISTORY_KEYSET, id, page) : null,
  audit: ({ id, standing }, page, context) =>
    standing && mayReadAudit(context.knownCaller) ? accountConnection(context, AUDIT_KEYSET, id, page) : null,
  salesDocuments: ({ id, below }, { kind, ...page }, context) =>
    below === 'EVERYTHING'
      ? accountConnection(context, SALES_DOCUMENT_KEYSET, id, { ...page, filter: kind ?? null })
      : null,
};
