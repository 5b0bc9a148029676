import { bigint, instant, uuid } from '../engine/column';
import { table } from '../engine/table';
import { TENANT_RESELLERS } from './tenant-resellers';

/** How many of a tenant reseller's events were taken and refused in some minutes (S33). */
export const SYNC_ACTIVITY = table(
  'sync_activity',
  {
    tenantResellerId: uuid(),
    since: instant(),
    accepted: bigint(),
    refused: bigint(),
    lastAcceptedAt: instant().nullable(),
  },
  {
    primaryKey: ['pk_sync_activity', 'tenantResellerId', 'since'],
    foreignKeys: { fk_sync_activity_tenant_reseller: [['tenantResellerId'], TENANT_RESELLERS] },
  },
);
