import { sourceIdentityKey } from '../../../src/domain/identifiers';
import { decideItem } from '../../../src/domain/sync/customer-sync';
import { ALPHA_ID, ALPHAS_ACCOUNT_ID, anItem, anOption, aPaidSubscription, arrive, facts } from '../builders';

const ADDRESS = { line1: 'Main Street 1', line2: null, city: 'Berlin', region: null, postalCode: null, country: 'DE' };

describe('the first paid subscription of a customer', () => {
  test('A1: copies it, with a warning about a currency that is not the reseller’s', () => {
    const { last, account, history } = arrive([anItem({ currency: 'GBP', accountingNo: 'A-9' })]);
    expect(last).toMatchObject({ outcome: 'CREATED', warnings: ['SOURCE_CURRENCY_IGNORED'], refusals: [] });
    expect(account).toMatchObject({
      id: sourceIdentityKey(ALPHA_ID, 'c-1'),
      accountingNo: 'A-9',
      currency: 'EUR',
      enableOrdering: true,
      separateInvoices: true,
      parentId: ALPHAS_ACCOUNT_ID,
      billToId: ALPHAS_ACCOUNT_ID,
    });
    expect(last.subscriptions).toMatchObject([
      {
        sourceSubscriptionId: 's-1',
        outcome: 'CREATED',
        subscription: {
          quantities: [{ from: '2026-01-31', quantity: 5 }],
          unitPrice: '2.50',
          currency: 'EUR',
          endDate: null,
        },
      },
    ]);
    expect(history).toHaveLength(2);
  });

  test.each([
    ['the reseller’s currency', 'EUR', []],
    ['no currency', null, []],
    ['another currency', 'USD', ['SOURCE_CURRENCY_IGNORED']],
  ])('warns of %s only if it differs (S10)', (_what, currency, warnings) => {
    expect(arrive([anItem({ currency })]).last.warnings).toEqual(warnings);
  });

  test('goes through while the API options are unset, with warnings (S7, S8)', () => {
    const unset = facts({}, { lacksResponsibleUser: true, lacksPermissionRule: true });
    expect(arrive([anItem({ currency: 'GBP' })], unset).last).toMatchObject({
      outcome: 'CREATED',
      warnings: ['SOURCE_CURRENCY_IGNORED', 'RESPONSIBLE_USER_UNSET', 'PERMISSION_RULE_UNSET'],
    });
  });

  test('A2: is no trial; the trial that becomes paid is', () => {
    const trial = anItem({}, [aPaidSubscription({ trial: true })]);
    const { decisions, outcomes } = arrive([trial, anItem()]);
    expect(outcomes).toEqual(['REJECTED', 'CREATED']);
    expect(decisions[0]).toMatchObject({
      state: null,
      refusals: [{ code: 'NOT_A_PAID_SUBSCRIPTION', path: ['item', 'subscriptions', '0', 'trial'] }],
    });
  });

  test('A28: copies nothing while back-ordering is off', () => {
    expect(arrive([anItem()], facts({ backOrderingActive: false })).last).toMatchObject({
      outcome: 'REJECTED',
      state: null,
      refusals: [{ code: 'BACK_ORDERING_INACTIVE' }],
    });
  });

  test('copies a suspended customer as such, without a line of a change', () => {
    const { account, history } = arrive([anItem({ status: 'SUSPENDED' })]);
    expect(account.status).toBe('SUSPENDED');
    expect(history.join()).not.toContain('Status Changed');
  });
});

test('A22: a refresh before the copy is refused as retryable; after it, it is applied', () => {
  const refresh = anItem({ sourceVersion: 2n, name: 'New' }, []);
  const { decisions, outcomes } = arrive([refresh, anItem(), refresh]);
  expect(outcomes).toEqual(['REJECTED', 'CREATED', 'APPLIED']);
  expect(decisions[0]).toMatchObject({
    state: null,
    refusals: [{ code: 'ACCOUNT_NOT_COPIED', retryable: true, path: ['item', 'customer', 'sourceAccountId'] }],
  });
});

