import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Example, SKU, setUpExample } from './example';
import { type Answer, post, statusOf } from './http-client';
import { eventually, type Server, startServer } from './server-process';
import { CUSTOMERS, Sender, statusLines } from './waves';

let database: TestDatabase;
let example: Example;
const dataDirs: string[] = [];
const servers: Server[] = [];

/** Both servers share the keys of the tokens, as they would share an issuer. */
beforeAll(async () => {
  database = await createTestDatabase();
  const dataDir = newDataDir();
  servers.push(await startServer(dataDir, database, { env: { LOG_LEVEL: 'info' } }));
  example = await setUpExample(servers[0]?.url ?? '', dataDir);
  servers.push(await startServer(dataDir, database));
}, 60_000);
afterAll(async () => {
  for (const server of servers) {
    server.signal('SIGKILL');
    await server.exit;
  }
  await database.drop();
  for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true });
});

test('A4 across two servers: twenty paid subscriptions of a new customer at the same instant are one account', async () => {
  for (let round = 0; round < 10; round += 1) {
    const sourceAccountId = `a4-${round}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        record(urlOf(index % 2), sourceAccountId, `${sourceAccountId}-${index}`),
      ),
    );
    const outcomes = answers.map(outcomeOf).sort();
    expect(outcomes).toEqual(['CREATED', ...Array(19).fill('UNCHANGED')]);
    expect(await stored(sourceAccountId)).toEqual([{ accounts: 1, subscriptions: 20, copied: 1 }]);
  }
});

test('bulk calls of the same customers on two servers at once: every change is applied once, in order', async () => {
  const waves = 12;
  const senders = [new Sender(example.americas, false), new Sender(example.americas, true)];
  await Promise.all(
    senders.map((sender, index) => sender.sendUntil(urlOf(index), ({ wavesDone }) => wavesDone >= waves)),
  );
  const rows = await database.sql<{ id: string; version: number; lines: string[] }>(
    `SELECT a.source_account_id AS id, a.source_version::int AS version,
       ARRAY(SELECT h.text FROM account_history h
             WHERE h.account_id = a.id AND h.kind = 'STATUS_CHANGED' ORDER BY h.at, h.id) AS lines
     FROM accounts a WHERE a.tenant_reseller_id = $1`,
    [example.americas.id],
  );
  const expected = Array.from({ length: CUSTOMERS }, (_, customer) => [
    `c-${customer}`,
    { version: waves, lines: statusLines(customer, waves, example.americas.name) },
  ]);
  expect(rows).toHaveLength(CUSTOMERS);
  expect(Object.fromEntries(rows.map(({ id, ...state }) => [id, state]))).toEqual(Object.fromEntries(expected));
}, 60_000);

test('a full pool: who waits for a connection is refused as retryable in time, readers go on, and all recovers', async () => {
  const url = urlOf(0);
  await record(url, 'held', 'held-0');
  const holder = await lock('held');
  const startedAt = performance.now();
  // Ten connections wait for the row, the rest for a connection.
  const waiting = Promise.all(Array.from({ length: 40 }, (_, index) => record(url, 'held', `held-${index + 1}`)));
  await sleep(500);
  const reader = await post(url, example.administrator, '{ tenantResellers(first: 1) { edges { node { id } } } }');
  expect(reader).toMatchObject({ status: 200, body: { data: { tenantResellers: { edges: [expect.anything()] } } } });
  const answers = await waiting;
  await holder.release();
  expect([...new Set(answers.map(outcomeOf))]).toEqual(['TEMPORARILY_UNAVAILABLE']);
  const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
  console.info(`40 calls on a held account: all refused, the slowest after ${slowest} ms`);
  expect(slowest).toBeLessThan(11_000);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(outcomeOf(await record(url, 'held', 'held-last'))).toBe('UNCHANGED');
}, 60_000);

test('SIGTERM under load: what was sent before is answered and stored, /readyz is red at once, exit code 0', async () => {
  const [server] = servers;
  if (!server) throw new Error('No server');
  await record(server.url, 'slow', 'slow-0');
  const acknowledged = new Set<string>();
  const cutOff: { sentAt: number; code: string }[] = [];
  let stopping = false;
  const sender = async (name: number) => {
    for (let number = 0; !stopping; number += 1) {
      const id = `term-${name}-${number}`;
      const sentAt = performance.now();
      const answer = await record(server.url, `term-${number % 10}`, id);
      if (answer.kind === 'cut off') cutOff.push({ sentAt, code: answer.code });
      else if (['CREATED', 'UNCHANGED'].includes(outcomeOf(answer))) acknowledged.add(id);
      else expect(outcomeOf(answer)).toBe('TEMPORARILY_UNAVAILABLE');
    }
  };
  const sending = Promise.all(Array.from({ length: 8 }, (_, name) => sender(name)));
  const holder = await lock('slow');
  const slow = record(server.url, 'slow', 'slow-1');
  const half = await halfRequest(server.url, 'GET /readyz HTTP/1.1\r\nHost: localhost\r\n');
  const takes = await slowestOf(server.url, 1_000);

  const signalledAt = performance.now();
  server.signal('SIGTERM');
  await eventually('it is red', 1_000, async () => (await statusOf(server.url, '/readyz')) !== 200);
  expect(await half.finish('\r\n')).toMatch(/^HTTP\/1.1 503 /);
  expect(server.hasEnded()).toBe(false);
  stopping = true;
  await sleep(500);
  await holder.release();

  expect(outcomeOf(await slow)).toBe('UNCHANGED');
  await sending;
  expect(await server.exit).toEqual({ code: 0, signal: null });
  const took = Math.round(performance.now() - signalledAt);
  console.info(
    `SIGTERM under load: ended after ${took} ms, ${acknowledged.size} acknowledged, ${cutOff.length} cut off`,
  );
  expect(took).toBeLessThan(10_000);
  // Of what was on its way before the signal, nothing is cut off: only connections that the server had not taken yet.
  expect(cutOff.filter(({ sentAt }) => sentAt < signalledAt - Math.max(20, takes))).toEqual([]);
  // And by the server's own account: what it had taken it answered to the end.
  expect(server.stdout()).toContain('"msg":"request"');
  expect(server.stdout()).not.toContain('"aborted":true');
  const ids = await database.sql<{ id: string }>('SELECT source_subscription_id AS id FROM subscriptions');
  const here = new Set(ids.map(({ id }) => id));
  expect([...acknowledged, 'slow-1'].filter((id) => !here.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(50);
}, 60_000);

/** How long the server takes at most to take a connection and answer, of one after the other for so long. */
async function slowestOf(url: string, milliseconds: number): Promise<number> {
  let slowest = 0;
  for (const end = performance.now() + milliseconds; performance.now() < end; await sleep(20)) {
    const answer = await post(url, example.administrator, '{ __typename }');
    expect(answer).toMatchObject({ status: 200 });
    slowest = Math.max(slowest, answer.milliseconds);
  }
  return slowest;
}

function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'servers-'));
  dataDirs.push(dataDir);
  return dataDir;
}

function urlOf(index: number): string {
  return servers[index]?.url ?? '';
}

function record(url: string, sourceAccountId: string, sourceSubscriptionId: string): Promise<Answer> {
  return post(
    url,
    example.europe.token,
    `mutation Record($input: RecordPaidSubscriptionInput!) {
      recordPaidSubscription(input: $input) { outcome userErrors { code retryable } }
    }`,
    {
      input: {
        customer: { sourceAccountId, sourceVersion: '1', name: sourceAccountId, status: 'ACTIVE' },
        subscription: {
          sourceSubscriptionId,
          sku: SKU,
          quantity: 1,
          billingPeriod: 'MONTHLY',
          startDate: '2026-01-31',
        },
      },
    },
  );
}

/** The outcome, or the code of the refusal if it may be sent again, or everything that was answered. */
function outcomeOf(answer: Answer): string {
  if (answer.kind === 'cut off') return `cut off: ${answer.code}`;
  const payload = answer.body.data?.recordPaidSubscription;
  const [refusal] = payload?.userErrors ?? [];
  if (refusal?.retryable) return refusal.code;
  const code = answer.body.errors?.[0]?.extensions?.code;
  return payload && !refusal ? payload.outcome : (code ?? JSON.stringify(answer.body));
}

function stored(sourceAccountId: string) {
  return database.sql(
    `SELECT count(*)::int AS accounts,
       sum((SELECT count(*) FROM subscriptions s WHERE s.account_id = a.id))::int AS subscriptions,
       sum((SELECT count(*) FROM account_history h WHERE h.account_id = a.id AND h.kind = 'COPIED'))::int AS copied
     FROM accounts a WHERE a.source_account_id = $1`,
    [sourceAccountId],
  );
}

/** Holds the row of a customer's account until it is released. */
async function lock(sourceAccountId: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: database.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  const { rowCount } = await client.query('SELECT FROM accounts WHERE source_account_id = $1 FOR UPDATE', [
    sourceAccountId,
  ]);
  expect(rowCount).toBe(1);
  return { release: () => client.end() };
}

/** A request whose beginning is with the server, and whose end comes later. */
async function halfRequest(url: string, beginning: string): Promise<{ finish(end: string): Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', (error) => {
    text ||= error.message;
  });
  socket.on('close', () => {
    text ||= 'closed without an answer';
  });
  socket.write(beginning);
  return {
    finish: (end) => {
      socket.write(end);
      return eventually('the half request is answered', 5000, () => text);
    },
  };
}
