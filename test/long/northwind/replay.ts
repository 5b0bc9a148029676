import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Application } from '../../../src/application/application';
import { startApplication } from '../../../src/application/start-application';
import { loadConfig } from '../../../src/config/config';
import { GraphqlClient } from '../../../src/development/demo/graphql-client';
import { type ExampleTokens, loadNorthwind } from '../../../src/development/demo/load-northwind';
import type { ExampleEvent, Northwind } from '../../../src/development/demo/northwind';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';

const PER_CALL = 100;

/** How often each outcome was answered. */
export type Outcomes = Readonly<Record<string, number>>;

/** The whole program on a database of its own, reached over HTTP as its users reach it. */
export interface Replay {
  readonly database: TestDatabase;
  /** Loads the example as `npm start` does: the set-up, then everything by 8 senders at once. */
  loadAsTheStartDoes(northwind: Northwind): Promise<void>;
  /** Sets up the example's resellers and price list, then sends the events one after the other. */
  loadOneByOne(northwind: Northwind, events: readonly ExampleEvent[]): Promise<Outcomes>;
  /** The same through the bulk mutation: the events of each reseller in their order, many a call. */
  loadInBulk(northwind: Northwind, events: readonly ExampleEvent[]): Promise<Outcomes>;
  close(): Promise<void>;
}

export async function startReplay(): Promise<Replay> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'northwind-'));
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: database.portalUrl,
    SYNC_DATABASE_URL: database.syncUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
  });
  const application = await startApplication(config, pino({ level: 'silent' }));
  const tokens = tokensOf(application);
  const load = (northwind: Northwind) => loadNorthwind(application.url, tokens, northwind, () => undefined);
  const setUp = async (northwind: Northwind) => {
    const ids = await load({ ...northwind, events: [], grown: [], refused: [] });
    const syncs = new Map<string, GraphqlClient>();
    for (const [index, { key }] of northwind.resellers.entries()) {
      syncs.set(key, new GraphqlClient(application.url, await tokens.resellerSync(ids[index] ?? '')));
    }
    return syncs;
  };
  return {
    database,
    loadAsTheStartDoes: async (northwind) => {
      await load(northwind);
    },
    loadOneByOne: async (northwind, events) => record(await setUp(northwind), events),
    loadInBulk: async (northwind, events) => sync(await setUp(northwind), events),
    close: async () => {
      await application.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function tokensOf({ issuer }: Application): ExampleTokens {
  if (issuer === null) throw new Error('The local issuer is off');
  return {
    administrator: () => issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true }),
    resellerSync: (tenantResellerId) => issuer.tokenForSync({ tenantResellerId }),
  };
}

type Syncs = ReadonlyMap<string, GraphqlClient>;

async function record(syncs: Syncs, events: readonly ExampleEvent[]): Promise<Outcomes> {
  const outcomes: string[] = [];
  for (const { reseller, customer, subscription } of events) {
    const answer = await syncs.get(reseller)?.mutate<{ outcome: string }>(
      `mutation Record($input: RecordPaidSubscriptionInput!) {
        recordPaidSubscription(input: $input) { outcome userErrors { code message } }
      }`,
      { customer, subscription },
    );
    outcomes.push(answer?.outcome ?? 'NO_SUCH_RESELLER');
  }
  return tally(outcomes);
}

async function sync(syncs: Syncs, events: readonly ExampleEvent[]): Promise<Outcomes> {
  const outcomes: string[] = [];
  for (const [key, client] of syncs) {
    const items = events
      .filter(({ reseller }) => reseller === key)
      .map(({ customer, subscription }) => ({ customer, paidSubscriptions: [subscription] }));
    for (let first = 0; first < items.length; first += PER_CALL) {
      const { results } = await client.mutate<{ results: { outcome: string }[] }>(
        `mutation Sync($input: SyncCustomersInput!) {
          syncCustomers(input: $input) { results { outcome userErrors { code message } } userErrors { code message } }
        }`,
        { items: items.slice(first, first + PER_CALL) },
      );
      outcomes.push(...results.map(({ outcome }) => outcome));
    }
  }
  return tally(outcomes);
}

function tally(outcomes: readonly string[]): Outcomes {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
