import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newcomerToken, setUpExample } from './example';
import { post, statusOf } from './http-client';
import { Load, type Verdict } from './load';
import { createPrivatePostgres, type PrivatePostgres } from './private-postgres';
import { eventually, type Server, startServer } from './server-process';

/** Nobody waits longer for an answer, whatever the database does: 12 s of silence, and what it takes to say so. */
const LONGEST_MS = 13_000;
const RECOVERY_MS = 15_000;

let postgres: PrivatePostgres;
let dataDir: string;
let server: Server;
let load: Load;
let newcomer: string;

beforeAll(async () => {
  postgres = await createPrivatePostgres();
  dataDir = mkdtempSync(join(tmpdir(), 'faults-'));
  server = await startServer(dataDir, postgres);
  const example = await setUpExample(server.url, dataDir);
  newcomer = await newcomerToken(server.url, example);
  load = new Load(server.url, example);
  await load.start();
}, 60_000);
afterAll(async () => {
  await load.stop();
  server.signal('SIGKILL');
  await server.exit;
  await postgres.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test('without a fault everything is answered', async () => {
  const seen = await during(async () => sleep(1500));
  expect(tally(seen)).toEqual({ ok: seen.length });
  expect(await statusOf(server.url, '/readyz')).toBe(200);
});

test('Postgres is restarted: refused as retryable meanwhile, and everything goes on', async () => {
  const seen = await during(async () => {
    await postgres.stop();
    try {
      await sleep(3000);
      expect(await statusOf(server.url, '/livez')).toBe(200);
      expect(await statusOf(server.url, '/readyz')).toBe(503);
      // Of this one the server does not know yet whether it is a reseller of ours.
      const answer = await post(server.url, newcomer, '{ accountViewer { id } }');
      expect(answer).toMatchObject({ body: { errors: [{ extensions: { code: 'TEMPORARILY_UNAVAILABLE' } }] } });
    } finally {
      await postgres.start();
    }
  });
  assertRetryable(seen);
});

test('a process of Postgres is killed, and Postgres begins anew', async () => {
  assertRetryable(await during(() => postgres.crash()));
});

test('every connection is cut, five times: idle, in a transaction, waiting for a lock', async () => {
  const seen = await during(async () => {
    for (let round = 0; round < 5; round += 1) {
      await postgres.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reseller-accounts'`,
      );
      await sleep(400);
    }
  });
  assertRetryable(seen);
});

test('Postgres is frozen for 15 s: nobody waits for the end of it, and everything goes on', async () => {
  const seen = await during(async () => {
    postgres.freeze();
    try {
      await sleep(15_000);
      expect(await statusOf(server.url, '/livez')).toBe(200);
      expect(await statusOf(server.url, '/readyz')).toBe(503);
    } finally {
      postgres.thaw();
    }
  });
  assertRetryable(seen);
});

test('after all of it nothing acknowledged is lost, and the server is the one that was started', async () => {
  await load.stop();
  const stored = await postgres.sql<{ id: string }>('SELECT source_subscription_id AS id FROM subscriptions');
  const ids = stored.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...load.subscriptions].filter((id) => !ids.includes(id))).toEqual([]);
  const accounts = await postgres.sql<{ id: string; version: number }>(
    'SELECT source_account_id AS id, source_version::int AS version FROM accounts WHERE tenant_reseller_id IS NOT NULL',
  );
  const versions = new Map(accounts.map(({ id, version }) => [id, version]));
  expect(versions.size).toBe(accounts.length);
  expect([...load.versions].filter(([id, version]) => (versions.get(id) ?? 0) < version)).toEqual([]);
  expect(server.hasEnded()).toBe(false);
});

/** What was answered from the beginning of the fault until everything went well again. */
async function during(fault: () => Promise<unknown>): Promise<Verdict[]> {
  const from = performance.now();
  await fault();
  const over = performance.now();
  if (server.hasEnded()) throw new Error(`The server died of it:\n${server.stderr()}`);
  await load.recovered(over, RECOVERY_MS);
  await eventually('the server is ready', RECOVERY_MS, async () => (await statusOf(server.url, '/readyz')) === 200);
  const seen = load.between(from);
  const slowest = Math.max(...seen.map(({ milliseconds }) => milliseconds));
  const { currentTestName = '' } = expect.getState();
  console.info(`${currentTestName}\n${JSON.stringify(tally(seen))}, the slowest after ${slowest} ms`);
  return seen;
}

function assertRetryable(seen: readonly Verdict[]): void {
  const faults = server
    .stdout()
    .split('\n')
    .filter((line) => line.includes('"fault"'));
  if (seen.some(({ verdict }) => verdict === 'INTERNAL_SERVER_ERROR')) console.info(faults.slice(-3).join('\n'));
  expect(seen.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'unavailable').slice(0, 5)).toEqual([]);
  expect(seen.filter(({ milliseconds }) => milliseconds > LONGEST_MS).slice(0, 5)).toEqual([]);
  // Else nobody noticed the fault.
  expect(tally(seen)).toMatchObject({ unavailable: expect.any(Number) });
}

function tally(seen: readonly Verdict[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of seen) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
