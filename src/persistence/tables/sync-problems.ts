import { REFUSAL_CODES } from '../../domain/errors';
import { bigint, instant, oneOf, text, textArray, uuid } from '../engine/column';
import { table } from '../engine/table';
import { TENANT_RESELLERS } from './tenant-resellers';

/** What a tenant reseller's sync sent and was refused, one row for each customer or subscription (S33). */
export const SYNC_PROBLEMS = table(
  'sync_problems',
  {
    tenantResellerId: uuid(),
    /** Of the subscription, or of the customer itself; the reseller's id of the row that counts what has none of its own. */
    subjectKey: uuid(),
    customerKey: uuid(),
    sourceAccountId: text(),
    sourceSubscriptionId: text().nullable(),
    code: oneOf(REFUSAL_CODES),
    message: text(),
    path: textArray(),
    firstSeenAt: instant(),
    lastSeenAt: instant(),
    count: bigint(),
    closedAt: instant().nullable(),
  },
  {
    primaryKey: ['pk_sync_problems', 'tenantResellerId', 'subjectKey'],
    foreignKeys: { fk_sync_problems_tenant_reseller: [['tenantResellerId'], TENANT_RESELLERS] },
    indexes: {
      ix_sync_problems_seen: ['tenantResellerId', 'lastSeenAt', 'subjectKey'],
      ix_sync_problems_open: null,
    },
  },
);
