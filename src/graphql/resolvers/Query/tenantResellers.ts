import type { TenantReseller } from '../../../domain/tenant-reseller';
import { listTenantResellers } from '../../../persistence/resellers/tenant-reseller-repository';
import type { QueryResolvers } from '../../generated/types';
import { readConnection } from '../../lists/connection';

export const tenantResellers: NonNullable<QueryResolvers['tenantResellers']> = (
  _parent,
  page,
  { sql, knownCaller, budget },
) =>
  readConnection<TenantReseller>(
    budget,
    { name: 'tenantReseller', types: ['text', 'uuid'], valuesOf: ({ name, id }) => [name, id] },
    page,
    (limit, after) => {
      const [name, id] = after ?? [];
      const onlyId = knownCaller.kind === 'RESELLER_SYNC' ? knownCaller.tenantResellerId : null;
      return listTenantResellers(sql, { limit, after: name && id ? { name, id } : null, onlyId });
    },
  );
