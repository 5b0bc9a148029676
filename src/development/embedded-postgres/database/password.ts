import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../folder/data-folder';
import { temporaryPath } from '../folder/temporary-paths';
import { EmbeddedPostgresError, messageOf, systemCode } from '../system/embedded-postgres-error';
import { runMaintenanceTool } from './maintenance-tool';

/** The one role of a new database. */
export const SUPERUSER = 'postgres';

/** Letters, digits, `-` and `_` only: it needs no quoting, neither in a URL nor in SQL. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Keeps the password for the next starts, for the eyes of this process's user only. */
export async function storePassword({ dataDir }: DataFolder, password: string): Promise<void> {
  const unfinished = temporaryPath(dataDir);
  await writeFile(unfinished, `${password}\n`, { flag: 'wx', mode: 0o600 });
  await rename(unfinished, passwordPath(dataDir));
}

/** The password of an existing database; null when its file is gone. */
export async function storedPassword({ dataDir }: DataFolder): Promise<string | null> {
  const path = passwordPath(dataDir);
  try {
    const password = (await readFile(path, 'utf8')).trim();
    return password === '' ? null : password;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new EmbeddedPostgresError(
      `The database's password cannot be read (${messageOf(error)}). Give ${path} to the user who starts this.`,
      { cause: error },
    );
  }
}

/** Gives the stopped database a new password and stores it: the data are worth more than a lost file. */
export async function resetPassword(folder: DataFolder, bin: string): Promise<string> {
  const password = newPassword();
  const { ok, output } = await runMaintenanceTool(
    { bin, name: 'postgres', args: ['--single', '-D', folder.database, 'postgres'] },
    folder.home,
    folder.account,
    `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'\n`,
  );
  if (!ok || /ERROR|FATAL|PANIC/.test(output)) {
    throw new EmbeddedPostgresError(
      `The password of the database in ${folder.database} is lost and no new one could be set:\n${output.trim()}`,
    );
  }
  await storePassword(folder, password);
  return password;
}

function passwordPath(dataDir: string): string {
  return join(dataDir, 'postgres-password');
}
