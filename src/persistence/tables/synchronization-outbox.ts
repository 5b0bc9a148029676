import { instant, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** A request to synchronize an account with a provisioning system, until it is delivered (S11). */
export const SYNCHRONIZATION_OUTBOX = table(
  'synchronization_outbox',
  {
    accountId: uuid(),
    id: uuid(),
    systemCode: text(),
    requestedBy: text(),
    requestedAt: instant().default('now()'),
    deliveredAt: instant().nullable(),
  },
  {
    primaryKey: ['pk_synchronization_outbox', 'accountId', 'id'],
    foreignKeys: { fk_synchronization_outbox_account: [['accountId'], ACCOUNTS] },
  },
);
