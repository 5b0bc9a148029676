import { type AccountView, absentAccount, namedReseller, viewFor } from '../../../src/domain/accounts/account-view';
import {
  ALPHAS_ACCOUNT_ID,
  aManagedAccount,
  anAccount,
  anAdministrator,
  anOption,
  aSync,
  aUser,
  BETA_ID,
  loaded,
  loadedResellerAccount,
  RULE_ID,
} from '../builders';

/** What shows something of the account in a view, besides what the view is made of. */
function shown(view: AccountView): string[] {
  const { standing: _standing, below: _below, ...fields } = view;
  return Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field]) => field)
    .sort();
}

const copied = loaded(aManagedAccount({ synchronizationOptions: [anOption('M365')] }));

describe('a sync caller', () => {
  test('sees of an account that its reseller manages what the product lists, and nothing else', () => {
    const view = viewFor(aSync(), copied);
    expect(shown(view)).toEqual(
      [
        ...['id', 'name', 'accountingNo', 'email', 'billingAddress', 'status', 'currency'],
        'synchronizationOptions',
      ].sort(),
    );
    expect(view).toMatchObject({ name: 'Copied GmbH', status: 'ACTIVE', currency: 'EUR', below: 'SUBSCRIPTIONS' });
    // managedByReseller stands on it.
    expect(view.standing?.managedBy?.name).toBe('Alpha');
  });

  test("sees nothing of another reseller's account, nor of the distributor's own", () => {
    expect(viewFor(aSync(BETA_ID), copied)).toEqual(absentAccount(copied.account.id));
    const own = loaded(anAccount(), { grantedAccess: 'FULL' });
    expect(viewFor(aSync(), own)).toEqual(absentAccount(own.account.id));
    expect(viewFor(aSync(), loadedResellerAccount(true))).toEqual(absentAccount(ALPHAS_ACCOUNT_ID));
  });
});

describe('a person', () => {
  test.each([
    ['an administrator', anAdministrator(), null],
    ['the responsible user', aUser('anna'), null],
    ['a user with READ', aUser(), 'READ'],
  ] as const)('sees all of an account: %s', (_who, caller, grantedAccess) => {
    const view = viewFor(caller, { ...copied, grantedAccess });
    expect(view).toMatchObject({
      name: 'Copied GmbH',
      enableOrdering: true,
      separateInvoices: true,
      parentId: ALPHAS_ACCOUNT_ID,
      billToId: ALPHAS_ACCOUNT_ID,
      responsibleUserId: 'anna',
      permissionRuleId: RULE_ID,
      customFields: {},
      revision: 1n,
      below: 'EVERYTHING',
    });
    expect(shown(view)).toHaveLength(18);
  });

  test('sees a hidden account exactly as one that is not here', () => {
    expect(viewFor(aUser(), copied)).toEqual(absentAccount(copied.account.id));
    expect(shown(viewFor(aUser(), copied))).toEqual(['id']);
    expect(viewFor(aUser(), copied)).toMatchObject({ standing: null, below: 'NOTHING' });
  });
});

describe('a synchronization option is read-only', () => {
  const options = { synchronizationOptions: [anOption('M365')] };
  const deletion = { status: 'DELETED', deletionDate: '2026-03-31' } as const;
  test.each([
    ['on a managed account for an administrator', aManagedAccount(options), anAdministrator(), null, true],
    ['on a managed account for its sync', aManagedAccount(options), aSync(), null, true],
    ['on an own account for a user with EDIT', anAccount(options), aUser(), 'EDIT', false],
    ['on an own account for a user with READ', anAccount(options), aUser(), 'READ', true],
    ['on a deleted own account', anAccount({ ...options, ...deletion }), anAdministrator(), null, true],
  ] as const)('%s', (_where, account, caller, grantedAccess, readOnly) => {
    expect(viewFor(caller, loaded(account, { grantedAccess })).synchronizationOptions).toEqual([
      { systemCode: 'M365', key: 'tenant', value: 'v', readOnly },
    ]);
  });
});

test('messages name the reseller that manages the account, or whose own it is', () => {
  expect(namedReseller(copied)).toEqual({ resellerName: 'Alpha' });
  expect(namedReseller(loadedResellerAccount(false))).toEqual({ resellerName: 'Alpha' });
  expect(namedReseller(loaded(anAccount()))).toEqual({ resellerName: null });
  expect(namedReseller(null)).toEqual({ resellerName: null });
});
