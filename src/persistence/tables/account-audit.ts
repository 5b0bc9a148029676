import { uuid } from '../engine/column';
import { table } from '../engine/table';
import { AUDIT_COLUMNS, OPERATION_IS_KNOWN } from './audit-columns';

/** One write to an account or to what lies below it; only triggers add entries, and nothing changes one. */
export const ACCOUNT_AUDIT = table(
  'account_audit',
  { accountId: uuid(), ...AUDIT_COLUMNS },
  {
    primaryKey: ['pk_account_audit', 'accountId', 'at', 'id'],
    indexes: { ix_account_audit_at: ['at', 'id'] },
    checks: { ck_account_audit_operation: OPERATION_IS_KNOWN },
  },
);
