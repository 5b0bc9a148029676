import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../folder/data-folder';
import { temporaryPath } from '../folder/temporary-paths';

/** Beyond what any system gives to a process. */
const NO_PROCESS = 2_147_483_646;

/** What postmaster.pid says, PostgreSQL's note of the server that runs on its folder. */
export interface PidFile {
  /** Null in a file that was cut short, as by a power failure, or that says something else. */
  readonly pid: number | null;
  readonly isReady: boolean;
}

/** Reads postmaster.pid; null when there is none. */
export async function readPidFile(database: string): Promise<PidFile | null> {
  const text = await readFile(pidFilePath(database), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  // A server in single-user mode writes its id with a minus.
  const pid = Number(/^-?(\d{1,10})$/.exec(lines[0]?.trim() ?? '')?.[1] ?? 0);
  // The eighth line is the state: starting, stopping, ready.
  return { pid: pid > 0 ? pid : null, isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Has a stale file name no process. PostgreSQL takes any process that it names for its predecessor and gives up, even
 * a dead one that nobody has waited for, as happens in containers.
 * The file stays: its other lines let PostgreSQL see whether processes of a dead server still use its memory.
 */
export async function disownPidFile({ database, account }: DataFolder): Promise<void> {
  const lines = (await readFile(pidFilePath(database), 'utf8')).split('\n');
  const replacement = temporaryPath(database);
  const file = await open(replacement, 'wx', 0o600);
  try {
    await file.writeFile([String(NO_PROCESS), ...lines.slice(1)].join('\n'));
    if (account !== null) await file.chown(account.uid, account.gid);
  } finally {
    await file.close();
  }
  await rename(replacement, pidFilePath(database));
}

function pidFilePath(database: string): string {
  return join(database, 'postmaster.pid');
}
