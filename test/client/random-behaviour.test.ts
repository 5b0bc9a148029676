import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { CustomerSyncItem } from '../../client/src/index.ts';
import { type Behaviour, FakeServer, refusedCall, turnedAway, UNAVAILABLE } from './fake-server';
import { anItem, QUICK, run } from './runs';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 60);
const SEED = process.env.PROPERTY_SEED === undefined ? undefined : Number(process.env.PROPERTY_SEED);

/** Whatever may happen to a call that is to be sent again, or nothing. */
const behaviour: fc.Arbitrary<Behaviour | undefined> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  fc.integer({ min: 0, max: 4 }).map((afterMs): Behaviour => ({ does: 'take', afterMs })),
  fc.constantFrom<Behaviour>(
    UNAVAILABLE,
    { ...UNAVAILABLE, afterMs: 3 } as Behaviour,
    turnedAway(504, 'OUTCOME_UNKNOWN'),
    refusedCall('TEMPORARILY_UNAVAILABLE', true),
    { does: 'answer', status: 502, body: '<html>' },
    { does: 'break', taken: false },
    { does: 'break', taken: true },
    { does: 'hang' },
    { does: 'takeTwice' },
  ),
);

/** An item of one of a few customers; a version counts up by where it stands. */
const event = fc.record({
  customer: fc.integer({ min: 0, max: 5 }),
  subscriptions: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 98, max: 260 })),
  /** How often it is TEMPORARILY_UNAVAILABLE by itself. */
  failures: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 2 })),
  isPoison: fc.integer({ min: 0, max: 30 }).map((chance) => chance === 0),
  waits: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

test('whatever the server does, each item has one outcome, the order of a customer is kept and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 60 }),
      fc.array(behaviour, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (script, behaviours, concurrency) => {
        const items = script.map(({ customer, subscriptions }, nth) => anItem(`c-${customer}`, nth + 1, subscriptions));
        const poison = new Set(script.flatMap(({ isPoison }, nth) => (isPoison ? [String(nth + 1)] : [])));
        const isPoisoned = (item: CustomerSyncItem) => poison.has(String(item.customer.sourceVersion));
        const server = new FakeServer(({ items: ofCall }, nth) =>
          ofCall.some(isPoisoned) ? turnedAway(400, 'BAD_REQUEST') : behaviours[nth],
        );
        const left = new Map(script.map(({ failures }, nth) => [String(nth + 1), failures]));
        server.refuse = ({ customer: { sourceVersion } }) => {
          const failures = left.get(String(sourceVersion)) ?? 0;
          left.set(String(sourceVersion), failures - 1);
          return failures > 0 ? { code: 'TEMPORARILY_UNAVAILABLE', retryable: true } : null;
        };
        async function* source() {
          for (const [nth, item] of items.entries()) {
            if (script[nth]?.waits) await sleep(2);
            yield item;
          }
        }
        const { outcomes, stopped } = await run(server, source(), {
          options: { concurrency, timeoutMs: 25, retry: { ...QUICK, firstDelayMs: 1, longestDelayMs: 3 } },
        });
        expect(stopped).toBeNull();
        expect(outcomes.map(({ index }) => index)).toEqual(items.map((_, nth) => nth));
        expect(server.mostAtOnce).toBeLessThanOrEqual(concurrency);
        expect([...server.overlaps]).toEqual([]);
        const expected = inOrder(items, isPoisoned);
        for (const [nth, { status }] of outcomes.entries()) {
          // Sent again after what followed it has copied the customer, it is late and no stranger.
          const isCopiedSince = items.slice(nth + 1).some((later) => isPurchaseOf(later, items[nth]));
          const wanted = expected.statuses[nth] ?? '';
          expect(wanted === 'NOT_HERE_YET' && isCopiedSince ? [wanted, 'TAKEN'] : [wanted]).toContain(status);
        }
        for (const [id, { version, subscriptions }] of expected.customers) {
          expect(server.customers.get(id)).toMatchObject({ version, subscriptions });
        }
        expect(server.customers.size).toBe(expected.customers.size);
        expect(firstTimes(server.calls.flatMap(({ items: ofCall }) => ofCall))).toBe(true);
      },
    ),
    { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) },
  );
}, 120_000);

/** What a server that never fails makes of the items, one by one. */
function inOrder(items: readonly CustomerSyncItem[], isPoisoned: (item: CustomerSyncItem) => boolean) {
  const customers = new Map<string, { version: bigint; subscriptions: Set<string> }>();
  const statuses = items.map((item) => {
    const { sourceAccountId, sourceVersion } = item.customer;
    const sold = item.paidSubscriptions ?? [];
    if (isPoisoned(item)) return 'REFUSED';
    const customer = customers.get(sourceAccountId) ?? { version: 0n, subscriptions: new Set<string>() };
    if (sold.length === 0 && !customers.has(sourceAccountId)) return 'NOT_HERE_YET';
    customers.set(sourceAccountId, customer);
    customer.version = BigInt(sourceVersion);
    for (const { sourceSubscriptionId } of sold) customer.subscriptions.add(sourceSubscriptionId);
    return 'TAKEN';
  });
  return { customers, statuses };
}

function isPurchaseOf(later: CustomerSyncItem, item: CustomerSyncItem | undefined): boolean {
  const isOfIt = later.customer.sourceAccountId === item?.customer.sourceAccountId;
  return isOfIt && (later.paidSubscriptions?.length ?? 0) > 0;
}

/** Of each customer, versions are sent for the first time in their order, however often they come again. */
function firstTimes(sent: readonly CustomerSyncItem[]): boolean {
  const newest = new Map<string, bigint>();
  const known = new Set<string>();
  return sent.every(({ customer: { sourceAccountId, sourceVersion } }) => {
    const version = BigInt(sourceVersion);
    const key = `${sourceAccountId} ${version}`;
    const isInOrder = known.has(key) || version > (newest.get(sourceAccountId) ?? 0n);
    known.add(key);
    if (version > (newest.get(sourceAccountId) ?? 0n)) newest.set(sourceAccountId, version);
    return isInOrder;
  });
}
