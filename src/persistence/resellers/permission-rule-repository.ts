import type { PermissionGrant, PermissionRule } from '../../domain/resellers/permission-rule';
import { columnsOf, recordset } from '../engine/changes';
import type { Reader } from '../engine/database';
import { both, list, properties, select } from '../engine/select';
import { sql } from '../engine/sql';
import type { AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { PERMISSION_GRANTS } from '../tables/permission-grants';
import { PERMISSION_RULES } from '../tables/permission-rules';
import { changeSetup } from './held-setup';

const r = PERMISSION_RULES.as('r');
const g = PERMISSION_GRANTS.as('g');

const RULE = both(
  select(r, ['id', 'name']),
  list('grants', properties(g, ['principal', 'principalId', 'access']), {
    from: sql`${g.$} WHERE ${g.permissionRuleId} = ${r.id}`,
    orderBy: g.position,
  }),
);
const GRANT_FIELDS = ['permissionRuleId', 'position', 'principal', 'principalId', 'access'] as const;

/** Every sharing rule with its grants, in the order of names. */
export function listPermissionRules(reader: Reader): Promise<PermissionRule[]> {
  return reader.query(sql`SELECT ${RULE} FROM ${r.$} ORDER BY ${r.name} COLLATE "C", ${r.id}`);
}

export async function findPermissionRules(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, PermissionRule>> {
  const rules = await reader.query(sql`SELECT ${RULE} FROM ${r.$} WHERE ${r.id} = ANY (${ids}::uuid[])`);
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** Whether there is a sharing rule of this id. Its row stays there: rules are never deleted. */
export async function permissionRuleExists(reader: Reader, id: string): Promise<boolean> {
  const rows = await reader.query(sql`SELECT FROM ${r.$} WHERE ${r.id} = ${id}`);
  return rows.length > 0;
}

/** Adds a rule or replaces its name and grants; false when a rule to be replaced is not there. */
export async function savePermissionRuleRow(
  pass: AdministratorPass,
  rule: PermissionRule,
  isNew: boolean,
): Promise<boolean> {
  if (!isNew) await changeSetup(pass.transaction, `sharing rule ${rule.id}`);
  const saved = await write(
    pass,
    SETUP,
    isNew
      ? sql`INSERT INTO public.permission_rules (id, name) VALUES (${rule.id}, ${rule.name}) RETURNING id`
      : sql`UPDATE ${r.$} SET name = ${rule.name} WHERE ${r.id} = ${rule.id} RETURNING ${r.id}`,
  );
  if (saved.length === 0) return false;
  await write(pass, SETUP, sql`DELETE FROM ${g.$} WHERE ${g.permissionRuleId} = ${rule.id}`);
  const grants = recordset('granted', PERMISSION_GRANTS, GRANT_FIELDS, grantRows(rule), {});
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.permission_grants (${columnsOf(PERMISSION_GRANTS, GRANT_FIELDS)})
      SELECT ${grants.$list(GRANT_FIELDS)} FROM ${grants.$}`,
  );
  return true;
}

const grantRows = ({ id, grants }: { readonly id: string; readonly grants: readonly PermissionGrant[] }) =>
  grants.map((grant, index) => ({ ...grant, permissionRuleId: id, position: index + 1 }));
