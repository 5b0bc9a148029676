import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { openExchange } from './exchange/exchange';
import { listen, reachable } from './listen';
import { type MetricsEndpoint, metricsRoute } from './metrics-endpoint';
import { answerBy } from './routes';

export interface MetricsServerOptions extends MetricsEndpoint {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly logger: Logger;
}

export interface MetricsServer {
  readonly url: string;
  /** Who asks at the moment is cut off. */
  close(): Promise<void>;
}

/** Few ask, and seldom. */
const MOST_CONNECTIONS = 50;
/** A request that takes longer is no scrape. */
const REQUEST_MS = 10_000;

/** Answers `/metrics` on a port of its own, and nothing else: who may ask callers' questions is not asked here. */
export async function startMetricsServer({
  host,
  port,
  logger,
  ...endpoint
}: MetricsServerOptions): Promise<MetricsServer> {
  const routes = new Map([['/metrics', metricsRoute(endpoint)]]);
  const server = createServer(
    { headersTimeout: REQUEST_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 5_000 },
    (request, response) => {
      response.setTimeout(REQUEST_MS, () => response.destroy());
      answerBy(routes, openExchange(request, response, { logger, knownPaths: routes })).catch(() => response.destroy());
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://${reachable(host)}:${address.port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
