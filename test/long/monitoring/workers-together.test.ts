import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { Samples } from '../../telemetry/metrics/samples';
import { childrenOf, signal } from '../child-processes';
import { type Example, setUpExample } from '../example';
import { post } from '../http-client';
import { eventually, type Running } from '../server-process';
import { startScraped } from './scraped-server';

/** What several processes have counted is told together, and never becomes less, whatever becomes of one of them. */

const TOKEN = 'token-of-the-metrics';
const NAMED = { operation: 'Together', caller: 'ADMINISTRATOR', outcome: 'ok', status: '2xx' };

let database: TestDatabase;
let dataDir: string;
let example: Example | undefined;
let server: (Running & { readonly url: string; readonly metrics: string }) | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'together-'));
});
afterEach(async () => {
  server?.signal('SIGKILL');
  await server?.exit;
  server = undefined;
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function started(env: Readonly<Record<string, string>> = {}) {
  const running = await startScraped(dataDir, database, { WORKERS: '2', LOG_LEVEL: 'warn', ...env });
  server = running;
  example ??= await setUpExample(running.url, dataDir);
  return { url: running.url, metrics: running.metrics, pid: running.pid, example };
}

async function scraped(url: string, init: RequestInit = {}): Promise<Samples> {
  const response = await fetch(url, init);
  expect(response.status).toBe(200);
  return new Samples(await response.text());
}

/** Each over a connection of its own, which the workers are given in turn. */
async function send(url: string, token: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const answer = await post(url, token, 'query Together { tenantResellers(first: 1) { edges { node { id } } } }');
    expect(answer).toMatchObject({ status: 200 });
  }
}

test('on the port of its own, of two workers together, and once for what is looked up', async () => {
  const { url, metrics, example } = await started();
  await send(url, example.administrator, 20);
  // What is looked up may be late on a machine that is busy, and is told so.
  const samples = await eventually('a scrape finds it ready', 20_000, async () => {
    const one = await scraped(metrics);
    return one.value('ready') === 1 && one;
  });
  expect(samples.value('requests_total', NAMED)).toBe(20);
  expect(samples.value('request_duration_seconds_count', { operation: 'Together' })).toBe(20);
  expect(samples.value('workers')).toBe(2);
  expect(samples.value('workers_serving')).toBe(2);
  expect(samples.value('workers_unheard')).toBe(0);
  expect(samples.value('database_pool_size', { login: 'portal' })).toBe(10);
  expect(samples.value('audit_months_ready', { audit: 'account_audit' })).toBe(4);
});

test('on the port of the API whichever worker is asked', async () => {
  const { url, example } = await started({ METRICS_PORT: '', METRICS_TOKEN: TOKEN });
  await send(url, example.administrator, 10);
  const at = new URL('/metrics', url).href;
  for (let time = 0; time < 6; time += 1) {
    const headers = { authorization: `Bearer ${TOKEN}`, connection: 'close' };
    expect((await scraped(at, { headers })).value('requests_total', NAMED)).toBe(10);
    expect((await fetch(at, { headers: { connection: 'close' } })).status).toBe(401);
  }
});

test.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])('a worker that ends by %s takes no total along', async (how) => {
  const { url, metrics, pid, example } = await started();
  await send(url, example.administrator, 20);
  const before = await scraped(metrics);
  const [victim = 0] = childrenOf(pid);
  signal(victim, how);
  // Amid its replacement, too.
  let least = Number.POSITIVE_INFINITY;
  await eventually('another has taken its place', 30_000, async () => {
    const samples = await scraped(metrics);
    least = Math.min(least, samples.value('requests_total', NAMED) ?? 0);
    return !childrenOf(pid).includes(victim) && samples.value('workers_serving') === 2;
  });
  expect(least).toBe(20);
  await send(url, example.administrator, 10);
  const after = await scraped(metrics);
  expect(after.value('requests_total', NAMED)).toBe(30);
  expect(after.value('workers_ended_total')).toBe(1);
  expect(before.value('workers_ended_total')).toBe(0);
  const cpu = (samples: Samples) => samples.value('process_cpu_seconds_total') ?? 0;
  expect(cpu(after)).toBeGreaterThan(cpu(before));
});

test('one that is stopped says what it has counted since it was asked last', async () => {
  const { url, metrics, pid, example } = await started();
  await send(url, example.administrator, 10);
  await scraped(metrics);
  await send(url, example.administrator, 10);
  signal(childrenOf(pid)[0] ?? 0, 'SIGTERM');
  await eventually('another has taken its place', 30_000, async () => {
    const samples = await scraped(metrics);
    return samples.value('workers_ended_total') === 1 && samples.value('workers_serving') === 2;
  });
  expect((await scraped(metrics)).value('requests_total', NAMED)).toBe(20);
});

test('one that hangs keeps nobody waiting, and is told of', async () => {
  const { url, metrics, pid, example } = await started();
  await send(url, example.administrator, 20);
  expect((await scraped(metrics)).value('requests_total', NAMED)).toBe(20);
  const [hung = 0] = childrenOf(pid);
  signal(hung, 'SIGSTOP');
  const since = performance.now();
  const samples = await scraped(metrics);
  expect(performance.now() - since).toBeLessThan(3_000);
  expect(samples.value('workers_unheard')).toBe(1);
  expect(samples.value('requests_total', NAMED)).toBe(20);
  signal(hung, 'SIGCONT');
  await eventually('it is heard again', 10_000, async () => (await scraped(metrics)).value('workers_unheard') === 0);
});
