import type { PlannedAccountFragment } from '../../../examples/portal/src/api/generated.ts';
import { changedParts } from '../../../examples/portal/src/pages/reseller/go-live/changed-parts.ts';
import { placesAt, transferInput } from '../../../examples/portal/src/pages/reseller/go-live/transfer-draft.ts';
import { changedValues } from '../../../examples/portal/src/pages/reseller/overview/changed-values.ts';
import { priceLines } from '../../../examples/portal/src/pages/reseller/prices/price-lines.ts';

describe('the lines of a price list', () => {
  const entry = (sku: string, validFrom: string, billingPeriod = 'MONTHLY') => ({
    sku,
    currency: 'EUR',
    billingPeriod,
    validFrom,
  });
  const entries = [
    entry('A', '2026-01-01'),
    entry('A', '2026-06-01'),
    entry('A', '2026-12-01'),
    entry('A', '2026-01-01', 'ANNUAL'),
    entry('B', '2027-01-01'),
  ];

  test.each([
    ['before any', '2025-12-31', [null, null, null]],
    ['on the first day', '2026-01-01', ['2026-01-01', '2026-01-01', null]],
    ['the day before the next', '2026-05-31', ['2026-01-01', '2026-01-01', null]],
    ['on its day', '2026-06-01', ['2026-06-01', '2026-01-01', null]],
    ['when all are past', '2027-01-01', ['2026-12-01', '2026-01-01', '2027-01-01']],
  ])('what is present %s', (_, today, expected) => {
    expect(priceLines(entries, today, false).map(({ present }) => present?.validFrom ?? null)).toEqual(expected);
  });

  test('nothing is present of what may go on overleaf', () => {
    const [whole, cut] = priceLines([entry('A', '2026-01-01'), entry('B', '2026-01-01')], '2026-02-01', true);
    expect(whole?.present?.validFrom).toBe('2026-01-01');
    expect(cut?.present).toBeNull();
  });
});

describe('the parts that change', () => {
  test('of a value without parts is the value', () => {
    expect(changedParts('"EUR"', '"USD"')).toEqual([{ part: '', before: 'EUR', after: 'USD' }]);
    expect(changedParts(null, '"EUR"')).toEqual([{ part: '', before: '', after: 'EUR' }]);
  });

  test('of an object are those that differ, be they there before or not', () => {
    expect(changedParts('null', '{"origin":"COPIED","id":null}')).toEqual([
      { part: 'origin', before: '', after: 'COPIED' },
    ]);
    expect(changedParts('{"a":1,"b":[1]}', '{"a":1,"b":[1,2]}')).toEqual([
      { part: 'b', before: '[1]', after: '[1,2]' },
    ]);
    expect(changedParts('{"moveTo":null}', '{"moveTo":{"sourceAccountId":"X"}}')).toEqual([
      { part: 'sourceAccountId', before: '', after: 'X' },
    ]);
  });
});

test('what was not touched is not sent', () => {
  const before = { name: 'Alpha', currency: 'EUR', priceListId: 'gold' as string | null };
  expect(changedValues(before, before)).toEqual({});
  expect(changedValues(before, { ...before, priceListId: null })).toEqual({ priceListId: null });
});

test('a transfer names every subscription that runs, where its field is', () => {
  const planned = {
    account: { id: 'one' },
    subscriptions: [{ id: 's-1' }, { id: 's-2' }],
  } as unknown as PlannedAccountFragment;
  const drafts = { one: { sourceAccountId: 'source', subscriptions: { 's-2': 'source-2' } } };
  expect(transferInput('reseller', [planned], drafts, true)).toEqual({
    tenantResellerId: 'reseller',
    dryRun: true,
    accounts: [
      {
        accountId: 'one',
        sourceAccountId: 'source',
        subscriptions: [
          { subscriptionId: 's-1', sourceSubscriptionId: '' },
          { subscriptionId: 's-2', sourceSubscriptionId: 'source-2' },
        ],
      },
    ],
  });
  expect(placesAt(3, planned)).toEqual([
    ['accounts', 3, 'sourceAccountId'],
    ['accounts', 3, 'subscriptions', 0],
    ['accounts', 3, 'subscriptions', 1],
  ]);
});
