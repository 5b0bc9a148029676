import { storedState } from '../../../src/domain/sync/customer-state';
import { decideItem } from '../../../src/domain/sync/customer-sync';
import type { SyncFacts, SyncItem } from '../../../src/domain/sync/sync-item';
import { ALPHA_ID, aManagedAccount, anItem, anOption, aPaidSubscription, arrive, facts } from '../builders';

const ADDRESS = { line1: 'Main Street 1', line2: null, city: 'Berlin', region: null, postalCode: null, country: 'DE' };

describe('a refused item says in one sentence why', () => {
  test.each<[string, SyncItem[], SyncFacts, string, string]>([
    [
      'without a paid subscription',
      [anItem({}, [])],
      facts(),
      'This customer has not been copied: it has no paid subscription here yet.',
      'item.customer.sourceAccountId',
    ],
    [
      'while back-ordering is off',
      [anItem()],
      facts({ backOrderingActive: false }),
      'Back-ordering is not active for Alpha; an administrator of the distributor activates it.',
      'item.customer',
    ],
    [
      'with other content of the same version',
      [anItem({ sourceVersion: 7n }), anItem({ sourceVersion: 7n, name: 'Other' })],
      facts(),
      'Version 7 was recorded with other content: Name.',
      'item.customer.sourceVersion',
    ],
    [
      'with another status of the same version',
      [anItem(), anItem({ status: 'SUSPENDED' })],
      facts(),
      'Version 1 was recorded with other content: Status.',
      'item.customer.sourceVersion',
    ],
    [
      'with everything else at the same version',
      [
        anItem({ name: 'A', accountingNo: 'A-1', email: 'a@x.example' }),
        anItem({
          ...{ name: 'B', accountingNo: 'A-2', email: 'b@x.example', status: 'SUSPENDED' },
          ...{ billingAddress: ADDRESS, synchronizationOptions: [anOption('M365')] },
        }),
      ],
      facts(),
      'Version 1 was recorded with other content: Name, Accounting No, E-mail, Billing address, Synchronization options and Status.',
      'item.customer.sourceVersion',
    ],
    [
      'with a trial',
      [anItem({}, [aPaidSubscription({ trial: true })])],
      facts(),
      'A trial is not paid. Send it when it becomes paid.',
      'item.subscriptions.0.trial',
    ],
    [
      'with a recorded subscription that is a trial now',
      [anItem(), anItem({}, [aPaidSubscription({ trial: true })])],
      facts(),
      'A trial is not paid. Send it when it becomes paid.',
      'item.subscriptions.0.trial',
    ],
    [
      'with a recorded subscription of another quantity',
      [anItem(), anItem({}, [aPaidSubscription({ quantities: [{ from: '2026-01-31', quantity: 6 }] })])],
      facts(),
      'This subscription was recorded with other content. Service and billing period never change; send another quantity with a source version of the subscription.',
      'item.subscriptions.0.sourceSubscriptionId',
    ],
    [
      'with a service without a price',
      [anItem({}, [aPaidSubscription({ sku: 'USD-ONLY' })])],
      facts(),
      'There is no price of "USD-ONLY" billed MONTHLY in EUR.',
      'item.subscriptions.0.sku',
    ],
  ])('%s', (_when, items, given, sentence, place) => {
    const { last } = arrive(items, given);
    expect(last).toMatchObject({ outcome: 'REJECTED', subscriptions: [], warnings: [] });
    expect(last.refusals.map(({ message, path }) => [message, path.join('.')])).toEqual([[sentence, place]]);
  });

  test('after the deletion of the customer', () => {
    const deleted = storedState(aManagedAccount({ status: 'DELETED', deletionDate: '2026-03-31' }));
    expect(decideItem(deleted, anItem({ sourceVersion: 2n }), facts()).refusals).toMatchObject([
      {
        message:
          'The reseller deleted this customer: nothing newer is taken until it is restored. Then send this again.',
      },
    ]);
  });
});

