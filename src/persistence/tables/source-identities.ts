import { instant, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { TENANT_RESELLERS } from './tenant-resellers';

/** Which account a reseller's customer is or was here, or is to become; its key alone decides that there is one (S1, S29). */
export const SOURCE_IDENTITIES = table(
  'source_identities',
  {
    key: uuid(),
    tenantResellerId: uuid(),
    sourceAccountId: text(),
    accountId: uuid(),
    createdAt: instant().default('now()'),
    /** While the account is to move to this reseller: it takes no event of the customer (S29). */
    announcedAt: instant().nullable(),
  },
  {
    primaryKey: ['pk_source_identities', 'key'],
    foreignKeys: { fk_source_identities_tenant_reseller: [['tenantResellerId'], TENANT_RESELLERS] },
  },
);
