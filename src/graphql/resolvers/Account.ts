import { allowedActions, denialReasons, fieldLocks } from '../../domain/account-policy';
import { namedReseller } from '../../domain/account-view';
import { denialMessage, lockMessage } from '../../domain/policy-messages';
import { ACCOUNT_ACTIONS } from '../../domain/vocabulary';
import { HISTORY_KEYSET } from '../../persistence/history-repository';
import { SALES_DOCUMENT_KEYSET } from '../../persistence/sales-repository';
import { SUBSCRIPTION_KEYSET } from '../../persistence/subscription-repository';
import { accountConnection } from '../connection';
import type { AccountResolvers } from '../generated/types';

export const Account: AccountResolvers = {
  __resolveReference: (reference, context) => context.loaders.accounts.load(reference.id),

  managedByReseller: ({ id, standing }) => {
    const management = standing?.account.management;
    return standing?.managedBy && management
      ? { accountId: id, loaded: standing, management, reseller: standing.managedBy }
      : null;
  },
  lockedFields: ({ standing }, _args, { knownCaller }) => fieldLocks(standing, knownCaller).map(({ field }) => field),
  fieldLocks: ({ standing }, _args, { knownCaller }) =>
    fieldLocks(standing, knownCaller).map(({ field, reason }) => ({
      field,
      reason,
      message: lockMessage(field, reason, namedReseller(standing)),
    })),
  allowedActions: ({ standing }, _args, { knownCaller }) => allowedActions(standing, knownCaller),
  actionPermissions: ({ standing }, _args, { knownCaller }) =>
    ACCOUNT_ACTIONS.map((action) => {
      const reasons = denialReasons(standing, knownCaller, action);
      const allowed = reasons.length === 0;
      return {
        action,
        allowed,
        reasons,
        message: allowed ? null : denialMessage(action, reasons, namedReseller(standing)),
      };
    }),

  parent: ({ parentId }, _args, { loaders }) => (parentId ? loaders.accounts.load(parentId) : null),
  billTo: ({ billToId }, _args, { loaders }) => (billToId ? loaders.accounts.load(billToId) : null),
  responsibleUser: ({ responsibleUserId }) => (responsibleUserId ? { id: responsibleUserId } : null),
  permissionRule: ({ permissionRuleId }, _args, { loaders }) =>
    permissionRuleId ? loaders.permissionRules.load(permissionRuleId) : null,

  subscriptions: ({ id, below }, page, context) =>
    below === 'NOTHING' ? null : accountConnection(context, SUBSCRIPTION_KEYSET, id, page),
  history: ({ id, below }, page, context) =>
    below === 'EVERYTHING' ? accountConnection(context, HISTORY_KEYSET, id, page) : null,
  salesDocuments: ({ id, below }, { kind, ...page }, context) =>
    below === 'EVERYTHING'
      ? accountConnection(context, SALES_DOCUMENT_KEYSET, id, { ...page, filter: kind ?? null })
      : null,
};
