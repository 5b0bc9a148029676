import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCHEMA = fileURLToPath(new URL('../schema', import.meta.url));

/** What the last release promised; no part of the schema itself. */
export const RELEASED = join(SCHEMA, 'released.graphql');

/** The files that the subgraph is made of. */
export const SCHEMA_FILES = readdirSync(SCHEMA)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => join(SCHEMA, name))
  .filter((path) => path !== RELEASED)
  .sort();

/** The schema as it is written, as one text. */
export function readSdl() {
  return SCHEMA_FILES.map((path) => readFileSync(path, 'utf8')).join('\n');
}
