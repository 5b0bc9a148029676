import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { ServingConfig } from '../config/config';
import type { SubgraphSchema } from '../graphql/build-schema';
import { RequestContext } from '../graphql/request/context';
import { localeOf } from '../graphql/request/locale';
import type { TokenVerifier } from '../identity/token-verifier';
import type { Database } from '../persistence/engine/database';
import { EDGE_LIMITS } from '../server/exchange/edge-limits';
import { lazyGraphiqlPage } from '../server/graphiql/graphiql-page';
import { type HttpServer, startHttpServer } from '../server/http-server';
import { sharedCheck } from '../server/shared-check';
import type { SyncActivity } from '../services/sync/sync-activity';
import type { EndedExchange } from '../telemetry/metrics/request-metrics';
import type { Tracing } from '../telemetry/tracing';
import { type Counting, watchParts } from './metrics';
import { createReadiness } from './readiness';
import type { Shares } from './shares';
import { createResellerCheck } from './subgraph-server';

/** How long an answer of `/readyz` holds. Anyone may ask, as often as they like. */
const READY_FRESH_MS = 1_000;

/** What the HTTP server is put together from. */
export interface Parts {
  readonly config: ServingConfig;
  readonly shares: Shares;
  readonly logger: Logger;
  readonly apollo: ApolloServer<RequestContext>;
  readonly verifier: TokenVerifier;
  readonly database: Database;
  readonly accountPolicy: SubgraphSchema['accountPolicy'];
  readonly syncActivity: SyncActivity;
  readonly tracing: Tracing | null;
  /** Null where nothing is counted. */
  readonly counting: Counting | null;
}

/** Starts the HTTP server over all parts. */
export async function serve({
  config,
  shares,
  logger,
  apollo,
  verifier,
  database,
  accountPolicy,
  syncActivity,
  tracing,
  counting,
}: Parts): Promise<HttpServer> {
  const assertKnown = createResellerCheck(database);
  const resources = {
    database,
    accountPolicy,
    syncActivity,
    now: () => new Date(),
    reportFault: (requestId: string, err: unknown, traceId: string | null) =>
      logger.error({ requestId, ...(traceId === null ? {} : { traceId }), err }, 'fault of one item'),
  };
  const onGuards = (faults: number) => counting?.metrics.looks.guardsLookedAt(faults);
  const readiness = sharedCheck(createReadiness(database, verifier, logger, onGuards), READY_FRESH_MS);
  const http = await startHttpServer<RequestContext>({
    apollo,
    introspection: config.introspection,
    host: config.host,
    port: config.port,
    maxConnections: shares.maxConnections,
    limits: { ...EDGE_LIMITS, heldBytes: shares.heldBytes },
    gatewaySecrets: {
      ...(config.gatewaySecret === undefined ? {} : { people: config.gatewaySecret }),
      ...(config.syncGatewaySecret === undefined ? {} : { sync: config.syncGatewaySecret }),
    },
    saysItIsOfSync: (token) => verifier.saysItIsOfSync(token),
    requestTimeoutMs: config.requestTimeoutMs,
    keepAliveTimeoutMs: config.keepAliveTimeoutMs,
    authenticate: (token) => verifier.verify(token),
    createContext: async ({ caller, requestId, acceptLanguage, record }) => {
      await assertKnown(caller);
      return new RequestContext(resources, caller, requestId, localeOf(acceptLanguage), record);
    },
    giveUp: ({ fate }) => fate.giveUp(),
    readiness,
    logger,
    slowOperationMs: config.slowOperationMs,
    tracing,
    graphiql: lazyGraphiqlPage(),
    ...(counting === null ? {} : counted(counting, config)),
  });
  if (counting !== null) watchParts(counting.metrics, database, http, readiness);
  return http;
}

/** On this port `/metrics` is there only with a token, and where it has no port of its own. */
function counted({ metrics, scrape }: Counting, { metrics: settings }: ServingConfig) {
  const { token } = settings ?? {};
  const isHere = token !== undefined && settings?.place === null;
  return {
    onEnded: (ended: EndedExchange) => metrics.requests.ended(ended),
    ...(isHere ? { metrics: { scrape, token } } : {}),
  };
}
