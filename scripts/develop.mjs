// `npm run dev`: the server, built and started anew whenever code or schema change. What does not compile is said, and the
// server that runs goes on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithNpm } from './end-with-npm.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WATCHED = ['src', 'client/src', 'schema', 'migrations'];
/** An editor that saves, or git that changes branches, touches files in many steps. */
const SETTLED_MS = 200;

let server = null;
let stopping = false;
let work = Promise.resolve();
let timer;

endWithNpm();
for (const folder of WATCHED) watch(join(ROOT, folder), { recursive: true }, changed);
// The server is told by the terminal too, and by npm; it takes that for one signal, and ends its PostgreSQL before it ends.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    clearTimeout(timer);
    work = work.then(stop).then(() => process.exit());
  });
}
work = work.then(restart);

function changed(_event, file) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    console.log(`\n${file} has changed.`);
    work = work.then(restart);
  }, SETTLED_MS);
}

async function restart() {
  if (stopping || !(await build()) || stopping) return;
  await stop();
  server = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', 'src', 'main.js')], {
    stdio: 'inherit',
  });
}

async function build() {
  const build = spawn('npm', ['run', '-s', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [code] = await once(build, 'exit');
  return code === 0;
}

async function stop() {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
