import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs a folder's own packages when they are missing or older than its lockfile; ends the process if it fails. What it
 * says goes to stderr: stdout is for what the command answers.
 */
export function installPackages(folder, what) {
  if (isInstalled(folder)) return;
  console.error(`Installing ${what}, once; it may take a minute.`);
  // A shell, because npm is a script on Windows. The prefix, because below `npm run` npm believes to be in the root.
  const { status } = spawnSync('npm', ['ci', '--prefix', '.'], {
    cwd: folder,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function isInstalled(folder) {
  const [installed, wanted] = ['node_modules/.package-lock.json', 'package-lock.json'].map((path) =>
    statSync(join(folder, path), { throwIfNoEntry: false }),
  );
  return installed !== undefined && installed.mtimeMs >= wanted.mtimeMs;
}
