import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/development/embedded-postgres/start-embedded-postgres';
import { migrate } from '../../src/persistence/set-up/migrate';
import { ensureDatabase, openLogins } from '../../src/persistence/set-up/provision';
import { childrenOf, signal } from './child-processes';
import { type DatabaseUrls, eventually } from './server-process';

const DATABASE = 'faults';

/** A migrated Postgres of a test's own that may be stopped, started, killed and frozen, at one address all the time. */
export interface PrivatePostgres extends DatabaseUrls {
  /** Runs SQL as the owner, past the address that the server knows. */
  sql<Row = Record<string, unknown>>(statement: string, parameters?: unknown[]): Promise<Row[]>;
  /** An orderly stop, as a restart begins: those who are connected are told. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops every process of Postgres where it stands, so that connections stay open and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Kills one process that serves a connection; Postgres then ends all others and begins anew. */
  crash(): Promise<void>;
  remove(): Promise<void>;
}

export async function createPrivatePostgres(): Promise<PrivatePostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'private-postgres-'));
  // The database's user must reach it, and it is not always ours.
  chmodSync(dataDir, 0o755);
  const settings = { fsync: 'off', full_page_writes: 'off' };
  const start = () => startEmbeddedPostgres({ dataDir, dataDirIsExplicit: true, settings });
  let postgres: EmbeddedPostgres = await start();
  await ensureDatabase(postgres.url('postgres'), DATABASE);
  await migrate(postgres.url(DATABASE));
  const logins = await openLogins(postgres.url(DATABASE));
  const door = await openDoor(() => postgres.port);
  const throughDoor = (url: string) => {
    const address = new URL(url);
    address.port = String(door.port);
    return address.href;
  };
  let frozen: number[] = [];
  const thaw = () => {
    for (const pid of frozen.splice(0)) signal(pid, 'SIGCONT');
  };
  return {
    ownerUrl: throughDoor(postgres.url(DATABASE)),
    portalUrl: throughDoor(postgres.url(DATABASE, logins.portal)),
    syncUrl: throughDoor(postgres.url(DATABASE, logins.sync)),
    sql: <Row>(statement: string, parameters?: unknown[]) => query<Row>(postgres.url(DATABASE), statement, parameters),
    stop: async () => {
      await postgres.stop();
      await door.close();
    },
    start: async () => {
      postgres = await start();
      await door.open();
    },
    freeze: () => {
      frozen = processesOf(dataDir);
      for (const pid of frozen) signal(pid, 'SIGSTOP');
    },
    thaw,
    crash: async () => {
      const [backend] = await query<{ pid: number }>(
        postgres.url(DATABASE),
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'reseller-accounts' AND datname = $1`,
        [DATABASE],
      );
      if (!backend) throw new Error('Nobody is connected');
      signal(backend.pid, 'SIGKILL');
    },
    remove: async () => {
      thaw();
      await door.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A port of our own before that of Postgres, which is another one at each start. Closed, it refuses connections. */
async function openDoor(target: () => number) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: target() });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.end();
      });
    }
  });
  const open = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await open(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port');
  const { port } = address;
  return {
    port,
    open: () => open(port),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The postmaster of the folder and its children. */
function processesOf(dataDir: string): number[] {
  const postmaster = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  return [postmaster, ...childrenOf(postmaster)];
}

async function query<Row>(url: string, statement: string, parameters: unknown[] = []): Promise<Row[]> {
  const client = await eventually('Postgres takes a connection', 20_000, async () => {
    const candidate = new Client({ connectionString: url });
    candidate.on('error', () => undefined);
    return candidate.connect().then(
      () => candidate,
      () => null,
    );
  });
  try {
    return (await client.query(statement, parameters)).rows as Row[];
  } finally {
    await client.end();
  }
}