describe('versions', () => {
  test('A5: the same again is unchanged; other content of the same version is a conflict', () => {
    const { decisions, outcomes, account } = arrive([anItem(), anItem(), anItem({ name: 'Other' })]);
    expect(outcomes).toEqual(['CREATED', 'UNCHANGED', 'REJECTED']);
    expect(decisions[2]?.refusals).toMatchObject([
      { code: 'SOURCE_VERSION_CONFLICT', path: ['item', 'customer', 'sourceVersion'] },
    ]);
    expect(account.name).toBe('Customer');
  });

  test.each([
    ['name', { name: 'Other' }],
    ['accounting number', { accountingNo: null }],
    ['e-mail', { email: 'other@x.example' }],
    ['billing address', { billingAddress: { ...ADDRESS, city: 'Bonn' } }],
    ['options', { synchronizationOptions: [anOption('M365')] }],
    ['status', { status: 'SUSPENDED' }],
  ] as const)('other %s is a conflict at the same version, and applied at a greater one', (_what, change) => {
    const conflicting = arrive([anItem({ billingAddress: ADDRESS }), anItem({ billingAddress: ADDRESS, ...change })]);
    expect(conflicting.outcomes).toEqual(['CREATED', 'REJECTED']);
    const greater = anItem({ billingAddress: ADDRESS, ...change, sourceVersion: 2n });
    const applied = arrive([anItem({ billingAddress: ADDRESS }), greater]);
    expect(applied.outcomes).toEqual(['CREATED', 'APPLIED']);
    expect(applied.account).toMatchObject(change);
  });

  test('A6: what is late is stale and changes nothing', () => {
    const { outcomes, account, history } = arrive([
      anItem({ sourceVersion: 7n, name: 'New' }),
      anItem({ sourceVersion: 6n, name: 'Old', email: null, status: 'SUSPENDED' }),
    ]);
    expect(outcomes).toEqual(['CREATED', 'STALE']);
    expect(account).toMatchObject({ name: 'New', status: 'ACTIVE', management: { sourceVersion: 7n } });
    expect(history).toHaveLength(2);
  });

  test('the version advances also when nothing differs', () => {
    const { outcomes, account, last } = arrive([
      anItem(),
      anItem({ sourceVersion: 9n }),
      anItem({ sourceVersion: 8n, name: 'Late' }),
    ]);
    expect(outcomes).toEqual(['CREATED', 'UNCHANGED', 'STALE']);
    expect(account).toMatchObject({ name: 'Customer', management: { sourceVersion: 9n } });
    expect(last.state?.unwritten.changed).toBe(false);
  });

  test('the source’s currency does not count', () => {
    const { outcomes, last } = arrive([anItem({ currency: 'GBP' }), anItem({ currency: 'USD' })]);
    expect(outcomes).toEqual(['CREATED', 'UNCHANGED']);
    expect(last.warnings).toEqual(['SOURCE_CURRENCY_IGNORED']);
  });

  test('empty at the source is a value: it clears ours (S2)', () => {
    const { account } = arrive([
      anItem({ billingAddress: ADDRESS, synchronizationOptions: [anOption('M365')] }),
      anItem({
        sourceVersion: 2n,
        ...{ accountingNo: null, email: null, billingAddress: null, synchronizationOptions: [] },
      }),
    ]);
    expect(account).toMatchObject({
      accountingNo: null,
      email: null,
      billingAddress: null,
      synchronizationOptions: [],
    });
  });

  test('a refresh touches nothing that the distributor owns', () => {
    const created = arrive([anItem()]).last.state;
    if (!created) throw new Error('It was not created');
    const distributors = {
      responsibleUserId: 'ben',
      permissionRuleId: null,
      separateInvoices: false,
      enableOrdering: false,
      currency: 'CHF',
    };
    const edited = { ...created, account: { ...created.account, ...distributors } };
    const refreshed = decideItem(edited, anItem({ sourceVersion: 2n, name: 'New' }, []), facts());
    expect(refreshed).toMatchObject({ outcome: 'APPLIED', state: { account: { ...distributors, name: 'New' } } });
  });
});

