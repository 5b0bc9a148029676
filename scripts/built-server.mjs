import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { built } from './built.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The built program as it is, on a private PostgreSQL with its own settings (fsync on), with the example's resellers
 * and price list and none of its customers. `stop` ends all of it.
 */
export async function startServer() {
  const dataDir = mkdtempSync(join(tmpdir(), 'built-server-'));
  // The user that PostgreSQL runs as must reach it.
  chmodSync(dataDir, 0o755);
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'src', 'main.js')], {
    cwd: dataDir,
    env: { PATH, HOME, PORT: '0', DATA_DIR: dataDir, DEMO_DATA: 'none', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const deadline = Date.now() + 20_000;
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) await sleep(20);
    child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await addressOf(child, dataDir);
    return { url, dataDir, ...(await setUp(url, dataDir)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Making a database takes a while on a busy machine. */
const START_MS = 240_000;

async function addressOf(child, dataDir) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    try {
      return JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')).url;
    } catch {
      if (Date.now() > deadline) throw new Error('The server does not say where it is');
    }
    await sleep(20);
  }
}

async function setUp(url, dataDir) {
  const { localKeysFolder, openLocalIssuer } = built('development/local-issuer/local-issuer.js');
  const { loadNorthwind } = built('development/demo/load-northwind.js');
  const { readNorthwind } = built('development/demo/northwind.js');
  const issuer = await openLocalIssuer(localKeysFolder(dataDir));
  const tokens = {
    administrator: () => issuer.tokenForPerson({ userId: 'set-up', groups: [], administrator: true }),
    resellerSync: (tenantResellerId) => issuer.tokenForSync({ tenantResellerId }),
  };
  const northwind = await readNorthwind(join(ROOT, 'examples', 'northwind'));
  const [reseller] = await loadNorthwind(
    url,
    tokens,
    { ...northwind, events: [], grown: [], refused: [], goingLive: null },
    () => undefined,
  );
  return {
    sku: northwind.services[0].sku,
    administrator: await tokens.administrator(),
    // Whom the example's sharing rule lets in, as it does most people.
    distributor: await issuer.tokenForPerson({ userId: 'bob', groups: ['billing'], administrator: false }),
    sync: await tokens.resellerSync(reseller),
  };
}
