import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { Config } from './config';
import type { Caller } from './domain/caller';
import { startEmbeddedPostgres } from './embedded-postgres/start-embedded-postgres';
import { buildSchema, type SubgraphSchema } from './graphql/build-schema';
import { RequestContext } from './graphql/context';
import { formatError, requestErrorPlugin } from './graphql/errors';
import { type LocalIssuer, localKeysFolder, openLocalIssuer } from './identity/local-issuer';
import { createTokenVerifier } from './identity/token-verifier';
import { packageRoot } from './package-root';
import { Database } from './persistence/database';
import { UnguardedDatabaseError } from './persistence/database-guards';
import { unknownReseller } from './persistence/guard';
import { migrate } from './persistence/migrate';
import { ensureDatabase, openLogins } from './persistence/provision';
import { findTenantReseller } from './persistence/tenant-reseller-repository';
import { createApolloServer } from './server/apollo-server';
import { lazyGraphiqlPage } from './server/graphiql-page';
import type { ReadinessFault } from './server/health';
import { type HttpServer, startHttpServer } from './server/http-server';
import { removeServerFile, writeServerFile } from './server/server-file';

const POOL_SIZE = 10;
const DRAIN_MS = 10_000;
const READY_MS = 500;
/** Longer than any statement may take, by the roles' statement_timeout. */
const SILENCE_MS = 12_000;
const DATABASE_NAME = 'reseller_accounts';

/** The running program. */
export interface Application {
  readonly url: string;
  readonly issuer: LocalIssuer;
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
    const urls = await databaseUrls(config, started);
    const migrated = await migrate(urls.migration);
    if (migrated.length > 0) logger.info({ migrated }, 'migrated');
    const logins = urls.logins ?? (await embeddedLogins(urls.migration));
    const database = await Database.connect({
      portal: { url: logins.portal, poolSize: POOL_SIZE, silenceMs: SILENCE_MS },
      sync: { url: logins.sync, poolSize: POOL_SIZE, silenceMs: SILENCE_MS },
    });
    started.push(() => database.close());
    await assertGuarded(database);
    const issuer = await openLocalIssuer(localKeysFolder(config.dataDir));
    const apollo = createSubgraphServer({ schema, accountPolicy }, config, logger);
    const http = await serve({ config, logger, apollo, issuer, database, accountPolicy });
    started.push(() => http.drain(DRAIN_MS));
    await writeServerFile(config.dataDir, { url: http.url, pid: process.pid });
    started.push(() => removeServerFile(config.dataDir, process.pid));
    return { url: http.url, issuer, notes: urls.notes, stop };
  } catch (error) {
    await stop();
    throw error;
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

interface DatabaseUrls {
  readonly migration: string;
  /** Null for the embedded database, whose logins are opened after its migrations. */
  readonly logins: { readonly portal: string; readonly sync: string } | null;
  readonly notes: readonly string[];
}

async function databaseUrls({ database }: Config, started: (() => Promise<void>)[]): Promise<DatabaseUrls> {
  if (database.kind === 'external') {
    const logins = { portal: database.portalUrl, sync: database.syncUrl };
    return { migration: database.migrationUrl, logins, notes: [] };
  }
  const postgres = await startEmbeddedPostgres({
    dataDir: database.dataDir,
    dataDirIsExplicit: database.dataDirIsExplicit,
    ...(database.postgresBin === undefined ? {} : { binaries: database.postgresBin }),
  });
  started.push(() => postgres.stop());
  await ensureDatabase(postgres.url('postgres'), DATABASE_NAME);
  return { migration: postgres.url(DATABASE_NAME), logins: null, notes: postgres.notes };
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

interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly apollo: ApolloServer<RequestContext>;
  readonly issuer: LocalIssuer;
  readonly database: Database;
  readonly accountPolicy: SubgraphSchema['accountPolicy'];
}

async function serve({ config, logger, apollo, issuer, database, accountPolicy }: Parts): Promise<HttpServer> {
  const verifier = createTokenVerifier(issuer.issuers());
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
    authenticate: (token) => verifier.verify(token),
    createContext: async ({ caller, requestId }) => {
      await assertKnown(caller);
      return new RequestContext(resources, caller, requestId);
    },
    readiness: () => readinessFaults(database, logger),
    logger,
    graphiql: lazyGraphiqlPage(),
  });
}

/** Turns away a sync service of a reseller that is not here. Resellers are never removed: one look is enough. */
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
  const faults = await database.findGuardFaults();
  if (faults.length > 0) throw new UnguardedDatabaseError(faults);
}

async function readinessFaults(database: Database, logger: Logger): Promise<ReadinessFault[]> {
  const unavailable = { name: 'database', message: 'The database is not to be had in time' };
  try {
    return await Promise.race([databaseFaults(database, logger), sleep(READY_MS, [unavailable], { ref: false })]);
  } catch {
    return [unavailable];
  }
}

async function databaseFaults(database: Database, logger: Logger): Promise<ReadinessFault[]> {
  if (!(await database.isMigrated())) {
    return [{ name: 'migrations', message: 'The database lacks migrations of this version' }];
  }
  const faults = await database.findGuardFaults();
  if (faults.length === 0) return [];
  logger.error({ faults }, "the database's guards do not hold");
  return [{ name: 'guards', message: "The database's guards do not hold; the log says which" }];
}
