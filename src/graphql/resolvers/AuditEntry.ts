import type { AuditEntryResolvers } from '../generated/types';

export const AuditEntry: AuditEntryResolvers = {
  account: ({ accountId }, _args, { loaders }) => (accountId ? loaders.accounts.load(accountId) : null),
};
