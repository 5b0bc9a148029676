import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from '../system/operating-system-account';

const READ = 0o4;
const ENTER = 0o1;

/** The first folder from the root down to this one that the account may not enter; null when it reaches the folder. */
export async function closedFolderOnTheWay(folder: string, account: Account): Promise<string | null> {
  for (const step of fromRootTo(await realpath(folder))) {
    if (!grants(await stat(step), account, ENTER)) return step;
  }
  return null;
}

/** Whether the account may read and run (or, of a folder, list and enter) what lies here, the way to it left aside. */
export async function mayReadAndRun(path: string, account: Account): Promise<boolean> {
  return grants(await stat(path), account, READ | ENTER);
}

/** `/`, `/var`, `/var/lib` for `/var/lib`. */
export function fromRootTo(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...fromRootTo(parent), folder];
}

/** The mode bits decide as the kernel does: the owner's count for the owner even when the others' would give more. */
function grants(stats: Stats, account: Account, wanted: number): boolean {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> shift) & wanted) === wanted;
}
