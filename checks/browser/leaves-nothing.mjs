import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts a page on a folder of its own, sends it the signal once it has said `until`, and looks whether the server ends too. */
export async function leavesNothing(script, until, signal) {
  const dataDir = mkdtempSync(join(tmpdir(), 'started-page-'));
  // The user that PostgreSQL runs as must reach it.
  chmodSync(dataDir, 0o755);
  try {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATA_DIR: dataDir, DEMO_DATA: 'none' };
    const child = spawn(process.execPath, [script, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      said += text;
      if (until.test(said)) break;
    }
    const ended = once(child, 'exit');
    const [server] = await childrenOf(child.pid);
    assert.ok(server, `${until}: a server was started`);
    child.kill(signal);
    await ended;
    const deadline = Date.now() + 60_000;
    while (isThere(server) && Date.now() < deadline) await sleep(50);
    assert.ok(!isThere(server), `${signal} after ${until} leaves the server running`);
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Who was started by whom; as ps tells it everywhere but on Windows. */
async function childrenOf(parent) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const listed = await new Promise((resolve) => {
      execFile('ps', ['-eo', 'pid=,ppid='], (_, stdout) => resolve(stdout));
    });
    const found = listed
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([pid, ppid]) => ppid === parent && isThere(pid))
      .map(([pid]) => pid);
    if (found.length > 0 || Date.now() > deadline) return found;
    await sleep(50);
  }
}

function isThere(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
