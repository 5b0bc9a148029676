import { chmod, lchown, lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../folder/data-folder';
import { temporaryPath } from '../folder/temporary-paths';
import { EmbeddedPostgresError, messageOf, systemCode } from '../system/embedded-postgres-error';
import type { Account } from '../system/operating-system-account';
import { runMaintenanceTool } from './maintenance-tool';
import { newPassword, SUPERUSER, storePassword } from './password';

/** Whether the folder holds a whole database; throws when it holds anything else. */
export async function hasDatabase({ database }: DataFolder): Promise<boolean> {
  const names = await namesIn(database);
  if (names.length === 0) return false;
  if (names.includes('PG_VERSION') && (await namesIn(join(database, 'global'))).includes('pg_control')) return true;
  throw new EmbeddedPostgresError(
    `${database} holds files, but no whole database. Move it away to start with an empty one, or choose another DATA_DIR.`,
  );
}

/**
 * Makes the database under another name and renames it when it is whole, so that what a killed start has left behind
 * is not taken for one (test/long/embedded-postgres/create-database.test.ts). Returns the superuser's password.
 */
export async function createDatabase(folder: DataFolder, bin: string, isDurable: boolean): Promise<string> {
  const { home, database, account } = folder;
  const password = newPassword();
  const unfinished = temporaryPath(home);
  const passwordFile = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { flag: 'wx', mode: 0o600 });
    if (account !== null) for (const path of [unfinished, passwordFile]) await giveTo(account, path);
    const { ok, output } = await runMaintenanceTool(
      { bin, name: 'initdb', args: initdbArguments(unfinished, passwordFile, isDurable) },
      home,
      account,
    );
    if (!ok) throw initdbFailed(home, output);
    // Before the rename: a whole database must not be without its password.
    await storePassword(folder, password);
    await rename(unfinished, database);
    return password;
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Makes a folder fit for PostgreSQL that was brought back from a backup by root, or with modes that it refuses. */
export async function adoptDatabase({ database, account }: DataFolder): Promise<void> {
  const { uid, mode } = await lstat(database);
  if (account !== null && uid === 0) await giveTo(account, database);
  // PostgreSQL serves no data that others might read.
  if (process.platform !== 'win32' && (mode & 0o027) !== 0) await chmod(database, 0o700);
}

function initdbArguments(folder: string, passwordFile: string, isDurable: boolean): string[] {
  const login = ['-A', 'scram-sha-256', '-U', SUPERUSER, `--pwfile=${passwordFile}`];
  return ['-D', folder, '--no-locale', '-E', 'UTF8', ...login, ...(isDurable ? [] : ['--no-sync'])];
}

function initdbFailed(home: string, output: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `No database could be made in ${home}. Choose another folder with DATA_DIR or a server with DATABASE_URL. ` +
      `initdb says:\n${output.trim()}`,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The folder itself comes last: an interrupted hand-over is then seen and done again. */
async function giveTo(account: Account, path: string): Promise<void> {
  if ((await lstat(path)).isDirectory()) {
    for (const name of await readdir(path)) await giveTo(account, join(path, name));
  }
  try {
    await lchown(path, account.uid, account.gid);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${path} cannot be given to ${account.name} (${messageOf(error)}), as whom PostgreSQL has to run. ` +
        `Start as an ordinary user, choose another disk with DATA_DIR, or a server with DATABASE_URL.`,
      { cause: error },
    );
  }
}
