import type { Caller } from '../caller';
import type { TenantReseller } from '../tenant-reseller';
import type { AccountStatus } from '../vocabulary';
import type { Account } from './account';
import type { SynchronizationOption } from './account-input';
import { type AccountStanding, accessTo, fieldLock } from './account-policy';
import type { CustomFields } from './custom-field';
import type { MasteredValues } from './mastered';

/** An account as it is loaded for one caller, with all that its rules ask about. */
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

/** What of an account is below it, and shown to the caller. */
export type ShownBelow = 'EVERYTHING' | 'SUBSCRIPTIONS' | 'NOTHING';

/** Values that are null where the caller does not see them. */
type Shown<Values> = { readonly [Name in keyof Values]: Values[Name] | null };

/**
 * An account as one caller sees it. A hidden account and an unknown one give the same view: the id and nothing else
 * (S8, S21; test/domain/accounts/account-view.test.ts). A sync caller sees what docs/rules.md lists, null for the rest.
 */
export interface AccountView extends Shown<Omit<MasteredValues, 'synchronizationOptions'>> {
  readonly id: string;
  /** For the questions of the policy; null when the account is not there for the caller. */
  readonly standing: LoadedAccount | null;
  readonly below: ShownBelow;
  readonly status: AccountStatus | null;
  readonly currency: string | null;
  readonly synchronizationOptions: readonly (SynchronizationOption & { readonly readOnly: boolean })[] | null;
  readonly enableOrdering: boolean | null;
  readonly separateInvoices: boolean | null;
  readonly parentId: string | null;
  readonly billToId: string | null;
  readonly responsibleUserId: string | null;
  readonly permissionRuleId: string | null;
  readonly customFields: CustomFields | null;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
  readonly revision: bigint | null;
}

/** The view of an id that is unknown here or hidden from the caller. */
export function absentAccount(id: string): AccountView {
  return { ...NOTHING, id };
}

/** The account as the caller may see it. In one piece: made for every account of every answer. */
export function viewFor(caller: Caller, loaded: LoadedAccount): AccountView {
  const { account } = loaded;
  if (!accessTo(loaded, caller)) return absentAccount(account.id);
  const isSync = caller.kind === 'RESELLER_SYNC';
  return {
    id: account.id,
    standing: loaded,
    below: isSync ? 'SUBSCRIPTIONS' : 'EVERYTHING',
    name: account.name,
    accountingNo: account.accountingNo,
    email: account.email,
    billingAddress: account.billingAddress,
    status: account.status,
    currency: account.currency,
    synchronizationOptions: shownOptions(caller, loaded),
    enableOrdering: isSync ? null : account.enableOrdering,
    separateInvoices: isSync ? null : account.separateInvoices,
    parentId: isSync ? null : account.parentId,
    billToId: isSync ? null : account.billToId,
    responsibleUserId: isSync ? null : account.responsibleUserId,
    permissionRuleId: isSync ? null : account.permissionRuleId,
    customFields: isSync ? null : account.customFields,
    createdAt: isSync ? null : account.createdAt,
    updatedAt: isSync ? null : account.updatedAt,
    revision: isSync ? null : account.revision,
  };
}

/** S9: locked options are shown as such to whoever sees them, also to the sync that sends them. */
function shownOptions(caller: Caller, loaded: LoadedAccount): AccountView['synchronizationOptions'] {
  const { synchronizationOptions } = loaded.account;
  const isLocked = () => fieldLock(loaded, caller, 'SYNCHRONIZATION_OPTIONS') !== null;
  return synchronizationOptions.map((option) => ({ ...option, readOnly: isLocked() }));
}

const NOTHING: Omit<AccountView, 'id'> = {
  standing: null,
  below: 'NOTHING',
  name: null,
  accountingNo: null,
  email: null,
  billingAddress: null,
  status: null,
  currency: null,
  synchronizationOptions: null,
  enableOrdering: null,
  separateInvoices: null,
  parentId: null,
  billToId: null,
  responsibleUserId: null,
  permissionRuleId: null,
  customFields: null,
  createdAt: null,
  updatedAt: null,
  revision: null,
};
