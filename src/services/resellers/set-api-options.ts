import { z } from 'zod';
import { DomainError, refusal } from '../../domain/errors';
import { LIMITS, optionalText, read, uuid } from '../../domain/input';
import { say } from '../../domain/message';
import { API_OPTIONS_ENTITIES } from '../../domain/resellers/api-options';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { saveApiOptions } from '../../persistence/resellers/api-options-repository';
import { permissionRuleExists } from '../../persistence/resellers/permission-rule-repository';

/** The options as they are sent. */
export const optionsInput = z.object({
  entity: z.enum(API_OPTIONS_ENTITIES),
  responsibleUserId: optionalText(LIMITS.name),
  permissionRuleId: uuid.nullish(),
});

/** Says what copied accounts are given from now on (S7, S8). Both are replaced: left out or null is unset. */
export async function setApiOptions(pass: AdministratorPass, input: unknown): Promise<void> {
  const { responsibleUserId, permissionRuleId = null } = read(optionsInput, input, ['input']);
  if (permissionRuleId !== null && !(await permissionRuleExists(pass.transaction, permissionRuleId))) {
    throw new DomainError(refusal('NOT_FOUND', say('notFound.sharingRule'), ['input', 'permissionRuleId']));
  }
  await saveApiOptions(pass, { responsibleUserId, permissionRuleId });
}
