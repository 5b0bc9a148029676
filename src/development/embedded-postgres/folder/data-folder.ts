import { chmod, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedPostgresError, messageOf, systemCode } from '../system/embedded-postgres-error';
import { type Account, accountOf, nobody, weAreRoot } from '../system/operating-system-account';
import { findPrivateFolder, makePrivateFolder } from './private-folder';
import { closedFolderOnTheWay, fromRootTo } from './reachable';

/** Where everything of the embedded database lies, and who runs it. */
export interface DataFolder {
  /** What is ours alone: the password and the log. */
  readonly dataDir: string;
  /** What PostgreSQL's account can reach: the database, the claim on it, a copy of the binaries where needed. */
  readonly home: string;
  /** The folder that PostgreSQL calls its data directory. */
  readonly database: string;
  /** Whom PostgreSQL runs as, when that is not this process's user. */
  readonly account: Account | null;
  readonly notes: readonly string[];
}

/** Makes the data folder and decides where its database lives; makes or changes nothing of the database itself. */
export async function settleDataFolder(wanted: string, isExplicit: boolean): Promise<DataFolder> {
  const dataDir = await makeDataDir(resolve(wanted));
  const database = await existing(join(dataDir, 'postgres'));
  if (!weAreRoot()) return ownDatabase(dataDir, database);
  if (database !== null) return databaseMadeBefore(dataDir, database);
  return newDatabase(dataDir, isExplicit);
}

async function makeDataDir(path: string): Promise<string> {
  try {
    const first = await mkdir(path, { recursive: true });
    if (first !== undefined && weAreRoot()) await openToPassing(first, path);
    return await realpath(path);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder ${path} cannot be made (${messageOf(error)}). Choose another with DATA_DIR.`,
      { cause: error },
    );
  }
}

/** A strict umask of root's would close the folders that we make to the account that PostgreSQL runs as. */
async function openToPassing(first: string, last: string): Promise<void> {
  for (const folder of fromRootTo(last)) {
    if (folder.startsWith(first)) await chmod(folder, (await stat(folder)).mode | 0o111);
  }
}

interface Existing {
  readonly path: string;
  readonly uid: number;
  readonly gid: number;
}

async function existing(database: string): Promise<Existing | null> {
  try {
    const { uid, gid } = await stat(database);
    return { path: await realpath(database), uid, gid };
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    if ((await lstat(database).catch(() => null)) === null) return null;
    throw new EmbeddedPostgresError(`${database} is a link to nowhere: bring its target back, or remove it.`);
  }
}

async function ownDatabase(dataDir: string, database: Existing | null): Promise<DataFolder> {
  const us = process.geteuid?.();
  if (database !== null && us !== undefined && database.uid !== us) {
    const { name } = await accountOf(database.uid, database.gid);
    throw new EmbeddedPostgresError(
      `The database in ${database.path} belongs to the user ${name}, and PostgreSQL runs only as the owner of its ` +
        `files. Start as root if that is how it was made, or give it to yourself (chown -R ${us} ${dataDir}), ` +
        `or choose another DATA_DIR.`,
    );
  }
  return { dataDir, home: dataDir, database: database?.path ?? join(dataDir, 'postgres'), account: null, notes: [] };
}

/** Root serves a database as the user who made it, so that this user can go on with it without root. */
async function databaseMadeBefore(dataDir: string, { path, uid, gid }: Existing): Promise<DataFolder> {
  const account = uid === 0 ? await nobody() : await accountOf(uid, gid);
  const closed = await closedFolderOnTheWay(join(path, '..'), account);
  if (closed !== null) {
    throw new EmbeddedPostgresError(
      `The database in ${path} cannot be reached by ${account.name}, as whom PostgreSQL runs, since ${closed} is ` +
        `closed. Open it (chmod o+x ${closed}), or move ${path} away to start with an empty database.`,
    );
  }
  return { dataDir, home: dataDir, database: path, account, notes: [] };
}

async function newDatabase(dataDir: string, isExplicit: boolean): Promise<DataFolder> {
  const account = await nobody();
  const closed = await closedFolderOnTheWay(dataDir, account);
  if (isExplicit) {
    if (closed === null) return { dataDir, home: dataDir, database: join(dataDir, 'postgres'), account, notes: [] };
    throw new EmbeddedPostgresError(
      `The data folder ${dataDir} cannot be reached by ${account.name}, as whom PostgreSQL runs when root starts ` +
        `it, since ${closed} is closed. Open it (chmod o+x ${closed}), choose a DATA_DIR below an open folder, ` +
        `or start as an ordinary user.`,
    );
  }
  // A database that went to the private folder stays there when the project's folder is opened later.
  const before = await findPrivateFolder(dataDir);
  if (before === null && closed === null) {
    return { dataDir, home: dataDir, database: join(dataDir, 'postgres'), account, notes: [] };
  }
  const home = before ?? (await makePrivateFolder(dataDir, account));
  const cannot = closed === null ? 'could not reach' : 'cannot reach';
  const note = `PostgreSQL runs as ${account.name}, who ${cannot} ${dataDir}: its database is in ${home}.`;
  return { dataDir, home, database: join(home, 'postgres'), account, notes: [note] };
}
