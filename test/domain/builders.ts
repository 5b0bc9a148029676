import type { Account, AccountGaps, AccountState, ReadAccount } from '../../src/domain/accounts/account';
import type { SynchronizationOption } from '../../src/domain/accounts/account-input';
import type { LoadedAccount } from '../../src/domain/accounts/account-view';
import { type MutationGuard, type PolicyCatalogue, policyCatalogues } from '../../src/domain/accounts/policy-catalogue';
import type { Administrator, DistributorUser, ResellerSync } from '../../src/domain/caller';
import { Prices } from '../../src/domain/resellers/price-list';
import type { Subscription } from '../../src/domain/selling/subscription';
import { decideItem } from '../../src/domain/sync/customer-sync';
import type { CustomerSnapshot, PaidSubscription, SyncFacts, SyncItem } from '../../src/domain/sync/sync-item';
import type { TenantReseller } from '../../src/domain/tenant-reseller';

/** Valid things of every kind; a test states only what matters to it. */
export const ALPHA_ID = '0197a000-0000-7000-8000-0000000000a1';
export const BETA_ID = '0197a000-0000-7000-8000-0000000000b1';
export const ALPHAS_ACCOUNT_ID = '0197a000-0000-7000-8000-0000000000a2';
export const RULE_ID = '0197a000-0000-7000-8000-0000000000c1';

export const anAdministrator = (id = 'root'): Administrator => ({ kind: 'ADMINISTRATOR', id, groups: [] });
export const aUser = (id = 'ben'): DistributorUser => ({ kind: 'DISTRIBUTOR_USER', id, groups: [] });
export const aSync = (tenantResellerId = ALPHA_ID): ResellerSync => ({
  kind: 'RESELLER_SYNC',
  id: 'sync-service',
  tenantResellerId,
});

/** Alpha of docs/rules.md's examples: EUR, separate invoices on, back-ordering active. */
export function aTenantReseller(changes: Partial<TenantReseller> = {}): TenantReseller {
  return {
    id: ALPHA_ID,
    name: 'Alpha',
    accountId: ALPHAS_ACCOUNT_ID,
    currency: 'EUR',
    separateInvoices: true,
    backOrderingActive: true,
    priceListId: null,
    status: 'ACTIVE',
    ...changes,
  };
}

/** An account of the distributor's own; anna is responsible for it. */
export function anAccount(changes: Partial<Account> = {}): Account {
  return {
    id: '0197a000-0000-7000-8000-000000000001',
    name: 'Own GmbH',
    accountingNo: 'A-1',
    email: 'own@customers.example',
    billingAddress: {
      line1: 'Main Street 1',
      line2: null,
      city: 'Berlin',
      region: null,
      postalCode: '10115',
      country: 'DE',
    },
    synchronizationOptions: [],
    status: 'ACTIVE',
    currency: 'EUR',
    enableOrdering: false,
    separateInvoices: true,
    parentId: null,
    billToId: null,
    responsibleUserId: 'anna',
    permissionRuleId: RULE_ID,
    customFields: {},
    management: null,
    deletionDate: null,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: new Date('2026-01-01T00:00:00Z'),
    revision: 1n,
    ...changes,
  };
}

/** An account that Alpha manages. */
export function aManagedAccount(changes: Partial<Account> = {}): Account {
  return anAccount({
    name: 'Copied GmbH',
    enableOrdering: true,
    parentId: ALPHAS_ACCOUNT_ID,
    billToId: ALPHAS_ACCOUNT_ID,
    management: {
      tenantResellerId: ALPHA_ID,
      sourceAccountId: 'c-1',
      sourceVersion: 1n,
      snapshotVersion: 1n,
      origin: 'COPIED_FROM_RESELLER',
      managedSince: new Date('2026-01-01T00:00:00Z'),
      lastSyncedAt: new Date('2026-01-01T00:00:00Z'),
    },
    ...changes,
  });
}

/** An account as it is loaded, its sharing rule granting nothing unless told otherwise. */
export function loaded(account: Account, changes: Partial<LoadedAccount> = {}): LoadedAccount {
  return {
    account,
    grantedAccess: null,
    managedBy: account.management ? aTenantReseller({ id: account.management.tenantResellerId }) : null,
    tenantResellerAccount: null,
    ...changes,
  };
}

/** An account as it is read for an answer, with every part of it unless told otherwise. */
export function read(
  { account, managedBy, tenantResellerAccount, grantedAccess }: LoadedAccount,
  changes: Partial<ReadAccount> = {},
): ReadAccount {
  const { management, deletionDate: _, ...own } = account;
  return {
    ...own,
    tenantResellerId: management?.tenantResellerId ?? null,
    sourceAccountId: management?.sourceAccountId ?? null,
    sourceVersion: management?.sourceVersion ?? null,
    origin: management?.origin ?? null,
    managedSince: management?.managedSince ?? null,
    lastSyncedAt: management?.lastSyncedAt ?? null,
    manager: managedBy,
    managerName: managedBy?.name ?? null,
    ownResellerName: tenantResellerAccount?.tenantReseller.name ?? null,
    grantedAccess,
    ...changes,
  };
}

