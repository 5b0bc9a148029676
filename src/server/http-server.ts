import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseContext } from '@apollo/server';
import type { Logger } from 'pino';
import type { EndedExchange } from '../telemetry/metrics/request-metrics';
import type { ServerLoad } from '../telemetry/metrics/server-metrics';
import type { Tracing } from '../telemetry/tracing';
import { ConnectionCap } from './connection-cap';
import { drainServer, InFlight } from './drain';
import { limitAnswerTime } from './exchange/answer-time';
import { type EdgeLimits, WHOLE_REQUEST_MS } from './exchange/edge-limits';
import { type Exchange, openExchange } from './exchange/exchange';
import { FairShare } from './exchange/fair-share';
import { createGatewayCheck } from './exchange/gateway-secret';
import { logAtEnd } from './exchange/request-log';
import { traceToEnd } from './exchange/request-trace';
import { tellEnd } from './exchange/tell-end';
import { answerGraphiql, answerNoGraphiql, type GraphiqlPage, prefersHtml } from './graphiql/graphiql-page';
import { answerGraphql, type Edge, type GraphqlEndpointOptions } from './graphql-endpoint';
import { answerLivez, answerReadyz, type ReadinessFault } from './health';
import { listen, reachable } from './listen';
import { type MetricsEndpoint, metricsRoute } from './metrics-endpoint';
import { answerBy, type Route, type Routes } from './routes';

export interface HttpServerOptions<TContext extends BaseContext> extends GraphqlEndpointOptions<TContext> {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** How many connections may be open at a time. */
  readonly maxConnections: number;
  readonly limits: EdgeLimits;
  /** How long a connection that nothing comes over is kept open. */
  readonly keepAliveTimeoutMs: number;
  /** Empty when requests may come. */
  readiness(): Promise<readonly ReadinessFault[]>;
  /** Made when the first browser asks for it. */
  graphiql(): Promise<GraphiqlPage>;
  /** Where nothing is given there is no `/metrics`. */
  readonly metrics?: MetricsEndpoint;
  /** Told of each request once it is over. */
  readonly onEnded?: (ended: EndedExchange) => void;
  readonly logger: Logger;
  /** An operation that takes so long is logged at warn; 0: none is. */
  readonly slowOperationMs: number;
  /** Null: nothing is traced. */
  readonly tracing: Tracing | null;
}

export interface HttpServer {
  /** Of the GraphQL endpoint, as this machine reaches it. */
  readonly url: string;
  readonly port: number;
  /** What is open and held at the moment. */
  readonly load: () => ServerLoad;
  /**
   * Turns `/readyz` red and goes on for so long, until whoever sends requests has seen it; then takes none any more, lets
   * those in flight finish and stops, at the deadline whatever is left.
   */
  drain(deadlineMs: number, waitMs?: number): Promise<void>;
}

const QUIET_PATHS = new Set(['/livez', '/readyz', '/metrics']);

/** Starts the Apollo Server, which must not be started yet, and serves it. A drain stops both. */
export async function startHttpServer<TContext extends BaseContext>(
  options: HttpServerOptions<TContext>,
): Promise<HttpServer> {
  const { apollo, host, port, logger, maxConnections, limits, slowOperationMs, tracing, onEnded } = options;
  const inFlight = new InFlight();
  const connections = new ConnectionCap(maxConnections, logger);
  let draining = false;
  let closing = false;
  const requests = new FairShare(maxConnections);
  const bytes = new FairShare(limits.heldBytes);
  const routes = routesOf(options, { limits, requests, bytes, isDraining: () => draining, isClosing: () => closing });

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const exchange = openExchange(request, response, { logger, knownPaths: routes, tracing });
    logAtEnd(exchange, { quietPaths: QUIET_PATHS, slowOperationMs });
    traceToEnd(exchange);
    if (onEnded) tellEnd(exchange, onEnded);
    inFlight.add(response);
    connections.begin(request, response);
    if (request.socket.destroyed) return;
    limitAnswerTime(exchange, limits);
    if (draining) response.setHeader('connection', 'close');
    answerBy(routes, exchange).catch(() => response.destroy());
  };
  const server = createServer(
    {
      keepAliveTimeout: options.keepAliveTimeoutMs,
      headersTimeout: 15_000,
      requestTimeout: WHOLE_REQUEST_MS,
      // How often the two above are looked at. Node's own 30 s would let headers take three times as long.
      connectionsCheckingInterval: 5_000,
    },
    serve,
  );
  connections.watch(server);
  // With a listener the caller is told to go on only when its body is read: a refusal spares it the sending.
  server.on('checkContinue', serve);

  await apollo.start();
  await listen(server, host, port).catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${reachable(host)}:${address.port}/graphql`,
    port: address.port,
    load: () => ({
      connections: connections.count,
      heldBytes: bytes.used,
      requests: inFlight.count,
      closedForRoom: connections.closedForRoom,
    }),
    async drain(deadlineMs, waitMs = 0) {
      draining = true;
      inFlight.announceClosing();
      if (waitMs > 0) await sleep(waitMs);
      closing = true;
      await drainServer(server, inFlight, deadlineMs, logger);
      await apollo.stop();
    },
  };
}

function routesOf<TContext extends BaseContext>(
  options: HttpServerOptions<TContext>,
  edge: Omit<Edge, 'assertGateway'>,
): Routes {
  const assertGateway = createGatewayCheck(options.gatewaySecrets);
  return new Map<string, Route>([
    ['/', { methods: ['GET', 'HEAD'], answer: redirectToGraphql }],
    ['/livez', { methods: ['GET', 'HEAD'], answer: answerLivez }],
    [
      '/readyz',
      { methods: ['GET', 'HEAD'], answer: (exchange) => answerReadyz(exchange, options.readiness, edge.isDraining) },
    ],
    [
      '/graphql',
      {
        methods: ['GET', 'HEAD', 'POST'],
        answer: (exchange) => {
          if (!prefersHtml(exchange)) return answerGraphql(exchange, options, { ...edge, assertGateway });
          assertGateway(exchange.request, () => false);
          // A page that may not read the schema is of no use, and shows strangers what is here.
          if (options.introspection === 'off') return answerNoGraphiql(exchange);
          return answerGraphiql(exchange, options.graphiql);
        },
      },
    ],
    ...(options.metrics ? [['/metrics', metricsRoute(options.metrics)] as const] : []),
  ]);
}

function redirectToGraphql({ response }: Exchange): void {
  response.statusCode = 302;
  response.setHeader('location', '/graphql');
  response.setHeader('content-length', 0);
  response.end();
}
