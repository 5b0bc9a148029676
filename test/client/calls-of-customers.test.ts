import { setTimeout as sleep } from 'node:timers/promises';
import type { CustomerSyncItem } from '../../client/src/index.ts';
import { FakeServer } from './fake-server';
import { anItem, clientOf, customers, run, statuses, tally } from './runs';

const sizes = (server: FakeServer) => server.calls.map(({ items }) => items.length);

test('customers go 500 a call, and each has one outcome with its place in the source', async () => {
  const server = new FakeServer();
  const ran = await run(server, customers(1_201));
  expect(sizes(server)).toEqual([500, 500, 201]);
  expect(ran.outcomes.map(({ index }) => index)).toEqual(Array.from({ length: 1_201 }, (_, nth) => nth));
  expect(ran.outcomes.map(({ item }) => item.customer.sourceAccountId)).toEqual(
    Array.from({ length: 1_201 }, (_, nth) => `c-${nth}`),
  );
  expect(tally(statuses(ran))).toEqual({ TAKEN: 1_201 });
});

test('a call has less than the 16 MiB that the server takes, however large its customers are', async () => {
  const server = new FakeServer();
  const large = (id: string): CustomerSyncItem => {
    const item = anItem(id);
    return { ...item, customer: { ...item.customer, accountingNo: 'é'.repeat(500_000) } };
  };
  const ran = await run(
    server,
    Array.from({ length: 40 }, (_, nth) => large(`c-${nth}`)),
  );
  expect(Math.max(...server.calls.map(({ bytes }) => bytes))).toBeLessThan(13 * 1024 * 1024);
  expect(server.calls.length).toBeLessThan(6);
  expect(tally(statuses(ran))).toEqual({ TAKEN: 40 });
});

test('a customer of more than 100 subscriptions goes in parts with the same snapshot, and has one outcome', async () => {
  const server = new FakeServer();
  const { outcomes } = await run(server, [anItem('c-1', 1, 230), anItem('c-2')]);
  expect(
    server.taken.map(({ customer, paidSubscriptions }) => [customer.sourceAccountId, paidSubscriptions?.length]),
  ).toEqual([
    ['c-1', 100],
    ['c-1', 100],
    ['c-1', 30],
    ['c-2', 1],
  ]);
  expect(outcomes).toHaveLength(2);
  expect(outcomes[0]).toMatchObject({ status: 'TAKEN', outcome: 'CREATED' });
  expect(outcomes[0]?.subscriptions.map(({ sourceSubscriptionId }) => sourceSubscriptionId)).toEqual(
    Array.from({ length: 230 }, (_, nth) => `s-${nth}`),
  );
});

test('of a customer in parts the refused part decides, at its place in the item; what was taken is told', async () => {
  const server = new FakeServer();
  const path = ['paidSubscriptions', '7', 'sku'];
  server.refuse = ({ paidSubscriptions }) =>
    paidSubscriptions?.[0]?.sourceSubscriptionId === 's-100'
      ? { code: 'SERVICE_NOT_OFFERED', retryable: false, path }
      : null;
  const { outcomes } = await run(server, [anItem('c-1', 1, 201)]);
  expect(outcomes).toMatchObject([
    { status: 'REFUSED', errors: [{ code: 'SERVICE_NOT_OFFERED', path: ['paidSubscriptions', '107', 'sku'] }] },
  ]);
  expect(outcomes[0]?.subscriptions).toHaveLength(101);
});

test('as many calls are under way as may be, and items of one customer are never in two of them', async () => {
  const server = new FakeServer(() => ({ does: 'take', afterMs: 20 }));
  const items = Array.from({ length: 4_800 }, (_, nth) => anItem(`c-${nth % 1_600}`, Math.floor(nth / 1_600) + 1));
  const ran = await run(server, items, { options: { concurrency: 3 } });
  expect(server.mostAtOnce).toBe(3);
  expect([...server.overlaps]).toEqual([]);
  expect(ran.outcomes).toHaveLength(4_800);
  expect(tally(ran.outcomes.map((one) => (one.status === 'TAKEN' ? one.outcome : one.status)))).toEqual({
    CREATED: 1_600,
    APPLIED: 3_200,
  });
});

