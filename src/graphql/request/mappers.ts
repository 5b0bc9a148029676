import type { AccountChange } from '../../domain/accounts/account-change';
import type { Count } from '../../domain/accounts/account-filter';
import type { AccountView, ManagedView } from '../../domain/accounts/account-view';
import type { InvoiceLine, IssuedLine } from '../../domain/billing/invoice';
import type { DatedPrice, Price, ServiceName } from '../../domain/resellers/price-list';
import type { Subscription } from '../../domain/selling/subscription';
import type { TenantReseller } from '../../domain/tenant-reseller';
import type { SyncOutcome, SyncWarning } from '../../domain/vocabulary';
import type { UserError } from './user-error';

// What resolvers hand to the resolvers of a type, where that is no type of the domain; codegen.yml names them.

/** A page of a list, as the contract's connections have it. */
export interface Connection<Item> {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A page of accounts; how many there are in all is counted when it is asked for, once. */
export interface AccountList extends Connection<AccountView> {
  readonly count: () => Promise<Count>;
}

/** What `Account.managedByReseller` stands on. */
export type ManagedAccount = ManagedView;

/** A line, issued or pending. */
export type InvoiceLineSource = IssuedLine | InvoiceLine;

/** What is missing until a reseller goes live, by a day. */
export interface GoLivePlan {
  readonly reseller: TenantReseller;
  readonly today: string;
}

/** A service; its prices are loaded when they are asked for and not at hand. */
export interface ServiceSource extends ServiceName {
  readonly prices?: readonly Price[];
  /** For a sync: what its reseller's list says. */
  readonly listed?: readonly DatedPrice[];
}

/** What one paid subscription of an item came to; null where it is not here, since a dry run made none. */
export interface SubscriptionSyncResult {
  readonly sourceSubscriptionId: string;
  readonly outcome: SyncOutcome;
  readonly subscription: Subscription | null;
}

/** One customer of a bulk call; its account is loaded when it is asked for. */
export interface SyncItemResult {
  readonly sourceAccountId: string;
  readonly outcome: SyncOutcome;
  readonly accountId: string | null;
  readonly subscriptions: readonly SubscriptionSyncResult[];
  readonly warnings: readonly SyncWarning[];
  readonly userErrors: readonly UserError[];
  readonly changes: readonly AccountChange[];
}

/** One account of a step; it is loaded when it is asked for. */
export interface AccountResult {
  readonly accountId: string;
  readonly userErrors: readonly UserError[];
}

/** One account of a transfer; it is loaded when it is asked for. */
export interface TransferResult {
  readonly accountId: string;
  readonly changes: readonly AccountChange[];
  readonly userErrors: readonly UserError[];
}
