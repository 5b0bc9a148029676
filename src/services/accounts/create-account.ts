import { v7 } from 'uuid';
import { z } from 'zod';
import type { AccountState } from '../../domain/accounts/account';
import { EDIT_SCHEMAS } from '../../domain/accounts/account-edit';
import { planCustomFields } from '../../domain/accounts/custom-field';
import { MASTERED_SCHEMAS } from '../../domain/accounts/mastered';
import { ownAccount } from '../../domain/accounts/own-account';
import { accountCreated } from '../../domain/accounts/wording';
import { assertNothingAgainst, type Refusal } from '../../domain/errors';
import { invalidInput, read, uuid } from '../../domain/input';
import type { CopyDefaults } from '../../domain/resellers/api-options';
import { findAccountStatus } from '../../persistence/accounts/account-facts';
import { insertAccounts } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import { holdCustomFieldDefinitions } from '../../persistence/accounts/custom-field-repository';
import { atOnce } from '../../persistence/pass/at-once';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { findCopyDefaults } from '../../persistence/resellers/api-options-repository';
import { checkReferences } from './references';

/** Options come by a synchronization, or are edited. */
const { synchronizationOptions: _, ...masteredAtBirth } = MASTERED_SCHEMAS;

/** What is sent is read as an edit would read it; custom fields once it is known which there are. */
export const creationInput = z.object({
  id: uuid.nullish(),
  ...masteredAtBirth,
  currency: EDIT_SCHEMAS.currency,
  parentId: EDIT_SCHEMAS.parentId.optional(),
  billToId: EDIT_SCHEMAS.billToId.optional(),
  enableOrdering: z.boolean().nullish(),
  separateInvoices: z.boolean().nullish(),
  responsibleUserId: EDIT_SCHEMAS.responsibleUserId,
  permissionRuleId: EDIT_SCHEMAS.permissionRuleId.optional(),
});

/** An account to be created, as it is sent. */
export interface AccountCreation {
  readonly responsibleUserId?: string | null;
  readonly customFields?: readonly { readonly code: string; readonly value?: unknown }[] | null;
  readonly idempotencyKey?: string | null;
}

/** Creates an account of the distributor's own. What is left out is what the API options and defaults say (S7, S8, S15). */
export function createAccount(pass: AdministratorPass, input: AccountCreation): Promise<{ id: string }> {
  return createOnce(pass, 'createAccount', input, async () => {
    const sent = read(creationInput, input, ['input']);
    const [definitions, defaults] = await atOnce([
      holdCustomFieldDefinitions(pass),
      findCopyDefaults(pass.transaction),
    ]);
    const custom = planCustomFields(definitions, defaults.customFields, input.customFields ?? []);
    assertNothingAgainst([
      ...custom.refusals,
      ...(await refusalsOfId(pass, sent.id)),
      ...(await checkReferences(pass, sent)).refusals,
    ]);
    const id = sent.id ?? v7();
    const account = newAccount(id, sent, {
      ...defaults,
      customFields: custom.customFields,
      // Left out is what the API options say; null is nobody.
      ...(input.responsibleUserId === undefined ? {} : { responsibleUserId: sent.responsibleUserId }),
    });
    await atOnce([insertAccounts(pass, [account]), addLines(pass, id, [{ kind: 'EDITED', text: accountCreated() }])]);
    return { id };
  });
}

function newAccount(id: string, sent: z.output<typeof creationInput>, defaults: CopyDefaults): AccountState {
  return ownAccount({
    ...sent,
    id,
    parentId: sent.parentId ?? null,
    billToId: sent.billToId ?? null,
    enableOrdering: sent.enableOrdering ?? false,
    separateInvoices: sent.separateInvoices ?? true,
    responsibleUserId: defaults.responsibleUserId,
    permissionRuleId: sent.permissionRuleId === undefined ? defaults.permissionRuleId : sent.permissionRuleId,
    customFields: defaults.customFields,
  });
}

/** What a caller may choose as the id: a UUID that no account has, so that a record elsewhere can be met by it. */
async function refusalsOfId(pass: AdministratorPass, id: string | null | undefined): Promise<Refusal[]> {
  if (!id) return [];
  const isTaken = (await findAccountStatus(pass.transaction, id)) !== null;
  return isTaken ? [invalidInput(['input', 'id'], 'input.idTaken')] : [];
}
