import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { Samples } from '../../telemetry/metrics/samples';
import { startSpanReceiver } from '../../telemetry/span-receiver';
import { childrenOf, isThere, signal } from '../child-processes';
import { type Example, SKU, setUpExample } from '../example';
import { post, statusOf } from '../http-client';
import { Load } from '../load';
import { eventually, type Server, startServer } from '../server-process';

/** Several processes on one port: each test has a server of its own, all of them one database. */

const WORKERS = 3;
const METRICS_TOKEN = 'token-of-the-workers';

let database: TestDatabase;
let dataDir: string;
let example: Example | undefined;
let server: Server | undefined;
let ofThisProcess: ReadonlySet<number> = new Set();

beforeAll(async () => {
  database = await createTestDatabase();
  ofThisProcess = new Set((await connections()).map(({ pid }) => pid));
  dataDir = mkdtempSync(join(tmpdir(), 'workers-'));
});
afterEach(async () => {
  const workers = server ? childrenOf(server.pid) : [];
  server?.signal('SIGKILL');
  await server?.exit;
  server = undefined;
  // They see by themselves that it is gone; the next test counts its own connections.
  await eventually('its workers are gone', 10_000, () => !workers.some(isThere));
  await eventually('its connections are gone', 10_000, async () => (await connections()).length === 0);
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What is held of the database by others than this process, which has connections of its own for a while. */
async function connections(): Promise<{ login: string; pid: number }[]> {
  const rows = await database.sql<{ login: string; pid: number }>(
    `SELECT usename AS login, pid FROM pg_stat_activity
     WHERE application_name = 'reseller-accounts' AND datname = current_database() AND usename <> current_user`,
  );
  return rows.filter(({ pid }) => !ofThisProcess.has(pid));
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  server = await startServer(dataDir, database, {
    env: { WORKERS: String(WORKERS), LOG_LEVEL: 'info', METRICS_TOKEN, ...env },
  });
  const { url } = server;
  example ??= await setUpExample(url, dataDir);
  return server;
}

async function started(): Promise<{ server: Server; example: Example; workers: number[] }> {
  const running = await start();
  if (!example) throw new Error('There is no example');
  const workers = childrenOf(running.pid);
  expect(workers).toHaveLength(WORKERS);
  return { server: running, example, workers };
}

interface Line {
  readonly msg: string;
  readonly worker?: number;
  readonly requestId?: string;
  readonly path?: string;
}

function linesOf({ stdout }: Server): Line[] {
  const lines = stdout().split('\n').slice(0, -1);
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}

const answering = (of: Server) => linesOf(of).filter(({ msg }) => msg === 'request');
const READ = '{ tenantResellers(first: 1) { edges { node { name } } } }';

/** How many requests the workers have in hand, beside the one that asks. */
async function inHand({ url }: Server): Promise<number> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const samples = new Samples(await (await fetch(new URL('/metrics', url), { headers })).text());
  return (samples.value('requests_in_flight') ?? 0) - 1;
}

/** Until nine looks one after the other, of which each worker has some, find it unready. */
async function untilAllAreUnready({ url }: Server): Promise<void> {
  await eventually('all are unready', 10_000, async () => {
    for (let look = 0; look < 9; look += 1) if ((await statusOf(url, '/readyz')) !== 503) return false;
    return true;
  });
}

/** Whether nothing of it is left, though nobody told its workers. */
async function expectNoOrphan(workers: readonly number[], url: string): Promise<void> {
  await eventually('the workers are gone', 5_000, () => !workers.some(isThere));
  expect(await statusOf(url, '/livez')).toBeNull();
}

test('each answers on the one port, and says in its lines which it is', async () => {
  const { server, example } = await started();
  const before = answering(server).length;
  for (let number = 0; number < 30; number += 1) {
    expect(await post(server.url, example.administrator, READ)).toMatchObject({ status: 200 });
    expect(await statusOf(server.url, '/readyz')).toBe(200);
  }
  // A line comes by a pipe of its own, maybe after the answer.
  await eventually('each has its line', 5_000, () => answering(server).length >= before + 30);
  const lines = answering(server).slice(before);
  expect(lines).toHaveLength(30);
  expect([...new Set(lines.map(({ worker }) => worker))].sort()).toEqual([1, 2, 3]);
  expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(30);
  expect(server.stdout().match(/is ready after/g)).toHaveLength(1);
});

test('together they hold no more of the database than the settings say, and one more each to look after it', async () => {
  const running = await start({ POOL_SIZE: '6' });
  if (!example) throw new Error('There is no example');
  const load = new Load(running.url, example);
  await load.start();
  const readers = Array.from({ length: 24 }, async () => {
    for (let number = 0; number < 20; number += 1) await post(running.url, example?.administrator ?? '', READ);
  });
  let most = 0;
  let before = new Set<number>();
  for (let look = 0; look < 20; look += 1) {
    const rows = await connections();
    // One that was closed is seen for a moment still, beside the next.
    const held = rows.filter(({ pid }) => before.has(pid));
    const count = (wanted: string) => held.filter(({ login }) => login === wanted).length;
    most = Math.max(most, ...held.map(({ login }) => count(login)));
    before = new Set(rows.map(({ pid }) => pid));
    await sleep(100);
  }
  await Promise.all(readers);
  await load.stop();
  expect(most).toBeGreaterThan(WORKERS + 2);
  expect(most).toBeLessThanOrEqual(WORKERS + 6);
}, 60_000);

describe('one signal', () => {
  const bulk = (sender: number) => ({
    items: Array.from({ length: 300 }, (_, at) => ({
      customer: { sourceAccountId: `w-${sender}-${at}`, sourceVersion: '1', name: 'Drained', status: 'ACTIVE' },
      paidSubscriptions: [
        { sourceSubscriptionId: 's', sku: SKU, quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' },
      ],
    })),
  });
  const BULK = `mutation ($input: SyncCustomersInput!) {
    syncCustomers(input: $input) { results { outcome } userErrors { code } } }`;

  test('stops all of them, once what is under way at each is answered', async () => {
    const { server, example, workers } = await started();
    let answered = 0;
    const calls = Array.from({ length: 9 }, (_, sender) =>
      post(server.url, example.europe.token, BULK, { input: bulk(sender) }).finally(() => {
        answered += 1;
      }),
    );
    await eventually('all have come', 10_000, async () => (await inHand(server)) + answered >= calls.length);
    expect(answered).toBeLessThan(calls.length);
    server.signal('SIGTERM');
    const answers = await Promise.all(calls);
    expect(await server.exit).toEqual({ code: 0, signal: null });
    const done = answers.filter((answer) => answer.kind === 'answered' && answer.status === 200);
    expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => 'answered'));
    expect(done.length).toBeGreaterThan(0);
    const [stored] = await database.sql<{ count: number }>(
      "SELECT count(*)::int AS count FROM accounts WHERE source_account_id LIKE 'w-%'",
    );
    expect(stored?.count).toBe(done.length * 300);
    await expectNoOrphan(workers, server.url);
    expect(server.stderr()).toBe('');
  }, 60_000);

  test('makes all of them unready while they still take requests, for as long as STOP_WAIT says', async () => {
    const running = await start({ STOP_WAIT: '5' });
    const token = example?.administrator ?? '';
    expect(await statusOf(running.url, '/readyz')).toBe(200);
    running.signal('SIGTERM');
    await untilAllAreUnready(running);
    for (let number = 0; number < 9; number += 1) {
      expect(await statusOf(running.url, '/readyz')).toBe(503);
      expect(await statusOf(running.url, '/livez')).toBe(200);
      expect(await post(running.url, token, READ)).toMatchObject({ status: 200 });
    }
    expect(await running.exit).toEqual({ code: 0, signal: null });
  });

  test('to the whole group, as of Ctrl-C, is the same', async () => {
    const { server, workers } = await started();
    server.signalGroup('SIGINT');
    expect(await server.exit).toEqual({ code: 0, signal: null });
    await expectNoOrphan(workers, server.url);
    expect(server.stderr()).toBe('');
  });

  test('again, of who does not want to wait, ends all at once', async () => {
    const running = await start({ STOP_WAIT: '60' });
    const workers = childrenOf(running.pid);
    running.signal('SIGTERM');
    await eventually('it has heard', 5_000, async () => (await statusOf(running.url, '/readyz')) === 503);
    // Within a second it would be the same signal, which npm hands on.
    await sleep(1_200);
    running.signal('SIGTERM');
    expect(await running.exit).toEqual({ code: 1, signal: null });
    await expectNoOrphan(workers, running.url);
  });
});

