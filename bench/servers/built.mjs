import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** A module of a checkout of ours, as it is built. */
export function built(root, path) {
  return require(join(root, 'dist', 'src', path));
}
