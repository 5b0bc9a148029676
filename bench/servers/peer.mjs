import { fork } from 'node:child_process';
import { ended, until, watched } from './processes.mjs';

/** One of bench/peers as a process of its own; it asks the database as its owner, whom no trigger or policy stops. */
export async function startPeer({ name, database, keys }) {
  const { PATH, HOME } = process.env;
  const child = watched(
    fork(new URL(`../peers/${name}.mjs`, import.meta.url), {
      env: {
        PATH,
        HOME,
        TZ: 'UTC',
        NODE_ENV: 'production',
        BENCH_PEER: JSON.stringify({ databaseUrl: database.owner, keys }),
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    }),
    name,
  );
  let told = null;
  child.once('message', ({ url }) => {
    told = url;
  });
  const url = await until(child, name, async () => told);
  return { name, url, pid: child.pid, stop: () => ended(child) };
}
