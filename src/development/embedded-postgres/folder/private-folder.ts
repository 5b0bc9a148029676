import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError, messageOf, systemCode } from '../system/embedded-postgres-error';
import type { Account } from '../system/operating-system-account';
import { closedFolderOnTheWay, fromRootTo } from './reachable';

const STICKY = 0o1000;
const WRITABLE_BY_OTHERS = 0o022;

/** Where root keeps what the dropped account cannot reach in the project, best first. */
export const PRIVATE_PARENTS: readonly string[] = [
  '/var/lib/reseller-accounts',
  join(tmpdir(), 'reseller-accounts-of-root'),
];

/** The private folder that already holds the database of this data folder, or null. */
export async function findPrivateFolder(dataDir: string, parents = PRIVATE_PARENTS): Promise<string | null> {
  for (const parent of parents) {
    const folder = join(parent, nameFor(dataDir));
    if (existsSync(join(folder, 'postgres')) && (await whyUnsafe(folder)) === null) return folder;
  }
  return null;
}

/** Makes the folder, one for each data folder, that belongs to root and that the account can reach. */
export async function makePrivateFolder(dataDir: string, account: Account, parents = PRIVATE_PARENTS): Promise<string> {
  const refusals: string[] = [];
  for (const wanted of parents) {
    try {
      // The system's own part of the way may hold links (/tmp on macOS); ours must not.
      const parent = join(await realpath(dirname(wanted)), basename(wanted));
      const folder = join(parent, nameFor(dataDir));
      // Nothing is made in the parent before it is known to be root's.
      const refusal = (await whyUnfit(parent, account)) ?? (await whyUnfit(folder, account));
      if (refusal === null) return folder;
      refusals.push(refusal);
    } catch (error) {
      refusals.push(messageOf(error));
    }
  }
  throw new EmbeddedPostgresError(
    `No folder was found for a database that ${account.name} can reach (${refusals.join('; ')}). ` +
      `Name one with DATA_DIR, or set DATABASE_URL.`,
  );
}

function nameFor(dataDir: string): string {
  return createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
}

async function whyUnfit(folder: string, account: Account): Promise<string | null> {
  await makeEnterable(folder);
  return (await whyUnsafe(folder)) ?? (await whyClosed(folder, account));
}

async function makeEnterable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o711 });
    await chmod(folder, 0o711);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/**
 * Anybody may make a folder of a known name in /tmp before we do. Only root may own the way to our binaries, and
 * others may write on it only where the sticky bit keeps them from renaming what is root's.
 */
async function whyUnsafe(folder: string): Promise<string | null> {
  for (const step of fromRootTo(folder)) {
    const { mode, uid } = await lstat(step);
    if ((mode & 0o170000) !== 0o040000) return `${step} is not a folder`;
    if (uid !== 0) return `${step} belongs to user ${uid}, not to root: remove it`;
    if ((mode & WRITABLE_BY_OTHERS) !== 0 && (step === folder || (mode & STICKY) === 0)) {
      return `${step} can be changed by other users`;
    }
  }
  return null;
}

async function whyClosed(folder: string, account: Account): Promise<string | null> {
  const closed = await closedFolderOnTheWay(folder, account);
  return closed === null ? null : `${closed} is closed to ${account.name}`;
}