describe('a worker that is killed', () => {
  test('is replaced, and only what it was answering is cut off', async () => {
    const { server, example, workers } = await started();
    const [victim = 0, ...others] = workers;
    const load = new Load(server.url, example);
    await load.start();
    await load.recovered(performance.now(), 20_000);
    const before = performance.now();
    signal(victim, 'SIGKILL');
    await eventually('another has taken its place', 20_000, () =>
      linesOf(server).some(({ msg }) => msg === 'the worker is replaced'),
    );
    await load.recovered(performance.now(), 20_000);
    await load.stop();
    const now = childrenOf(server.pid);
    expect(now).toHaveLength(WORKERS);
    expect(now).toEqual(expect.arrayContaining(others));
    expect(now).not.toContain(victim);
    const failed = load.between(before).filter(({ verdict }) => verdict !== 'ok');
    // Nine senders, of which a third was with the victim, each cut off once.
    expect(failed.length).toBeLessThanOrEqual(9);
    expect(failed.filter(({ verdict }) => !verdict.startsWith('cut off'))).toEqual([]);
    const ended = linesOf(server).filter(({ msg }) => msg === 'a worker ended');
    expect(ended).toMatchObject([{ how: 'SIGKILL', worker: expect.any(Number) }]);
    const since = answering(server).length;
    for (let number = 0; number < 9; number += 1) await post(server.url, example.administrator, READ);
    await eventually('the new one has answered too', 5_000, () =>
      answering(server)
        .slice(since)
        .some(({ worker }) => worker === ended[0]?.worker),
    );
  }, 90_000);

  test('again and again ends the whole, which says so', async () => {
    const { server, workers } = await started();
    const others = workers.slice(1);
    const killing = async () => {
      while (!server.hasEnded()) {
        for (const pid of childrenOf(server.pid)) if (!others.includes(pid)) signal(pid, 'SIGKILL');
        await sleep(20);
      }
    };
    await Promise.all([killing(), server.exit]);
    expect(await server.exit).toEqual({ code: 1, signal: null });
    expect(server.stderr()).toMatch(/^Worker \d ended by SIGKILL. It does so again and again/);
    expect(linesOf(server).filter(({ msg }) => msg === 'a worker ended')).toHaveLength(5);
    await expectNoOrphan(others, server.url);
  }, 60_000);

  test('by SIGTERM is one that is stopped, and replaced too', async () => {
    const { server, workers } = await started();
    signal(workers[0] ?? 0, 'SIGTERM');
    await eventually('another has taken its place', 20_000, () =>
      linesOf(server).some(({ msg }) => msg === 'the worker is replaced'),
    );
    expect(childrenOf(server.pid)).toHaveLength(WORKERS);
    expect(await statusOf(server.url, '/readyz')).toBe(200);
  });
});

