import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist/src/', import.meta.url));
const require = createRequire(import.meta.url);

/** A module of the built server, by its path below src. */
export const built = (path) => require(`${DIST}${path}`);