describe('the history', () => {
  test('of a copy opens with where it came from, then what was sold', () => {
    expect(arrive([anItem()]).last.state?.unwritten.history).toEqual([
      { kind: 'COPIED', text: 'Copied from Alpha with the first paid subscription' },
      { kind: 'SOLD', text: 'Subscription to 5 × Mailbox from 2026-01-31' },
    ]);
  });

  test('has one line for what a refresh changes and one for a status', () => {
    const refresh = anItem({ sourceVersion: 2n, name: 'New', email: null, status: 'SUSPENDED' });
    expect(arrive([anItem(), refresh]).last.state?.unwritten.history.slice(2)).toEqual([
      { kind: 'REFRESHED', text: 'Name, e-mail updated from Alpha' },
      { kind: 'STATUS_CHANGED', text: "Account's Status Changed to Suspended due to changes on Alpha" },
    ]);
  });

  test('has no line of a refresh that changes the status alone', () => {
    const suspended = anItem({ sourceVersion: 2n, status: 'SUSPENDED' });
    expect(
      arrive([anItem(), suspended])
        .last.state?.unwritten.history.slice(2)
        .map(({ kind }) => kind),
    ).toEqual(['STATUS_CHANGED']);
  });
});

describe('what is to be written', () => {
  const stored = storedState(
    aManagedAccount({ name: 'Customer', email: 'c-1@customers.example', billingAddress: null }),
  );
  const unwritten = (...items: SyncItem[]) => {
    let state = stored;
    for (const item of items) state = decideItem(state, item, facts()).state ?? state;
    const { created, changed, confirmed } = state.unwritten;
    return { created, changed, confirmed };
  };

  test('of a customer that was only read is nothing', () => {
    expect(stored.unwritten).toEqual({
      ...{ created: false, changed: false, confirmed: false },
      ...{ history: [], subscriptions: new Map() },
    });
  });

  test('of a copy is all of it, as new', () => {
    expect(arrive([anItem()]).last.state?.unwritten).toMatchObject({ created: true, changed: false, confirmed: true });
  });

  const same = anItem({ sourceVersion: 2n }, []);
  const other = anItem({ sourceVersion: 3n, name: 'New' }, []);
  const late = anItem({ sourceVersion: 0n, name: 'Old' }, []);
  test.each([
    ['nothing, of a late snapshot', [late], { created: false, changed: false, confirmed: false }],
    ['that it was confirmed, of the same', [same], { created: false, changed: false, confirmed: true }],
    ['its values, of a change', [other], { created: false, changed: true, confirmed: true }],
    ['its values, also when the same comes after', [other, other], { created: false, changed: true, confirmed: true }],
  ])('is %s', (_what, items, flags) => {
    expect(unwritten(...items)).toEqual(flags);
  });
});

test('a paid subscription is recorded with the price of the moment, whole', () => {
  const { last, account } = arrive([anItem({}, [aPaidSubscription({ sourceSubscriptionId: 's-9' })])]);
  expect(last.subscriptions).toMatchObject([{ sourceSubscriptionId: 's-9', outcome: 'CREATED' }]);
  expect(last.subscriptions.map(({ subscription }) => subscription)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      accountId: account.id,
      service: { id: expect.any(String), sku: 'MAIL', name: 'Mailbox' },
      quantities: [{ from: '2026-01-31', quantity: 5 }],
      unitPrice: '2.50',
      priceSource: 'SERVICE',
      currency: 'EUR',
      billingPeriod: 'MONTHLY',
      startDate: '2026-01-31',
      endDate: null,
      sourceSubscriptionId: 's-9',
      sourceVersion: null,
      tenantResellerId: ALPHA_ID,
      closedOn: null,
      cancellationDate: null,
      invoicedPeriods: 0,
    },
  ]);
});

test('a copy that lacks nothing comes without a word', () => {
  const { last } = arrive([anItem()]);
  expect(last).toMatchObject({ warnings: [], refusals: [] });
});
