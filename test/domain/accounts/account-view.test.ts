import {
  ACCOUNT_PARTS,
  type AccountPart,
  EVERY_PART,
  NotReadError,
  partsOf,
} from '../../../src/domain/accounts/account';
import { AccountView, namedReseller } from '../../../src/domain/accounts/account-view';
import type { Caller } from '../../../src/domain/caller';
import {
  ALPHA_ID,
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
  read,
} from '../builders';

const FIELDS = [
  ...(['id', 'name', 'accountingNo', 'email', 'billingAddress', 'status', 'currency'] as const),
  ...(['synchronizationOptions', 'enableOrdering', 'separateInvoices', 'parentId', 'billToId'] as const),
  ...(['responsibleUserId', 'permissionRuleId', 'customFields', 'createdAt', 'updatedAt', 'revision'] as const),
  ...(['managedByReseller', 'access'] as const),
];

const viewOf = (caller: Caller, account: Parameters<typeof read>[0]) => AccountView.of(read(account), caller);

/** What of the account is shown, by name. */
const shown = (view: AccountView): string[] => FIELDS.filter((field) => view[field] !== null);

/** All that can be seen of a view. */
const all = (view: AccountView) => [
  ...FIELDS.map((field) => view[field]),
  ...[view.isThere, view.lockStanding, view.standing(true), view.lockedFields, view.resellerName],
  view.isResellersOwn,
];

const copied = loaded(aManagedAccount({ synchronizationOptions: [anOption('M365')] }));

describe('a sync caller', () => {
  test('sees of an account that its reseller manages what the product lists, and nothing else', () => {
    const view = viewOf(aSync(), copied);
    expect(shown(view)).toEqual([
      ...['id', 'name', 'accountingNo', 'email', 'billingAddress', 'status', 'currency'],
      ...['synchronizationOptions', 'managedByReseller'],
    ]);
    expect([view.name, view.status, view.currency]).toEqual(['Copied GmbH', 'ACTIVE', 'EUR']);
    expect(view.managedByReseller?.reseller.name).toBe('Alpha');
  });

  test("sees nothing of another reseller's account, nor of the distributor's own", () => {
    expect(all(viewOf(aSync(BETA_ID), copied))).toEqual(all(AccountView.absent(copied.account.id)));
    const own = loaded(anAccount(), { grantedAccess: 'FULL' });
    expect(all(viewOf(aSync(), own))).toEqual(all(AccountView.absent(own.account.id)));
    expect(all(viewOf(aSync(), loadedResellerAccount(true)))).toEqual(all(AccountView.absent(ALPHAS_ACCOUNT_ID)));
  });
});

describe('a person', () => {
  test.each([
    ['an administrator', anAdministrator(), null, 'FULL'],
    ['the responsible user', aUser('anna'), null, 'FULL'],
    ['a user with READ', aUser(), 'READ', 'READ'],
  ] as const)('sees all of an account: %s', (_who, caller, grantedAccess, access) => {
    const view = viewOf(caller, { ...copied, grantedAccess });
    expect(shown(view)).toEqual(FIELDS);
    expect(view.access).toBe(access);
    expect([view.name, view.enableOrdering, view.separateInvoices]).toEqual(['Copied GmbH', true, true]);
    expect([view.parentId, view.billToId]).toEqual([ALPHAS_ACCOUNT_ID, ALPHAS_ACCOUNT_ID]);
    expect([view.responsibleUserId, view.permissionRuleId]).toEqual(['anna', RULE_ID]);
    expect([view.customFields, view.revision]).toEqual([{}, 1n]);
  });

  test('sees a hidden account exactly as one that is not here', () => {
    const hidden = viewOf(aUser(), copied);
    expect(all(hidden)).toEqual(all(AccountView.absent(copied.account.id)));
    expect(shown(hidden)).toEqual(['id']);
    expect([hidden.isThere, hidden.lockStanding]).toEqual([false, null]);
  });
});

describe('the view of an account', () => {
  test('says of a managed one who manages it, under which id and since when, and what it lacks', () => {
    const view = viewOf(anAdministrator(), copied);
    expect(view.isThere).toBe(true);
    expect(view.isResellersOwn).toBe(false);
    expect(view.lockedFields).toContain('NAME');
    const managed = view.managedByReseller;
    expect([managed?.accountId, managed?.tenantResellerId]).toEqual([copied.account.id, ALPHA_ID]);
    expect(managed?.currency).toBe('EUR');
    expect(managed?.gaps).toEqual({ lacksResponsibleUser: false, lacksPermissionRule: false });
    const lacking = loaded(aManagedAccount({ responsibleUserId: null, permissionRuleId: null }));
    expect(viewOf(anAdministrator(), lacking).managedByReseller?.gaps).toEqual({
      ...{ lacksResponsibleUser: true, lacksPermissionRule: true },
    });
  });

  test("says of one of the distributor's own that nobody manages it", () => {
    const view = viewOf(anAdministrator(), loaded(anAccount()));
    expect([view.isThere, view.isResellersOwn, view.managedByReseller]).toEqual([true, false, null]);
    expect(view.standing(false)).toMatchObject({ isManaged: false, isResellersOwn: false, hasBilledCustomers: false });
  });

  test("says of a reseller's own account that it is, and whether customers are billed to it when that is known", () => {
    const view = viewOf(anAdministrator(), loadedResellerAccount(true));
    expect([view.isThere, view.isResellersOwn]).toEqual([true, true]);
    expect(view.standing(false)).toMatchObject({ isResellersOwn: true, hasBilledCustomers: false, access: 'FULL' });
    expect(view.standing(true)).toMatchObject({ isResellersOwn: true, hasBilledCustomers: true, access: 'FULL' });
  });

  test('of one that is not there is of nobody', () => {
    expect(AccountView.absent(ALPHAS_ACCOUNT_ID).isResellersOwn).toBe(false);
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
    expect(viewOf(caller, loaded(account, { grantedAccess })).synchronizationOptions).toEqual([
      { systemCode: 'M365', key: 'tenant', value: 'v', readOnly },
    ]);
  });
});

