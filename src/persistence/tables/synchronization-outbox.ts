import { bigint, instant, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** A request to synchronize an account with a provisioning system, and whether it was delivered (S11). */
export const SYNCHRONIZATION_OUTBOX = table(
  'synchronization_outbox',
  {
    accountId: uuid(),
    id: uuid(),
    systemCode: text(),
    requestedBy: text(),
    requestedAt: instant().default('clock_timestamp()'),
    deliveredAt: instant().nullable(),
    /** Given as it is handed out first (persistence/outbox/hand-out.ts). */
    position: bigint().nullable(),
  },
  {
    primaryKey: ['pk_synchronization_outbox', 'accountId', 'id'],
    indexes: { ix_synchronization_outbox_position: ['position'] },
    foreignKeys: { fk_synchronization_outbox_account: [['accountId'], ACCOUNTS] },
  },
);
