import { DomainError, refusal } from '../../domain/errors';
import { LIMITS, optionalText, read, readId } from '../../domain/input';
import { say } from '../../domain/message';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { saveApiOptions } from '../../persistence/resellers/api-options-repository';
import { permissionRuleExists } from '../../persistence/resellers/permission-rule-repository';

/** Says what copied accounts are given from now on (S7, S8). Both are replaced: left out or null is unset. */
export async function setApiOptions(
  pass: AdministratorPass,
  input: { readonly responsibleUserId?: string | null; readonly permissionRuleId?: string | null },
): Promise<void> {
  await saveApiOptions(pass, {
    responsibleUserId: read(optionalText(LIMITS.name), input.responsibleUserId, ['input', 'responsibleUserId']),
    permissionRuleId:
      typeof input.permissionRuleId === 'string' ? await existingRule(pass, input.permissionRuleId) : null,
  });
}

async function existingRule(pass: AdministratorPass, sentId: string): Promise<string> {
  const path = ['input', 'permissionRuleId'];
  const id = readId(sentId, path);
  if (await permissionRuleExists(pass.transaction, id)) return id;
  throw new DomainError(refusal('NOT_FOUND', say('notFound.sharingRule'), path));
}
