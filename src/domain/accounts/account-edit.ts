import { z } from 'zod';
import type { Caller } from '../caller';
import type { Refusal } from '../errors';
import { canonicalId } from '../identifiers';
import { currency, filledText, LIMITS, optionalText, parse } from '../input';
import type { AccountField } from '../vocabulary';
import type { Account } from './account';
import { billingAddress, synchronizationOptions } from './account-input';
import { FIELDS, fieldLock } from './account-policy';
import { type LoadedAccount, namedReseller } from './account-view';
import { type CustomFieldDefinition, missingFields, planCustomFields } from './custom-field';
import { lockMessage } from './policy-messages';

/** The values that an edit can change, as they are stored. */
export type EditableValues = Pick<
  Account,
  | 'name'
  | 'accountingNo'
  | 'email'
  | 'billingAddress'
  | 'synchronizationOptions'
  | 'parentId'
  | 'billToId'
  | 'currency'
  | 'enableOrdering'
  | 'separateInvoices'
  | 'responsibleUserId'
  | 'permissionRuleId'
>;

const reference = z
  .string()
  .refine((value) => canonicalId(value) !== null, { message: 'must be a UUID' })
  .transform(canonicalId)
  .nullable();

/** What an input field of an edit changes, and how what is sent is read. The input and the account use one name. */
export const EDIT_FIELDS: {
  readonly [K in keyof EditableValues]: { readonly field: AccountField; readonly schema: z.ZodType<EditableValues[K]> };
} = {
  name: { field: 'NAME', schema: filledText(LIMITS.name) },
  accountingNo: { field: 'ACCOUNTING_NO', schema: optionalText() },
  email: { field: 'EMAIL', schema: optionalText() },
  billingAddress: { field: 'BILLING_ADDRESS', schema: billingAddress },
  synchronizationOptions: { field: 'SYNCHRONIZATION_OPTIONS', schema: synchronizationOptions },
  parentId: { field: 'PARENT', schema: reference },
  billToId: { field: 'BILL_TO', schema: reference },
  currency: { field: 'CURRENCY', schema: currency },
  enableOrdering: { field: 'ENABLE_ORDERING', schema: z.boolean() },
  separateInvoices: { field: 'SEPARATE_INVOICES', schema: z.boolean() },
  responsibleUserId: { field: 'RESPONSIBLE_USER', schema: optionalText(LIMITS.name) },
  permissionRuleId: { field: 'PERMISSION_RULE', schema: reference },
};

/** The field that each input of an edit changes. */
export const EDIT_INPUTS: Readonly<Record<string, AccountField>> = {
  ...Object.fromEntries(Object.entries(EDIT_FIELDS).map(([input, { field }]) => [input, field])),
  customFields: 'CUSTOM_FIELDS',
};

/** An edit as it is sent: what is left out is not touched. */
export type EditInput = Readonly<Partial<Record<keyof EditableValues, unknown>>> & {
  readonly expectedRevision?: string | null | undefined;
  readonly customFields?: readonly { readonly code: string; readonly value?: unknown }[] | null | undefined;
};

/** What an edit comes to: what it changes, and everything that speaks against it. */
export interface EditPlan {
  readonly changes: Partial<EditableValues & Pick<Account, 'customFields'>>;
  /** The changed fields' names for the history. */
  readonly labels: readonly string[];
  readonly refusals: readonly Refusal[];
}

/**
 * S15: every locked field that would change is refused; one that holds exactly the stored value is no change. A field
 * that is left out is not touched (test/domain/accounts/account-edit.test.ts).
 */
export function planEdit(
  loaded: LoadedAccount,
  caller: Caller,
  definitions: readonly CustomFieldDefinition[],
  input: EditInput,
): EditPlan {
  const changes: Record<string, unknown> = {};
  const labels: string[] = [];
  const locked: Refusal[] = [];
  const invalid: Refusal[] = [];
  for (const key of Object.keys(EDIT_FIELDS) as (keyof EditableValues)[]) {
    if (input[key] === undefined) continue;
    const { field, schema } = EDIT_FIELDS[key];
    const path = ['input', key];
    const sent = parse<unknown>(schema, input[key], path);
    if (!sent.refusals && JSON.stringify(sent.value) === JSON.stringify(loaded.account[key])) continue;
    const reason = fieldLock(loaded, caller, field);
    if (reason) {
      const message = lockMessage(field, reason, namedReseller(loaded));
      locked.push({ code: 'FIELD_LOCKED', message, path, field });
    } else if (sent.refusals) {
      invalid.push(...sent.refusals);
    } else {
      changes[key] = sent.value;
      labels.push(FIELDS[field].label);
    }
  }
  const custom = planCustomFields(definitions, loaded.account.customFields, input.customFields ?? []);
  if (custom.labels.length > 0) changes.customFields = custom.customFields;
  const refusals = [...locked, ...invalid, ...custom.refusals];
  return {
    changes,
    labels: [...labels, ...custom.labels],
    // What is missing is told once the rest can be saved: it is checked on the state that results.
    refusals: refusals.length > 0 ? refusals : missingFields(definitions, custom.customFields),
  };
}
