import type { AccountState } from '../accounts/account';
import { masteredOf } from '../accounts/mastered';
import { sourceIdentityKey } from '../identifiers';
import type { ApiOptions, CopyDefaults } from '../resellers/api-options';
import type { TenantReseller } from '../tenant-reseller';
import type { SyncWarning } from '../vocabulary';
import type { CustomerSnapshot } from './sync-item';

/** The copied account at its birth (S2-S10). */
export function copyOf(customer: CustomerSnapshot, reseller: TenantReseller, defaults: CopyDefaults): AccountState {
  return {
    id: sourceIdentityKey(reseller.id, customer.sourceAccountId),
    ...masteredOf(customer),
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
