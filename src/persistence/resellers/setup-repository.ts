import type { CustomFields } from '../../domain/accounts/custom-field';
import type { PermissionGrant, PermissionRule } from '../../domain/resellers/permission-rule';
import type { ApiOptions, CopyDefaults } from '../../domain/sync/sync-item';
import type { Sql } from '../engine/database';
import type { AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';

/** "Use of API Options", entry for the account entity; both null as long as nobody has set it. */
export async function findApiOptions(sql: Sql): Promise<ApiOptions> {
  const [row] = await sql.query<{ responsible_user_id: string | null; permission_rule_id: string | null }>(
    `SELECT responsible_user_id, permission_rule_id FROM api_options WHERE entity = 'ACCOUNT'`,
  );
  return {
    responsibleUserId: row?.responsible_user_id ?? null,
    permissionRuleId: row?.permission_rule_id ?? null,
  };
}

/** What copies are given now: the API options, and the defaults of custom fields. */
export async function findCopyDefaults(sql: Sql): Promise<CopyDefaults> {
  const [row] = await sql.query<{ user: string | null; rule: string | null; fields: CustomFields | null }>(
    `SELECT o.responsible_user_id AS user, o.permission_rule_id AS rule, (
       SELECT json_object_agg(code, default_value) FROM custom_field_definitions WHERE default_value IS NOT NULL) AS fields
     FROM (SELECT 1) one LEFT JOIN api_options o ON o.entity = 'ACCOUNT'`,
  );
  return {
    responsibleUserId: row?.user ?? null,
    permissionRuleId: row?.rule ?? null,
    customFields: row?.fields ?? {},
  };
}

export async function saveApiOptions(pass: AdministratorPass, options: ApiOptions): Promise<void> {
  await write(
    pass,
    SETUP,
    `INSERT INTO api_options AS o (entity, responsible_user_id, permission_rule_id) VALUES ('ACCOUNT', $1, $2)
     ON CONFLICT (entity) DO UPDATE
     SET responsible_user_id = excluded.responsible_user_id, permission_rule_id = excluded.permission_rule_id
     WHERE (o.responsible_user_id, o.permission_rule_id)
       IS DISTINCT FROM (excluded.responsible_user_id, excluded.permission_rule_id)`,
    [options.responsibleUserId, options.permissionRuleId],
  );
}

const SELECT_RULES = `
  SELECT r.id, r.name, coalesce((
    SELECT json_agg(json_build_object('principal', g.principal, 'principalId', g.principal_id, 'access', g.access)
                    ORDER BY g.position)
    FROM permission_grants g WHERE g.permission_rule_id = r.id), '[]') AS grants
  FROM permission_rules r`;

/** Every sharing rule with its grants, in the order of names. */
export function listPermissionRules(sql: Sql): Promise<PermissionRule[]> {
  return sql.query<PermissionRule>(`${SELECT_RULES} ORDER BY r.name COLLATE "C", r.id`);
}

export async function findPermissionRules(sql: Sql, ids: readonly string[]): Promise<Map<string, PermissionRule>> {
  const rows = await sql.query<PermissionRule>(`${SELECT_RULES} WHERE r.id = ANY ($1::uuid[])`, [ids]);
  return new Map(rows.map((rule) => [rule.id, rule]));
}

/** Whether there is a sharing rule of this id. Its row stays there: rules are never deleted. */
export async function permissionRuleExists(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.query('SELECT FROM permission_rules WHERE id = $1', [id]);
  return rows.length > 0;
}

/** Adds a rule or replaces its name and grants; false when a rule to be replaced is not there. */
export async function savePermissionRuleRow(
  pass: AdministratorPass,
  rule: { id: string; name: string; grants: readonly PermissionGrant[] },
  isNew: boolean,
): Promise<boolean> {
  const saved = isNew
    ? await write(pass, SETUP, 'INSERT INTO permission_rules (id, name) VALUES ($1, $2) RETURNING id', [
        rule.id,
        rule.name,
      ])
    : await write(pass, SETUP, 'UPDATE permission_rules SET name = $2 WHERE id = $1 RETURNING id', [
        rule.id,
        rule.name,
      ]);
  if (saved.length === 0) return false;
  await write(pass, SETUP, 'DELETE FROM permission_grants WHERE permission_rule_id = $1', [rule.id]);
  await write(
    pass,
    SETUP,
    `INSERT INTO permission_grants (permission_rule_id, position, principal, principal_id, access)
     SELECT $1, ordinality, principal, principal_id, access
     FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS g(principal, principal_id, access, ordinality)`,
    [
      rule.id,
      rule.grants.map((grant) => grant.principal),
      rule.grants.map((grant) => grant.principalId),
      rule.grants.map((grant) => grant.access),
    ],
  );
  return true;
}
