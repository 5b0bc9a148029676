import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When a file, or a folder with all below it, was changed last, in milliseconds; 0 where there is none. */
export function newestTime(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // Its own time too: that is when something was taken out of it.
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestTime(join(path, name))));
}
