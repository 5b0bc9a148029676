import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestCluster } from './cluster';

/** A database with nothing in it, not even the migrations. */
export interface EmptyDatabase {
  /** As the owner. */
  readonly url: string;
  sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const { ownerUrl }: TestCluster = JSON.parse(process.env.TEST_CLUSTER ?? '');
  const name = `test_empty_${randomBytes(6).toString('hex')}`;
  await withClient(ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    sql: async <Row>(statement: string) =>
      withClient(url.href, async (client) => (await client.query(statement)).rows as Row[]),
    drop: async () => {
      await withClient(ownerUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Lets `work` use a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A backend that a test kills must not kill the tests.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Postgres's code of the error that a statement ends with; null when it goes through. Leaves nothing behind. */
export async function errorCodeOf(
  client: Client,
  statement: string,
  parameters: unknown[] = [],
): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query(statement, parameters);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Something that is waited for and let go by hand. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Whether several nodes share the tables of the tests' one database. */
export function isDistributed(): boolean {
  const cluster: TestCluster = JSON.parse(process.env.TEST_CLUSTER ?? '');
  return cluster.isDistributed === true;
}

/** How long a test may take that says so itself: several nodes on one machine of a test need longer for the same calls. */
export function timeLimit(ms: number): number {
  return isDistributed() ? 8 * ms : ms;
}

/** Of the connections that the coordinator has to a node, those that wait there, by who asks through them. */
const ON_A_NODE = `SELECT coalesce(string_agg(substring(application_name FROM 'gpid=([0-9]+)'), ','), '') FROM pg_stat_activity
  WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;

/**
 * Of SQL: who waits for a lock that another one holds, by `pid`, `usename` and `client_port`. Where several nodes share the
 * tables, the lock may be on any of them.
 */
export function waiting(): string {
  const elsewhere = isDistributed()
    ? `OR w.pid IN (SELECT citus_pid_for_gpid(gpid::bigint)
        FROM run_command_on_workers($node$${ON_A_NODE}$node$) n, unnest(string_to_array(n.result, ',')) AS gpid)`
    : '';
  return `(SELECT w.pid, w.usename, w.client_port FROM pg_stat_activity w
    WHERE w.datname = current_database() AND (cardinality(pg_blocking_pids(w.pid)) > 0 ${elsewhere})) waiting`;
}
