import type { AccountFieldsFragment } from '../../../api/generated.ts';
import { type Chosen, changedCodes, type Draft } from './draft.ts';

/** The account as it would be with the draft, to be read like any other; of custom fields those that differ. */
export function asAccount(account: AccountFieldsFragment, began: Draft, draft: Draft): AccountFieldsFragment {
  const record = (chosen: Chosen | null) => (chosen === null ? null : { id: chosen.id, name: chosen.label });
  const orNull = (text: string) => (text === '' ? null : text);
  const codes = new Set(changedCodes(began, draft));
  return {
    ...account,
    name: draft.NAME,
    accountingNo: orNull(draft.ACCOUNTING_NO),
    email: orNull(draft.EMAIL),
    billingAddress: draft.BILLING_ADDRESS,
    synchronizationOptions: draft.SYNCHRONIZATION_OPTIONS,
    parent: record(draft.PARENT),
    billTo: record(draft.BILL_TO),
    currency: draft.CURRENCY,
    enableOrdering: draft.ENABLE_ORDERING,
    separateInvoices: draft.SEPARATE_INVOICES,
    responsibleUser: draft.RESPONSIBLE_USER === '' ? null : { id: draft.RESPONSIBLE_USER },
    permissionRule: record(draft.PERMISSION_RULE),
    customFields: (account.customFields ?? [])
      .filter(({ definition }) => codes.has(definition.code))
      .map(({ definition }) => ({ definition, value: draft.CUSTOM_FIELDS[definition.code] ?? null })),
  };
}
