import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyBinaries } from '../../../src/development/embedded-postgres/binaries/copy-binaries';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { anotherProgram, compileLauncher } from '../../long/embedded-postgres/another-program';
import { on, query, scratchFolder } from '../../long/embedded-postgres/scratch';

const scratch = scratchFolder();
afterAll(scratch.remove);

// As npm installs without install scripts.
const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;
const launcher = compileLauncher(scratch.path('project/src'));
const modules = scratch.path('project/node_modules');
const native = join(modules, PLATFORM, 'native');
for (const name of ['embedded-postgres', PLATFORM]) {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  cpSync(join(__dirname, '../../../node_modules', name), join(modules, name), {
    recursive: true,
    verbatimSymlinks: true,
  });
}
for (const link of links(native)) rmSync(join(native, 'lib', link));

function links(folder: string): string[] {
  return readdirSync(join(folder, 'lib')).filter((name) => lstatSync(join(folder, 'lib', name)).isSymbolicLink());
}

test('a copy of the shipped binaries beside the database has the links, and is made once', async () => {
  const copy = await copyBinaries(native, scratch.path('.'));
  expect(links(copy)).toContain('libpq.so.5');
  expect(existsSync(join(copy, 'lib/libpq.so.5'))).toBe(true);
  const { ino } = lstatSync(copy);
  expect(lstatSync(await copyBinaries(native, scratch.path('.'))).ino).toBe(ino);
});

test('missing links to libraries are made where they were left out', async () => {
  expect(links(native)).toEqual([]);
  const program = anotherProgram(launcher, on(scratch.path('data')), 'stay');
  const { url = '', error, notes } = await program.said;
  expect([error, notes]).toEqual([undefined, []]);
  await expect(query(url, 'SELECT 1')).resolves.toBe(1);
  program.process.kill('SIGKILL');
  await program.ended;
  expect(links(native)).toContain('libpq.so.5');
  // Also ends the server that the killed program has left.
  await (await startEmbeddedPostgres(on(scratch.path('data')))).stop();
});

test('a named folder without initdb and postgres is refused by its name', async () => {
  const start = startEmbeddedPostgres(on(scratch.path('named'), { binaries: scratch.path('.') }));
  await expect(start).rejects.toThrow(/POSTGRES_BIN names .* must be the folder that holds initdb and postgres/);
});

const POSTGRES_15 = '/usr/lib/postgresql/15/bin';
(existsSync(POSTGRES_15) ? describe : describe.skip)('the binaries of PostgreSQL 15', () => {
  const data = scratch.path('fifteen');

  test('are used when they are named', async () => {
    const postgres = await startEmbeddedPostgres(on(data, { binaries: POSTGRES_15 }));
    const version = await query(postgres.url('postgres'), 'SHOW server_version');
    await postgres.stop();
    expect(version).toMatch(/^15\./);
  });

  test('are asked for when the shipped ones meet their database', async () => {
    await expect(startEmbeddedPostgres(on(data))).rejects.toThrow(/of PostgreSQL 15: name binaries of that version/);
  });
});
