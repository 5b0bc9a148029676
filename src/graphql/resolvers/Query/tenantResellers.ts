import type { TenantReseller } from '../../../domain/account';
import { listTenantResellers } from '../../../persistence/tenant-reseller-repository';
import { readConnection } from '../../connection';
import type { QueryResolvers } from '../../generated/types';

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
