import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { noteServer } from '../server/server-file';
import type { Application } from './application';
import { preparedLogins } from './logins';
import { countAlone, openMetricsPort } from './metrics';
import { loadSubgraph, startServing } from './serving';
import { sharesOf } from './shares';
import { asStartError } from './start-error';

/** Starts everything in its order, in this process; what was started is stopped again when a later step fails. */
export async function startApplication(config: Config, logger: Logger): Promise<Application> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of started.splice(0).reverse()) await step();
  };
  try {
    const subgraph = loadSubgraph();
    const counting = await countAlone(config);
    if (counting !== null) await openMetricsPort(config, counting.scrape, logger, started);
    const { logins, notes, lost } = await preparedLogins(config.database, logger, started);
    const plan = { config, shares: sharesOf(config), subgraph, logins, counting };
    const { url, issuer } = await startServing(plan, logger, started);
    await noteServer(config.dataDir, url, logger, started);
    const logAt = (level: string) => {
      logger.level = level;
    };
    return { url, issuer, notes, lost, logAt, stop };
  } catch (error) {
    await stop();
    throw asStartError(error);
  }
}
