import { constants } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const BEGIN_ANEW_AT_BYTES = 10 * 1024 * 1024;
const SHOWN_LINES = 20;

/** The file that PostgreSQL writes its messages to. */
export interface LogFile {
  readonly path: string;
  readonly handle: FileHandle;
}

/** Opens `postgres.log` of the data folder, emptied when it has grown large. PostgreSQL inherits the open file. */
export async function openLog(dataDir: string): Promise<LogFile> {
  const path = join(dataDir, 'postgres.log');
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  // Root must not be led to write elsewhere by a link; Windows has no such flag.
  const handle = await open(path, O_APPEND | O_CREAT | O_WRONLY | (O_NOFOLLOW ?? 0), 0o600);
  if ((await handle.stat()).size > BEGIN_ANEW_AT_BYTES) await handle.truncate(0);
  return { path, handle };
}

/** What was written since the file had this size, at most its last lines. */
export async function logSince({ path }: LogFile, size: number): Promise<string> {
  const written = (await readFile(path)).subarray(size).toString().trim();
  return written.split('\n').slice(-SHOWN_LINES).join('\n');
}
