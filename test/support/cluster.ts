import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Database } from '../../src/persistence/engine/database';
import { readEveryValue } from '../../src/persistence/engine/sql';
import type { Logins } from '../../src/persistence/set-up/provision';
import { assertPlannable } from './plannable';

readEveryValue();

export const TEMPLATE = 'reseller_accounts_template';

/** What the global set-up hands to the test files. */
export interface TestCluster {
  readonly ownerUrl: string;
  readonly logins: Logins;
}

/** A migrated database of a test file's own. */
export interface TestDatabase {
  readonly database: Database;
  /** As the owner: for looking at tables, and for arranging what no mutation arranges. */
  readonly ownerUrl: string;
  readonly portalUrl: string;
  readonly syncUrl: string;
  /** Every statement since the last call, transaction control included. */
  takeStatements(): string[];
  /** Runs SQL as the owner. */
  sql<Row = Record<string, unknown>>(statement: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Clones the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, logins }: TestCluster = JSON.parse(process.env.TEST_CLUSTER ?? '');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(ownerUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
    // A database's own privileges are no part of what is cloned.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  });
  const urlOf = (login?: { user: string; password: string }) => {
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    if (login) [url.username, url.password] = [login.user, login.password];
    return url.href;
  };
  const statements: string[] = [];
  const onStatement = (sql: string) => {
    statements.push(sql);
    assertPlannable(sql);
  };
  const portalUrl = urlOf(logins.portal);
  const syncUrl = urlOf(logins.sync);
  const database = await Database.connect({
    portal: { url: portalUrl, poolSize: 10, onStatement },
    sync: { url: syncUrl, poolSize: 10, onStatement },
  });
  const owner = new Client({ connectionString: urlOf() });
  await owner.connect();
  return {
    database,
    ownerUrl: urlOf(),
    portalUrl,
    syncUrl,
    takeStatements: () => statements.splice(0),
    sql: async <Row>(statement: string, parameters: unknown[] = []) =>
      (await owner.query(statement, parameters)).rows as Row[],
    drop: async () => {
      await owner.end();
      await database.close();
      await asOwner(ownerUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
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
