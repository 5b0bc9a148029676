import type { LabelKey } from '../labels';
import { labelText } from '../message';
import type { AccessLevel, AccountField, LockReason } from '../vocabulary';
import type { AccountState } from './account';
import type { MASTERED, MasteredField, MasteredProperty } from './mastered';

/** What is said of a field of an account. */
export interface FieldRule {
  /**
   * The property of an account that holds it, under which an edit's input sends it, a column of that name stores it, and
   * labels.ts has what people call it.
   */
  readonly property: keyof AccountState & LabelKey;
  /** The field of `Account` that shows it. */
  readonly accountField: string;
  /** Why it is locked on a managed account (S2, S3, S5, S9, S10, S13); null when the distributor may change it (S15). */
  readonly whenManaged: LockReason | null;
  /** Locked on a tenant reseller's own account, where it changes with the reseller (S25). */
  readonly setByTenantReseller?: true;
  /** The access that a change needs (S8). */
  readonly access: AccessLevel;
}

/** Locked because the reseller masters it: exactly what stands in MASTERED, under the property that it has there. */
type MasteredRule<Field> = FieldRule & {
  readonly property: {
    [P in MasteredProperty]: (typeof MASTERED)[P]['field'] extends Field ? P : never;
  }[MasteredProperty];
  readonly whenManaged: 'MASTERED_BY_RESELLER';
};
type OtherRule = FieldRule & {
  readonly property: Exclude<keyof AccountState & LabelKey, MasteredProperty>;
  readonly whenManaged: Exclude<LockReason, 'MASTERED_BY_RESELLER'> | null;
};

const FIELD_RULES = {
  NAME: {
    property: 'name',
    accountField: 'name',
    whenManaged: 'MASTERED_BY_RESELLER',
    setByTenantReseller: true,
    access: 'EDIT',
  },
  ACCOUNTING_NO: {
    property: 'accountingNo',
    accountField: 'accountingNo',
    whenManaged: 'MASTERED_BY_RESELLER',
    access: 'EDIT',
  },
  EMAIL: {
    property: 'email',
    accountField: 'email',
    whenManaged: 'MASTERED_BY_RESELLER',
    access: 'EDIT',
  },
  BILLING_ADDRESS: {
    property: 'billingAddress',
    accountField: 'billingAddress',
    whenManaged: 'MASTERED_BY_RESELLER',
    access: 'EDIT',
  },
  SYNCHRONIZATION_OPTIONS: {
    property: 'synchronizationOptions',
    accountField: 'synchronizationOptions',
    whenManaged: 'MASTERED_BY_RESELLER',
    access: 'EDIT',
  },
  STATUS: {
    property: 'status',
    accountField: 'status',
    whenManaged: 'SET_BY_BACK_ORDERING',
    access: 'EDIT',
  },
  PARENT: {
    property: 'parentId',
    accountField: 'parent',
    whenManaged: 'SET_BY_BACK_ORDERING',
    access: 'EDIT',
  },
  BILL_TO: {
    property: 'billToId',
    accountField: 'billTo',
    whenManaged: 'SET_BY_BACK_ORDERING',
    access: 'EDIT',
  },
  CURRENCY: {
    property: 'currency',
    accountField: 'currency',
    whenManaged: 'SET_BY_BACK_ORDERING',
    setByTenantReseller: true,
    access: 'EDIT',
  },
  ENABLE_ORDERING: {
    property: 'enableOrdering',
    accountField: 'enableOrdering',
    whenManaged: null,
    access: 'EDIT',
  },
  SEPARATE_INVOICES: {
    property: 'separateInvoices',
    accountField: 'separateInvoices',
    whenManaged: null,
    access: 'EDIT',
  },
  RESPONSIBLE_USER: {
    property: 'responsibleUserId',
    accountField: 'responsibleUser',
    whenManaged: null,
    access: 'FULL',
  },
  PERMISSION_RULE: {
    property: 'permissionRuleId',
    accountField: 'permissionRule',
    whenManaged: null,
    access: 'FULL',
  },
  CUSTOM_FIELDS: {
    property: 'customFields',
    accountField: 'customFields',
    whenManaged: null,
    access: 'EDIT',
  },
} as const satisfies {
  readonly [Field in AccountField]: Field extends MasteredField ? MasteredRule<Field> : OtherRule;
};

/** The 14 fields. Locks, `lockedFields` and the policy catalogue are read off this table. */
export const FIELDS: Readonly<Record<AccountField, FieldRule>> = FIELD_RULES;

export type PropertyOf<Field extends AccountField> = (typeof FIELD_RULES)[Field]['property'];

/** The property of an account that holds the field. */
export function propertyOf<Field extends AccountField>(field: Field): PropertyOf<Field> {
  return FIELD_RULES[field].property;
}

/** What lines of the history call it. */
export function fieldLabel(field: AccountField): string {
  return labelText(propertyOf(field));
}
