import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';

const SERVER_FILE = z.object({ url: z.url({ protocol: /^https?$/ }), pid: z.int().positive() });

/** Where the running server of a data folder is found. */
export type ServerFile = z.output<typeof SERVER_FILE>;

/** Written once the server listens; replaces what a killed server left behind. */
export async function writeServerFile(dataDir: string, server: ServerFile): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${pathIn(dataDir)}.${randomUUID()}.tmp`;
  await writeFile(draft, `${JSON.stringify(server)}\n`, { mode: 0o600 });
  await rename(draft, pathIn(dataDir));
}

/** What a disk says that takes nothing, or nothing of ours; ENOENT is what Node makes of it where a folder is to be made. */
const READ_ONLY: readonly unknown[] = ['EROFS', 'EACCES', 'EPERM', 'ENOENT'];

/**
 * Notes in the data folder where the server is to be found, for the commands that look for it, and takes the note away in the
 * end. A server that needs no folder besides serves from a read-only disk too (test/long/image/image.test.ts).
 */
export async function noteServer(
  dataDir: string,
  url: string,
  logger: Logger,
  started: (() => Promise<void>)[],
): Promise<void> {
  try {
    await writeServerFile(dataDir, { url, pid: process.pid });
    started.push(() => removeServerFile(dataDir, process.pid));
  } catch (error) {
    if (!READ_ONLY.includes((error as NodeJS.ErrnoException).code)) throw error;
    logger.info({ dataDir }, 'nothing can be written there: commands find the server by PORT and HOST, or by --url');
  }
}

/** Null when no server wrote one, or not a whole one. The server may be gone all the same. */
export async function readServerFile(dataDir: string): Promise<ServerFile | null> {
  try {
    return SERVER_FILE.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Removes the file of this process; that of another server, which started meanwhile, stays. */
export async function removeServerFile(dataDir: string, pid: number): Promise<void> {
  const server = await readServerFile(dataDir);
  if (server?.pid === pid) await rm(pathIn(dataDir), { force: true });
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'server.json');
}
