import { shareholderOf } from '../../../src/domain/caller';
import { FairShare } from '../../../src/server/exchange/fair-share';

/** Takes until it is refused, and says how much it got. */
function takeAll(share: FairShare, holder: string, step = 1): number {
  const holding = share.hold(holder);
  let taken = 0;
  while (holding.take(step)) taken += step;
  return taken;
}

describe('a fair share', () => {
  test('is a half for one alone, however many requests it makes of it', () => {
    const share = new FairShare(100);
    expect([takeAll(share, 'anna'), takeAll(share, 'anna')]).toEqual([50, 0]);
  });

  test('leaves something for the next, however many took all they could', () => {
    const share = new FairShare(1_000);
    const taken = Array.from({ length: 8 }, (_, n) => takeAll(share, `caller ${n}`));
    expect(taken).toEqual([500, 250, 125, 62, 31, 16, 8, 4]);
    expect(takeAll(share, 'late')).toBeGreaterThan(0);
    expect(share.used).toBeLessThan(1_000);
  });

  test('does not let one grow at the cost of others: whoever has most gets nothing until it has given back', () => {
    const share = new FairShare(90);
    const anna = share.hold('anna');
    expect(anna.take(40)).toBe(true);
    expect(share.hold('bob').take(25)).toBe(true);
    expect(anna.take(1)).toBe(false);
    anna.release();
    expect(share.hold('anna').take(30)).toBe(true);
  });

  test('is whole again once all is given back, and given back once only', () => {
    const share = new FairShare(100);
    const [first, second] = [share.hold('anna'), share.hold('anna')];
    first.take(20);
    second.take(20);
    first.release();
    first.release();
    expect(share.used).toBe(20);
    second.release();
    expect(share.used).toBe(0);
    expect(takeAll(share, 'bob')).toBe(50);
  });

  test('takes nothing for a request that is over', () => {
    const share = new FairShare(100);
    const holding = share.hold('anna');
    holding.release();
    expect(holding.take(1)).toBe(false);
    expect(share.used).toBe(0);
  });
});

test("a reseller's services share, people have one each, whatever they are called, and strangers have one together", () => {
  const sync = (id: string, tenantResellerId: string) => ({ kind: 'RESELLER_SYNC', id, tenantResellerId }) as const;
  const person = (id: string) => ({ kind: 'DISTRIBUTOR_USER', id, groups: [] }) as const;
  const holders = [sync('a', 'r1'), sync('a', 'r2'), person('a'), person('b'), person('r1'), null].map(shareholderOf);
  expect(new Set(holders).size).toBe(6);
  expect(shareholderOf(sync('a', 'r1'))).toBe(shareholderOf(sync('b', 'r1')));
});
