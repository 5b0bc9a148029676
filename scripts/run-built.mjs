// `npm start` and the commands: builds what is older than its sources, where there is a compiler, and runs it in this
// process, so that signals reach it whatever shell npm uses. Where development packages were left out it runs what
// `npm run build` has made.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endWithNpm } from './end-with-npm.mjs';
import { newestTime } from './newest-time.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'client/src', 'migrations', 'tsconfig.json', 'tsconfig.build.json'];
/** Of all that is made, what the last build has written. */
const BUILT = join(ROOT, 'dist', 'src', 'main.js');

const [program, ...argv] = process.argv.slice(2);
const made = join(ROOT, 'dist', 'src', program ?? '');

if (isStale()) build();
if (!existsSync(made)) {
  console.error('Nothing is built, and there is no compiler: run "npm ci && npm run build" first.');
  process.exit(1);
}
endWithNpm();
process.argv = [process.argv[0], made, ...argv];
await import(pathToFileURL(made));

function isStale() {
  const built = newestTime(BUILT);
  return built === 0 || SOURCES.some((source) => newestTime(join(ROOT, source)) > built);
}

/** On stderr: what a command prints is for whoever reads its stdout. */
function build() {
  const compiler = compilerOf();
  if (compiler === null) return;
  console.error('Building …');
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

function compilerOf() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    return join(manifest, '..', 'bin', 'tsc');
  } catch {
    return null;
  }
}
