import {
  type CustomerOutcome,
  type CustomerSource,
  type CustomerSyncItem,
  createSyncClient,
  type SyncClientOptions,
  type SyncCustomersOptions,
  type SyncStopped,
} from '../../client/src/index.ts';
import type { FakeServer } from './fake-server';

/** As patient as a test can be. */
export const QUICK = { firstDelayMs: 2, longestDelayMs: 10, giveUpAfterMs: 5_000 };

export function clientOf(server: FakeServer, options: Partial<SyncClientOptions> = {}) {
  return createSyncClient({
    url: 'http://sync.example/graphql',
    token: 'token',
    fetch: server.fetch,
    retry: QUICK,
    ...options,
  });
}

/** A customer with so many paid subscriptions; a test says only what matters to it. */
export function anItem(id: string, version: number | string = 1, subscriptions = 1): CustomerSyncItem {
  return {
    customer: { sourceAccountId: id, sourceVersion: String(version), name: `Customer ${id}`, status: 'ACTIVE' },
    paidSubscriptions: Array.from({ length: subscriptions }, (_, nth) => ({
      sourceSubscriptionId: `s-${nth}`,
      sku: 'MAIL',
      quantity: 1,
      billingPeriod: 'MONTHLY' as const,
      startDate: '2026-01-01',
    })),
  };
}

export const customers = (count: number) => Array.from({ length: count }, (_, nth) => anItem(`c-${nth}`));

export interface Ran {
  readonly outcomes: CustomerOutcome[];
  readonly stopped: SyncStopped | null;
}

/** Runs to the end; in the order of the source. */
export async function run(
  server: FakeServer,
  source: CustomerSource<CustomerSyncItem>,
  { options = {}, run: ofRun = {} }: { options?: Partial<SyncClientOptions>; run?: SyncCustomersOptions } = {},
): Promise<Ran> {
  const outcomes: CustomerOutcome[] = [];
  let stopped: SyncStopped | null = null;
  try {
    for await (const outcome of clientOf(server, options).syncCustomers(source, ofRun)) outcomes.push(outcome);
  } catch (error) {
    if ((error as Error).name !== 'SyncStopped') throw error;
    stopped = error as SyncStopped;
  }
  return { outcomes: outcomes.sort((one, other) => one.index - other.index), stopped };
}

export const statuses = ({ outcomes }: Ran) => outcomes.map(({ status }) => status);

export function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
