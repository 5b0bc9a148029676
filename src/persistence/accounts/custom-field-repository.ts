import type { CustomFieldDefinition } from '../../domain/accounts/custom-field';
import { assignedAnew, columnsOf, valuesOf } from '../engine/changes';
import { integer } from '../engine/column';
import type { Reader } from '../engine/database';
import { select, value } from '../engine/select';
import { sql } from '../engine/sql';
import { fieldsBut } from '../engine/table';
import type { AccountPass, AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { changeSetup, holdSetup } from '../resellers/held-setup';
import { CUSTOM_FIELD_DEFINITIONS } from '../tables/custom-field-definitions';
import { a } from './account-visibility';

const d = CUSTOM_FIELD_DEFINITIONS.as('d');
const FIELDS = fieldsBut(CUSTOM_FIELD_DEFINITIONS, ['createdAt']);
const IN_ORDER = sql`ORDER BY ${d.createdAt}, ${d.code}`;

/** Every custom field, in the order in which they were added. */
export function listCustomFieldDefinitions(reader: Reader): Promise<CustomFieldDefinition[]> {
  return reader.query(sql`SELECT ${select(d, FIELDS)} FROM ${d.$} ${IN_ORDER}`);
}

/** The same, kept from changing until the transaction ends: for writing values of them. */
export async function holdCustomFieldDefinitions({
  transaction,
}: AccountPass | AdministratorPass): Promise<CustomFieldDefinition[]> {
  const [, definitions] = await Promise.all([
    holdSetup(transaction, ['custom fields']),
    listCustomFieldDefinitions(transaction),
  ]);
  return definitions;
}

/** Locks one definition for change; null when there is none of this code. */
export async function lockCustomFieldDefinition(
  pass: AdministratorPass,
  code: string,
): Promise<CustomFieldDefinition | null> {
  await changeSetup(pass.transaction, 'custom fields');
  const [definition] = await pass.transaction.query(
    sql`SELECT ${select(d, FIELDS)} FROM ${d.$} WHERE ${d.code} = ${code} FOR UPDATE`,
  );
  return definition ?? null;
}

/** How many accounts have a value of this custom field. */
export async function countUses(reader: Reader, code: string): Promise<number> {
  const [row] = await reader.query(
    sql`SELECT ${value('uses', integer(), sql`count(*)::int`)} FROM ${a.$} WHERE ${a.customFields} ? ${code}`,
  );
  return row?.uses ?? 0;
}

/** Adds a custom field, or replaces all of it but its code. */
export async function saveCustomFieldDefinitionRow(
  pass: AdministratorPass,
  definition: CustomFieldDefinition,
): Promise<void> {
  const replaced = fieldsBut(CUSTOM_FIELD_DEFINITIONS, ['code', 'createdAt']);
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.custom_field_definitions (${columnsOf(CUSTOM_FIELD_DEFINITIONS, FIELDS)})
      VALUES (${valuesOf(CUSTOM_FIELD_DEFINITIONS, FIELDS, definition)})
      ON CONFLICT (code) DO UPDATE SET ${assignedAnew(CUSTOM_FIELD_DEFINITIONS, replaced)}`,
  );
}
