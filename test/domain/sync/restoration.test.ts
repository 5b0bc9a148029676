import { type CustomerState, storedState } from '../../../src/domain/sync/customer-state';
import { decideItem, decideRestoration } from '../../../src/domain/sync/customer-sync';
import { decideDeletion } from '../../../src/domain/sync/deletion';
import type { CustomerSnapshot } from '../../../src/domain/sync/sync-item';
import { anItem, arrive, aTenantReseller, facts } from '../builders';

/** A customer at version 3, here. */
const here = (changes: Partial<CustomerSnapshot> = {}): CustomerState => {
  const { state } = arrive([anItem({ sourceVersion: 3n, ...changes })]).last;
  if (!state) throw new Error('The customer is not here');
  return storedState(state.account, state.subscriptions);
};

/** The same, deleted with version 5, to end on 31 March. */
function deleted(state = here()): CustomerState {
  const { account } = decideDeletion(state.account, { sourceVersion: 5n, endDate: '2026-03-31' }, 'Alpha');
  if (!account) throw new Error('The customer was not deleted');
  return storedState(account, state.subscriptions);
}

const restore = (state: CustomerState | null, customer: Partial<CustomerSnapshot>) =>
  decideRestoration(state, anItem(customer, []), aTenantReseller());
const kinds = (state: CustomerState | null) => state?.unwritten.history.map(({ kind }) => kind);

describe('S31: the restoration of a customer', () => {
  test('of a greater version than the deletion brings the same account back, with its line and that of its status', () => {
    const before = deleted();
    const { outcome, state, refusals } = restore(before, { sourceVersion: 6n, status: 'SUSPENDED' });
    expect({ outcome, refusals }).toEqual({ outcome: 'APPLIED', refusals: [] });
    expect(state?.account).toMatchObject({
      id: before.account.id,
      status: 'SUSPENDED',
      deletionDate: null,
      management: { sourceVersion: 6n, snapshotVersion: 6n, origin: 'COPIED_FROM_RESELLER' },
    });
    expect(state?.unwritten).toMatchObject({
      changed: true,
      confirmed: true,
      history: [
        { kind: 'RESTORED', text: 'Restored from Alpha after a deletion by mistake' },
        { kind: 'STATUS_CHANGED', text: "Account's Status Changed to Suspended due to changes on Alpha" },
      ],
    });
  });

  test('is the whole snapshot: its values are taken, and the source’s currency and country answered', () => {
    const { state, warnings } = restore(deleted(), {
      sourceVersion: 6n,
      name: 'Back',
      currency: 'GBP',
      hasUnknownCountry: true,
    });
    expect(state?.account).toMatchObject({ name: 'Back', status: 'ACTIVE', currency: 'EUR' });
    expect(kinds(state)).toEqual(['RESTORED', 'REFRESHED', 'STATUS_CHANGED']);
    expect(warnings).toEqual(['SOURCE_CURRENCY_IGNORED', 'COUNTRY_UNKNOWN']);
  });

  test.each([4n, 5n])(
    'of the deletion’s version or older is stale and revives nothing (version %s)',
    (sourceVersion) => {
      const { outcome, state } = restore(deleted(), { sourceVersion, name: 'Late' });
      expect(outcome).toBe('STALE');
      // As any late snapshot it leaves the values that it would have left in order.
      expect(state?.account).toMatchObject({ name: 'Late', status: 'DELETED', management: { sourceVersion: 5n } });
      expect(kinds(state)).toEqual([]);
    },
  );

  test.each([
    ['greater', 4n, { name: 'New' }, 'APPLIED'],
    ['greater, with nothing that differs', 4n, {}, 'UNCHANGED'],
    ['the same', 3n, {}, 'UNCHANGED'],
    ['smaller', 2n, { name: 'Old' }, 'STALE'],
  ])(
    'on a customer that is not deleted is a snapshot and nothing more: %s',
    (_what, sourceVersion, changes, outcome) => {
      const item = anItem({ sourceVersion, ...changes }, []);
      const restored = decideRestoration(here(), item, aTenantReseller());
      const { subscriptions, ...snapshot } = decideItem(here(), item, facts());
      expect(restored).toEqual({ ...snapshot, subscriptions: [] });
      expect(restored.outcome).toBe(outcome);
      expect(kinds(restored.state)).not.toContain('RESTORED');
    },
  );

  test('of the same version with other content is a conflict, as a snapshot is', () => {
    expect(restore(here(), { sourceVersion: 3n, name: 'Other' })).toMatchObject({
      outcome: 'REJECTED',
      refusals: [{ code: 'SOURCE_VERSION_CONFLICT' }],
    });
  });

  test('that comes before the deletion leaves the customer as it is, and so does the deletion', () => {
    const { state } = restore(here(), { sourceVersion: 6n });
    if (!state) throw new Error('The customer is not here');
    expect(decideDeletion(state.account, { sourceVersion: 5n, endDate: '2026-03-31' }, 'Alpha')).toEqual({
      outcome: 'STALE',
      account: null,
      history: [],
    });
  });

  test('lets newer snapshots through again, which a deletion had refused', () => {
    const newer = anItem({ sourceVersion: 7n, name: 'Newer' }, []);
    expect(decideItem(deleted(), newer, facts())).toMatchObject({ refusals: [{ code: 'ACCOUNT_DELETED' }] });
    const { state } = restore(deleted(), { sourceVersion: 6n });
    expect(decideItem(state, newer, facts())).toMatchObject({
      outcome: 'APPLIED',
      state: { account: { name: 'Newer', status: 'ACTIVE' } },
    });
  });

  test('of a customer that is not here waits for its first paid subscription', () => {
    expect(restore(null, { sourceVersion: 6n })).toMatchObject({
      outcome: 'REJECTED',
      state: null,
      refusals: [{ code: 'ACCOUNT_NOT_COPIED', retryable: true, path: ['item', 'customer', 'sourceAccountId'] }],
    });
  });
});
