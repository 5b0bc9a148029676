import type { ApiOptions, CopyDefaults } from '../../domain/resellers/api-options';
import { assignedAnew, columnsOf, valuesOf } from '../engine/changes';
import type { Reader } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import type { AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { ACCOUNTS } from '../tables/accounts';
import { API_OPTIONS } from '../tables/api-options';
import { CUSTOM_FIELD_DEFINITIONS } from '../tables/custom-field-definitions';

const o = API_OPTIONS.as('o');
const f = CUSTOM_FIELD_DEFINITIONS.as('f');

const OPTION_FIELDS = ['responsibleUserId', 'permissionRuleId'] as const;

/** "Use of API Options", entry for the account entity; both null as long as nobody has set it. */
export async function findApiOptions(reader: Reader): Promise<ApiOptions> {
  const [options] = await reader.query(
    sql`SELECT ${select(o, OPTION_FIELDS)} FROM ${o.$} WHERE ${o.entity} = 'ACCOUNT'`,
  );
  return options ?? { responsibleUserId: null, permissionRuleId: null };
}

/** What copies are given now: the API options, and the defaults of custom fields. */
export async function findCopyDefaults(reader: Reader): Promise<CopyDefaults> {
  const defaults = sql`coalesce((
    SELECT json_object_agg(${f.code}, ${f.defaultValue}) FROM ${f.$} WHERE ${f.defaultValue} IS NOT NULL), '{}')`;
  const [row] = await reader.query(
    sql`SELECT ${select(o, OPTION_FIELDS)}, ${value('customFields', ACCOUNTS.columns.customFields, defaults)}
      FROM (SELECT 1) one LEFT JOIN ${o.$} ON ${o.entity} = 'ACCOUNT'`,
  );
  return row ?? { responsibleUserId: null, permissionRuleId: null, customFields: {} };
}

export async function saveApiOptions(pass: AdministratorPass, options: ApiOptions): Promise<void> {
  const fields = ['entity', ...OPTION_FIELDS] as const;
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.api_options AS o (${columnsOf(API_OPTIONS, fields)})
      VALUES (${valuesOf(API_OPTIONS, fields, { entity: 'ACCOUNT', ...options })})
      ON CONFLICT (entity) DO UPDATE SET ${assignedAnew(API_OPTIONS, OPTION_FIELDS)}
      WHERE (${o.responsibleUserId}, ${o.permissionRuleId})
        IS DISTINCT FROM (excluded.responsible_user_id, excluded.permission_rule_id)`,
  );
}
