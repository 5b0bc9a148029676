import { Caller, type SyncClientOptions } from './caller.ts';
import { type CustomerOutcome, CustomerRun, type CustomerSource, type SyncCustomersOptions } from './customer-run.ts';
import type {
  CancelPaidSubscriptionInput,
  CustomerSyncItem,
  DeleteManagedAccountInput,
  Operations,
  RecordPaidSubscriptionInput,
  RestoreManagedAccountInput,
  SyncOutcome,
} from './generated/operations.ts';
import type { Outcome } from './outcome.ts';
import * as queries from './queries.ts';
import { sendEvent } from './single-event.ts';

/** Of one call. */
export interface CallOptions {
  /** Stops it: what was sent already may be taken. */
  readonly signal?: AbortSignal | undefined;
}

/** What a paid subscription came to, beside the snapshot: CREATED, APPLIED, UNCHANGED or STALE. */
export interface RecordedSubscription {
  readonly subscriptionOutcome: SyncOutcome | null;
}

/**
 * A client of the sync. Every method repeats what may succeed later, and throws `SyncStopped` for what is no event's own: an
 * ended or suspended reseller, a refused token, a server that is not to be had.
 */
export interface SyncClient {
  /**
   * A customer bought a paid subscription. The first one copies the customer.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const outcome = await client.recordPaidSubscription({
   *   customer: { sourceAccountId: 'H-1001', sourceVersion: '1', name: 'Bakery North', status: 'ACTIVE' },
   *   subscription: {
   *     sourceSubscriptionId: 'H-1001-chai',
   *     sku: 'NW-001',
   *     quantity: 25,
   *     billingPeriod: 'MONTHLY',
   *     startDate: '2026-01-15',
   *   },
   * });
   * if (outcome.status === 'TAKEN') console.log(outcome.outcome, outcome.subscriptionOutcome);
   * if (outcome.status === 'REFUSED') console.error(outcome.errors);
   */
  recordPaidSubscription(
    input: RecordPaidSubscriptionInput,
    options?: CallOptions,
  ): Promise<Outcome<RecordedSubscription>>;

  /**
   * A customer cancelled a paid subscription that has no version of its own; the state of one that has is sent again with its
   * end. One that was never recorded is NOT_HERE_YET.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const { status } = await client.cancelPaidSubscription({
   *   sourceAccountId: 'H-1001',
   *   sourceSubscriptionId: 'H-1001-chai',
   *   endDate: '2026-12-31',
   * });
   * console.log(status);
   */
  cancelPaidSubscription(input: CancelPaidSubscriptionInput, options?: CallOptions): Promise<Outcome>;

  /**
   * The reseller deleted a customer. One that is not here is NOT_HERE_YET: nothing is left to do.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const { status } = await client.deleteManagedAccount({ sourceAccountId: 'H-1001', sourceVersion: '5' });
   * console.log(status);
   */
  deleteManagedAccount(input: DeleteManagedAccountInput, options?: CallOptions): Promise<Outcome>;

  /**
   * The reseller took a deletion back: the customer's whole snapshot, of a greater version than the deletion.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const { status } = await client.restoreManagedAccount({
   *   customer: { sourceAccountId: 'H-1001', sourceVersion: '6', name: 'Bakery North', status: 'ACTIVE' },
   * });
   * console.log(status);
   */
  restoreManagedAccount(input: RestoreManagedAccountInput, options?: CallOptions): Promise<Outcome>;

  /**
   * Brings customers up to date, as many as there are: gives the outcome of each once, in no order that counts, with its
   * `index` in the source. Items of one customer are taken in their order, and never in two calls at a time. It reads the
   * source only as fast as it sends, and sends only as fast as the outcomes are taken. When nothing more can be sent, what
   * was read is given as UNSETTLED, and then SyncStopped is thrown.
   *
   * @example
   * import { type CustomerSyncItem, createSyncClient } from 'reseller-accounts-client';
   *
   * async function* customers(): AsyncGenerator<CustomerSyncItem> {
   *   for (const number of [1, 2, 3]) {
   *     yield {
   *       customer: { sourceAccountId: `C-${number}`, sourceVersion: '1', name: `Customer ${number}`, status: 'ACTIVE' },
   *       paidSubscriptions: [
   *         { sourceSubscriptionId: 's-1', sku: 'NW-001', quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-01' },
   *       ],
   *     };
   *   }
   * }
   *
   * const client = createSyncClient({ url, token });
   * for await (const outcome of client.syncCustomers(customers())) {
   *   if (outcome.status === 'REFUSED') console.error(outcome.item.customer.sourceAccountId, outcome.errors);
   * }
   */
  syncCustomers<Item extends CustomerSyncItem>(
    items: CustomerSource<Item>,
    options?: SyncCustomersOptions,
  ): AsyncGenerator<CustomerOutcome<Item>, void, undefined>;

