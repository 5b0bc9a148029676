import { createServer } from 'node:net';
import type { Logger } from 'pino';
import type { Config, LogLevel } from '../../config/config';
import { noteServer } from '../../server/server-file';
import type { Application } from '../application';
import { openIssuer } from '../identity';
import { preparedLogins } from '../logins';
import { openMetricsPort, scrapesOfWorkers } from '../metrics';
import { sharesOf } from '../shares';
import { asListenError, asStartError } from '../start-error';
import { Workers } from './workers';

/** How much longer a process may take to end, its connections to the database closed, before it counts for one that hangs. */
const WITHOUT_WORD_MS = 5_000;

/**
 * Starts several processes that serve on one port. This one has what there is once: the embedded database and the
 * migrations, the local issuer's keys, the server's file, and the signals.
 */
export async function startWorkers(config: Config, logger: Logger): Promise<Application> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of started.splice(0).reverse()) await step();
  };
  try {
    const { database, ...serving } = config;
    let workers: Workers | null = null;
    await openMetricsPort(config, async () => (await workers?.scrape()) ?? null, logger, started);
    const { logins, notes, lost } = await preparedLogins(database, logger, started);
    const issuer = config.issuers === null ? await openIssuer(config.dataDir) : null;
    const port = config.port === 0 ? await freePort(config) : config.port;
    let tellLost: (reason: Error) => void = () => undefined;
    const workersLost = new Promise<Error>((resolve) => {
      tellLost = resolve;
    });
    const planOf = (worker: number) => ({ config: { ...serving, port }, shares: sharesOf(config, worker), logins });
    const Scrapes = await scrapesOfWorkers(config);
    const running = new Workers(config.workers, planOf, config.logLevel, logger, tellLost, Scrapes);
    workers = running;
    started.push(() => running.stop(config.stopWaitMs + config.drainTimeoutMs + WITHOUT_WORD_MS));
    const url = await running.start();
    await noteServer(config.dataDir, url, logger, started);
    const logAt = (level: LogLevel) => {
      logger.level = level;
      running.logAt(level);
    };
    const isLost = lost === null ? workersLost : Promise.race([lost, workersLost]);
    return { url, issuer, notes, lost: isLost, logAt, stop };
  } catch (error) {
    await stop();
    throw asStartError(error);
  }
}

/** A port that stays the same when every worker is replaced; another process could take it only in this moment. */
function freePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(asListenError(error, { host, port })));
    server.listen({ host, port: 0, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
