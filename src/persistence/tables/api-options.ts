import { oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { PERMISSION_RULES } from './permission-rules';

/** "Use of API Options": what accounts that the API makes are given (S7, S8). */
export const API_OPTIONS = table(
  'api_options',
  { entity: oneOf(['ACCOUNT']), responsibleUserId: text().nullable(), permissionRuleId: uuid().nullable() },
  {
    primaryKey: ['pk_api_options', 'entity'],
    checks: { ck_api_options_entity: `entity = 'ACCOUNT'` },
    foreignKeys: { fk_api_options_rule: [['permissionRuleId'], PERMISSION_RULES] },
  },
);
