import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { boundsOf, Database } from '../../src/persistence/engine/database';
import { readEveryValue } from '../../src/persistence/engine/sql';
import { beginning } from '../../src/persistence/engine/transaction-settings';
import { migrate } from '../../src/persistence/set-up/migrate';
import type { Logins } from '../../src/persistence/set-up/provision';
import { TABLES } from '../../src/persistence/tables/all-tables';
import { assertPlannable } from './plannable';

readEveryValue();

export const TEMPLATE = 'reseller_accounts_template';

/** What the global set-up hands to the test files. */
export interface TestCluster {
  readonly ownerUrl: string;
  readonly logins: Logins;
  /** Several nodes share one database, which each file has empty: a template carries no shards. */
  readonly isDistributed?: true;
  /** Where a pooler listens that both logins go through. */
  readonly poolerPort?: number;
}

/** A migrated database of a test file's own. */
export interface TestDatabase {
  readonly database: Database;
  /** As the owner: for looking at tables, and for arranging what no mutation arranges. */
  readonly ownerUrl: string;
  readonly portalUrl: string;
  readonly syncUrl: string;
  /** Every statement since the last call, transaction control included: where there are several nodes, without its settings. */
  takeStatements(): string[];
  /** How often since the last call somebody waited for the database. */
  takeRoundTrips(): number;
  /** Runs SQL as the owner. */
  sql<Row = Record<string, unknown>>(statement: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** How a database of a test is other than those of every day. */
export interface Oddness {
  /** Made so and migrated, in place of a clone: for what is decided as it is made. */
  readonly made?: string;
  /** Settings of the database, each after ALTER DATABASE … SET. */
  readonly settings?: readonly string[];
  /** How long a lock is waited for, where a test would else wait it out. */
  readonly lockTimeoutMs?: number;
  /** Whether a connection is waited for as long as in production, and no longer. */
  readonly isAsInProduction?: boolean;
}

/** How long a connection is waited for where that is not what is tested: on a busy machine, for longer than in production. */
const CONNECT_MS = 30_000;

/** Clones the migrated template, unless it is to be odd. */
export async function createTestDatabase({
  made,
  settings = [],
  lockTimeoutMs,
  isAsInProduction = false,
}: Oddness = {}): Promise<TestDatabase> {
  const { ownerUrl, logins, isDistributed, poolerPort }: TestCluster = JSON.parse(process.env.TEST_CLUSTER ?? '');
  if (isDistributed && (made !== undefined || settings.length > 0)) throw new Error('The cluster has one database');
  const name = isDistributed ? new URL(ownerUrl).pathname.slice(1) : `test_${randomBytes(6).toString('hex')}`;
  await asOwner(ownerUrl, async (client) => {
    if (isDistributed) return empty(client);
    await client.query(`CREATE DATABASE ${name} ${made ?? `TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`}`);
    for (const setting of settings) await client.query(`ALTER DATABASE ${name} SET ${setting}`);
    // A database's own privileges are no part of what is cloned.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  });
  const urlOf = (login?: { user: string; password: string }) => {
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    if (login) [url.username, url.password] = [login.user, login.password];
    if (login && poolerPort !== undefined) [url.hostname, url.port] = ['127.0.0.1', String(poolerPort)];
    return url.href;
  };
  if (made !== undefined) await migrate(urlOf());
  const bounds = boundsOf({ ...patience(isDistributed), ...(lockTimeoutMs === undefined ? {} : { lockTimeoutMs }) });
  const [, ...begun] = beginning({ caller: { kind: 'ADMINISTRATOR', id: '', groups: [] } }, 'READ WRITE', bounds);
  const statements: string[] = [];
  let roundTrips = 0;
  const listener = {
    onStatement: (sql: string) => {
      if (!isDistributed || !isSetting(sql, begun)) statements.push(sql);
      assertPlannable(sql);
    },
    onRoundTrip: () => {
      roundTrips += 1;
    },
  };
  const portalUrl = urlOf(logins.portal);
  const syncUrl = urlOf(logins.sync);
  const pool = { poolSize: 10, listener, bounds, ...(isAsInProduction ? {} : { connectMs: CONNECT_MS }) };
  const database = await Database.connect({ portal: { url: portalUrl, ...pool }, sync: { url: syncUrl, ...pool } });
  const owner = new Client({ connectionString: urlOf() });
  await owner.connect();
  return {
    database,
    ownerUrl: urlOf(),
    portalUrl,
    syncUrl,
    takeStatements: () => statements.splice(0),
    takeRoundTrips: () => {
      const taken = roundTrips;
      roundTrips = 0;
      return taken;
    },
    sql: async <Row>(statement: string, parameters: unknown[] = []) =>
      (await owner.query(statement, parameters)).rows as Row[],
    drop: async () => {
      await owner.end();
      await database.close();
      if (!isDistributed) await asOwner(ownerUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** How long a statement and a wait for a lock may take; several nodes on one machine of a test are slow. */
export function patience(isDistributed: boolean | undefined): Parameters<typeof boundsOf>[0] {
  return isDistributed
    ? { statementTimeoutMs: 60_000, lockTimeoutMs: 30_000 }
    : { statementTimeoutMs: 10_000, lockTimeoutMs: 5_000 };
}

/** What a transaction begins with besides: one text with it, and only where there are several nodes one each (session.ts). */
function isSetting(statement: string, settings: readonly string[]): boolean {
  return statement.startsWith('SET LOCAL app.') || settings.includes(statement);
}

/** As the migrations leave it. */
async function empty(client: Client): Promise<void> {
  await client.query(`TRUNCATE ${TABLES.map((table) => table.name).join(', ')}`);
  await client.query(`INSERT INTO serialized_changes VALUES ('PARENTS')`);
}

async function asOwner(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
