import type { TenantReseller } from '../tenant-reseller';
import type { AccessLevel, AccountStatus, ManagementOrigin } from '../vocabulary';
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

/**
 * What of an account is read for an answer where something of it is asked for, by what it costs to read. So there are as
 * many statements as there are sets of parts, and not of fields.
 */
export const ACCOUNT_PARTS = {
  VALUES: [
    ...(['accountingNo', 'email', 'currency', 'enableOrdering', 'separateInvoices'] as const),
    ...(['parentId', 'billToId', 'permissionRuleId', 'revision'] as const),
  ],
  DOCUMENTS: ['billingAddress', 'synchronizationOptions', 'customFields'],
  TIMES: ['createdAt', 'updatedAt'],
  MANAGEMENT: ['sourceVersion', 'origin', 'managedSince', 'lastSyncedAt'],
  /** The whole row of the tenant reseller that manages it; its name is always read. */
  MANAGER: ['manager'],
} as const satisfies Record<string, readonly PartField[]>;

export type AccountPart = keyof typeof ACCOUNT_PARTS;
const NAMES = Object.keys(ACCOUNT_PARTS) as readonly AccountPart[];

/** Parts that are read together. There is one object for the same parts. */
export type AccountParts = ReadonlySet<AccountPart>;
const known = new Map<string, AccountParts>();

/** The one set of these parts. */
export function partsOf(parts: Iterable<AccountPart>): AccountParts {
  const wanted = new Set(parts);
  const inOrder = NAMES.filter((name) => wanted.has(name));
  const key = inOrder.join();
  const found = known.get(key) ?? new Set(inOrder);
  known.set(key, found);
  return found;
}

export const EVERY_PART = partsOf(NAMES);

interface InParts
  extends Omit<Account, 'id' | 'name' | 'status' | 'management' | 'deletionDate' | 'responsibleUserId'>,
    Nullable<Omit<Management, 'tenantResellerId' | 'sourceAccountId' | 'snapshotVersion'>> {
  readonly manager: TenantReseller | null;
}
type PartField = keyof InParts;
type Nullable<T> = { readonly [Name in keyof T]: T[Name] | null };

/** What is always read: what decides who sees the account and what may be done to it, and what messages about that name. */
export interface AlwaysRead extends Pick<Account, 'id' | 'name' | 'status' | 'responsibleUserId'> {
  readonly tenantResellerId: string | null;
  /** What its sharing rule grants the caller; null for nothing. */
  readonly grantedAccess: AccessLevel | null;
  readonly sourceAccountId: string | null;
  /** The tenant reseller that manages it. */
  readonly managerName: string | null;
  /** The tenant reseller whose own account it is. */
  readonly ownResellerName: string | null;
}

/** An account as it was read for an answer; what is in none of the parts that were read is undefined. */
export type ReadAccount = AlwaysRead & { readonly [Field in PartField]?: InParts[Field] | undefined };

/** A field was answered for which its part was not read: a fault, never null. */
export class NotReadError extends Error {
  override readonly name = 'NotReadError';
  constructor(field: string, { id }: Pick<ReadAccount, 'id'>) {
    super(`${field} of account ${id} was not read`);
  }
}

/** A field that must have been read. */
export function readField<Field extends PartField>(account: ReadAccount, field: Field): InParts[Field] {
  const value = account[field];
  if (value === undefined) throw new NotReadError(field, account);
  return value as InParts[Field];
}
