import type { Logger } from 'pino';
import type { Config } from '../config/config';
import type { EmbeddedDatabase } from '../config/config-database';
import { StartError } from './start-error';

const DATABASE_NAME = 'reseller_accounts';

/** The URLs that the server connects by. */
export interface LoginUrls {
  readonly portal: string;
  readonly sync: string;
}

/** The database, ready to be served. */
export interface PreparedLogins {
  readonly logins: LoginUrls;
  readonly notes: readonly string[];
  /** Settles when the embedded database ends by itself; of another nobody is told. */
  readonly lost: Promise<Error> | null;
}

/** The URLs of the two logins, after the migrations if we have the owner's. */
export async function preparedLogins(
  database: Config['database'],
  logger: Logger,
  started: (() => Promise<void>)[],
): Promise<PreparedLogins> {
  if (database.kind === 'external') {
    const { portalUrl, syncUrl, migrationUrl } = database;
    if (migrationUrl !== undefined) await migrateAndTell(migrationUrl, logger, started);
    return { logins: { portal: portalUrl, sync: syncUrl }, notes: [], lost: null };
  }
  const postgres = await startEmbedded(database);
  started.push(() => postgres.stop());
  const { ensureDatabase } = await import('../persistence/set-up/provision.js');
  await ensureDatabase(postgres.url('postgres'), DATABASE_NAME);
  const ownerUrl = postgres.url(DATABASE_NAME);
  await migrateAndTell(ownerUrl, logger, started);
  return { logins: await embeddedLogins(ownerUrl), notes: postgres.notes, lost: postgres.lost };
}

async function startEmbedded({ dataDir, dataDirIsExplicit, postgresBin }: EmbeddedDatabase) {
  // Loaded here only: production never gets this far (test/application/development-room.test.ts).
  const { startEmbeddedPostgres } = await import('../development/embedded-postgres/start-embedded-postgres.js');
  const { EmbeddedPostgresError } = await import('../development/embedded-postgres/system/embedded-postgres-error.js');
  try {
    return await startEmbeddedPostgres({
      dataDir,
      dataDirIsExplicit,
      ...(postgresBin === undefined ? {} : { binaries: postgresBin }),
    });
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message, { cause: error }) : error;
  }
}

async function migrateAndTell(ownerUrl: string, logger: Logger, started: (() => Promise<void>)[]): Promise<void> {
  // Loaded here only: most servers have no login to migrate with.
  const { migrate } = await import('../persistence/set-up/migrate.js');
  const { foldAnew } = await import('../persistence/set-up/fold-anew.js');
  const migrated = await migrate(ownerUrl);
  if (migrated.length > 0) logger.info({ migrations: migrated.length, newest: migrated.at(-1) }, 'migrated');
  await settleOrTell(ownerUrl, logger);
  started.push(meanwhile((signal) => foldAnew(ownerUrl, signal), logger));
}

/** What the audit holds in no month is in its place already, and is served as well where that cannot be done now. */
async function settleOrTell(ownerUrl: string, logger: Logger): Promise<void> {
  const { settleAudits } = await import('../persistence/upkeep/audit-rest.js');
  const { UpkeepBusyError } = await import('../persistence/upkeep/owner-session.js');
  await settleAudits(ownerUrl).catch((error: unknown) => {
    if (!(error instanceof UpkeepBusyError)) throw error;
    logger.warn(error.message);
  });
}

/** Nothing waits for it: until it is done a search asks for what the version before folded as well. Gives what ends it. */
function meanwhile(fold: (signal: AbortSignal) => Promise<number>, logger: Logger): () => Promise<void> {
  const ending = new AbortController();
  const folding = fold(ending.signal).then(
    (rows) => {
      if (rows > 0) logger.info({ rows }, 'names folded anew');
    },
    (err: unknown) => logger.warn({ err }, 'names could not be folded anew; the next start goes on with it'),
  );
  return async () => {
    ending.abort();
    await folding;
  };
}

async function embeddedLogins(ownerUrl: string): Promise<LoginUrls> {
  const { openLogins } = await import('../persistence/set-up/provision.js');
  const { portal, sync } = await openLogins(ownerUrl);
  const withLogin = ({ user, password }: { user: string; password: string }) => {
    const url = new URL(ownerUrl);
    url.username = user;
    url.password = password;
    return url.href;
  };
  return { portal: withLogin(portal), sync: withLogin(sync) };
}
