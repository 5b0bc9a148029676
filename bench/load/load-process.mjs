import { fork } from 'node:child_process';
import { hasEnded, watched } from '../servers/processes.mjs';

/** The process that sends. `ask` gives what a job of it has found, or throws what it has found wrong. */
export function startSender() {
  const child = watched(
    fork(new URL('sender.mjs', import.meta.url), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    }),
    'sender',
  );
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The sender has ended'));
  });
  return {
    ask: (job, given) =>
      new Promise((resolve, reject) => {
        if (hasEnded(child)) throw new Error('The sender has ended');
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, job, ...given });
      }),
  };
}
