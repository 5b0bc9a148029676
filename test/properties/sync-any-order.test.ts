import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { packageRoot } from '../../src/config/package-root';
import { timeLimit } from '../support/connections';
import { aReseller, setUpResellers, type TestReseller } from '../support/resellers';
import { createWorld, type World } from '../support/world';
import { live, randomOf, type SourceCustomer, type SourceEvent, type Step, shuffled, steps } from './source-events';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the one of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1);
const SENDERS = 8;
const CUSTOMERS = 20;
const EVENTS = 1000;

const NAMES = readFileSync(join(packageRoot(), 'examples', 'northwind', 'customers.ndjson'), 'utf8')
  .split('\n')
  .slice(0, CUSTOMERS)
  .map((line): string => JSON.parse(line).customer.name);

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
});
afterAll(() => world.close());

type Resellers = readonly [TestReseller, TestReseller];
const twoResellers = async (): Promise<Resellers> => [
  await aReseller(world, { name: 'One', currency: 'EUR', separateInvoices: true }),
  await aReseller(world, { name: 'Two', currency: 'USD', separateInvoices: false }),
];

test(
  'A30: 1,000 random events of 20 customers, shuffled, repeated, from 8 senders at once, end as in order, once',
  async () => {
    console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
    await fc.assert(
      fc.asyncProperty(steps(CUSTOMERS, EVENTS), fc.integer(), async (path: Step[], order: number) => {
        const { truth, events } = live(NAMES, path);
        const inOrder = await twoResellers();
        await deliver(inOrder, events, 1, randomOf(0));

        const anyOrder = await twoResellers();
        const repeated = [...events, ...shuffled(events, order + 1).slice(0, events.length / 3)];
        await deliver(anyOrder, shuffled(repeated, order), SENDERS, randomOf(order));

        expect(await stateOf(anyOrder)).toEqual(await stateOf(inOrder));
        expect(await stateOf(anyOrder)).toEqual(expectedOf(truth));
        for (const resellers of [inOrder, anyOrder]) await assertStatusLines(resellers);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  },
  timeLimit(120_000 * RUNS),
);

/** Sends everything, in calls of random size; what is refused as retryable is sent again at the end of the queue. */
async function deliver(resellers: Resellers, events: readonly SourceEvent[], senders: number, random: () => number) {
  const queue = [...events];
  let left = queue.length * 20;
  const sender = async () => {
    for (let event = queue.shift(); event; event = queue.shift()) {
      left -= 1;
      if (left < 0) throw new Error(`These are refused for ever: ${JSON.stringify(queue.slice(0, 3))}`);
      const batch = [event, ...(event.kind === 'syncCustomers' ? takeAlike(queue, event, random) : [])];
      queue.push(...(await send(resellers[event.reseller], batch)));
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
}

/** With what stands next in the queue and may go in the same call: the order in the call is the order of the queue. */
function takeAlike(queue: SourceEvent[], first: SourceEvent, random: () => number): SourceEvent[] {
  const alike = queue.findIndex((other) => other.kind !== 'syncCustomers' || other.reseller !== first.reseller);
  return queue.splice(0, Math.min(alike < 0 ? queue.length : alike, Math.floor(random() * 30)));
}

/** Gives back what is to be sent again; any other refusal is a failure of the test. */
async function send(reseller: TestReseller, batch: readonly SourceEvent[]): Promise<SourceEvent[]> {
  const [event] = batch;
  if (!event) return [];
  if (event.kind !== 'syncCustomers') {
    const { userErrors } = await world.mutate(reseller.sync, event.kind, event.input, 'outcome');
    return retried(event, userErrors);
  }
  const items = batch.flatMap((one) => (one.kind === 'syncCustomers' ? [one.item] : []));
  const { results } = await world.mutate(
    reseller.sync,
    'syncCustomers',
    { items },
    'results { userErrors { code message retryable } }',
  );
  return batch.flatMap((one, index) => retried(one, results[index].userErrors));
}

/** A snapshot that is newer than the deletion is of a restoration, or after one, that is on its way: it is sent again then. */
function retried(event: SourceEvent, userErrors: readonly { retryable: boolean; code: string }[]): SourceEvent[] {
  const [refusal] = userErrors;
  if (!refusal) return [];
  if (!refusal.retryable && refusal.code !== 'ACCOUNT_DELETED')
    throw new Error(`${JSON.stringify(event)} was refused: ${JSON.stringify(refusal)}`);
  return [event];
}

interface CustomerState {
  name: string;
  status: string;
  city: string;
  options: unknown[];
  version: string;
  deletedOn: string | null;
  parent: boolean;
  subscriptions: Record<string, string | null>;
}

/** What is here of the resellers' customers, times and derived ids aside. */
async function stateOf(resellers: Resellers): Promise<Record<string, CustomerState>> {
  const rows = await world.sql<CustomerState & { id: string }>(
    `WITH i AS MATERIALIZED (SELECT * FROM source_identities WHERE tenant_reseller_id = ANY ($1))
     SELECT a.source_account_id AS id, a.name, a.status, a.billing_address ->> 'city' AS city,
       a.synchronization_options AS options, a.source_version::text AS version, a.deletion_date::text AS "deletedOn",
       a.parent_id = r.account_id AND a.bill_to_id = r.account_id AND i.account_id = a.id AS parent,
       s.ends AS subscriptions
     FROM i JOIN accounts a ON a.tenant_reseller_id = i.tenant_reseller_id AND a.source_account_id = i.source_account_id
     JOIN tenant_resellers r ON r.id = a.tenant_reseller_id
     LEFT JOIN (SELECT account_id, json_object_agg(source_subscription_id, end_date ORDER BY source_subscription_id) AS ends
       FROM subscriptions GROUP BY account_id) s ON s.account_id = a.id
     WHERE a.tenant_reseller_id = ANY ($1)`,
    [resellers.map((reseller) => reseller.id)],
  );
  expect(rows).toHaveLength(new Set(rows.map((row) => row.id)).size);
  return Object.fromEntries(rows.map(({ id, ...state }) => [id, state]));
}

function expectedOf(truth: readonly SourceCustomer[]): Record<string, CustomerState> {
  return Object.fromEntries(
    truth.map((customer) => [
      customer.sourceAccountId,
      {
        name: customer.name,
        status: customer.deletedOn === null ? customer.status : 'DELETED',
        city: customer.city,
        options: customer.options,
        version: String(customer.version),
        deletedOn: customer.deletedOn,
        parent: true,
        subscriptions: Object.fromEntries(
          [...customer.subscriptions].map(([id, end]) => [id, earlier(end, customer.deletedOn)]),
        ),
      },
    ]),
  );
}

function earlier(one: string | null, other: string | null): string | null {
  return [one, other].filter((day) => day !== null).sort()[0] ?? null;
}

/** Every line of a status, deletions among them, is a real change, and the last one names the present status. */
async function assertStatusLines(resellers: Resellers): Promise<void> {
  const accounts = await world.sql<{ status: string; lines: string[] | null }>(
    `SELECT a.status, (SELECT json_agg(h.text ORDER BY h.at) FROM account_history h
                       WHERE h.account_id = a.id AND h.kind IN ('STATUS_CHANGED', 'DELETED')) AS lines
     FROM accounts a WHERE a.tenant_reseller_id = ANY ($1)`,
    [resellers.map((reseller) => reseller.id)],
  );
  for (const { status, lines } of accounts) {
    const named = (lines ?? []).map((line) =>
      /Changed to (\w+) due|(Deleted) due/.exec(line)?.slice(1).join('').toUpperCase(),
    );
    named.forEach((name, index) => {
      expect(['ACTIVE', 'SUSPENDED', 'DELETED']).toContain(name);
      // Two deletions stand together when they end the subscriptions on different days: the restoration between was late.
      if (name !== 'DELETED') expect(name).not.toBe(named[index - 1]);
    });
    if (named.length > 0) expect(named.at(-1)).toBe(status);
  }
}
