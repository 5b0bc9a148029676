import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { listEntriesOfPart } from '../accounts/audit-repository';
import { bigint } from '../engine/column';
import type { Keeper } from '../engine/database';
import { value } from '../engine/select';
import { sql } from '../engine/sql';
import { type AuditPart, named } from './audit-parts';

/** Some megabytes at most: an entry holds a row twice at worst. */
const PAGE = 1_000;

/** What was written down of a part, wholly and for good. */
export interface Archived {
  readonly path: string;
  readonly entries: number;
}

/** How many entries a part has. */
export async function countEntries(keeper: Keeper, part: AuditPart): Promise<number> {
  const [row] = await keeper.query(
    sql`SELECT ${value('entries', bigint(), sql`count(*)`)} FROM public.${named(part.name)}`,
  );
  return Number(row?.entries ?? 0n);
}

/**
 * Writes all entries of a part to a file of the folder, gzipped, one a line as `audit:export` prints them, the oldest first. It
 * has its name when it is whole and on the disk, and not before. A file that is there is never overwritten: one with the
 * same content is the file, beside any other it gets another name.
 */
export async function archivePart(
  keeper: Keeper,
  part: AuditPart,
  folder: string,
  onEntries: (written: number) => void,
): Promise<Archived> {
  // What it holds is about people.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${part.name}.ndjson.gz.unfinished`);
  let entries = 0;
  try {
    await writePacked(
      unfinished,
      linesOf(keeper, part, (written) => {
        entries = written;
        onEntries(written);
      }),
    );
  } catch (error) {
    // A disk that is full stays full with it.
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
  const path = await placeFor(unfinished, join(folder, part.name));
  await rename(unfinished, path);
  await syncFolder(folder);
  return { path, entries };
}

/** To a file of the owner's alone, and to the disk. */
async function writePacked(path: string, lines: AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'w', 0o600);
  let failure: unknown;
  try {
    await pipeline(Readable.from(lines), createGzip(), async (packed: AsyncIterable<Buffer>) => {
      try {
        for await (const chunk of packed) await file.writeFile(chunk);
      } catch (error) {
        failure = error;
        throw error;
      }
    });
    await file.sync();
  } catch (error) {
    // Of a file that takes no more the pipeline says that what it had open was aborted.
    throw failure ?? error;
  } finally {
    await file.close();
  }
}

async function* linesOf(keeper: Keeper, part: AuditPart, onEntries: (written: number) => void): AsyncGenerator<string> {
  let written = 0;
  for (let after: { exactly: string; id: string } | null = null; ; ) {
    const page: Told[] = await listEntriesOfPart(keeper, part, { limit: PAGE, after });
    if (page.length > 0) yield page.map(lineOf).join('');
    written += page.length;
    onEntries(written);
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return;
    after = { exactly: last.exactly, id: last.id };
  }
}

type Told = Awaited<ReturnType<typeof listEntriesOfPart>>[number];

/** As `audit:export` prints it, with the instant to the microsecond and the transaction. */
function lineOf({ exactly, accountId, at, transactionId, ...entry }: Told) {
  const account = accountId === null ? null : { id: accountId };
  const instant = `${exactly.slice(0, 19).replace(' ', 'T')}${exactly.slice(19, -3)}Z`;
  return `${JSON.stringify({ ...entry, at: instant, account, transactionId: transactionId?.toString() ?? null })}\n`;
}

/** A name that is free, or that of a file with this very content. */
async function placeFor(unfinished: string, base: string): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const path = `${base}${nth === 1 ? '' : `-${nth}`}.ndjson.gz`;
    if (!(await isThere(path)) || (await digestOf(path)) === (await digestOf(unfinished))) return path;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** A name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
