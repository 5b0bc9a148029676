import type { CustomFieldDefinition } from '../../domain/accounts/custom-field';
import type { Sql } from '../engine/database';
import type { AccountPass, AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';

const SELECT_DEFINITIONS = `
  SELECT code, label, type, required, options, default_value AS "defaultValue" FROM custom_field_definitions`;

/** Every custom field, in the order in which they were added. */
export function listCustomFieldDefinitions(sql: Sql): Promise<CustomFieldDefinition[]> {
  return sql.query<CustomFieldDefinition>(`${SELECT_DEFINITIONS} ORDER BY created_at, code`);
}

/** The same, kept from changing until the transaction ends: for writing values of them. */
export function holdCustomFieldDefinitions(pass: AccountPass | AdministratorPass): Promise<CustomFieldDefinition[]> {
  return pass.transaction.query<CustomFieldDefinition>(`${SELECT_DEFINITIONS} ORDER BY created_at, code FOR SHARE`);
}

/** Locks one definition for change; null when there is none of this code. */
export async function lockCustomFieldDefinition(
  pass: AdministratorPass,
  code: string,
): Promise<CustomFieldDefinition | null> {
  const [definition] = await pass.transaction.query<CustomFieldDefinition>(
    `${SELECT_DEFINITIONS} WHERE code = $1 FOR UPDATE`,
    [code],
  );
  return definition ?? null;
}

/** How many accounts have a value of this custom field. */
export async function countUses(sql: Sql, code: string): Promise<number> {
  const [row] = await sql.query<{ uses: number }>(
    'SELECT count(*)::int AS uses FROM accounts WHERE custom_fields ? $1',
    [code],
  );
  return row?.uses ?? 0;
}

/** Adds a custom field, or replaces all of it but its code. */
export async function saveCustomFieldDefinitionRow(
  pass: AdministratorPass,
  definition: CustomFieldDefinition,
): Promise<void> {
  await write(
    pass,
    SETUP,
    `INSERT INTO custom_field_definitions (code, label, type, required, options, default_value)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (code) DO UPDATE SET label = excluded.label, type = excluded.type, required = excluded.required,
       options = excluded.options, default_value = excluded.default_value`,
    [
      definition.code,
      definition.label,
      definition.type,
      definition.required,
      definition.options,
      definition.defaultValue === null ? null : JSON.stringify(definition.defaultValue),
    ],
  );
}
