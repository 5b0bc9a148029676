import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { type Example, SKU, setUpExample } from '../example';
import { statusOf } from '../http-client';
import { eventually, type Running, run, type Server, startServer } from '../server-process';
import { freePort, toolOf } from './tools';

/** Two servers behind HAProxy are restarted one after the other, under load: nobody notices. */

const HAPROXY = toolOf('haproxy');
/** HAProxy looks every fifth of a second, and has seen it long before. */
const ENV = { STOP_WAIT: '2' };

let database: TestDatabase;
let example: Example;
let dataDir: string;
let ports: [number, number, number];
let servers: [Server, Server];
let balancer: Running;
const agent = new Agent({ keepAlive: true, maxSockets: 12 });

beforeAll(async () => {
  if (!HAPROXY) return;
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'rolling-'));
  ports = [await freePort(), await freePort(), await freePort()];
  servers = [await startAt(ports[0]), await startAt(ports[1])];
  example = await setUpExample(servers[0].url, dataDir);
  const config = join(dataDir, 'haproxy.cfg');
  writeFileSync(config, haproxyConfig(ports));
  balancer = run([HAPROXY, '-db', '-f', config], { cwd: dataDir });
  await eventually('the balancer answers', 10_000, async () => (await statusOf(entrance(), '/readyz')) === 200);
}, 60_000);
afterAll(async () => {
  if (!HAPROXY) return;
  agent.destroy();
  balancer.signal('SIGKILL');
  for (const server of servers) server.signal('SIGKILL');
  await Promise.all([balancer.exit, ...servers.map(({ exit }) => exit)]);
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

(HAPROXY ? test : test.skip)(
  'a rolling restart of two servers behind a balancer loses no request, and nothing that was acknowledged',
  async () => {
    const lost: string[] = [];
    const acknowledged: string[] = [];
    let isOver = false;
    const sender = async (name: number) => {
      for (let number = 0; !isOver; number += 1) {
        const id = `roll-${name}-${number}`;
        const { status, text } = await record(`roll-${name}`, id);
        if (status === 200 && /"outcome":"(CREATED|UPDATED|UNCHANGED)"/.test(text)) acknowledged.push(id);
        else lost.push(`${id}: ${status} ${text.slice(0, 200)}`);
      }
    };
    const sending = Promise.all(Array.from({ length: 8 }, (_, name) => sender(name)));
    await sleep(1_000);
    for (const at of [0, 1] as const) {
      servers[at].signal('SIGTERM');
      expect(await servers[at].exit).toEqual({ code: 0, signal: null });
      servers[at] = await startAt(ports[at]);
      await eventually('it is ready again', 20_000, async () => (await statusOf(servers[at].url, '/readyz')) === 200);
      // Until the balancer has seen that too.
      await sleep(1_000);
    }
    isOver = true;
    await sending;
    console.info(`a rolling restart: ${acknowledged.length} requests, ${lost.length} lost`);
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(100);
    const rows = await database.sql<{ id: string }>('SELECT source_subscription_id AS id FROM subscriptions');
    const stored = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  },
  90_000,
);

function startAt(port: number): Promise<Server> {
  return startServer(dataDir, database, { env: { ...ENV, PORT: String(port) } });
}

function entrance(): string {
  return `http://127.0.0.1:${ports[2]}/graphql`;
}

function haproxyConfig([first, second, door]: readonly [number, number, number]): string {
  return `defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  timeout check 5s
  option redispatch
frontend door
  bind 127.0.0.1:${door}
  default_backend servers
backend servers
  option httpchk GET /readyz
  default-server check inter 200ms fall 1 rise 1
  server first 127.0.0.1:${first}
  server second 127.0.0.1:${second}
`;
}

function record(sourceAccountId: string, sourceSubscriptionId: string): Promise<{ status: number; text: string }> {
  const query = `mutation ($input: RecordPaidSubscriptionInput!) {
    recordPaidSubscription(input: $input) { outcome userErrors { code message } } }`;
  const customer = { sourceAccountId, sourceVersion: '1', name: sourceAccountId, status: 'ACTIVE' };
  const terms = { sku: SKU, quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' };
  const body = JSON.stringify({
    query,
    variables: { input: { customer, subscription: { sourceSubscriptionId, ...terms } } },
  });
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: 0, text: error.message });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${example.europe.token}` };
    request(entrance(), { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', failed).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', failed)
      .end(body);
  });
}
