import { join } from 'node:path';
import type { Logger } from 'pino';
import type { ServingConfig } from '../config/config';
import { packageRoot } from '../config/package-root';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';
import { buildSchema, type SubgraphSchema } from '../graphql/build-schema';
import { boundsOf, Database, type DatabaseListener, type OutageEvent } from '../persistence/engine/database';
import { findDatabaseFaults, UnguardedDatabaseError } from '../persistence/integrity/database-guards';
import { readRoles } from '../persistence/set-up/examine';
import { SyncActivity } from '../services/sync/sync-activity';
import type { ProcessMetrics } from '../telemetry/metrics/process-metrics';
import { openIdentity } from './identity';
import type { LoginUrls } from './logins';
import type { Counting } from './metrics';
import { serve } from './serve';
import type { Shares } from './shares';
import { asListenError, SET_UP, StartError } from './start-error';
import { createSubgraphServer } from './subgraph-server';
import { startTracing } from './tracing';
import { startUpkeep } from './upkeep';

/** How much longer than any statement may take a connection is silent before it is given up. */
const SILENCE_BEYOND_MS = 2_000;

/** A process that serves. */
export interface Serving {
  readonly url: string;
  /** Null when issuers are configured. */
  readonly issuer: LocalIssuer | null;
}

/** What one process needs to serve. */
export interface ServingPlan {
  readonly config: ServingConfig;
  readonly shares: Shares;
  readonly subgraph: SubgraphSchema;
  readonly logins: LoginUrls;
  /** Null where nothing is counted. */
  readonly counting: Counting | null;
  /** Of several processes one tells what concerns all of them. */
  readonly isFirst?: boolean;
}

/** What is asked, with the rules of it; needs nothing that was started. */
export function loadSubgraph(): SubgraphSchema {
  return buildSchema(join(packageRoot(), 'schema'));
}

/** Serves in this process. What was started is put into `started`: whoever calls stops it, the last first. */
export async function startServing(
  { config, shares, subgraph, logins, counting, isFirst = true }: ServingPlan,
  logger: Logger,
  started: (() => Promise<void>)[],
): Promise<Serving> {
  const metrics = counting?.metrics ?? null;
  const database = await connect(logins, shares, config, metrics, (event) => {
    metrics?.database.outage(event);
    tellOutage(event, logger);
  });
  started.push(() => database.close());
  await assertMigrated(database);
  await assertGuarded(database);
  if (isFirst) await warnOfFewConnections(database, config, logger);
  const { issuer, verifier } = await openIdentity(config, logger, (side) => metrics?.server.keysFailed(side));
  const apollo = createSubgraphServer(subgraph, config, logger);
  const { accountPolicy } = subgraph;
  const syncActivity = new SyncActivity(database.upkeep, (err) =>
    logger.warn({ err }, 'how many events were taken is not written down yet'),
  );
  started.push(() => syncActivity.stop());
  const tracing = await startTracing(config.tracing, logger, started);
  const parts = { config, shares, logger, apollo, verifier, database, accountPolicy, syncActivity, tracing, counting };
  const http = await serve(parts).catch((error: unknown) => {
    throw asListenError(error, config);
  });
  started.push(() => http.drain(config.drainTimeoutMs, config.stopWaitMs));
  started.push(startUpkeep(database.upkeep, logger));
  return { url: http.url, issuer };
}

async function connect(
  { portal, sync }: LoginUrls,
  { poolSize }: Shares,
  config: ServingConfig,
  metrics: ProcessMetrics | null,
  onOutage: (event: OutageEvent) => void,
): Promise<Database> {
  const bounds = boundsOf(config);
  const { connectTimeoutMs: connectMs, statementTimeoutMs } = config;
  const login = (url: string, listener?: DatabaseListener) => ({
    url,
    poolSize,
    connectMs,
    bounds,
    silenceMs: statementTimeoutMs + SILENCE_BEYOND_MS,
    ...(listener === undefined ? {} : { listener }),
  });
  const listenerOf = (side: 'portal' | 'sync') => metrics?.database.listenerOf(side);
  const logins = { portal: login(portal, listenerOf('portal')), sync: login(sync, listenerOf('sync')) };
  return Database.connect(logins, onOutage);
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

/** Callers would wait for connections that the database refuses, under load alone: better told while nobody waits. */
async function warnOfFewConnections(
  database: Database,
  { poolSize, workers }: ServingConfig,
  logger: Logger,
): Promise<void> {
  const taken = poolSize + workers;
  for (const { role, connectionLimit } of await readRoles(database.catalog)) {
    if (connectionLimit < 0 || connectionLimit >= taken) continue;
    logger.warn(
      { role, connectionLimit, taken },
      'the login may have fewer connections than POOL_SIZE and WORKERS take',
    );
  }
}

/** The third layer of the guard: a database that does not guard as it should is not served (S22). */
async function assertGuarded(database: Database): Promise<void> {
  const faults = await findDatabaseFaults(database);
  if (faults.length > 0) throw new UnguardedDatabaseError(faults);
}
