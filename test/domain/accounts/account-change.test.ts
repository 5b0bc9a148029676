import { accountChanges } from '../../../src/domain/accounts/account-change';
import { subscriptionChanges } from '../../../src/domain/selling/subscription-change';
import { customerChanges } from '../../../src/domain/sync/customer-changes';
import { storedState } from '../../../src/domain/sync/customer-state';
import { ALPHA_ID, aManagedAccount, anAccount, anAdministrator, aSubscription, aSync } from '../builders';

const admin = anAdministrator();
const subjects = (changes: readonly { readonly subject: string; readonly field: string | null }[]) =>
  changes.map(({ subject, field }) => field ?? subject);

describe('S32: what a call would change of an account', () => {
  test('is nothing where nothing differs', () => {
    expect(accountChanges(admin, anAccount(), anAccount())).toEqual([]);
  });

  test('is each field that differs, before and after as JSON', () => {
    const before = anAccount({ email: 'a@x.example', customFields: { tier: 'gold' } });
    const after = { ...before, email: null, enableOrdering: true, customFields: { tier: 'silver' } };
    expect(accountChanges(admin, before, after)).toEqual(
      [
        { field: 'EMAIL', before: '"a@x.example"', after: 'null' },
        { field: 'ENABLE_ORDERING', before: 'false', after: 'true' },
        { field: 'CUSTOM_FIELDS', before: '{"tier":"gold"}', after: '{"tier":"silver"}' },
      ].map((change) => ({ accountId: before.id, subject: 'FIELD', subscriptionId: null, ...change })),
    );
  });

  test('is who manages it, from nobody on', () => {
    const [change, ...others] = accountChanges(admin, anAccount(), {
      ...anAccount(),
      management: aManagedAccount().management,
    });
    expect(others).toEqual([]);
    expect(change).toMatchObject({ subject: 'MANAGEMENT', field: null, before: 'null' });
    expect(JSON.parse(change?.after ?? '')).toEqual({
      tenantResellerId: ALPHA_ID,
      sourceAccountId: 'c-1',
      origin: 'COPIED_FROM_RESELLER',
    });
  });

  test('is no version that only advances', () => {
    const before = aManagedAccount();
    const management = before.management && { ...before.management, sourceVersion: 9n, snapshotVersion: 9n };
    expect(accountChanges(admin, before, { ...before, management })).toEqual([]);
    const subscription = aSubscription({ sourceVersion: 1n });
    expect(subscriptionChanges(subscription, { ...subscription, sourceVersion: 2n })).toEqual([]);
  });

  test('of a new one is what it has, and none of what is nothing', () => {
    const fresh = anAccount({ email: null, customFields: {}, parentId: null, billToId: null });
    const changes = accountChanges(admin, null, fresh);
    expect(subjects(changes)).toEqual([
      ...['NAME', 'ACCOUNTING_NO', 'BILLING_ADDRESS', 'STATUS', 'CURRENCY', 'ENABLE_ORDERING', 'SEPARATE_INVOICES'],
      ...['RESPONSIBLE_USER', 'PERMISSION_RULE'],
    ]);
    expect(new Set(changes.map(({ before }) => before))).toEqual(new Set([null]));
    // What was something and becomes nothing is a change.
    expect(accountChanges(admin, fresh, { ...fresh, billingAddress: null })).toMatchObject([{ after: 'null' }]);
  });

  test('is to a sync what it may see, and nothing else', () => {
    const before = aManagedAccount();
    const after = {
      ...before,
      name: 'New',
      enableOrdering: false,
      separateInvoices: false,
      parentId: null,
      billToId: null,
      responsibleUserId: null,
      permissionRuleId: null,
      customFields: { x: 1 },
    };
    expect(subjects(accountChanges(aSync(), before, after))).toEqual(['NAME']);
    expect(subjects(accountChanges(admin, before, after))).toHaveLength(8);
  });

  test('is of a customer what an item makes of it and of the subscriptions that it names', () => {
    const account = aManagedAccount();
    const state = storedState(account, new Map([['s-1', aSubscription({ accountId: account.id })]]));
    const NAMED = new Set(['s-1']);
    expect(customerChanges(aSync(), state, state, NAMED)).toEqual([]);
    expect(customerChanges(aSync(), null, null, NAMED)).toEqual([]);
    const ended = aSubscription({ accountId: account.id, endDate: '2026-12-31' });
    const after = { ...state, subscriptions: new Map([['s-1', ended]]) };
    expect(customerChanges(aSync(), state, after, NAMED)).toMatchObject([
      { subject: 'SUBSCRIPTION', subscriptionId: ended.id, accountId: account.id, field: null },
    ]);
    expect(customerChanges(aSync(), state, after, new Set(['s-2']))).toEqual([]);
  });
});
