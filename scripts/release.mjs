import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is kept of the newest release: its version, the commit that it is made of, and its migrations with their sums. */
export const RELEASE = join(ROOT, 'schema', 'release.json');
export const MIGRATIONS = join(ROOT, 'migrations');

/** Null before the first release. */
export function readRelease() {
  return existsSync(RELEASE) ? JSON.parse(readFileSync(RELEASE, 'utf8')) : null;
}

/** The migrations of a folder, each with the sum of what it says. */
export function migrationSums(folder = MIGRATIONS) {
  const files = readdirSync(folder).filter((name) => /^\d+-[a-z-]+\.ts$/.test(name));
  return Object.fromEntries(files.sort().map((name) => [name, sumOf(readFileSync(join(folder, name)))]));
}

/**
 * What of a release's migrations is not as it was released, and what would run before one of them: databases have them, and
 * an edited one would never run there.
 */
export function brokenMigrations({ migrations }, present = migrationSums()) {
  const newest = Object.keys(migrations).sort().at(-1) ?? '';
  return [
    ...Object.keys(migrations)
      .filter((name) => present[name] !== migrations[name])
      .map((name) => `${name} is ${present[name] === undefined ? 'gone' : 'edited'}`),
    ...Object.keys(present)
      .filter((name) => migrations[name] === undefined && name < newest)
      .map((name) => `${name} is new, and older than ${newest}`),
  ];
}

function sumOf(content) {
  return createHash('sha256').update(content).digest('hex');
}
