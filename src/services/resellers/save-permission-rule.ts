import { v7 } from 'uuid';
import { z } from 'zod';
import { DomainError, refusal } from '../../domain/errors';
import { fieldMessage, filledText, LIMITS, nameText, read, uuid } from '../../domain/input';
import { say } from '../../domain/message';
import { ACCESS_LEVELS, PRINCIPAL_KINDS } from '../../domain/vocabulary';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { savePermissionRuleRow } from '../../persistence/resellers/permission-rule-repository';

const MAX_GRANTS = 1000;
/** A sharing rule as it is sent. */
export const ruleInput = z.object({
  permissionRuleId: uuid.nullish(),
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
  input: { readonly idempotencyKey?: string | null },
): Promise<{ id: string }> {
  return createOnce(pass, 'savePermissionRule', input, async () => {
    const { permissionRuleId, ...rule } = read(ruleInput, input, ['input']);
    const id = permissionRuleId ?? v7();
    if (await savePermissionRuleRow(pass, { ...rule, id }, !permissionRuleId)) return { id };
    throw new DomainError(refusal('NOT_FOUND', say('notFound.sharingRule'), ['input', 'permissionRuleId']));
  });
}
