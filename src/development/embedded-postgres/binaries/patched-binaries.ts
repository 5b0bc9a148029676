/*
 * Changes PostgreSQL's own programs: three bytes each, in temporary copies of initdb and postgres, never in what is
 * installed, never in what serves.
 *
 * Why: for a user id without an entry in /etc/passwd, common in containers (`docker run --user 1234`), both programs ask
 * for the user's name before anything else and give up when there is none, though nothing that we need has it in it. They
 * offer no option or variable to name it. Other ways out need what such a container has not: the right to change
 * /etc/passwd or to become another user, user namespaces, a compiler or another package for a library to preload.
 *
 * What: in the table of symbols `getpwuid` becomes `getpwent`, which ignores the id and answers the first entry there is.
 * Both take and give the same for this purpose. Linux only, and only after the programs as they are have given up. The
 * server itself never asks, and runs unchanged.
 */
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryPath } from '../folder/temporary-paths';

const SYMBOL = Buffer.from('\0getpwuid\0');
const INSTEAD = Buffer.from('\0getpwent\0');

/** Hands the folder of programs that work without a user's name to `use`; afterwards it is gone. */
export async function withPatchedBinaries<T>(bin: string, home: string, use: (bin: string) => Promise<T>): Promise<T> {
  const copy = temporaryPath(home);
  try {
    await copyPatched(bin, copy);
    return await use(join(copy, 'bin'));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** The programs find their libraries and files from their own place, so these get links beside the copies. */
async function copyPatched(bin: string, copy: string): Promise<void> {
  await mkdir(join(copy, 'bin'), { recursive: true });
  for (const folder of [copy, join(copy, 'bin')]) await chmod(folder, 0o755);
  for (const folder of ['lib', 'share']) await symlink(join(dirname(bin), folder), join(copy, folder));
  for (const name of ['initdb', 'postgres']) {
    await writeFile(join(copy, 'bin', name), patched(await readFile(join(bin, name))));
    await chmod(join(copy, 'bin', name), 0o755);
  }
}

/** As it is where the symbol is not found, or more than once: then it is another program than we know. */
export function patched(program: Buffer): Buffer {
  const at = program.indexOf(SYMBOL);
  if (at < 0 || program.indexOf(SYMBOL, at + 1) >= 0) return program;
  return Buffer.concat([program.subarray(0, at), INSTEAD, program.subarray(at + SYMBOL.length)]);
}
