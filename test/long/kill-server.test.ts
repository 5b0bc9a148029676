import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Example, type Reseller, setUpExample } from './example';
import { type Server, startServer } from './server-process';
import { CUSTOMERS, PER_CALL, Sender, statusAt, statusLines, subscriptionsUpTo } from './waves';

const ROUNDS = 20;

let database: TestDatabase;
let dataDir: string;
let server: Server | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'kill-server-'));
});
afterAll(async () => {
  server?.signal('SIGKILL');
  await server?.exit;
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test(`kill -9 of the server amid bulk calls, ${ROUNDS} rounds: nothing acknowledged is lost, no line comes twice`, async () => {
  const startedAt = performance.now();
  server = await startServer(dataDir, database);
  const example = await setUpExample(server.url, dataDir);
  const senders = [example.europe, example.americas].flatMap((reseller) => [
    new Sender(reseller, false),
    new Sender(reseller, true),
  ]);

  let storedUnacknowledged = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    server ??= await startServer(dataDir, database);
    const { url, exit } = server;
    const sending = Promise.all(senders.map((sender) => sender.sendUntil(url, () => false)));
    // The first calls take longer, as a new process does: the kill comes before, amid and after them.
    await sleep(50 + Math.random() * 950);
    server.signal('SIGKILL');
    await sending;
    expect(await exit).toEqual({ code: null, signal: 'SIGKILL' });
    server = undefined;
    storedUnacknowledged += await assertAcknowledgedIsStored(senders);
  }

  // Everything is sent again until it is acknowledged, up to the end of the wave that the foremost sender is in.
  server = await startServer(dataDir, database);
  const { url } = server;
  const lastWave = Math.max(...senders.map((sender) => sender.wavesDone)) + 1;
  await Promise.all(senders.map((sender) => sender.sendUntil(url, ({ wavesDone }) => wavesDone >= lastWave)));
  await assertAcknowledgedIsStored(senders);
  await assertState(example, lastWave);

  // Once more from the beginning: nothing of it is new.
  const again = new Sender(example.europe, false);
  await again.sendUntil(url, ({ wavesDone }) => wavesDone >= lastWave);
  expect([...again.outcomes.keys()].sort()).toEqual(['STALE', 'UNCHANGED']);
  await assertState(example, lastWave);

  const sum = (count: (sender: Sender) => number) => senders.reduce((total, sender) => total + count(sender), 0);
  const calls = sum((sender) => sender.calls);
  const outcomes = ['CREATED', 'APPLIED', 'UNCHANGED', 'STALE', 'REJECTED'].map(
    (outcome) => `${sum((sender) => sender.outcomes.get(outcome) ?? 0)} ${outcome}`,
  );
  console.info(
    `${ROUNDS} rounds, ${calls} calls of ${PER_CALL}, ${sum((sender) => sender.cutOff)} of them cut off; ` +
      `${2 * CUSTOMERS} customers, ${lastWave} versions each; ${outcomes.join(', ')}; ` +
      `${storedUnacknowledged} items found stored that nobody had been told of; ` +
      `${Math.round((performance.now() - startedAt) / 1000)} s`,
  );
  // Else the kills came between the calls and nothing was tried.
  expect(sum((sender) => sender.cutOff)).toBeGreaterThanOrEqual(ROUNDS);
}, 240_000);

interface Stored {
  readonly reseller: string;
  readonly customer: string;
  readonly version: number;
  readonly name: string;
  readonly status: string;
  readonly subscriptions: string[];
  readonly lines: string[];
  readonly others: Record<string, number>;
  readonly identities: number;
}

/** Every account that was copied, with its subscriptions and its history. */
function stored(): Promise<Stored[]> {
  return database.sql<Stored>(
    `SELECT a.tenant_reseller_id AS reseller, a.source_account_id AS customer, a.source_version::int AS version,
       a.name, a.status,
       ARRAY(SELECT s.source_subscription_id FROM subscriptions s WHERE s.account_id = a.id) AS subscriptions,
       ARRAY(SELECT h.text FROM account_history h
             WHERE h.account_id = a.id AND h.kind = 'STATUS_CHANGED' ORDER BY h.at, h.id) AS lines,
       (SELECT json_object_agg(kind, count) FROM (
          SELECT h.kind, count(*) FROM account_history h
          WHERE h.account_id = a.id AND h.kind <> 'STATUS_CHANGED' GROUP BY h.kind) kinds) AS others,
       (SELECT count(*)::int FROM source_identities i
        WHERE i.tenant_reseller_id = a.tenant_reseller_id AND i.source_account_id = a.source_account_id
          AND i.account_id = a.id) AS identities
     FROM accounts a WHERE a.tenant_reseller_id IS NOT NULL`,
  );
}

/** Gives the number of items that are stored although nobody was told. */
async function assertAcknowledgedIsStored(senders: readonly Sender[]): Promise<number> {
  const rows = new Map((await stored()).map((row) => [`${row.reseller} ${row.customer}`, row]));
  const told = new Map<string, number>();
  for (const { reseller, acknowledged } of senders) {
    for (const [customer, wave] of acknowledged) {
      const key = `${reseller.id} c-${customer}`;
      told.set(key, Math.max(wave, told.get(key) ?? 0));
      const row = rows.get(key);
      expect(row?.version ?? 0).toBeGreaterThanOrEqual(wave);
      expect(row?.subscriptions).toEqual(expect.arrayContaining(subscriptionsUpTo(customer, wave)));
    }
  }
  return [...rows].filter(([key, { version }]) => version > (told.get(key) ?? 0)).length;
}

/** One account a source id, at the last wave, with one line for each real change of status and none twice. */
async function assertState({ europe, americas }: Example, wave: number): Promise<void> {
  const rows = await stored();
  const expected = [europe, americas].flatMap((reseller) =>
    Array.from({ length: CUSTOMERS }, (_, customer) => stateAt(reseller, customer, wave)),
  );
  const sorted = rows.map((row) => ({ ...row, subscriptions: [...row.subscriptions].sort() }));
  expect(byCustomer(sorted)).toEqual(byCustomer(expected));
}

function stateAt(reseller: Reseller, customer: number, wave: number): Stored {
  return {
    reseller: reseller.id,
    customer: `c-${customer}`,
    version: wave,
    name: `Customer ${customer} v${wave}`,
    status: statusAt(customer, wave),
    subscriptions: subscriptionsUpTo(customer, wave).sort(),
    lines: statusLines(customer, wave, reseller.name),
    // Every wave renames the customer, and every subscription leaves a line.
    others: { COPIED: 1, REFRESHED: wave - 1, SOLD: subscriptionsUpTo(customer, wave).length },
    identities: 1,
  };
}

function byCustomer(rows: readonly Stored[]): Stored[] {
  const key = ({ reseller, customer }: Stored) => `${reseller} ${customer}`;
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}
