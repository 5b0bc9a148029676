import { ACCESS_LEVELS, PRINCIPAL_KINDS } from '../../domain/vocabulary';
import { integer, isOneOf, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { PERMISSION_RULES } from './permission-rules';

/** What a sharing rule grants one user or group. */
export const PERMISSION_GRANTS = table(
  'permission_grants',
  {
    permissionRuleId: uuid(),
    position: integer(),
    principal: oneOf(PRINCIPAL_KINDS),
    principalId: text(),
    access: oneOf(ACCESS_LEVELS),
  },
  {
    primaryKey: ['pk_permission_grants', 'permissionRuleId', 'position'],
    checks: {
      ck_permission_grants_principal: isOneOf('principal', PRINCIPAL_KINDS),
      ck_permission_grants_access: isOneOf('access', ACCESS_LEVELS),
    },
    foreignKeys: { fk_permission_grants_rule: [['permissionRuleId'], PERMISSION_RULES] },
  },
);
