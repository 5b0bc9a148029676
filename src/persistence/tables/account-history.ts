import { ACCOUNT_HISTORY_KINDS } from '../../domain/vocabulary';
import { instant, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** A line of an account's history; never changed. */
export const ACCOUNT_HISTORY = table(
  'account_history',
  {
    accountId: uuid(),
    id: uuid().generated(),
    at: instant().default('clock_timestamp()'),
    kind: oneOf(ACCOUNT_HISTORY_KINDS),
    text: text(),
    actor: text(),
  },
  {
    primaryKey: ['pk_account_history', 'accountId', 'id'],
    indexes: { ix_account_history_at: ['accountId', 'at', 'id'] },
    foreignKeys: { fk_account_history_account: [['accountId'], ACCOUNTS] },
  },
);
