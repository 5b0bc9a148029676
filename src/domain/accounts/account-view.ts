import type { Caller } from '../caller';
import type { TenantReseller } from '../tenant-reseller';
import { type Account, gapsOf, type ReadAccount, readField } from './account';
import { fieldLock, type LockStanding, lockedFields } from './account-policy';
import { type AccountStanding, accessBy, type Standing, standingWith } from './account-standing';
import { ribbon } from './wording';

/** An account as it is loaded whole for one caller, with all that its rules ask about. */
export interface LoadedAccount extends AccountStanding {
  readonly account: Account;
  readonly managedBy: TenantReseller | null;
  readonly tenantResellerAccount: {
    readonly tenantReseller: TenantReseller;
    readonly hasBilledCustomers: boolean;
  } | null;
}

/** The tenant reseller that messages about the account name. */
export function namedReseller(loaded: LoadedAccount | null): { resellerName: string | null } {
  return { resellerName: (loaded?.managedBy ?? loaded?.tenantResellerAccount?.tenantReseller)?.name ?? null };
}

/**
 * An account as one caller sees it. A hidden account and an unknown one give the same view: the id and nothing else
 * (S8, S21; test/domain/accounts/account-view.test.ts). A sync caller sees what docs/rules.md lists, null for the rest.
 * What is shown is taken from what was read when it is asked for: most answers ask for little.
 */
export class AccountView {
  private constructor(
    readonly id: string,
    private readonly stands: Standing | null,
    /** What anybody is shown who sees the account; null when it is not there for the caller. */
    private readonly read: ReadAccount | null,
    /** The same for a person; null for a sync, which is told less. */
    private readonly told: ReadAccount | null,
  ) {}

  /** The account as the caller may see it. */
  static of(read: ReadAccount, caller: Caller): AccountView {
    const access = accessBy(read, caller);
    if (!access) return AccountView.absent(read.id);
    const standing = standingWith({
      status: read.status,
      isManaged: read.tenantResellerId !== null,
      isResellersOwn: read.ownResellerName !== null,
      hasBilledCustomers: false,
      access,
      callerKind: caller.kind,
    });
    return new AccountView(read.id, standing, read, caller.kind === 'RESELLER_SYNC' ? null : read);
  }

  /** The view of an id that is unknown here or hidden from the caller. */
  static absent(id: string): AccountView {
    return new AccountView(id, null, null, null);
  }

  /** Whether the account is there for the caller. */
  get isThere(): boolean {
    return this.read !== null;
  }

  /** Whether it is a tenant reseller's own account, so that what may be done to it hangs on that reseller's customers. */
  get isResellersOwn(): boolean {
    return this.stands?.isResellersOwn ?? false;
  }

  /** How it stands to the rules for the caller; `hasBilledCustomers` is of a tenant reseller's own account. */
  standing(hasBilledCustomers: boolean): Standing | null {
    return this.stands && hasBilledCustomers ? standingWith({ ...this.stands, hasBilledCustomers }) : this.stands;
  }

  /** The same as far as locks ask, which is not for a reseller's customers. */
  get lockStanding(): LockStanding | null {
    return this.stands;
  }

  /** The tenant reseller that messages about the account name. */
  get resellerName(): string | null {
    return this.read && (this.read.managerName ?? this.read.ownResellerName);
  }

  get managedByReseller(): ManagedView | null {
    return this.read && isManaged(this.read) ? new ManagedView(this.read) : null;
  }

  /** A person's own access to it; a sync is told none. */
  get access() {
    const { stands } = this;
    return stands && stands.callerKind !== 'RESELLER_SYNC' ? stands.access : null;
  }

  get lockedFields() {
    return lockedFields(this.stands);
  }

  get name() {
    return this.read?.name ?? null;
  }

  get status() {
    return this.read?.status ?? null;
  }

  get accountingNo() {
    return this.read && readField(this.read, 'accountingNo');
  }

  get email() {
    return this.read && readField(this.read, 'email');
  }

  get currency() {
    return this.read && readField(this.read, 'currency');
  }

  get billingAddress() {
    return this.read && readField(this.read, 'billingAddress');
  }

  /** S9: options that are locked for people are shown as such to whoever sees them, also to the sync that sends them. */
  get synchronizationOptions() {
    const { read, stands } = this;
    // Stryker disable next-line LogicalOperator: there are both or neither
    if (!read || !stands) return null;
    const person = standingWith({ ...stands, callerKind: 'DISTRIBUTOR_USER' });
    const readOnly = fieldLock(person, 'SYNCHRONIZATION_OPTIONS') !== null;
    return readField(read, 'synchronizationOptions').map((option) => ({ ...option, readOnly }));
  }

  get responsibleUserId() {
    return this.told?.responsibleUserId ?? null;
  }

  get enableOrdering() {
    return this.told && readField(this.told, 'enableOrdering');
  }

  get separateInvoices() {
    return this.told && readField(this.told, 'separateInvoices');
  }

  get parentId() {
    return this.told && readField(this.told, 'parentId');
  }

  get billToId() {
    return this.told && readField(this.told, 'billToId');
  }

  get permissionRuleId() {
    return this.told && readField(this.told, 'permissionRuleId');
  }

  get customFields() {
    return this.told && readField(this.told, 'customFields');
  }

  get createdAt() {
    return this.told && readField(this.told, 'createdAt');
  }

  get updatedAt() {
    return this.told && readField(this.told, 'updatedAt');
  }

  get revision() {
    return this.told && readField(this.told, 'revision');
  }
}

type Managed = ReadAccount & { readonly tenantResellerId: string };

/** Managed or not hangs on the tenant reseller alone. */
function isManaged(read: ReadAccount): read is Managed {
  return read.tenantResellerId !== null;
}

/** That a tenant reseller manages an account, as it is shown to whoever sees the account. */
export class ManagedView {
  constructor(private readonly read: Managed) {}

  get accountId() {
    return this.read.id;
  }

  get tenantResellerId() {
    return this.read.tenantResellerId;
  }

  get ribbon() {
    return ribbon(known(this.read, 'managerName'));
  }

  get reseller() {
    const reseller = readField(this.read, 'manager');
    if (!reseller) throw new Error(`The manager of account ${this.read.id} was not found`);
    return reseller;
  }

  get currency() {
    return readField(this.read, 'currency');
  }

  /** For a person; a sync cannot read it. */
  get gaps() {
    const { responsibleUserId } = this.read;
    return gapsOf({ responsibleUserId, permissionRuleId: readField(this.read, 'permissionRuleId') });
  }

  get sourceAccountId() {
    return known(this.read, 'sourceAccountId');
  }

  get sourceVersion() {
    return readField(this.read, 'sourceVersion');
  }

  get origin() {
    return readField(this.read, 'origin');
  }

  get managedSince() {
    return readField(this.read, 'managedSince');
  }

  get lastSyncedAt() {
    return readField(this.read, 'lastSyncedAt');
  }
}

/** What every managed account has. */
function known(read: ReadAccount, field: 'managerName' | 'sourceAccountId'): string {
  const value = read[field];
  if (value === null) throw new Error(`The ${field} of managed account ${read.id} is missing`);
  return value;
}
