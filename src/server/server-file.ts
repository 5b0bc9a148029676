import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
