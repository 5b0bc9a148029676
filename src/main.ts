import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Application } from './application/application';
import { failureText } from './application/failure';
import { keepHeapSmall } from './application/heap';
import { LogLevelSwitch } from './application/log-level';
import { type Config, loadConfig, withEnvFile } from './config/config';
import { packageRoot } from './config/package-root';
import { createLogger } from './server/logger';

/** The program: starts everything, loads the example once, says what to try first and stops on a signal. */
async function main(): Promise<void> {
  const started = performance.now();
  const config = loadConfig(withEnvFile(process.env));
  const logger = createLogger(config.logLevel);
  const level = new LogLevelSwitch(config.logLevel, logger);
  // SIGUSR1 is Node's own, for its inspector. Windows has neither.
  process.on('SIGUSR2', () => level.toggle());
  const isEmbedded = config.database.kind === 'embedded';
  // The first time it takes seconds until there is anything else to tell.
  if (isEmbedded) say(`Starting a PostgreSQL of its own in ${config.dataDir} …`);
  const starting = start(config, logger);
  const signals = stopOnSignals(starting);
  const application = await starting.catch((error: unknown) => {
    // What the stop interrupted is no failure: the stop ends the process.
    if (signals.received()) return null;
    throw error;
  });
  if (application === null) return;
  for (const note of application.notes) say(note);
  void application.lost?.then((reason) => endWithout(application, reason));
  try {
    // Two thousand lines about the example's requests would hide everything else.
    if (level.current === 'info') application.logAt('warn');
    if (config.demoData === 'northwind') await loadNorthwindOnce(application, config.dataDir);
    level.applyBy(application.logAt);
  } catch (error) {
    if (signals.received()) return;
    await application.stop();
    throw error;
  }
  if (signals.received()) return;
  sayWelcome(application, isEmbedded, Math.round(performance.now() - started));
}

/** Only what is needed is loaded: the first of several processes serves nobody. */
async function start(config: Config, logger: Logger): Promise<Application> {
  if (config.workers === 1) {
    const { startApplication } = await import('./application/start-application.js');
    return startApplication(config, logger);
  }
  const { startWorkers } = await import('./application/workers/start-workers.js');
  return startWorkers(config, logger);
}

async function loadNorthwindOnce({ url, issuer }: Application, dataDir: string): Promise<void> {
  // The configuration asks for no example then.
  if (issuer === null) return;
  const { loadExample } = await import('./development/demo/load-example.js');
  const tokens = {
    administrator: () => issuer.tokenForPerson({ userId: 'northwind-example', groups: [], administrator: true }),
    resellerSync: (tenantResellerId: string) => issuer.tokenForSync({ tenantResellerId }),
  };
  await loadExample(url, tokens, join(packageRoot(), 'examples', 'northwind'), dataDir, process.stdout);
}

function sayWelcome({ url, issuer }: Application, isEmbedded: boolean, milliseconds: number): void {
  say(`
reseller-accounts is ready after ${milliseconds} ms: ${url}
${issuer === null ? 'Callers need tokens of the issuers that are configured.' : TRY_FIRST}
Ctrl-C stops the server${isEmbedded ? ' and its Postgres' : ''}.
`);
}

const TRY_FIRST = `
Try first: open it in a browser, paste a token into the tab "Headers" and run what is ready in the tabs.
A token, in another terminal:
  npm run -s token -- administrator
  npm run -s token -- distributor --user anna --group billing
  npm run -s token -- sync --reseller "Northwind Europe"`;

/** The first signal drains, also amid the start; a later one of a person who does not want to wait ends the process. */
function stopOnSignals(starting: Promise<Application>): { received(): boolean } {
  let since: number | null = null;
  const stop = () => {
    // npm hands Ctrl-C on to us, whom the terminal has told already: at once it is the same signal again.
    if (since !== null) {
      if (performance.now() - since > 1000) process.exit(1);
      return;
    }
    since = performance.now();
    starting
      // A start that failed has stopped what it had started: workers hear Ctrl-C themselves, and end amid it.
      .then(
        (application) => application.stop(),
        () => undefined,
      )
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { received: () => since !== null };
}

/** Nothing can be served any more: the sooner somebody starts us again, the better. */
async function endWithout(application: Application, { message }: Error): Promise<void> {
  process.stderr.write(`${message}\n`);
  await application.stop().catch(() => undefined);
  process.exit(1);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${failureText(error)}\n`);
  process.exit(1);
}

keepHeapSmall();
main().catch(fail);
