import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { eventually, type Running, run } from './server-process';

/** What the person who starts the built server reads. */

let database: TestDatabase;
let dataDir: string;
const running: Running[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'operator-'));
  // The database's user must reach it, and it is not always ours.
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGTERM');
    await program.exit;
  }
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>>): Running {
  const program = run([process.execPath, join(packageRoot(), 'dist', 'src', 'main.js')], {
    cwd: dataDir,
    env: {
      PORT: '0',
      DATA_DIR: join(dataDir, `data-${running.length}`),
      DEMO_DATA: 'none',
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  running.push(program);
  return program;
}

const welcome = (program: Running) =>
  eventually('the server says how it is stopped', 30_000, () => {
    if (program.hasEnded()) throw new Error(program.stderr());
    return /Ctrl-C.*/.exec(program.stdout())?.[0];
  });

const external = (changes: { port?: string } = {}) => ({
  DATABASE_URL: Object.assign(new URL(database.portalUrl), changes).href,
  SYNC_DATABASE_URL: Object.assign(new URL(database.syncUrl), changes).href,
});

test('Ctrl-C stops the Postgres that the server has started, and no other', async () => {
  expect(await welcome(start(external()))).toBe('Ctrl-C stops the server.');
  expect(await welcome(start({}))).toBe('Ctrl-C stops the server and its Postgres.');
});

test('a database that cannot be reached is a line that says so, without a stack', async () => {
  const program = start(external({ port: '9' }));
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.stderr().trim()).toMatch(/^The database cannot be reached: [^\n]*Nothing listens[^\n]*$/);
});

test.each([
  [
    'a port that is taken',
    async () => ({ PORT: await takenPort() }),
    /^PORT: \d+ is taken on 127\.0\.0\.1 by another program/,
  ],
  [
    'an address of another machine',
    async () => ({ HOST: '192.0.2.1' }),
    /^HOST: 192\.0\.2\.1 is no address of this machine/,
  ],
  [
    'a name that nobody knows',
    async () => ({ HOST: 'nowhere.invalid' }),
    /^HOST: nowhere\.invalid (is not known|cannot be looked up)/,
  ],
])('%s is a line that names the variable', async (_what, env, said) => {
  const program = start({ ...external(), ...(await env()) });
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.stderr().trim()).toMatch(said);
  expect(program.stderr().trim().split('\n')).toHaveLength(1);
});

test('a PostgreSQL of ours that the system kills ends the server too, non-zero, with a line that says so', async () => {
  const program = start({});
  await welcome(program);
  const folder = join(dataDir, 'data-0', 'postgres');
  const postmaster = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10);
  process.kill(postmaster, 'SIGKILL');
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.stderr()).toMatch(/^PostgreSQL ended by SIGKILL though nobody stopped it: [^\n]*start again/m);
  expect(await welcome(start({ DATA_DIR: join(dataDir, 'data-0') }))).toContain('and its Postgres');
});

async function takenPort(): Promise<string> {
  const server = createServer().unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return String(typeof address === 'object' && address ? address.port : 0);
}