describe('an account that was transferred and has no version yet (S24)', () => {
  const transferred = (sourceVersion: bigint | null) => {
    const { state } = arrive([anItem({ name: 'Own GmbH' })]).last;
    if (!state?.account.management) throw new Error('It was not created');
    const management = {
      ...state.account.management,
      origin: 'TRANSFERRED_TO_RESELLER' as const,
      sourceVersion,
      snapshotVersion: sourceVersion,
    };
    return { ...state, account: { ...state.account, management } };
  };

  test.each([0n, 1n, 9223372036854775807n])('takes its first snapshot, version %s', (sourceVersion) => {
    const first = decideItem(transferred(null), anItem({ sourceVersion, name: 'New' }), facts());
    expect(first).toMatchObject({
      outcome: 'APPLIED',
      state: { account: { name: 'New', management: { sourceVersion, origin: 'TRANSFERRED_TO_RESELLER' } } },
    });
  });

  test('has a version from then on, also when the snapshot brings nothing new', () => {
    const first = decideItem(transferred(null), anItem({ sourceVersion: 3n, name: 'Own GmbH' }), facts());
    expect(first).toMatchObject({ outcome: 'UNCHANGED', state: { account: { management: { sourceVersion: 3n } } } });
    expect(decideItem(first.state, anItem({ sourceVersion: 2n, name: 'Late' }), facts()).outcome).toBe('STALE');
  });
});

describe('S29: a customer that came back', () => {
  const back = (snapshotVersion: bigint) => {
    const { state } = arrive([anItem({ sourceVersion: 7n })]).last;
    if (!state?.account.management) throw new Error('Not copied');
    const management = { ...state.account.management, snapshotVersion };
    return { ...state, account: { ...state.account, name: "Another's", management } };
  };

  test('takes the snapshot of the version that it had: the values are of another one', () => {
    expect(decideItem(back(6n), anItem({ sourceVersion: 7n }), facts())).toMatchObject({
      outcome: 'APPLIED',
      state: { account: { management: { sourceVersion: 7n, snapshotVersion: 7n } } },
    });
    expect(decideItem(back(6n), anItem({ sourceVersion: 6n }), facts()).outcome).toBe('STALE');
  });

  test('and once it has it, refuses other content of it as ever', () => {
    expect(decideItem(back(7n), anItem({ sourceVersion: 7n }), facts()).refusals).toMatchObject([
      { code: 'SOURCE_VERSION_CONFLICT' },
    ]);
  });
});

describe('status changes (S13)', () => {
  test('A7: suspended v5 and active v6 that arrive as 6, 5 leave it active, without a line', () => {
    const { account, history, outcomes } = arrive([
      anItem({ sourceVersion: 4n }),
      anItem({ sourceVersion: 6n }),
      anItem({ sourceVersion: 5n, status: 'SUSPENDED' }),
    ]);
    expect(outcomes).toEqual(['CREATED', 'UNCHANGED', 'STALE']);
    expect(account.status).toBe('ACTIVE');
    expect(history.join()).not.toContain('Status Changed');
  });

  test('A8: a suspension that comes three times leaves exactly one line', () => {
    const suspended = anItem({ sourceVersion: 2n, status: 'SUSPENDED' });
    const { account, history, outcomes } = arrive([anItem(), suspended, suspended, suspended]);
    expect(outcomes).toEqual(['CREATED', 'APPLIED', 'UNCHANGED', 'UNCHANGED']);
    expect(account.status).toBe('SUSPENDED');
    expect(history.slice(2)).toEqual(["Account's Status Changed to Suspended due to changes on Alpha"]);
  });

  test('each change has its line, with the name that the reseller has then (A9)', () => {
    const suspended = arrive([anItem(), anItem({ sourceVersion: 2n, status: 'SUSPENDED' })]);
    const renamed = facts({ name: 'Alpha Cloud' });
    const active = decideItem(suspended.last.state, anItem({ sourceVersion: 3n }), renamed);
    expect(active.state?.unwritten.history.map((line) => line.text).slice(2)).toEqual([
      "Account's Status Changed to Suspended due to changes on Alpha",
      "Account's Status Changed to Active due to changes on Alpha Cloud",
    ]);
  });

  test('the same status in a newer snapshot leaves no line of it', () => {
    const { history } = arrive([anItem(), anItem({ sourceVersion: 2n, name: 'New' })]);
    expect(history.join()).not.toContain('Status Changed');
    expect(history).toHaveLength(3);
  });
});
