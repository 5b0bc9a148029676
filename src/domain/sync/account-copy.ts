import { type AccountGaps, type AccountState, UNTOLD_TO_SYNC } from '../accounts/account';
import { masteredOf } from '../accounts/mastered';
import { sourceIdentityKey } from '../identifiers';
import type { TenantReseller } from '../tenant-reseller';
import type { SyncWarning } from '../vocabulary';
import type { CustomerSnapshot } from './sync-item';

/**
 * The copied account at its birth (S2-S10). What the API options and the custom fields' defaults give it (S7, S8, S15) the
 * sync is not told: the database fills it in (test/graphql/sync/copy.test.ts).
 */
export function copyOf(customer: CustomerSnapshot, reseller: TenantReseller): AccountState {
  return {
    id: sourceIdentityKey(reseller.id, customer.sourceAccountId),
    status: customer.status,
    currency: reseller.currency,
    enableOrdering: true,
    separateInvoices: reseller.separateInvoices,
    parentId: reseller.accountId,
    billToId: reseller.accountId,
    responsibleUserId: UNTOLD_TO_SYNC.responsibleUserId,
    permissionRuleId: UNTOLD_TO_SYNC.permissionRuleId,
    customFields: UNTOLD_TO_SYNC.customFields,
    management: {
      tenantResellerId: reseller.id,
      sourceAccountId: customer.sourceAccountId,
      sourceVersion: customer.sourceVersion,
      snapshotVersion: customer.sourceVersion,
      origin: 'COPIED_FROM_RESELLER',
    },
    deletionDate: null,
    // Last: what is added to the copy of an object takes the engine a hundred times as long.
    ...masteredOf(customer),
  };
}

/** What the copy could not be given, because the API options leave it unset. */
export function copyWarnings({ lacksResponsibleUser, lacksPermissionRule }: AccountGaps): SyncWarning[] {
  const warnings: SyncWarning[] = [];
  if (lacksResponsibleUser) warnings.push('RESPONSIBLE_USER_UNSET');
  if (lacksPermissionRule) warnings.push('PERMISSION_RULE_UNSET');
  return warnings;
}
