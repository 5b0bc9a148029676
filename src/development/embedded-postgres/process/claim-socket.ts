import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { basename, dirname } from 'node:path';
import { systemCode } from '../system/embedded-postgres-error';

const LINUX = process.platform === 'linux';
const SUFFIX = '.socket';

/** A socket beside a claim, which the system keeps open for as long as anybody who holds it lives. */
export interface ClaimSocket {
  /** To be inherited by what must keep the claim too; null where the system says nothing of it. */
  readonly fd: number | null;
  /** Synchronous: the end of a process leaves time for nothing else. */
  close(): void;
}

/**
 * Listens beside the claim. A container cannot see another's processes, and one that is paused touches nothing; but
 * whoever shares the folder on one machine can connect, and the system answers even for who is paused. Null where the
 * folder's disk takes no sockets, or the system has no containers: then the claim is touched, and that is all.
 */
export async function openClaimSocket(claim: string): Promise<ClaimSocket | null> {
  if (!LINUX) return null;
  const folder = openSync(dirname(claim), 'r');
  const server = createServer((connection) => connection.destroy());
  try {
    // By the folder's descriptor: a socket's path may have a hundred letters, and folders lie deep.
    await listening(server, `/proc/self/fd/${folder}/${basename(claim)}${SUFFIX}`);
    // Whoever shares the folder may be another user there.
    chmodSync(`${claim}${SUFFIX}`, 0o666);
  } catch {
    server.close();
    closeSync(folder);
    return null;
  }
  server.unref();
  return {
    fd: descriptorOf(server),
    close: () => {
      server.close();
      rmSync(`${claim}${SUFFIX}`, { force: true });
      closeSync(folder);
    },
  };
}

/** Whether a living process, wherever on this machine, holds the socket beside the claim. */
export async function isHeld(claim: string): Promise<boolean> {
  if (!LINUX) return false;
  const folder = openSync(dirname(claim), 'r');
  try {
    return await answers(`/proc/self/fd/${folder}/${basename(claim)}${SUFFIX}`);
  } finally {
    closeSync(folder);
  }
}

/** The claim that a file beside it belongs to; null for one that is none of these. */
export function claimOfSocket(name: string): string | null {
  return name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : null;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => resolve());
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // Full of others who asked the same of one that is paused: somebody holds it.
    socket.once('error', (error) => resolve(systemCode(error) === 'EAGAIN'));
  });
}

function descriptorOf(server: Server): number | null {
  const handle: unknown = Reflect.get(server, '_handle');
  const fd: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : null;
  return typeof fd === 'number' && fd >= 0 ? fd : null;
}