test('items of one customer are taken in the order of the source', async () => {
  const server = new FakeServer();
  await run(
    server,
    Array.from({ length: 900 }, (_, nth) => anItem('c-1', nth)),
  );
  expect(server.taken.map(({ customer }) => Number(customer.sourceVersion))).toEqual(
    Array.from({ length: 900 }, (_, nth) => nth),
  );
});

test('what an item has besides stays here, and comes back with its outcome', async () => {
  const server = new FakeServer();
  const [outcome] = (await run(server, [{ ...anItem('c-1'), line: 7 } as CustomerSyncItem])).outcomes;
  expect(Object.keys(server.taken[0] ?? {})).toEqual(['customer', 'paidSubscriptions']);
  expect(outcome?.item).toMatchObject({ line: 7 });
});

test('a version of 64 bits may be a bigint', async () => {
  const server = new FakeServer();
  const item = anItem('c-1');
  await run(server, [{ ...item, customer: { ...item.customer, sourceVersion: 9223372036854775807n } }]);
  expect(server.taken[0]?.customer.sourceVersion).toBe('9223372036854775807');
});

test('the source is read no faster than it is sent, and nothing is sent that nobody takes', async () => {
  const server = new FakeServer();
  let read = 0;
  function* source() {
    for (; read < 20_000; read += 1) yield anItem(`c-${read}`);
  }
  const outcomes = clientOf(server).syncCustomers(source());
  await outcomes.next();
  // Until nothing more is read: however many turns that takes, most of the source is left.
  for (let soon = -1; read !== soon; await sleep(100)) soon = read;
  expect(read).toBeLessThan(6_000);
  for (let nth = 1; nth < 15_000; nth += 1) await outcomes.next();
  expect(read).toBeGreaterThan(15_000);
  await outcomes.return();
  const calls = server.calls.length;
  await sleep(50);
  expect(server.calls.length).toBe(calls);
});

test('what a slow source gives is sent soon, not when a call is full', async () => {
  const server = new FakeServer();
  async function* source() {
    for (const item of customers(3)) {
      yield item;
      await sleep(120);
    }
  }
  await run(server, source());
  expect(sizes(server)).toEqual([1, 1, 1]);
});

test('a source that fails: what it gave has its outcome, then its error is thrown', async () => {
  const server = new FakeServer();
  async function* source() {
    yield anItem('c-1');
    throw new Error('The disk is gone');
  }
  const outcomes: string[] = [];
  const ran = (async () => {
    for await (const { status } of clientOf(server).syncCustomers(source())) outcomes.push(status);
  })();
  await expect(ran).rejects.toThrow('The disk is gone');
  expect(outcomes).toEqual(['TAKEN']);
});

test('an item that is none is refused here, and nobody else', async () => {
  const server = new FakeServer();
  const circle: Record<string, unknown> = { sourceAccountId: 'c-2' };
  circle.itself = circle;
  const items = [anItem('c-1'), { customer: {} }, null, { customer: circle }, anItem('c-3')] as CustomerSyncItem[];
  const ran = await run(server, items);
  expect(statuses(ran)).toEqual(['TAKEN', 'REFUSED', 'REFUSED', 'REFUSED', 'TAKEN']);
  expect(ran.outcomes[1]).toMatchObject({ errors: [{ code: 'INVALID_ITEM' }] });
});

test('a dry run asks for what would change', async () => {
  const server = new FakeServer();
  const { outcomes } = await run(server, customers(2), { run: { dryRun: true } });
  expect(server.calls.map(({ operationName, input }) => [operationName, input.dryRun])).toEqual([
    ['TrySyncCustomers', true],
  ]);
  expect(outcomes).toMatchObject([{ status: 'TAKEN', changes: [] }, { status: 'TAKEN' }]);
  expect(server.taken).toEqual([]);
});
