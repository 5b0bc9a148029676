import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { Config } from './config/config';
import { packageRoot } from './config/package-root';
import { startEmbeddedPostgres } from './development/embedded-postgres/start-embedded-postgres';
import { type LocalIssuer, localKeysFolder, openLocalIssuer } from './development/local-issuer/local-issuer';
import type { Caller } from './domain/caller';
import { buildSchema, type SubgraphSchema } from './graphql/build-schema';
import { formatError, requestErrorPlugin } from './graphql/errors';
import { RequestContext } from './graphql/request/context';
import { unknownReseller } from './guard/guard';
import { createTokenVerifier, type TokenVerifier } from './identity/token-verifier';
import { Database } from './persistence/engine/database';
import { findDatabaseFaults, UnguardedDatabaseError } from './persistence/integrity/database-guards';
import { findTenantReseller } from './persistence/resellers/tenant-reseller-repository';
import { codedFailure, explainFailure, NOT_REACHED } from './persistence/set-up/database-failure';
import { MigrationLockError, migrate } from './persistence/set-up/migrate';
import { ensureDatabase, openLogins } from './persistence/set-up/provision';
import { createApolloServer } from './server/apollo/apollo-server';
import { lazyGraphiqlPage } from './server/graphiql/graphiql-page';
import type { ReadinessFault } from './server/health';
import { type HttpServer, startHttpServer } from './server/http-server';
import { removeServerFile, writeServerFile } from './server/server-file';
import { sharedCheck } from './server/shared-check';
import { StartError } from './start-error';

const POOL_SIZE = 10;
const DRAIN_MS = 10_000;
const READY_MS = 500;
/** How long an answer of `/readyz` holds. Anyone may ask, as often as they like. */
const READY_FRESH_MS = 1_000;
/** Longer than any statement may take, by the roles' statement_timeout. */
const SILENCE_MS = 12_000;
const DATABASE_NAME = 'reseller_accounts';

/** The running program. */
export interface Application {
  readonly url: string;
  /** Null when issuers are configured. */
  readonly issuer: LocalIssuer | null;
  /** What the person who starts it should be told. */
  readonly notes: readonly string[];
  /** Drains, closes the pools and stops the embedded Postgres. */
  stop(): Promise<void>;
}

/** Starts everything in its order; what was started is stopped again when a later step fails. */
export async function startApplication(config: Config, logger: Logger): Promise<Application> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of started.splice(0).reverse()) await step();
  };
  try {
    const { schema, accountPolicy } = buildSchema(join(packageRoot(), 'schema'));
    const { portal, sync, notes } = await preparedLogins(config, logger, started);
    const database = await connect(portal, sync);
    started.push(() => database.close());
    await assertMigrated(database);
    await assertGuarded(database);
    const { issuer, verifier } = await openIdentity(config, logger);
    const apollo = createSubgraphServer({ schema, accountPolicy }, config, logger);
    const http = await serve({ config, logger, apollo, verifier, database, accountPolicy });
    started.push(() => http.drain(DRAIN_MS));
    await writeServerFile(config.dataDir, { url: http.url, pid: process.pid });
    started.push(() => removeServerFile(config.dataDir, process.pid));
    return { url: http.url, issuer, notes, stop };
  } catch (error) {
    await stop();
    throw asStartError(error);
  }
}

/** Apollo Server over the guarded schema, not started yet. */
export function createSubgraphServer(
  { schema }: SubgraphSchema,
  { introspection }: Pick<Config, 'introspection'>,
  logger: Logger,
): ApolloServer<RequestContext> {
  return createApolloServer<RequestContext>({
    schema,
    formatError,
    introspection,
    plugins: [requestErrorPlugin(logger)],
    logger,
  });
}

interface PreparedLogins {
  readonly portal: string;
  readonly sync: string;
  readonly notes: readonly string[];
}

/** The URLs of the two logins, after the migrations if we have the owner's. */
async function preparedLogins(
  { database }: Config,
  logger: Logger,
  started: (() => Promise<void>)[],
): Promise<PreparedLogins> {
  if (database.kind === 'external') {
    const { portalUrl, syncUrl, migrationUrl } = database;
    if (migrationUrl !== undefined) await migrateAndTell(migrationUrl, logger);
    return { portal: portalUrl, sync: syncUrl, notes: [] };
  }
  const postgres = await startEmbeddedPostgres({
    dataDir: database.dataDir,
    dataDirIsExplicit: database.dataDirIsExplicit,
    ...(database.postgresBin === undefined ? {} : { binaries: database.postgresBin }),
  });
  started.push(() => postgres.stop());
  await ensureDatabase(postgres.url('postgres'), DATABASE_NAME);
  const ownerUrl = postgres.url(DATABASE_NAME);
  await migrateAndTell(ownerUrl, logger);
  return { ...(await embeddedLogins(ownerUrl)), notes: postgres.notes };
}

async function migrateAndTell(ownerUrl: string, logger: Logger): Promise<void> {
  const migrated = await migrate(ownerUrl);
  if (migrated.length > 0) logger.info({ migrated }, 'migrated');
}

async function embeddedLogins(ownerUrl: string): Promise<{ portal: string; sync: string }> {
  const { portal, sync } = await openLogins(ownerUrl);
  const withLogin = ({ user, password }: { user: string; password: string }) => {
    const url = new URL(ownerUrl);
    url.username = user;
    url.password = password;
    return url.href;
  };
  return { portal: withLogin(portal), sync: withLogin(sync) };
}

