import fc from 'fast-check';
import { type CustomerState, storedState } from '../../src/domain/sync/customer-state';
import { decideItem } from '../../src/domain/sync/customer-sync';
import { decideDeletion } from '../../src/domain/sync/deletion';
import type { SyncItem } from '../../src/domain/sync/sync-item';
import { anItem, anOption, arrive, facts } from '../domain/builders';

function deleted(state: CustomerState | null, sourceVersion: bigint): CustomerState {
  if (!state) throw new Error('The customer is not here');
  const { account } = decideDeletion(state.account, { sourceVersion, endDate: '2026-03-31' }, 'Alpha');
  return account ? storedState(account, state.subscriptions) : state;
}

/** What a customer of the reseller was, version by version, and perhaps its deletion. */
const anyLife = fc
  .record({
    versions: fc.array(
      fc.record({
        name: fc.constantFrom('One', 'Two', 'Three'),
        email: fc.constantFrom(null, 'a@x.example'),
        status: fc.constantFrom('ACTIVE', 'SUSPENDED'),
        synchronizationOptions: fc.constantFrom([], [anOption('M365')]),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    /** How much newer than the last snapshot the deletion is. */
    deletedAfter: fc.constantFrom(null, 0, 1),
  })
  .map(({ versions, deletedAfter }) => {
    const items = versions.map((version, index) => anItem({ ...version, sourceVersion: BigInt(index) }));
    return { items, deletion: deletedAfter === null ? null : BigInt(items.length - 1 + deletedAfter) };
  });

type Event = SyncItem | bigint;

/** Lets snapshots and deletions (a version) arrive; one that comes before the copy is sent again in the end. */
function live(events: readonly Event[]): CustomerState {
  let state: CustomerState | null = null;
  const early: bigint[] = [];
  for (const event of events) {
    if (typeof event !== 'bigint') {
      const decision = decideItem(state, event, facts());
      expect(decision.refusals.filter(({ code }) => code !== 'ACCOUNT_DELETED')).toEqual([]);
      state = decision.state;
    } else if (state) {
      state = deleted(state, event);
    } else {
      early.push(event);
    }
  }
  for (const deletion of early) state = deleted(state, deletion);
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
  const anyArrival = anyLife.chain(({ items, deletion }) => {
    const events: Event[] = deletion === null ? items : [...items, deletion];
    return fc.record({ inOrder: fc.constant(events), arrived: shuffledAndRepeated(events) });
  });

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

  test('leave lines of real status changes only, the last of which names the present status', () => {
    const words = { ACTIVE: 'Active', SUSPENDED: 'Suspended' };
    fc.assert(
      fc.property(
        anyLife.chain(({ items }) => shuffledAndRepeated(items)),
        (items) => {
          const { account, history, decisions } = arrive(items);
          const lines = history.filter((text) => text.includes('Status Changed'));
          const born = decisions[0]?.state?.account.status === 'ACTIVE' ? 'ACTIVE' : 'SUSPENDED';
          const other = born === 'ACTIVE' ? 'SUSPENDED' : 'ACTIVE';
          expect(lines).toEqual(
            lines.map((_, index) => {
              const status = words[index % 2 === 0 ? other : born];
              return `Account's Status Changed to ${status} due to changes on Alpha`;
            }),
          );
          expect(account.status).toBe(lines.length % 2 === 0 ? born : other);
          const greatest = items.reduce((one, item) =>
            item.customer.sourceVersion > one.customer.sourceVersion ? item : one,
          );
          expect(account.status).toBe(greatest.customer.status);
        },
      ),
      { numRuns: 500 },
    );
  });
});
