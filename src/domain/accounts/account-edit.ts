import { z } from 'zod';
import type { Caller } from '../caller';
import { type Refusal, refusal } from '../errors';
import { currency, LIMITS, optionalText, parse, uuid, version } from '../input';
import { ACCOUNT_FIELDS, type AccountField } from '../vocabulary';
import type { AccountState } from './account';
import { fieldLabel, type PropertyOf, propertyOf } from './account-fields';
import { anyBillingAddress, billingAddress } from './account-input';
import { fieldLock } from './account-policy';
import { standingOf } from './account-standing';
import { type LoadedAccount, namedReseller } from './account-view';
import { type CustomFieldDefinition, customFieldInputs, missingFields, planCustomFields } from './custom-field';
import { MASTERED_SCHEMAS } from './mastered';
import { lockMessage } from './policy-messages';

/** The fields that an edit replaces whole. Custom fields are changed by code, and the status by actions of its own. */
type EditableField = Exclude<AccountField, 'STATUS' | 'CUSTOM_FIELDS'>;
const EDITABLE = ACCOUNT_FIELDS.filter(
  (field): field is EditableField => field !== 'STATUS' && field !== 'CUSTOM_FIELDS',
);

/** The values that an edit can change, as they are stored. */
export type EditableValues = Pick<AccountState, PropertyOf<EditableField>>;

const reference = uuid.nullable();

/** How what is sent of each is read. */
export const EDIT_SCHEMAS: { readonly [Property in keyof EditableValues]: z.ZodType<EditableValues[Property]> } = {
  ...MASTERED_SCHEMAS,
  parentId: reference,
  billToId: reference,
  currency,
  enableOrdering: z.boolean(),
  separateInvoices: z.boolean(),
  responsibleUserId: optionalText(LIMITS.name),
  permissionRuleId: reference,
};

/** An edit of whatever account: each is read as it is planned, and the revision before. */
export const editInput = z
  .object({ ...EDIT_SCHEMAS, billingAddress: anyBillingAddress, customFields: customFieldInputs })
  .partial()
  .extend({ expectedRevision: version.nullish() });

/** A country that is stored is taken, though nobody could type it: a form that posts everything back works. */
function schemaOf(key: keyof EditableValues, { account }: LoadedAccount): z.ZodType {
  return key === 'billingAddress' ? billingAddress(account.billingAddress?.country) : EDIT_SCHEMAS[key];
}

/** The field that each input of an edit changes: the input and the account use one name. */
export const EDIT_INPUTS: Readonly<Record<string, AccountField>> = Object.fromEntries(
  [...EDITABLE, 'CUSTOM_FIELDS' as const].map((field) => [propertyOf(field), field]),
);

/** An edit as it is sent: what is left out is not touched. */
export type EditInput = Readonly<Partial<Record<keyof EditableValues, unknown>>> & {
  readonly expectedRevision?: string | null | undefined;
  readonly customFields?: readonly { readonly code: string; readonly value?: unknown }[] | null | undefined;
};

/** What an edit comes to: what it changes, and everything that speaks against it. */
export interface EditPlan {
  readonly changes: Partial<EditableValues & Pick<AccountState, 'customFields'>>;
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
  const standing = standingOf(loaded, caller);
  if (!standing) throw new Error(`The account ${loaded.account.id} is not there for whoever edits it`);
  for (const field of EDITABLE) {
    const key = propertyOf(field);
    if (input[key] === undefined) continue;
    const path = ['input', key];
    const sent = parse<unknown>(schemaOf(key, loaded), input[key], path);
    if (!sent.refusals && JSON.stringify(sent.value) === JSON.stringify(loaded.account[key])) continue;
    const reason = fieldLock(standing, field);
    if (reason) {
      locked.push(refusal('FIELD_LOCKED', lockMessage(field, reason, namedReseller(loaded)), path, { field }));
    } else if (sent.refusals) {
      invalid.push(...sent.refusals);
    } else {
      changes[key] = sent.value;
      labels.push(fieldLabel(field));
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
