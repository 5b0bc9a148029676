import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childrenOf, isThere, signal } from '../child-processes';
import { statusOf } from '../http-client';
import { eventually, type Running } from '../server-process';
import { StartedPrograms, said } from './started-programs';

/** What whoever starts several processes sees of it. */

const programs = new StartedPrograms();
const start = (env: Readonly<Record<string, string>>) => programs.start({ WORKERS: '2', ...env });
const external = () => ({ DATABASE_URL: programs.database.portalUrl, SYNC_DATABASE_URL: programs.database.syncUrl });
const addressOf = (program: Running) => said(program, /is ready after \d+ ms: (\S+)/);

const unwelcome = (url: string) => {
  const wrong = new URL(url);
  wrong.password = 'wrong';
  return wrong.href;
};

test.each([
  [
    'a password that is wrong',
    async () => ({ SYNC_DATABASE_URL: unwelcome(programs.database.syncUrl) }),
    /^The database is not set up: /,
  ],
  ['a port that is taken', async () => ({ PORT: await takenPort() }), /^PORT: \d+ is taken on 127\.0\.0\.1 by another/],
  ['an address of another machine', async () => ({ HOST: '192.0.2.1' }), /^HOST: 192\.0\.2\.1 is no address of this/],
  ['too few connections', async () => ({ POOL_SIZE: '3' }), /^The configuration has a fault:\nPOOL_SIZE: is 3, /],
])('%s is told once, and ends all', async (_what, env, said) => {
  const program = start({ ...external(), ...(await env()) });
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.stderr().trim()).toMatch(said);
  expect(program.stderr().trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(program.stderr().match(said)).toHaveLength(1);
  expect(program.stdout()).toBe('');
});

test('a worker that is killed amid the start ends the start', async () => {
  const program = start(external());
  const [worker = 0] = await eventually('there are workers', 30_000, () => {
    const found = childrenOf(program.pid);
    return found.length === 2 && found;
  });
  signal(worker, 'SIGKILL');
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.stderr()).toMatch(/^Worker \d ended by SIGKILL before it served\.\n$/);
});

test('a signal amid the start stops it, and leaves nothing behind', async () => {
  const program = start(external());
  const workers = await eventually('there are workers', 30_000, () => {
    const found = childrenOf(program.pid);
    return found.length === 2 && found;
  });
  program.signal('SIGTERM');
  expect(await program.exit).toEqual({ code: 0, signal: null });
  await eventually('the workers are gone', 5_000, () => !workers.some(isThere));
  expect(program.stdout()).toBe('');
});

test.each([0, 60, 150, 400])('Ctrl-C amid the start stops it without a word, after %i ms too', async (milliseconds) => {
  const program = start(external());
  const workers = await eventually('there are workers', 30_000, () => {
    const found = childrenOf(program.pid);
    return found.length === 2 && found;
  });
  await sleep(milliseconds);
  program.signalGroup('SIGINT');
  expect(await program.exit).toEqual({ code: 0, signal: null });
  await eventually('the workers are gone', 5_000, () => !workers.some(isThere));
  expect([program.stdout(), program.stderr()]).toEqual(['', '']);
});

test('the URL of the owner stays with the first process, which migrates', async () => {
  const program = start({ ...external(), MIGRATION_DATABASE_URL: programs.database.ownerUrl });
  await addressOf(program);
  const environmentOf = (pid: number) => readFileSync(`/proc/${pid}/environ`, 'utf8');
  expect(environmentOf(program.pid)).toContain('MIGRATION_DATABASE_URL');
  const workers = childrenOf(program.pid);
  expect(workers).toHaveLength(2);
  for (const pid of workers) expect(environmentOf(pid)).not.toContain('MIGRATION_DATABASE_URL');
});

test('the embedded PostgreSQL is started once, serves all, and is stopped after the last', async () => {
  const program = start({});
  const url = await addressOf(program);
  for (let look = 0; look < 4; look += 1) expect(await statusOf(url, '/readyz')).toBe(200);
  expect(program.stdout()).toContain('Ctrl-C stops the server and its Postgres.');
  program.signal('SIGTERM');
  expect(await program.exit).toEqual({ code: 0, signal: null });
  expect(program.stderr()).toBe('');
  expect(existsSync(join(programs.dataDir(), 'postgres', 'postmaster.pid'))).toBe(false);
  expect(existsSync(join(programs.dataDir(), 'server.json'))).toBe(false);
}, 90_000);

test('where one process is enough, there is no other', async () => {
  const program = start({ ...external(), WORKERS: '1' });
  expect(await statusOf(await addressOf(program), '/readyz')).toBe(200);
  expect(childrenOf(program.pid)).toEqual([]);
});

async function takenPort(): Promise<string> {
  const server = createServer().unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return String(typeof address === 'object' && address ? address.port : 0);
}
