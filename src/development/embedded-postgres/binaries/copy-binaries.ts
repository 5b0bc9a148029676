import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryPath } from '../folder/temporary-paths';
import { EmbeddedPostgresError, messageOf } from '../system/embedded-postgres-error';
import { makeMissingLinks } from './library-links';

const PREFIX = 'binaries-';

/** Copies the shipped binaries beside the database, once for each version, with modes that let anybody run them. */
export async function copyBinaries(native: string, home: string): Promise<string> {
  const copy = join(home, `${PREFIX}${await versionOf(native)}`);
  if (existsSync(copy)) return copy;
  const unfinished = temporaryPath(home);
  try {
    await copyFolder(native, unfinished);
    const obstacle = await makeMissingLinks(unfinished);
    if (obstacle !== null) throw new Error(obstacle);
    await removeOtherVersions(home);
    await rename(unfinished, copy);
    return copy;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `PostgreSQL's binaries cannot be run from ${native}, nor be copied to ${home} (${messageOf(error)}).`,
      { cause: error },
    );
  }
}

async function versionOf(native: string): Promise<string> {
  const text = await readFile(join(native, '..', 'package.json'), 'utf8');
  return /"version":\s*"([\w.+-]+)"/.exec(text)?.[1] ?? 'unknown';
}

/** Makes its own modes: under a strict umask npm installs everything for its user alone. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target);
      // Libraries and programs alike: a mark too many harms nothing, a lost one stops PostgreSQL.
      await chmod(target, 0o755);
    }
  }
}

async function removeOtherVersions(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(PREFIX)) await rm(join(home, name), { recursive: true, force: true });
  }
}
