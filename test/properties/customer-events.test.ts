import fc from 'fast-check';
import type { AccountState } from '../../src/domain/accounts/account';
import { lastDay } from '../../src/domain/selling/subscription';
import type { CustomerState } from '../../src/domain/sync/customer-state';
import { decideItem, decideRestoration } from '../../src/domain/sync/customer-sync';
import { decideDeletion } from '../../src/domain/sync/deletion';
import type { SyncItem } from '../../src/domain/sync/sync-item';
import { anItem, anOption, facts } from '../domain/builders';

/** What the reseller's BSS sends of a customer: snapshots, a restoration among them, and deletions. */
type Event =
  | { readonly kind: 'snapshot' | 'restoration'; readonly item: SyncItem }
  | { readonly kind: 'deletion'; readonly version: bigint; readonly endDate: string };

/**
 * What a customer of the reseller was, version by version. A deletion may have the version that is there or a greater one;
 * whoever is deleted comes back by a restoration.
 */
const anyLife = fc
  .array(
    fc.record({
      name: fc.constantFrom('One', 'Two', 'Three'),
      email: fc.constantFrom(null, 'a@x.example'),
      status: fc.constantFrom('ACTIVE', 'SUSPENDED'),
      synchronizationOptions: fc.constantFrom([], [anOption('M365')]),
      next: fc.constantFrom('live', 'live', 'live', 'delete', 'delete without a version of its own'),
      endDate: fc.constantFrom('2026-03-31', '2026-04-30'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    const events: Event[] = [];
    let version = -1n;
    for (const { next, endDate, ...values } of steps) {
      version += 1n;
      const kind = events.at(-1)?.kind === 'deletion' ? 'restoration' : 'snapshot';
      events.push({ kind, item: anItem({ ...values, sourceVersion: version }, kind === 'snapshot' ? undefined : []) });
      if (next === 'live') continue;
      if (next === 'delete') version += 1n;
      events.push({ kind: 'deletion', version, endDate });
    }
    return events;
  });

/** What one event comes to, as the services have it; null when it is to be sent again. */
function arrival(state: CustomerState | null, event: Event): CustomerState | null {
  if (event.kind === 'deletion') {
    if (!state) return null;
    const { sourceVersion, endDate } = { sourceVersion: event.version, endDate: event.endDate };
    const { account, history } = decideDeletion(state.account, { sourceVersion, endDate }, 'Alpha');
    const after = account ? withAccount(state, account) : state;
    return { ...after, unwritten: { ...after.unwritten, history: [...after.unwritten.history, ...history] } };
  }
  const decision =
    event.kind === 'snapshot'
      ? decideItem(state, event.item, facts())
      : decideRestoration(state, event.item, facts().reseller);
  const [refusal] = decision.refusals;
  if (!refusal) return decision.state && withAccount(decision.state, decision.state.account);
  expect(['ACCOUNT_DELETED', 'ACCOUNT_NOT_COPIED']).toContain(refusal.code);
  return null;
}

/** A deletion ends subscriptions while the account is deleted (subscription-repository's endWithAccount). */
function withAccount(state: CustomerState, account: AccountState): CustomerState {
  const subscriptions = new Map(
    [...state.subscriptions].map(([source, one]) => [
      source,
      { ...one, endDate: lastDay(one.cancellationDate, account.deletionDate) },
    ]),
  );
  return { ...state, account, subscriptions };
}

/** Lets events arrive; what is refused is sent again after the others, until all have been taken. */
function live(events: readonly Event[]): CustomerState {
  let state: CustomerState | null = null;
  let queue: readonly Event[] = events;
  while (queue.length > 0) {
    const again: Event[] = [];
    for (const event of queue) {
      const after = arrival(state, event);
      if (after) state = after;
      else again.push(event);
    }
    if (again.length === queue.length) throw new Error('These are refused for ever');
    queue = again;
  }
  if (!state) throw new Error('The customer never came');
  return state;
}

const shuffledAndRepeated = <T>(events: readonly T[]) =>
  fc.array(fc.nat({ max: events.length - 1 }), { maxLength: 10 }).chain((again) =>
    fc
      .shuffledSubarray([...events.keys(), ...again.map((_, index) => events.length + index)], {
        minLength: events.length + again.length,
      })
      .map((order) => order.map((place) => events[again[place - events.length] ?? place] as T)),
  );

describe('events of one customer in any order and with repeats', () => {
  const anyArrival = anyLife.chain((events) =>
    fc.record({ inOrder: fc.constant(events), arrived: shuffledAndRepeated(events) }),
  );

  test('end in the same account and the same subscriptions as in order, once', () => {
    fc.assert(
      fc.property(anyArrival, ({ inOrder, arrived }) => {
        const [end, expected] = [live(arrived), live(inOrder)];
        expect(end.account).toEqual(expected.account);
        expect(end.subscriptions).toEqual(expected.subscriptions);
      }),
      { numRuns: 500 },
    );
  });

  test('leave lines of real changes only, the last of which names the present status', () => {
    const named = {
      'Status Changed to Active': 'ACTIVE',
      'Status Changed to Suspended': 'SUSPENDED',
      Deleted: 'DELETED',
    };
    fc.assert(
      fc.property(anyLife.chain(shuffledAndRepeated), (events) => {
        const { account, unwritten } = live(events);
        const lines = unwritten.history.flatMap(({ text }) =>
          Object.entries(named).flatMap(([words, status]) => (text.includes(words) ? [status] : [])),
        );
        lines.forEach((status, index) => {
          // Another deletion of one that is deleted is a line where it ends its subscriptions on another day.
          if (status !== 'DELETED') expect(status).not.toBe(lines[index - 1]);
        });
        if (lines.length > 0) expect(account.status).toBe(lines.at(-1));
        const restored = unwritten.history.filter(({ kind }) => kind === 'RESTORED').length;
        expect(restored).toBe(
          lines.filter((status, index) => status !== 'DELETED' && lines[index - 1] === 'DELETED').length,
        );
        expect(restored).toBeLessThanOrEqual(new Set(events.filter(({ kind }) => kind === 'restoration')).size);
        const greatest = Math.max(...events.map((event) => Number(versionOf(event))));
        expect(account.management?.sourceVersion).toBe(BigInt(greatest));
      }),
      { numRuns: 500 },
    );
  });
});

const versionOf = (event: Event) => (event.kind === 'deletion' ? event.version : event.item.customer.sourceVersion);
