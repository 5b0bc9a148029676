import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from '../folder/data-folder';
import { EmbeddedPostgresError } from '../system/embedded-postgres-error';
import { cannotRun, orExplain, spawnOptions } from '../system/run-tool';
import { answers, freePort, HOST } from './free-port';
import { type LogFile, logSince } from './log-file';
import { readPidFile } from './pid-file';
import { type Stoppable, stopPostmaster } from './stop-postmaster';

/** Long, since after a crash PostgreSQL first brings its files in order. */
const PATIENCE_MS = 120_000;
const ATTEMPTS = 40;

const DEFAULTS = { max_connections: '100', shared_buffers: '128MB' };

/** A running server that takes connections. */
export interface Postmaster extends Stoppable {
  readonly port: number;
  /** How it ended, once it has: by itself or because it was told to. */
  readonly ended: Promise<string>;
}

/** Starts the server on a free port and waits until it takes connections. */
export async function startPostmaster(
  folder: DataFolder,
  bin: string,
  settings: Readonly<Record<string, string>>,
  log: LogFile,
  claim: number | null,
): Promise<Postmaster> {
  const program = join(bin, 'postgres');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const { size } = await log.handle.stat();
    const args = ['-D', folder.database, ...settingArguments(settings, port)];
    const options: SpawnOptions = {
      ...spawnOptions(program, folder.account),
      // A session of its own: Ctrl-C in the terminal is for us, who end PostgreSQL after the last request.
      detached: true,
      // With the claim on the folder, which so lasts as long as the database does.
      stdio: ['ignore', log.handle.fd, log.handle.fd, ...(claim === null ? [] : [claim])],
    };
    const child = orExplain(program, folder.account, () => spawn(program, args, options));
    endWithUs(child);
    if (await becomesReady(child, program, port, folder)) return { ...stoppable(child), port, ended: endOf(child) };
    const said = await logSince(log, size);
    if (attempt === ATTEMPTS || !mayPass(said)) throw doesNotStart(folder, log, said);
    await sleep(250);
  }
}

function settingArguments(settings: Readonly<Record<string, string>>, port: number): string[] {
  // Last and so above all others: what our own address of the server depends on.
  const fixed = { listen_addresses: HOST, port: String(port), unix_socket_directories: '', logging_collector: 'off' };
  const all = { ...DEFAULTS, ...settings, ...fixed };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function becomesReady(
  child: ChildProcess,
  program: string,
  port: number,
  { database, account }: DataFolder,
): Promise<boolean> {
  let failure: Error | null = null;
  child.on('error', (error) => {
    failure = error;
  });
  const deadline = Date.now() + PATIENCE_MS;
  while (child.exitCode === null && child.signalCode === null) {
    if (failure !== null) throw cannotRun(program, account, failure);
    const file = await readPidFile(database);
    if (file?.isReady && file.pid === child.pid && (await answers(port))) return true;
    if (Date.now() > deadline) {
      await stopPostmaster(stoppable(child));
      return false;
    }
    await sleep(10);
  }
  return false;
}

/** We may end when we have nothing else to do, and PostgreSQL then ends on its own. */
function endWithUs(child: ChildProcess): void {
  const end = () => {
    child.kill('SIGINT');
  };
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
  child.unref();
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `with code ${code}` : `by ${signal}`));
  });
}

function stoppable(child: ChildProcess): Stoppable {
  return {
    pid: child.pid ?? 0,
    // Unlike process.kill this never hits a later process of the same id.
    signal: (signal) => child.kill(signal),
    isGone: () => child.exitCode !== null || child.signalCode !== null,
  };
}

/** Somebody took the port, or processes of a killed server have not yet noticed that it is gone. */
function mayPass(said: string): boolean {
  return /could not bind|could not create any TCP\/IP sockets|shared memory block .* still in use/.test(said);
}

function doesNotStart({ database }: DataFolder, log: LogFile, said: string): EmbeddedPostgresError {
  const otherVersion = /initialized by PostgreSQL version (\d+)/.exec(said)?.[1];
  const advice =
    otherVersion === undefined
      ? `The whole log is ${log.path}.`
      : `Its files are of PostgreSQL ${otherVersion}: name binaries of that version with POSTGRES_BIN, or another DATA_DIR.`;
  return new EmbeddedPostgresError(`PostgreSQL does not start on ${database}. ${advice} It says:\n${said}`);
}
