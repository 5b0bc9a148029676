// `npm run supergraph`: what a portal stands on, on this machine. It needs nothing but Node: the dependencies, which are
// this folder's own, are installed when they are missing or older than the lockfile.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

if (!isInstalled()) {
  console.log('Installing the gateway, once; it takes a minute.');
  // A shell, because npm is a script on Windows. The folder is named: below `npm run` npm believes to be in the root.
  const { status } = spawnSync('npm', ['ci', '--prefix', '.'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const { run } = await import('./run.mjs');
await run();

function isInstalled() {
  const [installed, wanted] = ['node_modules/.package-lock.json', 'package-lock.json'].map((path) =>
    statSync(new URL(path, import.meta.url), { throwIfNoEntry: false }),
  );
  return installed !== undefined && installed.mtimeMs >= wanted.mtimeMs;
}
