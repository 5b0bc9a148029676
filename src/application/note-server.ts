import type { Logger } from 'pino';
import { removeServerFile, writeServerFile } from '../server/server-file';

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
