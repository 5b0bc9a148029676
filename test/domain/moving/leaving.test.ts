import {
  closeAll,
  type LeavingFacts,
  planRelease,
  type ReleasedSubscription,
} from '../../../src/domain/moving/leaving';
import { Prices } from '../../../src/domain/resellers/price-list';
import { aManagedAccount, aSubscription } from '../builders';

const TODAY = '2026-06-15';
const PATH = ['input', 'accounts', '0', 'subscriptions'];
const id = (end: string) => `0197a000-0000-7000-8000-0000000000${end}`;
const [MAIL, LISTED, LATER] = [id('e1'), id('e2'), id('e3')];
const running = [
  aSubscription({ id: MAIL }),
  aSubscription({ id: LISTED, service: { id: id('f2'), sku: 'LISTED', name: 'Listed' }, priceSource: 'PRICE_LIST' }),
  aSubscription({ id: LATER, startDate: '2026-07-01' }),
];
const prices = new Prices([
  {
    ...{ id: id('f1'), sku: 'MAIL', name: 'Mailbox', listed: [] },
    prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY' as const, amount: '2.75' }],
  },
]);
const facts = (changes: Partial<LeavingFacts> = {}): LeavingFacts => ({
  ...{ account: aManagedAccount(), announced: null, lastStep: 'COPIED', hasPending: false, running },
  ...changes,
});
const KNOWN = new Set([MAIL, LISTED, LATER, id('e4')]);
const plan = (sent: readonly ReleasedSubscription[], changes: Partial<LeavingFacts> = {}) =>
  planRelease(facts(changes), sent, KNOWN, prices, TODAY, PATH);
const ends = (subscriptionId: string) => ({ subscriptionId, goesOn: false });
const goesOn = (subscriptionId: string, unitPrice: string | null = null) => ({
  subscriptionId,
  goesOn: true,
  unitPrice,
});
const closed = (subscription: string, closedOn: string) => expect.objectContaining({ id: subscription, closedOn });

describe('S29: what becomes of the subscriptions of a released account', () => {
  test('those that end do so yesterday, and what has not begun the day before its start', () => {
    expect(plan([ends(MAIL), ends(LISTED), ends(LATER)])).toEqual({
      kept: [],
      closed: [closed(MAIL, '2026-06-14'), closed(LISTED, '2026-06-14'), closed(LATER, '2026-06-30')],
    });
    const [today, ...others] = closeAll([aSubscription({ startDate: TODAY })], TODAY);
    expect([today?.closedOn, others]).toEqual(['2026-06-14', []]);
  });

  test('those that go on cost what is named, else what the service does now; null is not named', () => {
    expect(plan([goesOn(MAIL, null), goesOn(LISTED, '0.000001'), goesOn(LATER, '3')])).toMatchObject({
      kept: [
        { id: MAIL, unitPrice: '2.75', priceSource: 'SERVICE' },
        { id: LISTED, unitPrice: '0.000001', priceSource: 'SET_BY_DISTRIBUTOR' },
        { id: LATER, unitPrice: '3', priceSource: 'SET_BY_DISTRIBUTOR' },
      ],
      closed: [],
    });
  });

  test('one of a service without a price of its own goes on at a named price only', () => {
    expect(plan([ends(MAIL), goesOn(LISTED), ends(LATER)])).toMatchObject([
      { code: 'SERVICE_NOT_OFFERED', path: [...PATH, '1', 'subscriptionId'] },
    ]);
  });

  test('every refusal is told at once; those missing only when nothing else is wrong', () => {
    expect(plan([goesOn(LISTED), ends(id('aa')), { ...ends(MAIL), unitPrice: '1' }, ends(MAIL)])).toMatchObject([
      { code: 'NOT_FOUND', path: [...PATH, '1', 'subscriptionId'] },
      { code: 'INVALID_INPUT', path: [...PATH, '3', 'subscriptionId'] },
      { code: 'INVALID_INPUT', path: [...PATH, '2', 'unitPrice'] },
      { code: 'SERVICE_NOT_OFFERED', path: [...PATH, '0', 'subscriptionId'] },
    ]);
    expect(plan([ends(MAIL)])).toMatchObject([{ code: 'INVALID_INPUT', path: PATH }]);
  });

  test('one that has ended may be named, and nothing becomes of it', () => {
    const all = [ends(MAIL), ends(LISTED), ends(LATER)];
    expect(plan([...all, goesOn(id('e4'), '9')])).toEqual(plan(all));
  });

  test('of a deleted account all of them end, whatever is said of them', () => {
    const account = aManagedAccount({ status: 'DELETED', deletionDate: '2026-12-31' });
    expect(plan([goesOn(MAIL, '1'), goesOn(LISTED), ends(LATER)], { account })).toMatchObject({
      kept: [],
      closed: [{ id: MAIL }, { id: LISTED }, { id: LATER }],
    });
  });
});
