import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { systemCode } from '../system/embedded-postgres-error';

const LINUX = process.platform === 'linux';

/** Beyond what any system gives to a process, and the last that a signal can name. */
const LAST = 2_147_483_647;

/** Whether a process of this id runs. One that has ended and that nobody has waited for does not run. */
export function isRunning(pid: number): boolean {
  // To the system 0 and what is below mean groups, our own first of all; what is no id at all it calls our mistake.
  if (!Number.isInteger(pid) || pid <= 0 || pid > LAST) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Any other code means that there is one, of another user.
    return systemCode(error) !== 'ESRCH';
  }
  return !['Z', 'X'].includes(statFields(pid)?.[0] ?? '');
}

/** When the process started, so that a later one of the same id can be told from it; empty where nobody says. */
export function startStamp(pid: number): string {
  if (!LINUX) return outputOf('ps', '-o', 'lstart=', '-p', String(pid)).replace(/\W+/g, '');
  // The 22nd field of the line, in ticks since the system's start; the process's id and name come before these.
  const ticks = statFields(pid)?.[19];
  return ticks === undefined ? '' : `${bootStamp()}.${ticks}.${namespaceStamp()}`;
}

/** Whether a stamp was made where ids mean other processes than here: in another container, or before another boot. */
export function isFromElsewhere(stamp: string): boolean {
  const [boot, , namespace] = stamp.split('.');
  if (!LINUX || namespace === undefined) return false;
  return boot !== bootStamp() || namespace !== namespaceStamp();
}

function bootStamp(): string {
  return contentOf('/proc/sys/kernel/random/boot_id').slice(0, 8);
}

/** Containers number their processes each for itself. */
function namespaceStamp(): string {
  return (targetOf('/proc/self/ns/pid') ?? '').replace(/\D/g, '');
}

/** Whether a running process is the PostgreSQL server of this database folder or a stranger that got the same id. */
export function whoseProcess(pid: number, database: string): 'ours' | 'foreign' | 'unknown' {
  if (LINUX) {
    const program = contentOf(`/proc/${pid}/cmdline`).split('\0')[0] ?? '';
    if (program === '') return 'unknown';
    if (basename(program) !== 'postgres') return 'foreign';
    const folder = targetOf(`/proc/${pid}/cwd`);
    if (folder === null) return 'unknown';
    return folder === database ? 'ours' : 'foreign';
  }
  const command = outputOf('ps', '-o', 'command=', '-p', String(pid));
  if (command === '') return 'unknown';
  // Our own servers have their folder on the command line.
  return command.includes('postgres') && command.includes(database) ? 'ours' : 'foreign';
}

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  const line = LINUX ? contentOf(`/proc/${pid}/stat`) : '';
  return line === '' ? undefined : line.slice(line.lastIndexOf(')') + 2).split(' ');
}

function targetOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function outputOf(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
