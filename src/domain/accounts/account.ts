import type { AccountStatus, ManagementOrigin } from '../vocabulary';
import type { CustomFields } from './custom-field';
import type { MasteredValues } from './mastered';

/** An account as this subgraph holds it. */
export interface Account extends MasteredValues {
  readonly id: string;
  readonly status: AccountStatus;
  readonly currency: string;
  readonly enableOrdering: boolean;
  readonly separateInvoices: boolean;
  readonly parentId: string | null;
  readonly billToId: string | null;
  readonly responsibleUserId: string | null;
  readonly permissionRuleId: string | null;
  readonly customFields: CustomFields;
  /** Null on an account of the distributor's own. */
  readonly management: Management | null;
  /** The last day on which its subscriptions run; set when it is deleted. */
  readonly deletionDate: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: bigint;
}

/**
 * What of an account a sync service is not told, and its login cannot read: it stands so in an account that is loaded for
 * one, and nothing is decided or written by it (test/matrices/direct-sql.test.ts).
 */
export const UNTOLD_TO_SYNC = {
  enableOrdering: false,
  separateInvoices: false,
  parentId: null,
  billToId: null,
  responsibleUserId: null,
  permissionRuleId: null,
  customFields: {},
} as const satisfies Partial<Account>;

/** What a copy or an account lacks that the API options would give it (S7, S8). */
export interface AccountGaps {
  readonly lacksResponsibleUser: boolean;
  readonly lacksPermissionRule: boolean;
}

export function gapsOf(account: Pick<Account, 'responsibleUserId' | 'permissionRuleId'>): AccountGaps {
  return {
    lacksResponsibleUser: account.responsibleUserId === null,
    lacksPermissionRule: account.permissionRuleId === null,
  };
}

/** Management of an account by a tenant reseller. */
export interface Management {
  readonly tenantResellerId: string;
  readonly sourceAccountId: string;
  /** The newest state of the customer that was applied here; null after a transfer, until the first snapshot. */
  readonly sourceVersion: bigint | null;
  /** The version of the snapshot that the values are of: the same, but after a deletion, which brings no values. */
  readonly snapshotVersion: bigint | null;
  readonly origin: ManagementOrigin;
  readonly managedSince: Date;
  readonly lastSyncedAt: Date | null;
}

/** Stands below every version of a source, where an account has none yet (S24). */
export const NO_VERSION = -1n;

/** An account without what the database adds: times and the revision. */
export interface AccountState extends Omit<Account, 'createdAt' | 'updatedAt' | 'revision' | 'management'> {
  readonly management: Omit<Management, 'managedSince' | 'lastSyncedAt'> | null;
}
