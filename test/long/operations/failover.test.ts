import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Client } from 'pg';
import { runDbSetupProgram } from '../../../src/cli/db-setup-program';
import { packageRoot } from '../../../src/config/package-root';
import { type Door, openDoor } from '../../support/wire/door';
import { type Example, SKU, setUpExample } from '../example';
import { post, statusOf } from '../http-client';
import { eventually, type Running, run, type Server, startServer } from '../server-process';
import { debiansPostgres, freePort } from './tools';

/** A primary and its streaming standby: the standby is reached, the primary is lost, the standby is promoted. */

const BIN = debiansPostgres();
const testWithPostgres = BIN ? test : test.skip;
const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;
/** PostgreSQL refuses to run as root. */
const AS = isRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];

let folder: string;
let dataDir: string;
let primary: { port: number; program: Running };
let standby: { port: number; program: Running };
let door: Door;
let urls: { portalUrl: string; syncUrl: string; ownerUrl: string };
let server: Server;
let example: Example;

beforeAll(async () => {
  if (!BIN) return;
  folder = mkdtempSync(join(tmpdir(), 'failover-'));
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  dataDir = mkdtempSync(join(tmpdir(), 'failing-'));
  writeFileSync(join(folder, 'password'), 'of-the-owner', { mode: 0o644 });
  tool('initdb', [
    '-D',
    join(folder, 'one'),
    '-U',
    'owner',
    '-A',
    'scram-sha-256',
    '--pwfile',
    join(folder, 'password'),
    '-N',
    '--no-locale',
    '-E',
    'UTF8',
  ]);
  primary = await startPostgres('one');
  tool('pg_basebackup', [
    '-d',
    ownerUrl(primary.port, 'postgres'),
    '-D',
    join(folder, 'two'),
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
  ]);
  standby = await startPostgres('two');
  const lines = await setUp(ownerUrl(primary.port, 'accounts'));
  door = await openDoor(ownerUrl(primary.port, 'accounts'));
  urls = {
    portalUrl: door.through(lines.DATABASE_URL ?? ''),
    syncUrl: door.through(lines.SYNC_DATABASE_URL ?? ''),
    ownerUrl: '',
  };
  server = await startServer(dataDir, urls, { env: { MIGRATION_DATABASE_URL: '', LOG_LEVEL: 'warn' } });
  example = await setUpExample(server.url, dataDir);
}, 120_000);
afterAll(async () => {
  if (!BIN) return;
  for (const one of [server, primary?.program, standby?.program]) {
    one?.signal('SIGKILL');
    await one?.exit;
  }
  await door?.close();
  for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
});

testWithPostgres(
  'a standby is not served: red with what to do, 503 for what comes, and no stack for each; once promoted all is well',
  async () => {
    expect(await record('before')).toMatchObject({ status: 200, code: null });
    await eventually('the standby has it', 10_000, () => has(standby.port, 'before'));
    // The way leads to the standby now, as DNS does amid a failover.
    door.port = standby.port;
    door.shut();
    door.open();
    const readyz = async () => (await fetch(new URL('/readyz', server.url))).text();
    await eventually('it says that it is a standby', 10_000, async () =>
      /is a standby[^"]*promote/.test(await readyz()),
    );
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => record(`amid-${at}`)));
    expect(answers).toEqual(answers.map(() => ({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' })));
    const lines = server.stdout().trim().split('\n').filter(Boolean);
    expect(lines.filter((line) => line.includes('"fault'))).toEqual([]);
    expect(lines.filter((line) => line.includes('the database is not to be had'))).toHaveLength(1);

    const other = run([process.execPath, join(packageRoot(), 'dist', 'src', 'main.js')], {
      cwd: dataDir,
      env: {
        PORT: '0',
        DATA_DIR: join(dataDir, 'other'),
        DATABASE_URL: urls.portalUrl,
        SYNC_DATABASE_URL: urls.syncUrl,
      },
    });
    expect(await other.exit).toEqual({ code: 1, signal: null });
    expect(other.stderr().trim()).toMatch(/^The database is a standby and takes no writes\. [^\n]*$/);

    primary.program.signal('SIGQUIT');
    await primary.program.exit;
    await ask(standby.port, 'postgres', 'SELECT pg_promote()');
    await eventually('it is ready again', 15_000, async () => (await statusOf(server.url, '/readyz')) === 200);
    expect(await record('after')).toMatchObject({ status: 200, code: null });
    expect(await has(standby.port, 'before')).toBe(true);
    // Over is it when nothing has failed for a moment.
    await eventually('the log says that it is over', 10_000, async () => {
      await statusOf(server.url, '/readyz');
      return server.stdout().includes('the database is to be had again');
    });
  },
  90_000,
);

async function record(id: string): Promise<{ status: number; code: string | null }> {
  const query = `mutation ($input: RecordPaidSubscriptionInput!) { recordPaidSubscription(input: $input) { userErrors { code } } }`;
  const customer = { sourceAccountId: id, sourceVersion: '1', name: id, status: 'ACTIVE' };
  const subscription = {
    sourceSubscriptionId: id,
    sku: SKU,
    quantity: 1,
    billingPeriod: 'MONTHLY',
    startDate: '2026-01-31',
  };
  const answer = await post(server.url, example.europe.token, query, { input: { customer, subscription } });
  if (answer.kind !== 'answered') return { status: 0, code: answer.code };
  const [refusal] = answer.body.data?.recordPaidSubscription?.userErrors ?? [];
  return { status: answer.status, code: refusal?.code ?? answer.body.errors?.[0]?.extensions?.code ?? null };
}

async function has(port: number, id: string): Promise<boolean> {
  const rows = await ask(port, 'accounts', `SELECT FROM accounts WHERE source_account_id = '${id}'`);
  return rows.length > 0;
}

async function ask(port: number, database: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ownerUrl(port, database) });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows;
}

function ownerUrl(port: number, database: string): string {
  return `postgresql://owner:of-the-owner@127.0.0.1:${port}/${database}`;
}

async function setUp(url: string): Promise<NodeJS.Dict<string>> {
  let printed = '';
  const stdout = (text: string) => {
    printed += text;
  };
  await runDbSetupProgram(['--url', url], { env: {}, stdout, stderr: () => undefined });
  return parseEnv(printed);
}

function tool(name: string, args: readonly string[]): void {
  const [program = '', ...rest] = [...AS, join(BIN ?? '', name), ...args];
  execFileSync(program, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
}

async function startPostgres(name: string): Promise<{ port: number; program: Running }> {
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
  const options = Object.entries(settings).flatMap(([setting, value]) => ['-c', `${setting}=${value}`]);
  const command = [...AS, join(BIN ?? '', 'postgres'), '-D', join(folder, name), ...options];
  const program = run(command as [string, ...string[]], { cwd: '/' });
  await eventually(`${name} takes connections`, 30_000, () =>
    ask(port, 'postgres', 'SELECT 1').then(
      () => true,
      () => {
        if (program.hasEnded()) throw new Error(program.stderr());
        return false;
      },
    ),
  );
  return { port, program };
}
