import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const running = new Set();

/** Watches a process that was started, so that it ends with the benchmark. */
export function watched(child, name) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.stderr?.on('data', (chunk) => process.stderr.write(`${name}: ${chunk}`));
  return child;
}

export function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Ends one by its own id, by force when it takes too long. */
export async function ended(child) {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const deadline = Date.now() + 12_000;
  while (!hasEnded(child) && Date.now() < deadline) await sleep(20);
  if (!hasEnded(child)) child.kill('SIGKILL');
}

export async function endAll() {
  await Promise.all([...running].map(ended));
}

/** Asks again and again until there is an answer that is not null. */
export async function until(child, name, ask) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (hasEnded(child)) throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode} as it started`);
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`${name} did not start within ${PATIENCE_MS / 1000} s`);
    await sleep(20);
  }
}
