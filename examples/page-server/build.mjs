import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { newestTime } from '../../scripts/newest-time.mjs';

/** What the page is made of. */
const SOURCES = ['src', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.mjs'];

/** Builds the page when it is missing or older than its sources; throws if that fails. Where it lies. */
export function builtPage(folder) {
  const dist = join(folder, 'dist');
  const built = newestTime(join(dist, 'index.html'));
  if (built > 0 && SOURCES.every((path) => newestTime(join(folder, path)) <= built)) return dist;
  console.log('Building the page.');
  // A shell, because npm is a script on Windows. The prefix, because below `npm run` npm believes to be in the root.
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'build', '--prefix', '.'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The page does not build:\n${stdout}${stderr}`);
  return dist;
}
