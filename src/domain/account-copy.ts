import type { AccountState, TenantReseller } from './account';
import type { CustomFields } from './custom-field';
import type { CustomerSnapshot } from './customer-sync';
import { sourceIdentityKey } from './identifiers';
import type { SyncWarning } from './vocabulary';

/** What new accounts of the API are given: "Use of API Options", entry for the account entity (S7, S8). */
export interface ApiOptions {
  readonly responsibleUserId: string | null;
  readonly permissionRuleId: string | null;
}

/** What a copy is given besides what comes from its source: API options, and the defaults of custom fields (S15). */
export interface CopyDefaults extends ApiOptions {
  readonly customFields: CustomFields;
}

/** The copied account at its birth (S2-S10). */
export function copyOf(customer: CustomerSnapshot, reseller: TenantReseller, defaults: CopyDefaults): AccountState {
  return {
    id: sourceIdentityKey(reseller.id, customer.sourceAccountId),
    name: customer.name,
    accountingNo: customer.accountingNo,
    email: customer.email,
    billingAddress: customer.billingAddress,
    synchronizationOptions: customer.synchronizationOptions,
    status: customer.status,
    currency: reseller.currency,
    enableOrdering: true,
    separateInvoices: reseller.separateInvoices,
    parentId: reseller.accountId,
    billToId: reseller.accountId,
    responsibleUserId: defaults.responsibleUserId,
    permissionRuleId: defaults.permissionRuleId,
    customFields: defaults.customFields,
    management: {
      tenantResellerId: reseller.id,
      sourceAccountId: customer.sourceAccountId,
      sourceVersion: customer.sourceVersion,
      snapshotVersion: customer.sourceVersion,
      origin: 'COPIED_FROM_RESELLER',
    },
    deletionDate: null,
  };
}

/** What the copy could not be given, because the API options leave it unset. */
export function copyWarnings(options: ApiOptions): SyncWarning[] {
  return [
    ...(options.responsibleUserId === null ? (['RESPONSIBLE_USER_UNSET'] as const) : []),
    ...(options.permissionRuleId === null ? (['PERMISSION_RULE_UNSET'] as const) : []),
  ];
}
