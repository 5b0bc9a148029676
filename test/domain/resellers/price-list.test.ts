import { Prices, pricesOn } from '../../../src/domain/resellers/price-list';
import type { BillingPeriod } from '../../../src/domain/vocabulary';

const MAIL = { id: '0197a000-0000-7000-8000-000000000502', sku: 'MAIL', name: 'Mailbox' };
const listed = (validFrom: string, amount: string, currency = 'EUR', billingPeriod: BillingPeriod = 'MONTHLY') => ({
  currency,
  billingPeriod,
  amount,
  validFrom,
});

const prices = new Prices([
  {
    ...MAIL,
    prices: [
      { currency: 'EUR', billingPeriod: 'MONTHLY', amount: '2.50' },
      { currency: 'USD', billingPeriod: 'ANNUAL', amount: '30.00' },
      { currency: 'USD', billingPeriod: 'ONCE', amount: '0' },
    ],
    // In no order: the latest day decides.
    listed: [
      listed('2026-03-01', '1.75'),
      listed('2026-01-01', '2.00'),
      listed('2027-01-01', '0'),
      listed('2026-01-01', '9.00', 'GBP'),
      listed('2026-02-01', '20.00', 'EUR', 'ANNUAL'),
    ],
  },
  { ...MAIL, sku: 'BACKUP', prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '5.00' }], listed: [] },
]);

test('a service costs its own price for this period and currency where no list says otherwise', () => {
  expect(prices.priceOf('MAIL', 'ANNUAL', 'USD', '2026-06-01')).toEqual({
    service: MAIL,
    unitPrice: '30.00',
    priceSource: 'SERVICE',
  });
  expect(prices.priceOf('BACKUP', 'MONTHLY', 'EUR', '2026-06-01')).toMatchObject({
    unitPrice: '5.00',
    priceSource: 'SERVICE',
  });
});

test('a price of zero is a price', () => {
  expect(prices.priceOf('MAIL', 'ONCE', 'USD', '2026-06-01')?.unitPrice).toBe('0');
  expect(prices.priceOf('MAIL', 'MONTHLY', 'EUR', '2027-01-01')).toMatchObject({
    unitPrice: '0',
    priceSource: 'PRICE_LIST',
  });
});

test.each([
  ['2025-12-31', '2.50', 'SERVICE'],
  ['2026-01-01', '2.00', 'PRICE_LIST'],
  ['2026-02-28', '2.00', 'PRICE_LIST'],
  ['2026-03-01', '1.75', 'PRICE_LIST'],
  ['2026-12-31', '1.75', 'PRICE_LIST'],
  ['2027-01-01', '0', 'PRICE_LIST'],
])('what starts on %s costs what the list says latest by then: %s', (day, unitPrice, priceSource) => {
  expect(prices.priceOf('MAIL', 'MONTHLY', 'EUR', day)).toEqual({ service: MAIL, unitPrice, priceSource });
});

test('a list offers what the service itself does not, for what starts on its day or later', () => {
  expect(prices.priceOf('MAIL', 'MONTHLY', 'GBP', '2026-01-01')?.unitPrice).toBe('9.00');
  expect(prices.priceOf('MAIL', 'MONTHLY', 'GBP', '2025-12-31')).toBeNull();
  expect(prices.priceOf('MAIL', 'ANNUAL', 'EUR', '2026-02-01')?.unitPrice).toBe('20.00');
  expect(prices.priceOf('MAIL', 'ANNUAL', 'EUR', '2026-01-31')).toBeNull();
});

test("without a day, as the distributor sells itself, it is the service's own price", () => {
  expect(prices.priceOf('MAIL', 'MONTHLY', 'EUR', null)).toEqual({
    service: MAIL,
    unitPrice: '2.50',
    priceSource: 'SERVICE',
  });
  expect(prices.priceOf('MAIL', 'MONTHLY', 'GBP', null)).toBeNull();
});

test.each([
  ['another sku', 'TELEPHONE', 'MONTHLY', 'EUR'],
  ['another case of the sku', 'mail', 'MONTHLY', 'EUR'],
  ['a period without a price', 'BACKUP', 'ANNUAL', 'EUR'],
  ['a currency without a price', 'BACKUP', 'MONTHLY', 'USD'],
] as const)('is not offered: %s', (_what, sku, period, currency) => {
  expect(prices.priceOf(sku, period, currency, '2026-06-01')).toBeNull();
});

test('what a reseller is offered on a day is the latest of its list by then, else the service’s own price, in the order of kinds', () => {
  const service = {
    prices: [
      { currency: 'USD', billingPeriod: 'MONTHLY' as const, amount: '3.00' },
      { currency: 'EUR', billingPeriod: 'MONTHLY' as const, amount: '2.50' },
    ],
    listed: [
      listed('2026-03-01', '1.75'),
      listed('2026-01-01', '2.00'),
      listed('2026-01-01', '9.00', 'GBP'),
      listed('2026-01-01', '20.00', 'EUR', 'ANNUAL'),
    ],
  };
  const offered = (day: string) =>
    pricesOn(service, day).map(({ currency, billingPeriod, amount }) => `${currency} ${billingPeriod} ${amount}`);
  expect(offered('2025-12-31')).toEqual(['EUR MONTHLY 2.50', 'USD MONTHLY 3.00']);
  const fromJanuary = ['EUR ANNUAL 20.00', 'EUR MONTHLY 2.00', 'GBP MONTHLY 9.00', 'USD MONTHLY 3.00'];
  expect(offered('2026-01-01')).toEqual(fromJanuary);
  expect(offered('2026-02-28')).toEqual(fromJanuary);
  expect(offered('2026-03-01')[1]).toBe('EUR MONTHLY 1.75');
  expect(pricesOn(service, '2026-01-01')[0]).toEqual({ currency: 'EUR', billingPeriod: 'ANNUAL', amount: '20.00' });
});
