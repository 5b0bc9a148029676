import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';

const ROOT = packageRoot();
/** What is made here and not written: packages, builds, data, and reports. */
const MADE = new Set(['node_modules', 'dist', '.git', '.data', '.stryker-tmp', 'coverage', 'reports', 'generated']);

/** The files below a folder of the repository that people wrote, by their paths from its root. */
export function writtenFiles(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (MADE.has(entry.name)) return [];
    return entry.isDirectory() ? writtenFiles(path) : [path];
  });
}
