import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Running } from '../server-process';
import { StartedPrograms, said } from './started-programs';

/** What the person who starts the built server reads. */

const programs = new StartedPrograms();
const start = (env: Readonly<Record<string, string>>) => programs.start(env);
const welcome = (program: Running) => said(program, /Ctrl-C.*/);

const external = (changes: { port?: string } = {}) => ({
  DATABASE_URL: Object.assign(new URL(programs.database.portalUrl), changes).href,
  SYNC_DATABASE_URL: Object.assign(new URL(programs.database.syncUrl), changes).href,
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
  const folder = join(programs.dataDir(), 'postgres');
  const postmaster = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10);
  process.kill(postmaster, 'SIGKILL');
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.stderr()).toMatch(/^PostgreSQL ended by SIGKILL though nobody stopped it: [^\n]*start again/m);
  expect(await welcome(start({ DATA_DIR: programs.dataDir() }))).toContain('and its Postgres');
});

async function takenPort(): Promise<string> {
  const server = createServer().unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return String(typeof address === 'object' && address ? address.port : 0);
}
