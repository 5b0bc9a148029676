import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { packageRoot } from '../config/package-root';
import type { Database } from '../persistence/engine/database';
import { readStorage } from '../persistence/upkeep/storage';
import type { ReadinessFault } from '../server/health';
import type { HttpServer } from '../server/http-server';
import { startMetricsServer } from '../server/metrics-server';
import type { ProcessMetrics } from '../telemetry/metrics/process-metrics';
import type { WorkerScrapes } from '../telemetry/metrics/worker-scrapes';
import { asListenError } from './start-error';

/** What was counted, in the text format of Prometheus; null when nobody can say for the moment. */
export type Scrape = () => Promise<string | null>;

/** What a process that serves counts with, and how it tells what all of them have counted. */
export interface Counting {
  readonly metrics: ProcessMetrics;
  readonly scrape: Scrape;
}

/** Of this process, which serves; null where nobody may ask: what counts is not loaded then. */
export async function newProcessMetrics({ metrics }: Pick<Config, 'metrics'>): Promise<ProcessMetrics | null> {
  if (metrics === null) return null;
  const { ProcessMetrics } = await import('../telemetry/metrics/process-metrics.js');
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return new ProcessMetrics(version);
}

/** What asks all workers; null where nobody may ask. */
export async function scrapesOfWorkers({ metrics }: Pick<Config, 'metrics'>): Promise<typeof WorkerScrapes | null> {
  return metrics === null ? null : (await import('../telemetry/metrics/worker-scrapes.js')).WorkerScrapes;
}

/** Of a server that is one process; null where nobody may ask. */
export async function countAlone(config: Pick<Config, 'metrics'>): Promise<Counting | null> {
  const metrics = await newProcessMetrics(config);
  if (metrics === null) return null;
  const { WorkerMetrics } = await import('../telemetry/metrics/worker-metrics.js');
  const { textOf } = await import('../telemetry/metrics/worker-reports.js');
  const workers = new WorkerMetrics(1);
  return { metrics, scrape: async () => textOf([await workers.report(1, 0), await metrics.report(true)]) };
}

/** Where there is a port of its own, it answers from the beginning of the start to the end of the stop. */
export async function openMetricsPort(
  { metrics: settings }: Pick<Config, 'metrics'>,
  scrape: Scrape,
  logger: Logger,
  started: (() => Promise<void>)[],
): Promise<void> {
  const place = settings?.place ?? null;
  if (settings === null || place === null) return;
  const { token } = settings;
  const options = { ...place, scrape, logger, ...(token === undefined ? {} : { token }) };
  const server = await startMetricsServer(options).catch((error: unknown) => {
    throw asListenError(error, place, 'METRICS_');
  });
  started.push(() => server.close());
  logger.info({ url: server.url }, 'metrics');
}

/** Lets the metrics see what the parts hold, and look at the database when somebody scrapes. */
export function watchParts(
  metrics: ProcessMetrics,
  database: Database,
  http: Pick<HttpServer, 'load'>,
  readiness: () => Promise<readonly ReadinessFault[]>,
): void {
  metrics.server.watch(http.load);
  metrics.database.watch(() => database.load);
  metrics.looks.watch({
    readiness: async () => (await readiness()).map(({ name }) => name),
    lockWaits: () => database.lockWaits(),
    storage: () => readStorage(database.catalog),
  });
}
