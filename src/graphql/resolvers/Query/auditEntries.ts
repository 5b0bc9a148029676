import { type AuditEntry, mayReadAudit, parseAuditRange } from '../../../domain/accounts/audit';
import { listAuditEntries } from '../../../persistence/accounts/audit-repository';
import type { QueryResolvers } from '../../generated/types';
import { readConnection } from '../../lists/connection';

export const auditEntries: NonNullable<QueryResolvers['auditEntries']> = (
  _parent,
  { since, until, ...page },
  { sql, knownCaller, budget },
) => {
  if (!mayReadAudit(knownCaller)) return null;
  const range = parseAuditRange({ since, until });
  return readConnection<AuditEntry>(
    budget,
    { name: 'auditEntry', types: ['timestamptz', 'uuid'], valuesOf: ({ exactly, id }) => [exactly, id] },
    page,
    (limit, after) => {
      const [at, id] = after ?? [];
      return listAuditEntries(sql, range, { limit, after: at && id ? { at, id } : null });
    },
  );
};
