import { type CustomerState, storedState } from '../../../src/domain/sync/customer-state';
import { decideItem } from '../../../src/domain/sync/customer-sync';
import { decideDeletion } from '../../../src/domain/sync/deletion';
import { anItem, aPaidSubscription, arrive, facts } from '../builders';

/** A customer at version 3 that was deleted with version 5, to end on 31 March. */
function deletedCustomer(): CustomerState {
  return deleted(arrive([anItem({ sourceVersion: 3n })]).last.state, 5n);
}

function deleted(state: CustomerState | null, sourceVersion: bigint): CustomerState {
  if (!state) throw new Error('The customer is not here');
  const { account } = decideDeletion(state.account, { sourceVersion, endDate: '2026-03-31' }, 'Alpha');
  return account ? { ...storedState(account, state.subscriptions) } : state;
}

describe('after the deletion (S12)', () => {
  test('a newer snapshot is refused and revives nothing', () => {
    const state = deletedCustomer();
    const decision = decideItem(state, anItem({ sourceVersion: 6n, name: 'Back' }, []), facts());
    expect(decision).toMatchObject({
      outcome: 'REJECTED',
      refusals: [{ code: 'ACCOUNT_DELETED', path: ['item', 'customer', 'sourceAccountId'] }],
    });
    expect(decision.refusals[0]?.retryable ?? false).toBe(false);
    expect(decision.state).toBe(state);
  });

  test.each([2n, 3n, 4n, 5n])('a snapshot of the deletion’s version or older is stale: version %s', (sourceVersion) => {
    const decision = decideItem(deletedCustomer(), anItem({ sourceVersion, status: 'SUSPENDED' }, []), facts());
    expect(decision).toMatchObject({ outcome: 'STALE', refusals: [] });
    expect(decision.state?.account).toMatchObject({
      status: 'DELETED',
      deletionDate: '2026-03-31',
      management: { sourceVersion: 5n },
    });
    expect(decision.state?.unwritten.history).toEqual([]);
  });

  test('a snapshot from before the deletion that comes late leaves its values, and no line', () => {
    const late = decideItem(deletedCustomer(), anItem({ sourceVersion: 4n, name: 'Late' }, []), facts());
    expect(late).toMatchObject({
      outcome: 'STALE',
      warnings: [],
      state: {
        account: { name: 'Late', status: 'DELETED', management: { sourceVersion: 5n, snapshotVersion: 4n } },
        unwritten: { changed: true, confirmed: true, history: [] },
      },
    });
    // One older still changes nothing any more, nor does the same again.
    for (const sourceVersion of [3n, 4n]) {
      const again = decideItem(late.state, anItem({ sourceVersion, name: 'Older' }, []), facts());
      expect(again).toMatchObject({ outcome: 'STALE', warnings: [], refusals: [] });
      expect(again.state?.account.name).toBe('Late');
    }
  });

  test('a late snapshot that brings nothing new is confirmed and changes nothing', () => {
    const late = decideItem(deletedCustomer(), anItem({ sourceVersion: 4n }, []), facts());
    expect(late.state?.unwritten).toMatchObject({ changed: false, confirmed: true });
    const changed = decideItem(deletedCustomer(), anItem({ sourceVersion: 4n, name: 'Late' }, []), facts());
    const after = decideItem(changed.state, anItem({ sourceVersion: 5n, name: 'Late' }, []), facts());
    expect(after.state?.unwritten).toMatchObject({ changed: true, confirmed: true });
  });

  test('a transferred account that was deleted without a version takes no snapshot either', () => {
    const { account } = deletedCustomer();
    const management = account.management && { ...account.management, sourceVersion: null, snapshotVersion: null };
    const decision = decideItem(storedState({ ...account, management }), anItem({ sourceVersion: 0n }, []), facts());
    expect(decision).toMatchObject({ outcome: 'REJECTED', refusals: [{ code: 'ACCOUNT_DELETED' }] });
  });

  test('a paid subscription that comes late with an old snapshot is recorded, ended with the account', () => {
    const late = anItem({ sourceVersion: 3n }, [aPaidSubscription({ sourceSubscriptionId: 's-2' })]);
    const decision = decideItem(deletedCustomer(), late, facts());
    expect(decision).toMatchObject({
      outcome: 'STALE',
      subscriptions: [{ sourceSubscriptionId: 's-2', subscription: { endDate: '2026-03-31', cancellationDate: null } }],
    });
    // The twin: without the deletion it runs on.
    expect(arrive([late]).last.subscriptions).toMatchObject([{ subscription: { endDate: null } }]);
  });
});