async function connect(portalUrl: string, syncUrl: string): Promise<Database> {
  const login = (url: string) => ({ url, poolSize: POOL_SIZE, silenceMs: SILENCE_MS });
  return Database.connect({ portal: login(portalUrl), sync: login(syncUrl) });
}

/** Without the owner's login it says so rather than serve an older database (test/application-database.test.ts). */
async function assertMigrated(database: Database): Promise<void> {
  if (!(await database.isMigrated())) throw new StartError(`The database lacks migrations of this version. ${SET_UP}`);
}

/** What Postgres says to a login, a database or a table that is not there or is not ours. */
const NOT_SET_UP = new Set(['28P01', '28000', '3D000', '42P01', '42501']);
const SET_UP = 'Run "npm run db:setup" with the owner\'s URL in MIGRATION_DATABASE_URL.';

/** What is wrong with the database in words that say what to do; any other error as it is. */
export function asStartError(error: unknown): unknown {
  if (error instanceof MigrationLockError) return new StartError(error.message);
  const failure = codedFailure(error);
  if (failure === null) return error;
  if (NOT_SET_UP.has(failure.code)) return new StartError(`The database is not set up: ${failure.message}. ${SET_UP}`);
  if (Object.hasOwn(NOT_REACHED, failure.code)) {
    return new StartError(`The database cannot be reached: ${explainFailure(error, NOT_REACHED)}`);
  }
  return error;
}

interface Identity {
  readonly issuer: LocalIssuer | null;
  readonly verifier: TokenVerifier;
}

/** Issuers that are configured put the local one out: it makes no keys, and its tokens are those of a stranger. */
async function openIdentity({ issuers, dataDir }: Config, logger: Logger): Promise<Identity> {
  if (issuers === null) {
    const issuer = await openLocalIssuer(localKeysFolder(dataDir));
    return { issuer, verifier: createTokenVerifier(issuer.issuers()) };
  }
  const verifier = createTokenVerifier(issuers, (issuer, err) => {
    logger.warn({ issuer, err }, 'the keys of an issuer could not be had');
  });
  // The first callers need not wait for them. Without them we start all the same, and `/readyz` is red.
  await verifier.isReady();
  return { issuer: null, verifier };
}

interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly apollo: ApolloServer<RequestContext>;
  readonly verifier: TokenVerifier;
  readonly database: Database;
  readonly accountPolicy: SubgraphSchema['accountPolicy'];
}

async function serve({ config, logger, apollo, verifier, database, accountPolicy }: Parts): Promise<HttpServer> {
  const assertKnown = createResellerCheck(database);
  const resources = {
    database,
    accountPolicy,
    now: () => new Date(),
    reportFault: (requestId: string, err: unknown) => logger.error({ requestId, err }, 'fault of one item'),
  };
  return startHttpServer<RequestContext>({
    apollo,
    host: config.host,
    port: config.port,
    ...(config.gatewaySecret === undefined ? {} : { gatewaySecret: config.gatewaySecret }),
    requestTimeoutMs: config.requestTimeoutMs,
    authenticate: (token) => verifier.verify(token),
    createContext: async ({ caller, requestId }) => {
      await assertKnown(caller);
      return new RequestContext(resources, caller, requestId);
    },
    readiness: sharedCheck(
      async () => (await Promise.all([databaseFaults(database, logger), keyFaults(verifier)])).flat(),
      READY_FRESH_MS,
    ),
    logger,
    graphiql: lazyGraphiqlPage(),
  });
}

/** Turns away a sync service of a reseller that is not here. No login removes one (test/persistence/integrity/grants.test.ts). */
export function createResellerCheck(database: Database): (caller: Caller | null) => Promise<void> {
  const known = new Set<string>();
  return async (caller) => {
    if (caller?.kind !== 'RESELLER_SYNC' || known.has(caller.tenantResellerId)) return;
    if (!(await findTenantReseller(database.reader(caller), caller.tenantResellerId))) throw unknownReseller();
    known.add(caller.tenantResellerId);
  };
}

/** The third layer of the guard: a database that does not guard as it should is not served (S22). */
async function assertGuarded(database: Database): Promise<void> {
  const faults = await findDatabaseFaults(database);
  if (faults.length > 0) throw new UnguardedDatabaseError(faults);
}

async function databaseFaults(database: Database, logger: Logger): Promise<ReadinessFault[]> {
  try {
    const faults = await inTime(migrationOrGuardFaults(database, logger));
    if (faults !== 'late') return faults;
  } catch {
    // Said below, as for an answer that comes too late.
  }
  return [{ name: 'database', message: 'The database is not to be had in time' }];
}

async function migrationOrGuardFaults(database: Database, logger: Logger): Promise<ReadinessFault[]> {
  if (!(await database.isMigrated())) {
    return [{ name: 'migrations', message: 'The database lacks migrations of this version' }];
  }
  const faults = await findDatabaseFaults(database);
  if (faults.length === 0) return [];
  logger.error({ faults }, "the database's guards do not hold");
  return [{ name: 'guards', message: "The database's guards do not hold; the log says which" }];
}

async function keyFaults(verifier: TokenVerifier): Promise<ReadinessFault[]> {
  if ((await inTime(verifier.isReady())) === true) return [];
  return [{ name: 'keys', message: 'The keys of an issuer are not to be had, so its tokens cannot be checked' }];
}

function inTime<T>(answer: Promise<T>): Promise<T | 'late'> {
  return Promise.race([answer, sleep(READY_MS, 'late' as const, { ref: false })]);
}