describe('SIGUSR2', () => {
  const toldAt = (of: Server, level: string) =>
    eventually(`the level is ${level}`, 5_000, () => of.stdout().split(`"logLevel":"${level}"`).length > 1);

  test('to the first process makes all tell more, and the next one as before; others of the group it does not end', async () => {
    const { server, workers } = await started();
    // Probes stand at debug.
    const telling = () => {
      const probes = linesOf(server).filter(({ path }) => path === '/livez');
      return [...new Set(probes.map(({ worker }) => worker))].sort();
    };
    const probe = () => Promise.all(Array.from({ length: 9 }, () => statusOf(server.url, '/livez')));
    await probe();
    await sleep(300);
    expect(telling()).toEqual([]);
    server.signalGroup('SIGUSR2');
    await toldAt(server, 'debug');
    await eventually('all tell of probes', 10_000, async () => {
      await probe();
      return telling().length === WORKERS;
    });
    server.signal('SIGUSR2');
    await toldAt(server, 'info');
    await eventually('none tells of probes any more', 10_000, async () => {
      const before = linesOf(server).length;
      await probe();
      await sleep(300);
      return linesOf(server).length === before;
    });
    expect(childrenOf(server.pid).sort()).toEqual(workers.sort());
  });
});

test('each sends the traces of what it answers', async () => {
  const receiver = await startSpanReceiver();
  const running = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  for (let number = 0; number < 9; number += 1) await post(running.url, example?.administrator ?? '', READ);
  running.signal('SIGTERM');
  expect(await running.exit).toEqual({ code: 0, signal: null });
  const senders = new Set(receiver.spans.map(({ resource }) => resource['service.instance.id']));
  expect(senders.size).toBe(WORKERS);
  // One for a request at least, also those that were waiting to be sent when they were told to stop.
  expect(receiver.spans.filter(({ name }) => name === 'query tenantResellers').length).toBeGreaterThanOrEqual(9);
  await receiver.stop();
});

test('kill -9 of the first process leaves no other behind', async () => {
  const { server, workers } = await started();
  server.signal('SIGKILL');
  await server.exit;
  await expectNoOrphan(workers, server.url);
});
