import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json, from the sources as from the build: schema/ and examples/ lie below it. */
export function packageRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'schema')) && existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No folder above holds both package.json and schema/');
  return packageRoot(parent);
}
