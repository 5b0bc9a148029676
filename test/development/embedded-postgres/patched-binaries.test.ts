import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareBinaries } from '../../../src/development/embedded-postgres/binaries/binaries';
import { patched, withPatchedBinaries } from '../../../src/development/embedded-postgres/binaries/patched-binaries';
import { createDatabase, hasDatabase } from '../../../src/development/embedded-postgres/database/create-database';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { on, query, scratchFolder, testAsRoot } from '../../long/embedded-postgres/scratch';

const scratch = scratchFolder();
afterAll(scratch.remove);

/** A folder of its own, with binaries that whoever PostgreSQL runs as can run. */
async function settled(name: string, account: { name: string; uid: number; gid: number } | null) {
  const home = scratch.path(name);
  mkdirSync(home);
  chmodSync(home, 0o755);
  const folder = { dataDir: home, home, database: join(home, 'postgres'), account, notes: [] };
  return { home, folder, bin: (await prepareBinaries(undefined, folder)).bin };
}

describe('a user id without a name, as in containers', () => {
  const account = { name: 'nobody at all', uid: 54321, gid: 54321 };

  testAsRoot('gets a database, and a new password when that is lost; no copy of a program is left', async () => {
    const { home, folder, bin } = await settled('nameless', account);
    const before = statSync(join(bin, 'postgres'));
    await createDatabase(folder, bin, false);
    expect(await hasDatabase(folder)).toBe(true);
    rmSync(join(home, 'postgres-password'));
    // Root serves it as the user that it belongs to.
    const postgres = await startEmbeddedPostgres(on(home));
    await expect(query(postgres.url('postgres'), 'SELECT 1')).resolves.toBe(1);
    await postgres.stop();
    expect(readdirSync(home).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
    expect(statSync(join(bin, 'postgres'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });
});

describe('the patched copies of PostgreSQL’s programs', () => {
  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux('differ from the shipped ones in the name of one symbol, and go after use', async () => {
    const { home, bin } = await settled('copies', null);
    let seen = '';
    await withPatchedBinaries(bin, home, async (copies) => {
      seen = dirname(copies);
      for (const name of ['initdb', 'postgres']) {
        const [shipped, copy] = [readFileSync(join(bin, name)), readFileSync(join(copies, name))];
        const expected = Buffer.from(shipped);
        expected.write('getpwent', shipped.indexOf('\0getpwuid\0') + 1);
        expect([copy.equals(shipped), copy.equals(expected)]).toEqual([false, true]);
      }
    });
    expect(existsSync(seen)).toBe(false);
  });

  onLinux('go also when what they were for has failed', async () => {
    const { home, bin } = await settled('failed', null);
    await expect(withPatchedBinaries(bin, home, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(home).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
  });

  test.each([
    ['does not name the symbol', 'a getpwuid b', 'a getpwuid b'],
    ['names it twice', '\0getpwuid\0 \0getpwuid\0', '\0getpwuid\0 \0getpwuid\0'],
    ['names it once', 'a\0getpwuid\0b', 'a\0getpwent\0b'],
  ])('of a program that %s', (_what, program, expected) => {
    expect(patched(Buffer.from(program)).toString()).toBe(expected);
  });
});
