import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from '../folder/data-folder';
import { EmbeddedPostgresError, systemCode } from '../system/embedded-postgres-error';
import { disownPidFile, readPidFile } from './pid-file';
import { isRunning, whoseProcess } from './process-life';

/** Each stronger than the one before: close all connections and write everything; stop at once; be killed. */
const SIGNALS = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** A server as far as its end is concerned. */
export interface Stoppable {
  readonly pid: number;
  signal(signal: NodeJS.Signals): void;
  isGone(): boolean;
}

/** Shuts a server down and waits until it is gone, in bounded time. */
export async function stopPostmaster(postmaster: Stoppable): Promise<void> {
  for (const [signal, patience] of SIGNALS) {
    if (!postmaster.isGone()) postmaster.signal(signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (postmaster.isGone()) return;
      await sleep(10);
    }
  }
  throw new EmbeddedPostgresError(`PostgreSQL (process ${postmaster.pid}) does not end, even when killed.`);
}

/** Stops the server that a killed process of ours has left on the database; leaves any other process alone. */
export async function stopOrphan(folder: DataFolder): Promise<void> {
  const file = await readPidFile(folder.database);
  if (file === null) return;
  if (file.pid !== null && isRunning(file.pid)) {
    const whose = whoseProcess(file.pid, folder.database);
    // Of a process that cannot be looked at PostgreSQL is the better judge: it refuses to start, or takes the folder.
    if (whose === 'unknown') return;
    if (whose === 'ours') await stopPostmaster(runningProcess(file.pid));
  }
  if ((await readPidFile(folder.database)) !== null) await disownPidFile(folder);
}

function runningProcess(pid: number): Stoppable {
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (systemCode(error) !== 'ESRCH') throw error;
    }
  };
  return { pid, signal, isGone: () => !isRunning(pid) };
}
