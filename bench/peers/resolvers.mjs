// Resolvers over accounts with `access`, `manager` and the columns, however they were read; an absent one has only its id.
import { allowedActions, lockedFields, optionsAreReadOnly, ribbon } from './policy.mjs';

/** What needs nothing but the account. */
export const PLAIN_FIELDS = {
  Account: {
    managedByReseller: (account) => (account.manager ? account : null),
    lockedFields: (account) => (account.access ? lockedFields(account) : []),
    allowedActions: (account) => (account.access ? allowedActions(account) : []),
    responsibleUser: ({ responsibleUserId }) => (responsibleUserId ? { id: responsibleUserId } : null),
    synchronizationOptions: (account) =>
      account.synchronizationOptions?.map((option) => ({ ...option, readOnly: optionsAreReadOnly(account) })),
  },
  ManagedByReseller: {
    reseller: ({ manager }) => manager,
    ribbon: ({ manager }) => ribbon(manager.name),
  },
  AccountSubscription: {
    status: ({ endDate }) => (endDate === null ? 'ACTIVE' : 'CANCELLED'),
  },
};

/** With loaders of a request: `accounts`, `rules`, `subscriptions` and `history` by id, and `page` of a list. */
export const RESOLVERS = {
  ...PLAIN_FIELDS,
  Query: {
    account: async (_root, { id }, { loaders }) => presentOrNull(await loaders.accounts.load(id)),
    accounts: async (_root, { first }, { loaders }) => connectionOf(await loaders.page(first + 1), first),
  },
  Account: {
    ...PLAIN_FIELDS.Account,
    __resolveReference: ({ id }, { loaders }) => loaders.accounts.load(id),
    parent: ({ parentId }, _args, { loaders }) => (parentId ? loaders.accounts.load(parentId) : null),
    billTo: ({ billToId }, _args, { loaders }) => (billToId ? loaders.accounts.load(billToId) : null),
    permissionRule: ({ permissionRuleId }, _args, { loaders }) =>
      permissionRuleId ? loaders.rules.load(permissionRuleId) : null,
    subscriptions: async ({ id, access }, { first }, { loaders }) =>
      access ? connectionOf(await loaders.subscriptions.load(id), first) : null,
    history: async ({ id, access }, { first }, { loaders }) =>
      access ? connectionOf(await loaders.history.load(id), first) : null,
  },
};

export function connectionOf(items, first) {
  return { edges: items.slice(0, first).map((node) => ({ node })), pageInfo: { hasNextPage: items.length > first } };
}

/** What is not there for the caller is none, where it is asked for itself. */
export function presentOrNull(account) {
  return account.access ? account : null;
}
