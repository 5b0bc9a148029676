import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CustomerSnapshotInput, CustomerSyncItem, PaidSubscriptionInput } from '../../../client/src/index.ts';

/** A tenant reseller of the example. */
export interface ExampleReseller {
  readonly key: string;
  readonly name: string;
  readonly currency: string;
  readonly separateInvoices: boolean;
}

/** A service of the example's price list, as saveService takes it. */
export interface ExampleService {
  readonly sku: string;
  readonly name: string;
  readonly prices: readonly unknown[];
}

/** A price list of the example, and whose it is; its prices are valid from so many days after it is loaded. */
export interface ExamplePriceList {
  readonly code: string;
  readonly name: string;
  readonly resellers: readonly string[];
  readonly prices: readonly (Readonly<Record<string, unknown>> & { readonly daysAhead: number })[];
}

/** A paid subscription of the example, as recordPaidSubscription takes it. */
export interface ExampleEvent {
  readonly reseller: string;
  readonly customer: CustomerSnapshotInput;
  readonly subscription: PaidSubscriptionInput;
}

/** What a reseller of the example sends and is refused. */
export interface ExampleRefusal extends CustomerSyncItem {
  readonly reseller: string;
}

/** A reseller of the example that is about to go live: what is billed to it here is the distributor's own still. */
export interface ExampleGoingLive extends ExampleReseller {
  readonly accounts: readonly {
    readonly key: string;
    readonly name: string;
    readonly currency: string;
    /** The key of the account above it, which stands before it. */
    readonly below?: string;
    readonly subscriptions: readonly { readonly sku: string }[];
  }[];
}

/** The Northwind example, read from its folder. */
export interface Northwind {
  readonly resellers: readonly ExampleReseller[];
  readonly services: readonly ExampleService[];
  readonly priceLists: readonly ExamplePriceList[];
  readonly events: readonly ExampleEvent[];
  /** States of some of them, with the quantities that they have grown to since. */
  readonly grown: readonly ExampleEvent[];
  /** For the sync inbox. */
  readonly refused: readonly ExampleRefusal[];
  /** Null where it is left out. */
  readonly goingLive: ExampleGoingLive | null;
}

const FILES = [
  'resellers.json',
  'services.json',
  'price-lists.json',
  'grown-subscriptions.json',
  'refused.json',
  'going-live.json',
];

export async function readNorthwind(folder: string): Promise<Northwind> {
  const [resellers, services, priceLists, grown, refused, goingLive] = await Promise.all(
    FILES.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))),
  );
  const events: ExampleEvent[] = [];
  const lines = createInterface({ input: createReadStream(join(folder, 'paid-subscriptions.ndjson')) });
  for await (const line of lines) if (line.trim()) events.push(JSON.parse(line));
  return { resellers, services, priceLists, events, grown, refused, goingLive };
}
