import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, fault, ok, warning } from './finding';
import type { Patient } from './patient';

const MEBI = 1024 * 1024;
/** PostgreSQL writes its log ahead in files of 16 MiB, some at a time. */
const FULL_MIB = 200;
const NEARLY_MIB = 1024;

/** Where the embedded database and the local issuer's keys lie; with neither, the server only notes its address there. */
export async function lookAtDataFolder({ config }: Patient): Promise<Finding[]> {
  const { dataDir, database, issuers } = config;
  const needed = database.kind === 'embedded' || issuers === null;
  const there = await nearest(dataDir);
  try {
    await access(there, constants.W_OK);
  } catch {
    if (!needed) return [ok(`${dataDir} cannot be written, and need not be`)];
    return [
      fault(`${there} cannot be written`, 'Give it to the user who starts the server, or choose another DATA_DIR.'),
    ];
  }
  if (database.kind !== 'embedded') return [ok(`${dataDir} can be written`)];
  const { bavail, bsize } = await statfs(there);
  return [roomFinding(dataDir, Math.floor((bavail * bsize) / MEBI))];
}

export function roomFinding(dataDir: string, mebibytes: number): Finding {
  const found = `${dataDir} has ${mebibytes} MiB left`;
  if (mebibytes >= NEARLY_MIB) return ok(found);
  const advice = 'Free some, or choose a DATA_DIR on another disk: a database without room takes no writes.';
  return mebibytes < FULL_MIB ? fault(found, advice) : warning(found, advice);
}

/** The folder itself, or what it would be made in. */
async function nearest(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  return isThere || dirname(folder) === folder ? folder : nearest(dirname(folder));
}
