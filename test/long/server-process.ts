import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../src/config/package-root';
import { readServerFile } from '../../src/server/server-file';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that was started here, with all that it has said so far. */
export interface Running {
  readonly pid: number;
  readonly exit: Promise<Exit>;
  stdout(): string;
  stderr(): string;
  hasEnded(): boolean;
  /** To the process alone; unlike process.kill it never hits a later process of the same id. */
  signal(signal: NodeJS.Signals): void;
  /** To its whole group, as Ctrl-C in a terminal does. */
  signalGroup(signal: NodeJS.Signals): void;
}

/** Runs a program in a group of its own, with no more of our environment than a login shell has. */
export function run(
  command: readonly [string, ...string[]],
  { cwd, env = {} }: { cwd: string; env?: Readonly<Record<string, string>> },
): Running {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const exit = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', async (code, signal) => {
      // What it left running may hold its output open for ever: the last words get a moment, no more.
      await Promise.race([once(child, 'close'), sleep(500)]);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code, signal });
    });
  });
  return {
    pid: child.pid ?? 0,
    exit,
    stdout,
    stderr,
    hasEnded: () => ended(child),
    signal: (signal) => child.kill(signal),
    // Also when the first of them has ended: the others may be there still.
    signalGroup: (signal) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    },
  };
}

/** PATH begins with the Node that runs the tests, so that npm runs the same. */
function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '/' } = process.env;
  return { PATH: `${dirname(process.execPath)}:${PATH}`, HOME, npm_config_update_notifier: 'false' };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Waits until the condition gives something; throws with `what` when it takes too long. */
export async function eventually<T>(
  what: string,
  milliseconds: number,
  condition: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (performance.now() > deadline) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await sleep(20);
  }
}

/** The server in a process of its own. */
export interface Server extends Running {
  readonly url: string;
}

/** Where the server's database is; the logins of a test database. */
export interface DatabaseUrls {
  readonly portalUrl: string;
  readonly syncUrl: string;
  readonly ownerUrl: string;
}

/** Starts the built server on a database, of another checkout if one is named, and waits until it says where it is. */
export async function startServer(
  dataDir: string,
  urls: DatabaseUrls,
  { env = {}, root = packageRoot() }: { env?: Readonly<Record<string, string>>; root?: string } = {},
): Promise<Server> {
  const running = run([process.execPath, join(root, 'dist', 'src', 'main.js')], {
    cwd: dataDir,
    env: {
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO_DATA: 'none',
      LOG_LEVEL: 'error',
      DATABASE_URL: urls.portalUrl,
      SYNC_DATABASE_URL: urls.syncUrl,
      MIGRATION_DATABASE_URL: urls.ownerUrl,
      ...env,
    },
  });
  try {
    const url = await eventually('the server says where it is', 60_000, async () => {
      if (running.hasEnded()) throw new Error(`The server ended at once: ${running.stderr()}`);
      const file = await readServerFile(dataDir);
      return file?.pid === running.pid && file.url;
    });
    return { ...running, url };
  } catch (error) {
    // Nobody else knows of it: the next test would find its connections.
    running.signal('SIGKILL');
    await running.exit;
    throw error;
  }
}
