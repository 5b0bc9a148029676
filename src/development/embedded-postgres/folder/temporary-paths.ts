import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'postgres.new-';

/** A name in this folder for something that gets its lasting name, or goes, before the start is done. */
export function temporaryPath(folder: string): string {
  return join(folder, `${PREFIX}${randomBytes(4).toString('hex')}`);
}

/** Removes what killed starts have left. An initdb that outlived its start may still write: the rest goes next time. */
export async function clearLeftovers(folder: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter((name) => name.startsWith(PREFIX));
  for (const name of leftovers) {
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
