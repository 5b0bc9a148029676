import type { AccountField, AccountFieldsFragment, UpdateAccountInput } from '../../../api/generated.ts';

/** A record that was chosen, by what people read of it. */
export interface Chosen {
  readonly id: string;
  readonly label: string;
}

export interface OptionDraft {
  readonly systemCode: string;
  readonly key: string;
  readonly value: string;
}

export const ADDRESS_PARTS = ['line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressDraft = Readonly<Record<(typeof ADDRESS_PARTS)[number], string>>;

/** What stands in the form, field by field. The status is no part of an edit. */
export interface Draft {
  readonly NAME: string;
  readonly ACCOUNTING_NO: string;
  readonly EMAIL: string;
  readonly BILLING_ADDRESS: AddressDraft;
  readonly SYNCHRONIZATION_OPTIONS: readonly OptionDraft[];
  readonly PARENT: Chosen | null;
  readonly BILL_TO: Chosen | null;
  readonly CURRENCY: string;
  readonly ENABLE_ORDERING: boolean;
  readonly SEPARATE_INVOICES: boolean;
  readonly RESPONSIBLE_USER: string;
  readonly PERMISSION_RULE: Chosen | null;
  /** By code; null where there is no value. */
  readonly CUSTOM_FIELDS: Readonly<Record<string, unknown>>;
}

export type DraftField = keyof Draft & AccountField;

type Sent<Field extends DraftField> = readonly [
  input: keyof UpdateAccountInput,
  value: (value: Draft[Field], base: Draft[Field]) => unknown,
];

/** How each field is sent: as which part of the input, and what of the draft. An empty text clears the value. */
const SENT: { readonly [Field in DraftField]: Sent<Field> } = {
  NAME: ['name', (text) => text],
  ACCOUNTING_NO: ['accountingNo', orNull],
  EMAIL: ['email', orNull],
  BILLING_ADDRESS: ['billingAddress', addressOrNull],
  SYNCHRONIZATION_OPTIONS: [
    'synchronizationOptions',
    (options) => options.map(({ systemCode, key, value }) => ({ systemCode, key, value: orNull(value) })),
  ],
  PARENT: ['parentId', idOrNull],
  BILL_TO: ['billToId', idOrNull],
  CURRENCY: ['currency', (text) => text],
  ENABLE_ORDERING: ['enableOrdering', (value) => value],
  SEPARATE_INVOICES: ['separateInvoices', (value) => value],
  RESPONSIBLE_USER: ['responsibleUserId', orNull],
  PERMISSION_RULE: ['permissionRuleId', idOrNull],
  CUSTOM_FIELDS: [
    'customFields',
    (values, base) => codesOf(base, values).map((code) => ({ code, value: values[code] ?? null })),
  ],
};

export const DRAFT_FIELDS = Object.keys(SENT) as readonly DraftField[];

/** Where the form sends a field. */
export const inputOf = (field: DraftField): keyof UpdateAccountInput => SENT[field][0];

export function draftOf(account: AccountFieldsFragment): Draft {
  const address = account.billingAddress;
  const chosen = (one: { readonly id: string; readonly name: string | null } | null) =>
    one === null ? null : { id: one.id, label: one.name ?? one.id };
  return {
    NAME: account.name ?? '',
    ACCOUNTING_NO: account.accountingNo ?? '',
    EMAIL: account.email ?? '',
    BILLING_ADDRESS: Object.fromEntries(ADDRESS_PARTS.map((part) => [part, address?.[part] ?? ''])) as AddressDraft,
    SYNCHRONIZATION_OPTIONS: (account.synchronizationOptions ?? []).map(({ systemCode, key, value }) => ({
      systemCode,
      key,
      value: value ?? '',
    })),
    PARENT: chosen(account.parent),
    BILL_TO: chosen(account.billTo),
    CURRENCY: account.currency ?? '',
    ENABLE_ORDERING: account.enableOrdering ?? false,
    SEPARATE_INVOICES: account.separateInvoices ?? false,
    RESPONSIBLE_USER: account.responsibleUser?.id ?? '',
    PERMISSION_RULE: chosen(account.permissionRule),
    CUSTOM_FIELDS: Object.fromEntries(
      (account.customFields ?? []).map(({ definition, value }) => [definition.code, value ?? null]),
    ),
  };
}

export function changedFields(base: Draft, draft: Draft): readonly DraftField[] {
  return DRAFT_FIELDS.filter(
    (field) => JSON.stringify(sent(base, draft, field)) !== JSON.stringify(sent(base, base, field)),
  );
}

/** The custom fields that the two have other values of. */
export function changedCodes(base: Draft, draft: Draft): readonly string[] {
  return codesOf(base.CUSTOM_FIELDS, draft.CUSTOM_FIELDS);
}

/** What an edit sends: what was changed and is not locked, and nothing else. */
export function changesOf(
  base: Draft,
  draft: Draft,
  isLocked: (field: DraftField) => boolean,
): Partial<UpdateAccountInput> {
  const changed = changedFields(base, draft).filter((field) => !isLocked(field));
  return Object.fromEntries(changed.map((field) => [inputOf(field), sent(base, draft, field)]));
}

function sent<Field extends DraftField>(base: Draft, draft: Draft, field: Field): unknown {
  const [, value] = SENT[field];
  return value(draft[field], base[field]);
}

/** What was typed, on top of what has become of the account meanwhile; custom fields each for itself. */
export function rebase(base: Draft, draft: Draft, latest: Draft): Draft {
  const typed = changedFields(base, draft);
  const codes = changedCodes(base, draft);
  return {
    ...latest,
    ...Object.fromEntries(typed.map((field) => [field, draft[field]])),
    CUSTOM_FIELDS: {
      ...latest.CUSTOM_FIELDS,
      ...Object.fromEntries(codes.map((code) => [code, draft.CUSTOM_FIELDS[code]])),
    },
  };
}

/** As `rebase`, but where both changed the same, theirs. */
export function takeTheirs(base: Draft, draft: Draft, latest: Draft): Draft {
  const mine = rebase(base, draft, latest);
  const theirs = changedFields(base, latest);
  return {
    ...mine,
    ...Object.fromEntries(theirs.map((field) => [field, latest[field]])),
    CUSTOM_FIELDS: {
      ...mine.CUSTOM_FIELDS,
      ...Object.fromEntries(changedCodes(base, latest).map((code) => [code, latest.CUSTOM_FIELDS[code]])),
    },
  };
}

function codesOf(base: Draft['CUSTOM_FIELDS'], values: Draft['CUSTOM_FIELDS']): readonly string[] {
  const codes = new Set([...Object.keys(base), ...Object.keys(values)]);
  return [...codes].filter((code) => JSON.stringify(base[code]) !== JSON.stringify(values[code]));
}

function idOrNull(chosen: Chosen | null): string | null {
  return chosen?.id ?? null;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function addressOrNull(address: AddressDraft): unknown {
  const parts = ADDRESS_PARTS.map((part) => [part, orNull(address[part])] as const);
  return parts.every(([, text]) => text === null) ? null : Object.fromEntries(parts);
}
