import { type CustomFieldDefinition, parseDefinition } from '../../domain/accounts/custom-field';
import { DomainError } from '../../domain/errors';
import { accepted, invalidInput } from '../../domain/input';
import {
  countUses,
  lockCustomFieldDefinition,
  saveCustomFieldDefinitionRow,
} from '../../persistence/accounts/custom-field-repository';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';

/** Adds or changes a custom field; one that accounts have values of keeps its type. */
export async function saveCustomFieldDefinition(
  pass: AdministratorPass,
  input: unknown,
): Promise<CustomFieldDefinition> {
  const definition = accepted(parseDefinition(input));
  const known = await lockCustomFieldDefinition(pass, definition.code);
  if (known && known.type !== definition.type) {
    const uses = await countUses(pass.transaction, definition.code);
    if (uses > 0) {
      throw new DomainError(invalidInput(['input', 'type'], 'input.typeInUse', { type: known.type, count: uses }));
    }
  }
  await saveCustomFieldDefinitionRow(pass, definition);
  return definition;
}