describe('what was not read', () => {
  const without = (part: AccountPart) =>
    read(copied, Object.fromEntries(ACCOUNT_PARTS[part].map((field) => [field, undefined])));
  const answersOf = (view: AccountView): Record<string, () => unknown> => ({
    ...Object.fromEntries(FIELDS.map((field) => [field, () => view[field]])),
    ...Object.fromEntries(
      (
        ['reseller', 'sourceVersion', 'origin', 'managedSince', 'lastSyncedAt', 'ribbon', 'sourceAccountId'] as const
      ).map((field) => [`managedByReseller.${field}`, () => view.managedByReseller?.[field]]),
    ),
  });
  const isFault = (answer: () => unknown) => {
    try {
      answer();
      return false;
    } catch (error) {
      expect(error).toBeInstanceOf(NotReadError);
      return true;
    }
  };
  const FAULTS: Record<AccountPart, string[]> = {
    VALUES: [
      ...['accountingNo', 'email', 'currency', 'enableOrdering', 'separateInvoices', 'parentId', 'billToId'],
      ...['permissionRuleId', 'revision'],
    ],
    DOCUMENTS: ['billingAddress', 'synchronizationOptions', 'customFields'],
    TIMES: ['createdAt', 'updatedAt'],
    MANAGEMENT: ['sourceVersion', 'origin', 'managedSince', 'lastSyncedAt'].map((one) => `managedByReseller.${one}`),
    MANAGER: ['managedByReseller.reseller'],
  };

  test.each(Object.entries(FAULTS))(
    'of %s is a fault where it is asked for, and leaves the rest alone',
    (part, faults) => {
      const answers = answersOf(AccountView.of(without(part as AccountPart), anAdministrator()));
      const failed = Object.keys(answers).filter((field) => isFault(answers[field] as () => unknown));
      expect(failed.sort()).toEqual(faults.sort());
      const whole = answersOf(viewOf(anAdministrator(), copied));
      expect(Object.keys(whole).filter((field) => isFault(whole[field] as () => unknown))).toEqual([]);
    },
  );

  test('is no fault for a sync, which is told nothing of it', () => {
    const untold = ['enableOrdering', 'separateInvoices', 'parentId', 'billToId', 'permissionRuleId', 'customFields'];
    const view = AccountView.of(read(copied, Object.fromEntries(untold.map((one) => [one, undefined]))), aSync());
    expect(untold.map((field) => answersOf(view)[field]?.())).toEqual(untold.map(() => null));
  });
});

test('a managed account whose manager or source is missing is a fault', () => {
  const of = (changes: Parameters<typeof read>[1]) => AccountView.of(read(copied, changes), anAdministrator());
  expect(of({}).managedByReseller?.ribbon).toBe('This account is managed by Alpha Tenant Reseller');
  expect(() => of({ managerName: null }).managedByReseller?.ribbon).toThrow('managerName');
  expect(() => of({ sourceAccountId: null }).managedByReseller?.sourceAccountId).toThrow('sourceAccountId');
  expect(() => of({ manager: null }).managedByReseller?.reseller).toThrow('was not found');
});

test('the same parts are one object, whatever their order', () => {
  expect(partsOf(['TIMES', 'VALUES', 'TIMES'])).toBe(partsOf(['VALUES', 'TIMES']));
  expect(partsOf([])).not.toBe(partsOf(['VALUES']));
  expect(EVERY_PART).toBe(partsOf(['MANAGER', 'MANAGEMENT', 'TIMES', 'DOCUMENTS', 'VALUES']));
});

test('messages name the reseller that manages the account, or whose own it is', () => {
  const named = [copied, loadedResellerAccount(false), loaded(anAccount())];
  expect(named.map(namedReseller)).toEqual(['Alpha', 'Alpha', null].map((resellerName) => ({ resellerName })));
  expect(named.map((one) => viewOf(anAdministrator(), one).resellerName)).toEqual(['Alpha', 'Alpha', null]);
  expect(namedReseller(null)).toEqual({ resellerName: null });
  expect(AccountView.absent('x').resellerName).toBeNull();
});
