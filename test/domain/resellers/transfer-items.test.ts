import { sourceIdentityKey } from '../../../src/domain/identifiers';
import { decideTransfers, type TransferItem, type TransferWorld } from '../../../src/domain/resellers/transfer-items';
import { anAccount, aTenantReseller } from '../builders';

const ONE = '0197a000-0000-7000-8000-000000000a01';
const TWO = '0197a000-0000-7000-8000-000000000a02';
const RUNS = '0197a000-0000-7000-8000-000000000b01';
const ALPHA = aTenantReseller();
const NOBODY = { isBillTo: false, isParent: false };

const factsOf = (id: string) => ({
  account: anAccount({ id, management: null, billToId: ALPHA.accountId }),
  namedBy: NOBODY,
  resellerName: null,
  tenantResellerAccount: null,
});
const world = (changes: Partial<TransferWorld> = {}): TransferWorld => ({
  reseller: ALPHA,
  today: '2026-06-30',
  facts: new Map([ONE, TWO].map((id) => [id, factsOf(id)])),
  subscriptions: new Map(),
  taken: new Map(),
  ...changes,
});
const item = (accountId: string, sourceAccountId: string, more: Partial<TransferItem> = {}): TransferItem => ({
  accountId,
  sourceAccountId,
  path: ['input', 'accounts', '0'],
  ...more,
});
const came = (items: readonly TransferItem[], of = world()) =>
  decideTransfers(items, of).map(({ refusals, transferred }) =>
    refusals.length > 0 ? refusals.map(({ code }) => code).join() : (transferred?.sourceAccountId ?? 'before'),
  );

describe('S24: items of one call are decided in their order, as if each were alone', () => {
  test.each<[string, TransferItem[], string[]]>([
    ['two accounts', [item(ONE, 'a'), item(TWO, 'b')], ['a', 'b']],
    ['one account twice', [item(ONE, 'a'), item(ONE, 'a')], ['a', 'before']],
    ['one account under two ids', [item(ONE, 'a'), item(ONE, 'b')], ['a', 'ACCOUNT_ALREADY_MANAGED']],
    ['two accounts under one id', [item(ONE, 'a'), item(TWO, 'a')], ['a', 'SOURCE_ACCOUNT_TAKEN']],
    ['one that is refused first', [item(ONE, ' '), item(ONE, 'a')], ['INVALID_INPUT', 'a']],
    [
      'one again, of which what cannot be read is refused',
      [
        item(ONE, 'a'),
        item(ONE, 'a', { subscriptions: [{ subscriptionId: RUNS, sourceSubscriptionId: '\0' }] }),
        item(ONE, 'a', { subscriptions: [{ subscriptionId: 'none', sourceSubscriptionId: 's' }] }),
        item(ONE, 'a', { subscriptions: [{ subscriptionId: RUNS, sourceSubscriptionId: 's' }] }),
      ],
      ['a', 'INVALID_INPUT', 'NOT_FOUND', 'before'],
    ],
    ['one that is not here', [item('no id', 'a'), item(TWO, 'a')], ['ACCOUNT_NOT_FOUND', 'a']],
  ])('%s', (_what, items, expected) => {
    expect(came(items)).toEqual(expected);
  });

  test('what is taken, or not mapped, is refused, and the next one has the source id', () => {
    const taken = new Map([[sourceIdentityKey(ALPHA.id, 'a'), TWO]]);
    expect(came([item(ONE, 'a'), item(TWO, 'b')], world({ taken }))).toEqual(['SOURCE_ACCOUNT_TAKEN', 'b']);
    const subscriptions = new Map([[ONE, [{ id: RUNS, endDate: null, sourceKey: null }]]]);
    const mapping = { subscriptions: [{ subscriptionId: RUNS, sourceSubscriptionId: 's' }] };
    expect(came([item(ONE, 'a'), item(TWO, 'a')], world({ subscriptions }))).toEqual(['INVALID_INPUT', 'a']);
    expect(came([item(ONE, 'a', mapping), item(TWO, 'b')], world({ subscriptions }))).toEqual(['a', 'b']);
  });

  test('what is handed over has its key and its mapping', () => {
    const [decision] = decideTransfers([item(ONE, 'a')], world());
    expect(decision).toEqual({
      refusals: [],
      transferred: {
        ...{ accountId: ONE, sourceAccountId: 'a', key: sourceIdentityKey(ALPHA.id, 'a'), mapped: [] },
        isReturn: false,
      },
    });
  });
});
