import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { SUPERUSER, storedPassword } from './database/password';
import { findPrivateFolder } from './folder/private-folder';
import { HOST } from './process/free-port';
import { readPidFile } from './process/pid-file';
import { isRunning } from './process/process-life';

export { whyNoBinaries } from './binaries/binaries';

/** What there is of an embedded database, found without starting or changing anything. */
export interface FoundPostgres {
  /** The folder that PostgreSQL calls its data directory; null when none was made yet. */
  readonly database: string | null;
  /** The URL of one of its databases as the superuser; null while no server runs on it. */
  url(database: string): string | null;
}

export async function findEmbeddedPostgres(wanted: string): Promise<FoundPostgres> {
  const dataDir = await realpath(wanted).catch(() => null);
  if (dataDir === null) return { database: null, url: () => null };
  const database = join((await findPrivateFolder(dataDir)) ?? dataDir, 'postgres');
  const version = await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) return { database: null, url: () => null };
  const port = await portOf(database);
  const password = await storedPassword({ dataDir, home: dataDir, database, account: null, notes: [] });
  if (port === null || password === null) return { database, url: () => null };
  return {
    database,
    url: (name) =>
      `postgres://${SUPERUSER}:${encodeURIComponent(password)}@${HOST}:${port}/${encodeURIComponent(name)}`,
  };
}

/** In the fourth line of PostgreSQL's own note, which a killed server leaves behind. */
async function portOf(database: string): Promise<number | null> {
  const file = await readPidFile(database);
  if (file?.pid === null || file?.pid === undefined || !file.isReady || !isRunning(file.pid)) return null;
  const lines = (await readFile(join(database, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]) || null;
}
