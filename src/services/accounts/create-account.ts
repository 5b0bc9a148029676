import { v7 } from 'uuid';
import { z } from 'zod';
import type { AccountState } from '../../domain/accounts/account';
import { EDIT_FIELDS } from '../../domain/accounts/account-edit';
import { refusalsOfDeleted } from '../../domain/accounts/account-reference';
import { planCustomFields } from '../../domain/accounts/custom-field';
import { accountCreated } from '../../domain/accounts/wording';
import { asDomainError, type Refusal, referenceNotFound } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { invalidInput, parse } from '../../domain/input';
import type { CopyDefaults } from '../../domain/resellers/api-options';
import { holdReferences } from '../../persistence/accounts/account-locks';
import { insertAccounts } from '../../persistence/accounts/account-writes';
import { holdCustomFieldDefinitions } from '../../persistence/accounts/custom-field-repository';
import { insertHistory } from '../../persistence/accounts/history-repository';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { findCopyDefaults } from '../../persistence/resellers/api-options-repository';
import { permissionRuleExists } from '../../persistence/resellers/permission-rule-repository';

/** What is sent is read as an edit would read it. */
const creation = z.object({
  name: EDIT_FIELDS.name.schema,
  accountingNo: EDIT_FIELDS.accountingNo.schema,
  email: EDIT_FIELDS.email.schema,
  billingAddress: EDIT_FIELDS.billingAddress.schema,
  currency: EDIT_FIELDS.currency.schema,
  parentId: EDIT_FIELDS.parentId.schema.optional(),
  billToId: EDIT_FIELDS.billToId.schema.optional(),
  enableOrdering: z.boolean().nullish(),
  separateInvoices: z.boolean().nullish(),
  responsibleUserId: EDIT_FIELDS.responsibleUserId.schema,
  permissionRuleId: EDIT_FIELDS.permissionRuleId.schema.optional(),
});

/** An account to be created, as it is sent. */
export interface AccountCreation {
  readonly id?: string | null;
  readonly responsibleUserId?: string | null;
  readonly customFields?: readonly { readonly code: string; readonly value?: unknown }[] | null;
  readonly idempotencyKey?: string | null;
}

/** Creates an account of the distributor's own. What is left out is what the API options and defaults say (S7, S8, S15). */
export function createAccount(pass: AdministratorPass, input: AccountCreation): Promise<{ id: string }> {
  return createOnce(pass, 'createAccount', input, async () => {
    const sent = parse(creation, input, ['input']);
    if (sent.refusals) throw asDomainError(sent.refusals);
    const definitions = await holdCustomFieldDefinitions(pass);
    const defaults = await findCopyDefaults(pass.transaction);
    const custom = planCustomFields(definitions, defaults.customFields, input.customFields ?? []);
    const refusals = [...custom.refusals, ...(await refusalsOfReferences(pass, input, sent.value))];
    if (refusals.length > 0) throw asDomainError(refusals);
    const id = typeof input.id === 'string' ? (canonicalId(input.id) ?? '') : v7();
    await insertAccounts(pass, [
      newAccount(id, sent.value, {
        ...defaults,
        customFields: custom.customFields,
        // Left out is what the API options say; null is nobody.
        ...(input.responsibleUserId === undefined ? {} : { responsibleUserId: sent.value.responsibleUserId }),
      }),
    ]);
    await insertHistory(pass, pass.caller.id, [{ accountId: id, lines: [{ kind: 'EDITED', text: accountCreated() }] }]);
    return { id };
  });
}

function newAccount(id: string, sent: z.output<typeof creation>, defaults: CopyDefaults): AccountState {
  return {
    ...sent,
    id,
    synchronizationOptions: [],
    status: 'ACTIVE',
    parentId: sent.parentId ?? null,
    billToId: sent.billToId ?? null,
    enableOrdering: sent.enableOrdering ?? false,
    separateInvoices: sent.separateInvoices ?? true,
    responsibleUserId: defaults.responsibleUserId,
    permissionRuleId: sent.permissionRuleId === undefined ? defaults.permissionRuleId : sent.permissionRuleId,
    customFields: defaults.customFields,
    management: null,
    deletionDate: null,
  };
}

async function refusalsOfReferences(
  pass: AdministratorPass,
  { id }: AccountCreation,
  { parentId, billToId, permissionRuleId }: z.output<typeof creation>,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  if (typeof id === 'string' && !canonicalId(id))
    refusals.push(invalidInput(['input', 'id'], { message: 'must be a UUID' }));
  else if (id && (await findAccountStatus(pass.transaction, id))) {
    refusals.push(invalidInput(['input', 'id'], { message: 'is the id of an account that is here' }));
  }
  const wanted = [parentId, billToId].filter((one) => typeof one === 'string');
  const visible = await holdReferences(pass, wanted);
  for (const [field, sent] of Object.entries({ parentId, billToId })) {
    if (typeof sent === 'string' && !visible.has(sent)) refusals.push(referenceNotFound(field));
  }
  refusals.push(...refusalsOfDeleted({ parentId, billToId }, visible));
  if (permissionRuleId && !(await permissionRuleExists(pass.transaction, permissionRuleId))) {
    refusals.push(referenceNotFound('permissionRuleId'));
  }
  return refusals;
}
