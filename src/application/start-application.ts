import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { packageRoot } from '../config/package-root';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';
import { buildSchema } from '../graphql/build-schema';
import { Database, type OutageEvent } from '../persistence/engine/database';
import { findDatabaseFaults, UnguardedDatabaseError } from '../persistence/integrity/database-guards';
import { removeServerFile, writeServerFile } from '../server/server-file';
import { openIdentity } from './identity';
import { preparedLogins } from './logins';
import { serve } from './serve';
import { asListenError, asStartError, SET_UP, StartError } from './start-error';
import { createSubgraphServer } from './subgraph-server';

const POOL_SIZE = 10;
const DRAIN_MS = 10_000;
/** Longer than any statement may take, by the roles' statement_timeout. */
const SILENCE_MS = 12_000;

/** The running program. */
export interface Application {
  readonly url: string;
  /** Null when issuers are configured. */
  readonly issuer: LocalIssuer | null;
  /** What the person who starts it should be told. */
  readonly notes: readonly string[];
  /** Settles when the embedded database has ended by itself, without which nothing can be served; null where there is none. */
  readonly lost: Promise<Error> | null;
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
    const subgraph = buildSchema(join(packageRoot(), 'schema'));
    const { portal, sync, notes, lost } = await preparedLogins(config.database, logger, started);
    const database = await connect(portal, sync, (event) => tellOutage(event, logger));
    started.push(() => database.close());
    await assertMigrated(database);
    await assertGuarded(database);
    const { issuer, verifier } = await openIdentity(config, logger);
    const apollo = createSubgraphServer(subgraph, config, logger);
    const http = await serve({
      config,
      logger,
      apollo,
      verifier,
      database,
      accountPolicy: subgraph.accountPolicy,
    }).catch((error: unknown) => {
      throw asListenError(error, config);
    });
    started.push(() => http.drain(DRAIN_MS, config.stopWaitMs));
    await writeServerFile(config.dataDir, { url: http.url, pid: process.pid });
    started.push(() => removeServerFile(config.dataDir, process.pid));
    return { url: http.url, issuer, notes, lost, stop };
  } catch (error) {
    await stop();
    throw asStartError(error);
  }
}

async function connect(portalUrl: string, syncUrl: string, onOutage: (event: OutageEvent) => void): Promise<Database> {
  const login = (url: string) => ({ url, poolSize: POOL_SIZE, silenceMs: SILENCE_MS });
  return Database.connect({ portal: login(portalUrl), sync: login(syncUrl) }, onOutage);
}

/** Two lines for an outage, however many requests fail in it: each of these has its own line, with its code. */
function tellOutage(event: OutageEvent, logger: Logger): void {
  if (event.kind === 'ended') {
    const { seconds, failed } = event;
    logger.warn({ seconds, failed }, 'the database is to be had again');
    return;
  }
  const said = event.kind === 'began' ? 'the database is not to be had' : 'something took too long in the database';
  logger.warn({ err: event.cause, ...(event.kind === 'late' ? { moreSinceTheLast: event.more } : {}) }, said);
}

/** Nobody migrates beside the owner: a server without the owner's login says so rather than serve an older database. */
async function assertMigrated(database: Database): Promise<void> {
  if (!(await database.isMigrated())) throw new StartError(`The database lacks migrations of this version. ${SET_UP}`);
}

/** The third layer of the guard: a database that does not guard as it should is not served (S22). */
async function assertGuarded(database: Database): Promise<void> {
  const faults = await findDatabaseFaults(database);
  if (faults.length > 0) throw new UnguardedDatabaseError(faults);
}
