import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { runDbSetupProgram } from '../../../src/cli/db-setup-program';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { type Example, setUpExample } from '../example';
import { statusOf } from '../http-client';
import { Load } from '../load';
import { eventually, type Running, run, type Server, startServer } from '../server-process';
import { freePort, toolOf } from './tools';

/** PgBouncer in transaction mode, with five connections for each login, in front of an oddly set database. */

const PGBOUNCER = toolOf('pgbouncer');
const testWithPooler = PGBOUNCER ? test : test.skip;

let database: TestDatabase;
let folder: string;
let dataDir: string;
let pooler: Running;
let server: Server;
let example: Example;
let throughPooler: (url: string) => string;

beforeAll(async () => {
  if (!PGBOUNCER) return;
  database = await createTestDatabase({ settings: ["datestyle = 'German'", "timezone = 'Asia/Kathmandu'"] });
  folder = mkdtempSync(join(tmpdir(), 'pooler-'));
  chmodSync(folder, 0o755);
  dataDir = mkdtempSync(join(tmpdir(), 'pooled-'));
  const port = await freePort();
  throughPooler = (url) => Object.assign(new URL(url), { port: String(port), hostname: '127.0.0.1' }).href;
  writeConfiguration(port);
  // It refuses to run as root.
  const as =
    process.geteuid?.() === 0
      ? (['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] as const)
      : ([] as const);
  pooler = run([...as, PGBOUNCER, join(folder, 'pgbouncer.ini')] as [string, ...string[]], { cwd: folder });
  await eventually('the pooler answers', 10_000, () => connects(throughPooler(database.portalUrl)));
  server = await startServer(
    dataDir,
    { ...database, portalUrl: throughPooler(database.portalUrl), syncUrl: throughPooler(database.syncUrl) },
    // The owner comes past it: the migrations hold a lock over their statements.
    { env: { MIGRATION_DATABASE_URL: database.ownerUrl } },
  );
  example = await setUpExample(server.url, dataDir);
}, 60_000);
afterAll(async () => {
  if (!PGBOUNCER) return;
  server?.signal('SIGKILL');
  await server?.exit;
  pooler.signal('SIGKILL');
  await pooler.exit;
  await database.drop();
  for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true });
});

testWithPooler(
  'everything is answered through it, whatever another client of the pool has set',
  async () => {
    const load = new Load(server.url, example);
    await load.start();
    const other = new Client({ connectionString: throughPooler(database.portalUrl) });
    await other.connect();
    for (const odd of [
      "SET datestyle = 'German'",
      "SET timezone = 'Pacific/Kiritimati'",
      'SET search_path = pg_catalog',
    ]) {
      await other.query(odd);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(await statusOf(server.url, '/readyz')).toBe(200);
    }
    await other.end();
    await load.stop();
    const bad = load.verdicts.filter(({ verdict }) => verdict !== 'ok');
    console.info(`through a pooler: ${load.verdicts.length} requests, ${bad.length} not answered well`);
    expect(bad).toEqual([]);
    expect(load.verdicts.length).toBeGreaterThan(50);
    const [wrong] = await database.sql(
      "SELECT count(*)::int AS lines FROM account_history WHERE at > now() + interval '1 hour' OR at < now() - interval '1 hour'",
    );
    expect(wrong).toEqual({ lines: 0 });
  },
  60_000,
);

testWithPooler('db:setup through it says that it needs the way past it, and changes nothing', async () => {
  let said = '';
  const code = await runDbSetupProgram(['--url', throughPooler(database.portalUrl)], {
    env: {},
    stdout: () => undefined,
    stderr: (text) => {
      said += text;
    },
  });
  expect([code, said]).toEqual([1, expect.stringMatching(/A pooler is in between: the owner's URL must lead/)]);
});

function writeConfiguration(port: number): void {
  const { hostname, port: to, pathname } = new URL(database.portalUrl);
  const lineOf = (url: string) => {
    const { username, password } = new URL(url);
    return `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"`;
  };
  writeFileSync(join(folder, 'users.txt'), [database.portalUrl, database.syncUrl].map(lineOf).join('\n'));
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
${pathname.slice(1)} = host=${hostname} port=${to}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 5
max_client_conn = 200
`,
  );
}

async function connects(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}
