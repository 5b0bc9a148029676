import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALGORITHM, AUDIENCE, PEOPLE, SYNC } from '../load/issuer.mjs';
import { ended, until, watched } from './processes.mjs';

/** What the server is told beside its database and issuers. */
export const OUR_SETTINGS = { NODE_ENV: 'production', LOG_LEVEL: 'error', PORT: '0', HOST: '127.0.0.1' };

/**
 * The built server of a checkout as it runs in production: issuers and database are configured, all guards and limits are
 * on. What the environment says in BENCH_OURS is given to it too, as JSON.
 */
export async function startOurs({ name = 'ours', root, database, keys, nodeOptions = [], settings = {} }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-ours-'));
  chmodSync(dataDir, 0o755);
  const { PATH, HOME } = process.env;
  const main = join(root, 'dist', 'src', 'main.js');
  const began = performance.now();
  const child = watched(
    spawn(process.execPath, [...nodeOptions, main], {
      cwd: dataDir,
      env: {
        PATH,
        HOME,
        ...OUR_SETTINGS,
        DATA_DIR: dataDir,
        DATABASE_URL: database.portal,
        SYNC_DATABASE_URL: database.sync,
        ...issuer('PEOPLE', PEOPLE, keys.people),
        ...issuer('SYNC', SYNC, keys.sync),
        ...settings,
        ...JSON.parse(process.env.BENCH_OURS ?? '{}'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
    name,
  );
  const url = await until(child, name, async () => addressIn(dataDir));
  await until(child, name, async () => ((await isReady(url)) ? true : null));
  const startedMs = performance.now() - began;
  const stop = async () => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { name, url, pid: child.pid, startedMs, stop };
}

function issuer(side, iss, key) {
  return {
    [`${side}_ISSUER`]: iss,
    [`${side}_AUDIENCE`]: AUDIENCE,
    [`${side}_ALGORITHMS`]: ALGORITHM,
    [`${side}_PUBLIC_KEY`]: JSON.stringify(key),
  };
}

function addressIn(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')).url;
  } catch {
    return null;
  }
}

async function isReady(url) {
  try {
    return (await fetch(new URL('/readyz', url))).status === 200;
  } catch {
    return false;
  }
}