  /**
   * The accounts of customers, in the order of their ids; null for one that is not here.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const [account] = await client.copiedAccounts(['H-1001']);
   * console.log(account?.name, account?.managedByReseller?.sourceVersion);
   */
  copiedAccounts(sourceAccountIds: readonly string[], options?: CallOptions): Promise<(queries.CopiedAccount | null)[]>;

  /**
   * What was refused and not taken since, newest first. `open: false`: what was taken since; null: both.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * for await (const { sourceAccountId, code, message } of client.syncProblems()) {
   *   console.log(sourceAccountId, code, message);
   * }
   */
  syncProblems(
    options?: CallOptions & { readonly open?: boolean | null },
  ): AsyncGenerator<queries.SyncProblem, void, undefined>;

  /**
   * How the sync fares.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const { openProblems, refusedLastDay } = await client.syncHealth();
   * console.log(openProblems, refusedLastDay);
   */
  syncHealth(options?: CallOptions): Promise<queries.SyncHealth>;

  /**
   * What may be sold, and at what prices: a sku that is not here is refused with SERVICE_NOT_OFFERED.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * for await (const { sku, prices } of client.offeredServices({ search: 'chai' })) console.log(sku, prices);
   */
  offeredServices(
    options?: CallOptions & { readonly search?: string },
  ): AsyncGenerator<queries.OfferedService, void, undefined>;

  /**
   * Who calls, as the server takes the token, and how its reseller stands.
   *
   * @example
   * import { createSyncClient } from 'reseller-accounts-client';
   *
   * const client = createSyncClient({ url, token });
   * const { kind, tenantReseller } = await client.viewer();
   * console.log(kind, tenantReseller?.name, tenantReseller?.status);
   */
  viewer(options?: CallOptions): Promise<queries.Viewer>;
}

/**
 * Makes a client for one reseller's sync. Nothing is sent yet.
 *
 * @example
 * import { createSyncClient } from 'reseller-accounts-client';
 *
 * const client = createSyncClient({ url, token: async () => token, concurrency: 2, timeoutMs: 30_000 });
 * console.log((await client.viewer()).kind);
 */
export function createSyncClient(options: SyncClientOptions): SyncClient {
  const caller = new Caller(options);
  const signalOf = ({ signal }: CallOptions = {}) =>
    AbortSignal.any([caller.signal, signal].filter((one) => one !== undefined));
  const nothingMore = () => ({});
  return {
    recordPaidSubscription: (input, call) =>
      sendEvent(caller, 'RecordPaidSubscription', { input }, signalOf(call), subscriptionOf),
    cancelPaidSubscription: (input, call) =>
      sendEvent(caller, 'CancelPaidSubscription', { input }, signalOf(call), nothingMore),
    deleteManagedAccount: (input, call) =>
      sendEvent(caller, 'DeleteManagedAccount', { input }, signalOf(call), nothingMore),
    restoreManagedAccount: (input, call) =>
      sendEvent(caller, 'RestoreManagedAccount', { input }, signalOf(call), nothingMore),
    syncCustomers: (items, run = {}) => new CustomerRun(caller, items, run).outcomes(),
    copiedAccounts: (ids, call) => queries.copiedAccounts(caller, ids, signalOf(call)),
    syncProblems: ({ open = true, ...call } = {}) => queries.syncProblems(caller, open, signalOf(call)),
    syncHealth: (call) => queries.syncHealth(caller, signalOf(call)),
    offeredServices: ({ search, ...call } = {}) => queries.offeredServices(caller, search ?? null, signalOf(call)),
    viewer: (call) => queries.viewer(caller, signalOf(call)),
  };
}

function subscriptionOf(payload: unknown): RecordedSubscription {
  const { subscriptionOutcome } = payload as NonNullable<
    Operations['RecordPaidSubscription']['data']['recordPaidSubscription']
  >;
  return { subscriptionOutcome };
}
