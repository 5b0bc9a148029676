import { existsSync, rmSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, systemCode } from '../system/embedded-postgres-error';
import { type ClaimSocket, claimOfSocket, isHeld, openClaimSocket } from './claim-socket';
import { isFromElsewhere, isRunning, startStamp } from './process-life';
import { isTouched, keepTouched } from './touched-file';

const PREFIX = 'in-use-by-';
const TRIES = 2;

/** This process's claim on the folder that a database lies in. */
export interface OwnerLock {
  /** To be inherited by the database, which keeps the claim when this process is killed; null where there is none. */
  readonly fd: number | null;
  /** Also happens when the process exits, and is synchronous since that leaves time for nothing else. */
  release(): void;
}

/**
 * Claims the folder, or throws and names who has it (test/long/embedded-postgres/one-owner.test.ts).
 *
 * Each process has a lock file of its own name (`in-use-by-PID-START`): first it makes its own, then it looks for
 * others. Of two that start together at least one sees the other, and the file of a dead process can be removed
 * without the danger of removing the claim of one that has just come.
 *
 * Whether a process lives is asked by its id, which says nothing in another container or machine that shares the folder.
 * So the living hold a socket beside their claims, which the system answers for on one machine even while they are paused
 * (test/long/embedded-postgres/namespaces.test.ts), and touch their claims all the time: one from elsewhere counts for as
 * long as either goes on.
 */
export async function claimHome(home: string): Promise<OwnerLock> {
  for (let attempt = 1; ; attempt += 1) {
    const own = join(home, `${PREFIX}${process.pid}-${startStamp(process.pid)}`);
    await makeFile(own, home);
    const lock = lockOn(own, await openClaimSocket(own));
    const other = await otherOwner(home, own);
    if (other === null) return lock;
    lock.release();
    if (attempt === TRIES) throw inUse(home, other);
    // Both of two that start in the same moment step back; this lets one of them through.
    await sleep(20 + Math.random() * 80);
  }
}

function lockOn(own: string, socket: ClaimSocket | null): OwnerLock {
  const stopTouching = keepTouched(own);
  let isReleased = false;
  const release = () => {
    if (isReleased) return;
    isReleased = true;
    stopTouching();
    process.removeListener('exit', release);
    socket?.close();
    rmSync(own, { force: true });
  };
  process.once('exit', release);
  return { fd: socket?.fd ?? null, release };
}

async function makeFile(own: string, home: string): Promise<void> {
  try {
    await writeFile(own, '', { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw inUse(home, `Process ${process.pid}`);
    throw error;
  }
}

/** Another process that has claimed the folder and lives; clears away the claims of dead ones. */
async function otherOwner(home: string, own: string): Promise<string | null> {
  for (const name of await readdir(home)) {
    const claim = /^in-use-by-(\d+)-(.*)$/.exec(name);
    const path = join(home, name);
    if (claim === null || path === own) continue;
    if (claimOfSocket(path) !== null) {
      await removeSocketOfNobody(path);
      continue;
    }
    const [pid, stamp] = [Number(claim[1]), claim[2] ?? ''];
    if (isFromElsewhere(stamp)) {
      if ((await isHeld(path)) || (await isTouched(path, own))) return `Process ${pid} of another container or machine`;
    } else if (isSameProcess(pid, stamp)) return `Process ${pid}`;
    // In a folder of another user the file may have to stay; it says nothing any more.
    await rm(path, { force: true }).catch(() => undefined);
  }
  return null;
}

/** A socket whose claim is gone is of a dead process; with its claim it is looked at there. */
async function removeSocketOfNobody(path: string): Promise<void> {
  const claim = claimOfSocket(path);
  if (claim !== null && !existsSync(claim)) await rm(path, { force: true }).catch(() => undefined);
}

function isSameProcess(pid: number, stamp: string): boolean {
  if (!isRunning(pid)) return false;
  const now = startStamp(pid);
  // A process whose start cannot be seen may be the one: rather refuse to start than take its database away.
  return now === stamp || now === '' || stamp === '';
}

function inUse(home: string, owner: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `${owner} already uses the database in ${home}. Stop it, or choose another folder with DATA_DIR.`,
  );
}
