import type { AccountState } from '../../../src/domain/accounts/account';
import { decideDeletion } from '../../../src/domain/sync/deletion';
import { aManagedAccount } from '../builders';

const DELETED = { status: 'DELETED', deletionDate: '2026-03-31' } as const;

function atVersion(sourceVersion: bigint | null, changes: Partial<AccountState> = {}): AccountState {
  const account = aManagedAccount();
  const { management } = account;
  return {
    ...account,
    management: management && { ...management, sourceVersion, snapshotVersion: sourceVersion },
    ...changes,
  };
}

const deletion = (sourceVersion: bigint) => ({ sourceVersion, endDate: '2026-03-31' });

describe("S12: the reseller's deletion of a customer", () => {
  test.each([
    ['newer than what is here', 6n, 5n],
    ['of the version that is here', 5n, 5n],
    ['of a transferred account that has no version yet', 0n, null],
  ])('is applied: %s', (_what, sent, known) => {
    const { outcome, account, history } = decideDeletion(atVersion(known), deletion(sent), 'Alpha');
    expect(outcome).toBe('APPLIED');
    expect(account).toMatchObject({ ...DELETED, name: 'Copied GmbH', management: { sourceVersion: sent } });
    expect(history).toEqual([
      { kind: 'DELETED', text: 'Deleted due to a deletion on Alpha; subscriptions end on 2026-03-31' },
    ]);
  });

  test('is applied to a suspended customer', () => {
    expect(decideDeletion(atVersion(5n, { status: 'SUSPENDED' }), deletion(6n), 'Alpha').account?.status).toBe(
      'DELETED',
    );
  });

  test('is applied, with the day it names, to an account without a source version of its own', () => {
    const { account } = decideDeletion({ ...atVersion(5n), management: null }, deletion(0n), 'Alpha');
    expect(account).toMatchObject({ ...DELETED, management: null });
  });

  test('is stale when it is older than what is here, and nothing changes', () => {
    expect(decideDeletion(atVersion(5n), deletion(4n), 'Alpha')).toEqual({
      outcome: 'STALE',
      account: null,
      history: [],
    });
  });

  test.each([5n, 6n])('again is unchanged and leaves no line (version %s)', (sent) => {
    const again = decideDeletion(atVersion(6n, DELETED), { sourceVersion: sent, endDate: '2026-12-31' }, 'Alpha');
    expect(again).toMatchObject({ outcome: 'UNCHANGED', history: [] });
    expect(again.account).toMatchObject({ ...DELETED, management: { sourceVersion: 6n } });
  });

  test('again of a greater version, for the same day, is unchanged, and the version advances', () => {
    const again = decideDeletion(atVersion(6n, DELETED), deletion(8n), 'Alpha');
    expect(again).toMatchObject({ outcome: 'UNCHANGED', history: [] });
    expect(again.account).toMatchObject({ ...DELETED, management: { sourceVersion: 8n, snapshotVersion: 6n } });
  });

  test('again of a greater version, for another day, is of a restoration that is late: it is the one that counts', () => {
    const again = decideDeletion(atVersion(6n, DELETED), { sourceVersion: 8n, endDate: '2026-12-31' }, 'Alpha');
    expect(again).toMatchObject({
      outcome: 'APPLIED',
      account: { status: 'DELETED', deletionDate: '2026-12-31', management: { sourceVersion: 8n } },
      history: [{ kind: 'DELETED', text: 'Deleted due to a deletion on Alpha; subscriptions end on 2026-12-31' }],
    });
  });
});
