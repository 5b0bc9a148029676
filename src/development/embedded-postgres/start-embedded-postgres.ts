import { prepareBinaries } from './binaries/binaries';
import { adoptDatabase, createDatabase, hasDatabase } from './database/create-database';
import { putForgottenDatabaseAside } from './database/forgotten-database';
import { resetPassword, SUPERUSER, storedPassword } from './database/password';
import { type DataFolder, settleDataFolder } from './folder/data-folder';
import { clearLeftovers } from './folder/temporary-paths';
import { HOST } from './process/free-port';
import { openLog } from './process/log-file';
import { claimHome, type OwnerLock } from './process/owner-lock';
import { type Postmaster, startPostmaster } from './process/postmaster';
import { stopOrphan, stopPostmaster } from './process/stop-postmaster';
import { EmbeddedPostgresError, messageOf } from './system/embedded-postgres-error';

/** Where the database lives and what serves it. */
export interface EmbeddedPostgresOptions {
  /** The folder of this program's data; the database lives in its `postgres` sub-folder. Absolute or relative to cwd. */
  readonly dataDir: string;
  /**
   * True when the user named the folder: then a folder that the dropped user cannot reach is an error. Otherwise
   * binaries and database go to a private folder that it can reach, and `notes` say where.
   */
  readonly dataDirIsExplicit: boolean;
  /** Folder with initdb and postgres of another installation (POSTGRES_BIN), instead of the shipped ones. */
  readonly binaries?: string;
  /** Extra server settings, e.g. { fsync: 'off' } for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A private PostgreSQL server of this process, which ends with it. */
export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
  /** The postgres:// URL of a database, by default as the superuser. */
  url(database: string, login?: { readonly user: string; readonly password: string }): string;
  /** True when the database was made by this start. */
  readonly firstStart: boolean;
  /** What the person should be told, such as where the data are when not in `dataDir`. */
  readonly notes: readonly string[];
  /** Settles when the server ends though nobody stopped it, as when the system kills it for want of memory. */
  readonly lost: Promise<EmbeddedPostgresError>;
  /** Shuts the server down and waits for its end, in bounded time. Calling it again does nothing more. */
  stop(): Promise<void>;
}

/** Starts the private PostgreSQL of a data folder, making its database if there is none. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const folder = await settleDataFolder(options.dataDir, options.dataDirIsExplicit);
    const lock = await claimHome(folder.home);
    try {
      return await start(folder, lock, options);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL cannot use ${options.dataDir} (${messageOf(error)}). Make the folder writable, or ` +
        `choose another with DATA_DIR, or a server with DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function start(folder: DataFolder, lock: OwnerLock, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {} } = options;
  for (const place of new Set([folder.dataDir, folder.home])) await clearLeftovers(place);
  const forgotten = await putForgottenDatabaseAside(folder);
  const { bin, notes } = await prepareBinaries(options.binaries, folder);
  const firstStart = !(await hasDatabase(folder));
  const password = firstStart
    ? await createDatabase(folder, bin, settings.fsync !== 'off')
    : await takeOverDatabase(folder, bin);
  const log = await openLog(folder.dataDir);
  try {
    const postmaster = await startPostmaster(folder, bin, settings, log, lock.fd);
    return serving(postmaster, lock, log.path, {
      password,
      firstStart,
      notes: [...folder.notes, ...forgotten, ...notes],
    });
  } finally {
    await log.handle.close();
  }
}

async function takeOverDatabase(folder: DataFolder, bin: string): Promise<string> {
  await adoptDatabase(folder);
  await stopOrphan(folder);
  return (await storedPassword(folder)) ?? (await resetPassword(folder, bin));
}

function serving(
  postmaster: Postmaster,
  lock: OwnerLock,
  logPath: string,
  facts: Pick<EmbeddedPostgres, 'password' | 'firstStart' | 'notes'>,
): EmbeddedPostgres {
  const { port } = postmaster;
  let stopped: Promise<void> | null = null;
  return {
    ...facts,
    host: HOST,
    port,
    superuser: SUPERUSER,
    url: (database, { user, password } = { user: SUPERUSER, password: facts.password }) =>
      `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${HOST}:${port}/${encodeURIComponent(database)}`,
    lost: new Promise((resolve) => {
      void postmaster.ended.then((how) => {
        if (stopped === null) resolve(endedBySelf(how, logPath));
      });
    }),
    stop: () => {
      stopped ??= stopPostmaster(postmaster).finally(() => lock.release());
      return stopped;
    },
  };
}

function endedBySelf(how: string, logPath: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL ended ${how} though nobody stopped it: the system may have killed it for want of memory. What was committed is kept: start again. Its log is ${logPath}.`,
  );
}