/** Alpha's own account, as it is loaded. */
export function loadedResellerAccount(hasBilledCustomers: boolean, changes: Partial<LoadedAccount> = {}) {
  return loaded(anAccount({ id: ALPHAS_ACCOUNT_ID, name: 'Alpha' }), {
    tenantResellerAccount: { tenantReseller: aTenantReseller(), hasBilledCustomers },
    ...changes,
  });
}

export function anOption(systemCode: string, key = 'tenant', value: string | null = 'v'): SynchronizationOption {
  return { systemCode, key, value };
}

export function aSnapshot(changes: Partial<CustomerSnapshot> = {}): CustomerSnapshot {
  return {
    sourceAccountId: 'c-1',
    sourceVersion: 1n,
    hasUnknownCountry: false,
    name: 'Customer',
    accountingNo: 'A-1',
    email: 'c-1@customers.example',
    billingAddress: null,
    status: 'ACTIVE',
    currency: null,
    synchronizationOptions: [],
    ...changes,
  };
}

export function aPaidSubscription(changes: Partial<PaidSubscription> = {}): PaidSubscription {
  return {
    sourceSubscriptionId: 's-1',
    sku: 'MAIL',
    quantities: [{ from: changes.startDate ?? '2026-01-31', quantity: 5 }],
    billingPeriod: 'MONTHLY',
    startDate: '2026-01-31',
    endDate: null,
    sourceVersion: null,
    trial: false,
    ...changes,
  };
}

/** The same subscription, as it is recorded. */
export function aSubscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    id: '0197a000-0000-7000-8000-000000000501',
    accountId: '0197a000-0000-7000-8000-000000000001',
    service: { id: '0197a000-0000-7000-8000-000000000502', sku: 'MAIL', name: 'Mailbox' },
    quantities: [{ from: changes.startDate ?? '2026-01-31', quantity: 5 }],
    unitPrice: '2.50',
    priceSource: 'SERVICE',
    currency: 'EUR',
    billingPeriod: 'MONTHLY',
    startDate: '2026-01-31',
    endDate: null,
    sourceSubscriptionId: 's-1',
    sourceVersion: null,
    tenantResellerId: ALPHA_ID,
    closedOn: null,
    invoicedPeriods: 0,
    cancellationDate: null,
    ...changes,
  };
}

/** One item of a sync call, at `item` in its arguments, with one paid subscription unless told otherwise. */
export function anItem(
  customer: Partial<CustomerSnapshot> = {},
  paidSubscriptions: readonly PaidSubscription[] = [aPaidSubscription()],
): SyncItem {
  return {
    customer: aSnapshot(customer),
    paidSubscriptions,
    path: { customer: ['item', 'customer'], subscription: (index) => ['item', 'subscriptions', String(index)] },
  };
}

const service = (sku: string, name: string, currencies: readonly string[]) => ({
  id: `0197a000-0000-7000-8000-0000000${sku.length}5e41`,
  sku,
  name,
  prices: currencies.map((currency) => ({ currency, billingPeriod: 'MONTHLY' as const, amount: '2.50' })),
  listed: [],
});

/** Facts of a call by Alpha; `USD-ONLY` has no price in Alpha's euros. */
export function facts(reseller: Partial<TenantReseller> = {}, copyGaps: Partial<AccountGaps> = {}): SyncFacts {
  return {
    reseller: aTenantReseller(reseller),
    copyGaps: { lacksResponsibleUser: false, lacksPermissionRule: false, ...copyGaps },
    prices: new Prices([service('MAIL', 'Mailbox', ['EUR', 'USD']), service('USD-ONLY', 'Dollars', ['USD'])]),
  };
}

/** Lets items arrive one after the other and gives what each came to, and the customer in the end. */
export function arrive(items: readonly SyncItem[], given: SyncFacts = facts()) {
  let state: ReturnType<typeof decideItem>['state'] = null;
  const decisions = items.map((item) => {
    const decision = decideItem(state, item, given);
    state = decision.state;
    return decision;
  });
  const last = decisions.at(-1);
  if (!last) throw new Error('Nothing arrived');
  return {
    decisions,
    outcomes: decisions.map((decision) => decision.outcome),
    last,
    /** Of a customer that is here. */
    get account(): AccountState {
      if (!last.state) throw new Error('The customer is not here');
      return last.state.account;
    },
    get history(): string[] {
      return last.state?.unwritten.history.map((line) => line.text) ?? [];
    },
  };
}

/** The rules as data, of mutations with these guards and nothing else of the contract. */
export function catalogueOf(guards: readonly MutationGuard[]): PolicyCatalogue {
  return policyCatalogues(guards, { inputs: {}, enums: {}, inputSchemaOf: () => ({}) }).en;
}
