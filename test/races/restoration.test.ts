import { aCustomer, aPaidSubscription, copy, type Setup } from '../support/resellers';
import type { World } from '../support/world';
import { sound } from './invariants';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation, Payload } from './side';
import { codesOf } from './writes';

let world: World;
let setup: Setup;
let track: Racetrack;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld());
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

let sources = 0;
/** A customer with one subscription that runs and one that ends by itself. */
async function aRacedCustomer(): Promise<{ id: string; source: string }> {
  sources += 1;
  const source = `restored-${sources}`;
  const id = await copy(world, setup.alpha, aCustomer(source));
  const paidSubscriptions = [aPaidSubscription('s-2', { sourceVersion: '1', endDate: '2026-12-31' })];
  const items = [{ customer: aCustomer(source), paidSubscriptions }];
  await world.mutate(setup.alpha.sync, 'syncCustomers', { items }, 'results { outcome }');
  return { id, source };
}

const bySync = (mutation: string, input: Operation['input'], selection = 'outcome'): Operation => ({
  caller: setup.alpha.sync,
  mutation,
  input,
  selection,
});
const deletion = (source: string, sourceVersion: string, endDate = '2026-06-30') =>
  bySync('deleteManagedAccount', { sourceAccountId: source, sourceVersion, endDate });
const restoration = (source: string, sourceVersion: string) =>
  bySync('restoreManagedAccount', { customer: aCustomer(source, { sourceVersion, name: 'Restored' }) });
const send = (world: World, { caller, mutation, input, selection }: Operation) =>
  world.mutate(caller, mutation, input, selection);

interface End {
  readonly status: string;
  readonly version: string;
  readonly name: string;
  readonly ends: Record<string, string | null>;
  readonly lines: string[] | null;
}

/** What is there in the end. */
async function endOf(id: string): Promise<End> {
  const [end] = await world.sql<End>(
    `SELECT a.status, a.source_version::text AS version, a.name,
       (SELECT json_object_agg(s.source_subscription_id, s.end_date ORDER BY s.source_subscription_id)
        FROM subscriptions s WHERE s.account_id = a.id) AS ends,
       (SELECT json_agg(h.kind ORDER BY h.at) FROM account_history h
        WHERE h.account_id = a.id AND h.kind IN ('DELETED', 'RESTORED', 'STATUS_CHANGED')) AS lines
     FROM accounts a WHERE a.id = $1`,
    [id],
  );
  if (!end) throw new Error('The customer is gone');
  return end;
}

const race = (name: string, arrange: () => Promise<Race>) => raceAll(name, track, sound(world, arrange));
const answers = (payloads: readonly Payload[]) =>
  payloads.map((payload) => [payload.outcome, ...codesOf(payload)].join(' ')).join(', ');
const RUNNING = { 's-1': null, 's-2': '2026-12-31' };
const ENDED = { 's-1': '2026-06-30', 's-2': '2026-06-30' };

test('A39: the deletion and its restoration at the same instant end the same, with a line for what really changed', async () => {
  const tally = await race('deletion × restoration', async () => {
    const { id, source } = await aRacedCustomer();
    return {
      operations: [deletion(source, '2'), restoration(source, '3')],
      check: async (payloads) => {
        const { lines, ...end } = await endOf(id);
        expect(end).toEqual({ status: 'ACTIVE', version: '3', name: 'Restored', ends: RUNNING });
        const came = answers(payloads);
        expect(lines).toEqual(came === 'APPLIED, APPLIED' ? ['DELETED', 'RESTORED', 'STATUS_CHANGED'] : null);
        return came;
      },
    };
  });
  expect(tally).toEqual({ 'APPLIED, APPLIED': expect.any(Number), 'STALE, APPLIED': expect.any(Number) });
});

test('a restoration beside the deletion that comes after it: deleted, whichever is first', async () => {
  const tally = await race('restoration × later deletion', async () => {
    const { id, source } = await aRacedCustomer();
    await send(world, deletion(source, '2', '2026-05-31'));
    return {
      operations: [restoration(source, '3'), deletion(source, '4')],
      check: async (payloads) => {
        const { lines, ...end } = await endOf(id);
        expect(end).toEqual({ status: 'DELETED', version: '4', name: 'Restored', ends: ENDED });
        const came = answers(payloads);
        const between = came === 'APPLIED, APPLIED' ? ['RESTORED', 'STATUS_CHANGED'] : [];
        expect(lines).toEqual(['DELETED', ...between, 'DELETED']);
        return came;
      },
    };
  });
  expect(tally).toEqual({ 'APPLIED, APPLIED': expect.any(Number), 'STALE, APPLIED': expect.any(Number) });
});

test('a restoration twice at once is once', async () => {
  const tally = await race('restoration × itself', async () => {
    const { id, source } = await aRacedCustomer();
    await send(world, deletion(source, '2'));
    return {
      operations: [restoration(source, '3'), restoration(source, '3')],
      check: async (payloads) => {
        const { lines, ...end } = await endOf(id);
        expect(end).toEqual({ status: 'ACTIVE', version: '3', name: 'Restored', ends: RUNNING });
        expect(lines).toEqual(['DELETED', 'RESTORED', 'STATUS_CHANGED']);
        return answers(payloads).split(', ').sort().join(', ');
      },
    };
  });
  expect(tally).toEqual({ 'APPLIED, UNCHANGED': expect.any(Number) });
});

test('what is bought at that instant runs on, and what is cancelled ends, whichever is first', async () => {
  const events: [what: string, event: (source: string) => Operation, ends: Record<string, string | null>][] = [
    [
      'a purchase',
      (source) =>
        bySync('recordPaidSubscription', { customer: aCustomer(source), subscription: aPaidSubscription('s-3') }),
      { ...RUNNING, 's-3': null },
    ],
    [
      'a cancellation',
      (source) =>
        bySync('cancelPaidSubscription', {
          sourceAccountId: source,
          sourceSubscriptionId: 's-1',
          endDate: '2026-09-30',
        }),
      { ...RUNNING, 's-1': '2026-09-30' },
    ],
  ];
  for (const [what, event, ends] of events) {
    await race(`restoration × ${what}`, async () => {
      const { id, source } = await aRacedCustomer();
      await send(world, deletion(source, '2'));
      return {
        operations: [restoration(source, '3'), event(source)],
        check: async (payloads) => {
          expect(payloads.map(codesOf)).toEqual([[], []]);
          expect(await endOf(id)).toMatchObject({ status: 'ACTIVE', ends });
          return answers(payloads);
        },
      };
    });
  }
});
