import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { anotherProgram, compileLauncher } from './another-program';
import { on, query, scratchFolder } from './scratch';

const scratch = scratchFolder();
afterAll(scratch.remove);

test('a database whose making was killed is made anew', async () => {
  const data = scratch.path('killed');
  const launcher = compileLauncher(scratch.path('program/src'));
  symlinkSync(join(__dirname, '../../../node_modules'), scratch.path('program/node_modules'));
  const program = anotherProgram(launcher, on(data), 'exit');
  while (!isHalfDone(data) && program.process.exitCode === null) await sleep(5);
  program.process.kill('SIGKILL');
  await program.ended;
  expect(existsSync(join(data, 'postgres'))).toBe(false);
  const next = await startEmbeddedPostgres(on(data));
  await expect(query(next.url('postgres'), 'SELECT 1')).resolves.toBe(1);
  await next.stop();
  expect(next.firstStart).toBe(true);
});

function isHalfDone(data: string): boolean {
  if (!existsSync(data)) return false;
  return readdirSync(data).some((name) => existsSync(join(data, name, 'PG_VERSION')));
}

test('what a killed start has left is cleared away', async () => {
  const data = scratch.path('leftovers');
  mkdirSync(join(data, 'postgres.new-0123abcd/base/1'), { recursive: true });
  await (await startEmbeddedPostgres(on(data))).stop();
  // Below a closed folder the binaries are copied here too, and are to stay.
  const kept = readdirSync(data).filter((name) => !name.startsWith('binaries-'));
  expect(kept.sort()).toEqual(['postgres', 'postgres-password', 'postgres.log']);
});

test('an empty folder in the place of the database is filled', async () => {
  mkdirSync(scratch.path('empty/postgres'), { recursive: true });
  const postgres = await startEmbeddedPostgres(on(scratch.path('empty')));
  await postgres.stop();
  expect(postgres.firstStart).toBe(true);
});
