import { table } from '../engine/table';
import { AUDIT_COLUMNS, OPERATION_IS_KNOWN } from './audit-columns';

/** One write to the set-up: tenant resellers, rules, options, custom fields and the price list. */
export const SETUP_AUDIT = table('setup_audit', AUDIT_COLUMNS, {
  primaryKey: ['pk_setup_audit', 'at', 'id'],
  checks: { ck_setup_audit_operation: OPERATION_IS_KNOWN },
});
