import type { AccountField } from '../../../api/generated.ts';
import { defineWords, useWords } from '../../../words/words.ts';

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

/** What a group is called; one of a single field by the name of that field. */
const TITLES = defineWords(
  { identity: 'Identity', billing: 'Billing', ordering: 'Hierarchy and ordering', access: 'Access' },
  { identity: 'Stammdaten', billing: 'Abrechnung', ordering: 'Hierarchie und Bestellen', access: 'Zugriff' },
);

interface GroupedFields {
  readonly group: FieldGroup;
  readonly fields: readonly AccountField[];
  readonly title: string | null;
}

/** The fields in the order in which they are read, group by group. */
export function useFieldGroups(): readonly GroupedFields[] {
  const titles: Partial<Readonly<Record<FieldGroup, string>>> = useWords(TITLES);
  return [...new Set(Object.values(GROUP_OF))].map((group) => ({
    group,
    fields: (Object.keys(GROUP_OF) as AccountField[]).filter((field) => GROUP_OF[field] === group),
    title: titles[group] ?? null,
  }));
}
