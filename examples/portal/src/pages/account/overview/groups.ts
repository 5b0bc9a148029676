import type { AccountField } from '../../../api/generated.ts';
import { defineWords } from '../../../words/words.ts';

export type FieldGroup = 'identity' | 'address' | 'billing' | 'ordering' | 'synchronization' | 'access' | 'custom';

/** Where each field stands. */
const GROUP_OF: Readonly<Record<AccountField, FieldGroup>> = {
  NAME: 'identity',
  STATUS: 'identity',
  ACCOUNTING_NO: 'identity',
  EMAIL: 'identity',
  BILLING_ADDRESS: 'address',
  BILL_TO: 'billing',
  CURRENCY: 'billing',
  SEPARATE_INVOICES: 'billing',
  PARENT: 'ordering',
  ENABLE_ORDERING: 'ordering',
  RESPONSIBLE_USER: 'access',
  PERMISSION_RULE: 'access',
  SYNCHRONIZATION_OPTIONS: 'synchronization',
  CUSTOM_FIELDS: 'custom',
};

export const GROUP_WORDS = defineWords(
  {
    identity: 'Identity',
    address: 'Address',
    billing: 'Billing',
    ordering: 'Ordering',
    access: 'Access',
    synchronization: 'Synchronization',
    custom: 'More about it',
  },
  {
    identity: 'Stammdaten',
    address: 'Anschrift',
    billing: 'Abrechnung',
    ordering: 'Bestellen',
    access: 'Zugriff',
    synchronization: 'Synchronisation',
    custom: 'Weitere Angaben',
  },
);

interface GroupedFields {
  readonly group: FieldGroup;
  readonly fields: readonly AccountField[];
}

/** The fields in the order in which they are read, group by group. */
export const FIELD_GROUPS: readonly GroupedFields[] = (Object.keys(GROUP_WORDS.en) as FieldGroup[]).map((group) => ({
  group,
  fields: (Object.keys(GROUP_OF) as AccountField[]).filter((field) => GROUP_OF[field] === group),
}));
