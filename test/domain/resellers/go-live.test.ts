import { runsOn } from '../../../src/domain/calendar';
import { activationRefusals, goLiveObstacles } from '../../../src/domain/resellers/go-live';
import { statusRefusal } from '../../../src/domain/resellers/reseller-status';
import { aTenantReseller } from '../builders';

const ALPHA = aTenantReseller({ backOrderingActive: false });
const PATH = ['input', 'tenantResellerId'];

describe('S28: activation', () => {
  const inTheWay = Array.from({ length: 60 }, (_, index) => ({ name: `Account ${index}` }));

  test('is refused with one error for each account in the way, at most fifty', () => {
    const refusals = activationRefusals(ALPHA, inTheWay, PATH);
    expect(refusals).toHaveLength(50);
    expect(refusals[0]).toMatchObject({
      code: 'GO_LIVE_INCOMPLETE',
      message: 'Account 0 is billed to Alpha, has subscriptions that run and is not transferred: transfer it first.',
      path: PATH,
    });
    expect(activationRefusals(ALPHA, inTheWay.slice(0, 2), PATH)).toHaveLength(2);
  });

  test('goes through with nobody in the way, and of a reseller that is live it is no change', () => {
    expect(activationRefusals(ALPHA, [], PATH)).toEqual([]);
    expect(activationRefusals({ ...ALPHA, backOrderingActive: true }, inTheWay, PATH)).toEqual([]);
  });
});

describe('S28: the obstacles of an account', () => {
  const nothing = { runs: false, lacksPrice: false, isNamed: false };

  test.each([
    [{}, false, ['NOT_TRANSFERRED']],
    [{ runs: true }, false, ['NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED']],
    [{}, true, ['NOT_TRANSFERRED', 'CURRENCY_DIFFERS']],
    [{ lacksPrice: true }, false, ['NOT_TRANSFERRED', 'SERVICE_WITHOUT_PRICE']],
    [{ isNamed: true }, false, ['NOT_TRANSFERRED', 'BILLED_BELOW']],
    [
      { runs: true, lacksPrice: true, isNamed: true },
      true,
      ['NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 'CURRENCY_DIFFERS', 'SERVICE_WITHOUT_PRICE', 'BILLED_BELOW'],
    ],
  ])('%j, another currency: %s', (facts, currencyDiffers, obstacles) => {
    expect(goLiveObstacles({ currencyDiffers }, { ...nothing, ...facts })).toEqual(obstacles);
  });
});

test.each([
  [null, true],
  ['2026-06-29', false],
  ['2026-06-30', true],
  ['2026-07-01', true],
])('what ends on %s runs on 30 June: %s', (endDate, runs) => {
  expect(runsOn(endDate, '2026-06-30')).toBe(runs);
});

describe('S30: the sync of a reseller', () => {
  test('that is active is refused nothing', () => {
    expect(statusRefusal(aTenantReseller(), ['input'])).toBeNull();
  });

  test.each([
    ['SUSPENDED', 'RESELLER_SUSPENDED', true],
    ['ENDED', 'RESELLER_ENDED', undefined],
  ] as const)('that is %s is refused everything', (status, code, retryable) => {
    const refusal = statusRefusal(aTenantReseller({ status }), ['input']);
    expect(refusal).toMatchObject({ code, path: ['input'], message: expect.stringContaining('Alpha') });
    expect(refusal?.retryable).toBe(retryable);
  });
});
