import { v7 } from 'uuid';
import { z } from 'zod';
import { DomainError, refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { fieldMessage, filledText, invalidInput, LIMITS, nameText, read } from '../../domain/input';
import { say } from '../../domain/message';
import { ACCESS_LEVELS, PRINCIPAL_KINDS } from '../../domain/vocabulary';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { savePermissionRuleRow } from '../../persistence/resellers/permission-rule-repository';

const MAX_GRANTS = 1000;
const ruleInput = z.object({
  name: nameText(),
  grants: z
    .array(
      z.object({
        principal: z.enum(PRINCIPAL_KINDS),
        principalId: filledText(LIMITS.name),
        access: z.enum(ACCESS_LEVELS),
      }),
    )
    .max(MAX_GRANTS, { message: fieldMessage('input.tooMany', { most: MAX_GRANTS }) })
    .refine((grants) => new Set(grants.map((one) => `${one.principal} ${one.principalId}`)).size === grants.length, {
      message: fieldMessage('input.grantTwice'),
    }),
});

/** Adds a sharing rule, or replaces one; it holds at once (test/graphql/resellers/sharing.test.ts). */
export function savePermissionRule(
  pass: AdministratorPass,
  input: { readonly permissionRuleId?: string | null; readonly idempotencyKey?: string | null },
): Promise<{ id: string }> {
  return createOnce(pass, 'savePermissionRule', input, async () => {
    const sent = read(ruleInput, input, ['input']);
    const path = ['input', 'permissionRuleId'];
    const isNew = input.permissionRuleId === undefined || input.permissionRuleId === null;
    const id = isNew ? v7() : canonicalId(input.permissionRuleId);
    if (!id) throw new DomainError(invalidInput(path, 'input.uuid'));
    const saved = await savePermissionRuleRow(pass, { ...sent, id }, isNew);
    if (saved) return { id };
    throw new DomainError(refusal('NOT_FOUND', say('notFound.sharingRule'), path));
  });
}
