import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPidFile } from '../../../src/development/embedded-postgres/process/pid-file';
import { isRunning } from '../../../src/development/embedded-postgres/process/process-life';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { nobody, weAreRoot } from '../../../src/development/embedded-postgres/system/operating-system-account';
import { anotherProgram, compileLauncher } from './another-program';
import { on, processesOn, query, scratchFolder } from './scratch';

const scratch = scratchFolder();
const launcher = compileLauncher(scratch.path('program/src'));
symlinkSync(join(__dirname, '../../../node_modules'), scratch.path('program/node_modules'));
afterAll(scratch.remove);

const data = scratch.path('data');
const database = join(data, 'postgres');

async function postmaster(): Promise<number> {
  const pid = (await readPidFile(database))?.pid;
  if (!pid) throw new Error(`No server runs on ${database}`);
  return pid;
}

test('a second start in the same process is refused, and leaves the first unaffected', async () => {
  const first = await startEmbeddedPostgres(on(data));
  await expect(startEmbeddedPostgres(on(data))).rejects.toThrow(`Process ${process.pid} already uses the database`);
  await expect(query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 42 AS answer')).resolves.toBeUndefined();
  await first.stop();
});

test('a second program is refused while the first lives, and may start when that has stopped', async () => {
  const first = await startEmbeddedPostgres(on(data));
  const refused = anotherProgram(launcher, on(data), 'exit');
  expect((await refused.said).error).toMatch(
    `Process ${process.pid} already uses the database in ${data}. Stop it, or`,
  );
  await refused.ended;
  await expect(query(first.url('postgres'), 'SELECT answer FROM kept')).resolves.toBe(42);
  await first.stop();
  const allowed = anotherProgram(launcher, on(data), 'exit');
  expect((await allowed.said).error).toBeUndefined();
  await allowed.ended;
});

test.each(['exit', 'fall off the end'] as const)('PostgreSQL ends with a program that ends by %s', async (then) => {
  const program = anotherProgram(launcher, on(data), then);
  expect((await program.said).error).toBeUndefined();
  await program.ended;
  // Not by its process id: PostgreSQL may have taken its pid file with it before anybody has read it.
  expect(await processesOn(data)).toEqual([]);
  expect(existsSync(join(database, 'postmaster.pid'))).toBe(false);
  expect(readdirSync(data).filter((name) => name.startsWith('in-use'))).toEqual([]);
});

test('the server that a killed program has left is replaced, and what was committed is there', async () => {
  const killed = anotherProgram(launcher, on(data), 'stay');
  const { url = '' } = await killed.said;
  await query(url, 'UPDATE kept SET answer = 43');
  const orphan = await postmaster();
  killed.process.kill('SIGKILL');
  await killed.ended;
  expect(isRunning(orphan)).toBe(true);
  const next = await startEmbeddedPostgres(on(data));
  expect(isRunning(orphan)).toBe(false);
  await expect(query(next.url('postgres'), 'SELECT answer FROM kept')).resolves.toBe(43);
  await next.stop();
});

test('a program of another kind that has got the process id of a dead server is left alone', async () => {
  const serving = await startEmbeddedPostgres(on(data));
  const pidFile = readFileSync(join(database, 'postmaster.pid'), 'utf8');
  await serving.stop();
  // Of the same user: PostgreSQL on its own would now refuse to start.
  const { uid, gid } = await nobody();
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(weAreRoot() ? { uid, gid } : {}) });
  writeFileSync(join(database, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
  const next = await startEmbeddedPostgres(on(data));
  await expect(query(next.url('postgres'), 'SELECT answer FROM kept')).resolves.toBe(43);
  await next.stop();
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
  stranger.kill();
  await once(stranger, 'exit');
});

test.each(['', '0\n', 'no number\n', `-${process.ppid}\n`, '99999999999999999999\n'])(
  'a postmaster.pid that says %j keeps nobody from starting',
  async (content) => {
    writeFileSync(join(database, 'postmaster.pid'), content);
    await (await startEmbeddedPostgres(on(data))).stop();
  },
);

test('the claim of another process that once had the same id counts for nothing', async () => {
  writeFileSync(join(data, `in-use-by-${process.pid}-an.earlier.start`), '');
  await (await startEmbeddedPostgres(on(data))).stop();
  expect(readdirSync(data).filter((name) => name.startsWith('in-use'))).toEqual([]);
});
