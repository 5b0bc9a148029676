import { instant, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';
import { TENANT_RESELLERS } from './tenant-resellers';

/** Where an account is to move, while it has not: to which reseller, and as which of its customers (S29). */
export const ANNOUNCED_MOVES = table(
  'announced_moves',
  {
    accountId: uuid(),
    tenantResellerId: uuid(),
    sourceAccountId: text(),
    announcedAt: instant().default('now()'),
  },
  {
    primaryKey: ['pk_announced_moves', 'accountId'],
    foreignKeys: {
      fk_announced_moves_account: [['accountId'], ACCOUNTS],
      fk_announced_moves_tenant_reseller: [['tenantResellerId'], TENANT_RESELLERS],
    },
  },
);
