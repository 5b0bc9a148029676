import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { type Example, SKU, setUpExample } from '../example';
import { post, statusOf } from '../http-client';
import { type Server, startServer } from '../server-process';

const SENDERS = 16;
const ITEMS = 100;

let database: TestDatabase;
let dataDir: string;
let server: Server;
let example: Example;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'ready-'));
  server = await startServer(dataDir, database);
  example = await setUpExample(server.url, dataDir);
}, 60_000);
afterAll(async () => {
  server.signal('SIGKILL');
  await server.exit;
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('sixteen senders of bulk calls do not make a server unready: whoever looks waits behind none of them', async () => {
  let isOver = false;
  let calls = 0;
  const sender = async (name: number) => {
    for (let version = 1; !isOver; version += 1) {
      const items = Array.from({ length: ITEMS }, (_, at) => ({
        customer: {
          sourceAccountId: `b-${name}-${at}`,
          sourceVersion: String(version),
          name: `v${version}`,
          status: 'ACTIVE',
        },
        paidSubscriptions: [
          {
            sourceSubscriptionId: `s-${name}-${at}`,
            sku: SKU,
            quantity: 1,
            billingPeriod: 'MONTHLY',
            startDate: '2026-01-31',
          },
        ],
      }));
      const query = `mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { outcome } userErrors { code } } }`;
      await post(server.url, example.europe.token, query, { input: { items } });
      calls += 1;
    }
  };
  const sending = Promise.all(Array.from({ length: SENDERS }, (_, name) => sender(name)));
  await sleep(1_000);
  const polled: (number | null)[] = [];
  for (let poll = 0; poll < 20; poll += 1) {
    polled.push(await statusOf(server.url, '/readyz'));
    await sleep(500);
  }
  isOver = true;
  await sending;
  console.info(`/readyz under ${SENDERS} senders, ${calls} calls of ${ITEMS}: ${JSON.stringify(polled)}`);
  expect(polled).toEqual(polled.map(() => 200));
}, 120_000);
