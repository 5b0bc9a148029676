import type { Management, TenantReseller } from '../domain/account';
import type { LoadedAccount } from '../domain/account-view';

/** What `Account.managedByReseller` stands on. */
export interface ManagedAccount {
  readonly accountId: string;
  readonly loaded: LoadedAccount;
  readonly management: Management;
  readonly reseller: TenantReseller;
}
