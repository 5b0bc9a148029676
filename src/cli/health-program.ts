import { Command } from 'commander';
import { loadConfig } from '../config/config';
import { askHealth } from '../server/ask-health';
import { reachable } from '../server/listen';
import { readServerFile } from '../server/server-file';
import { runCommand, type Surroundings } from './run-command';

interface HealthOptions {
  readonly url?: string;
  readonly live?: true;
}

/** Whether the server of this environment may be sent requests, for whoever has no curl: a container's HEALTHCHECK. */
export function runHealthProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('health')
    .usage('[options]')
    .description('Asks the running server whether it is ready, and ends with 0 if it is and with 1 if not.')
    .option('--url <url>', 'the server (default: the one of DATA_DIR, else that of HOST and PORT)')
    .option('--live', 'whether its process lives, ready or not')
    .showHelpAfterError()
    .action((options: HealthOptions) => look(options, around));
  return runCommand(program, argv, around);
}

async function look({ url, live }: HealthOptions, { env, stdout }: Surroundings): Promise<void> {
  const address = url ?? (await runningServer(env));
  const { status, said } = await askHealth(address, live === true ? '/livez' : '/readyz');
  if (status !== 200) throw new Error(`The server at ${address} is not ready: ${said}`);
  stdout(`The server at ${address} is ${live === true ? 'alive' : 'ready'}\n`);
}

/** As it has noted itself, or where it is to listen: on a read-only disk nothing is noted. */
async function runningServer(env: NodeJS.ProcessEnv): Promise<string> {
  const { dataDir, host, port } = loadConfig(env);
  const noted = await readServerFile(dataDir);
  if (noted) return noted.url;
  if (port === 0) throw new Error('No server runs on this data folder, and PORT=0 says nothing: name it with --url.');
  return `http://${reachable(host)}:${port}/`;
}
