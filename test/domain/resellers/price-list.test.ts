import { PriceList } from '../../../src/domain/resellers/price-list';

const prices = new PriceList([
  {
    id: '0197a000-0000-7000-8000-000000000502',
    sku: 'MAIL',
    name: 'Mailbox',
    prices: [
      { currency: 'EUR', billingPeriod: 'MONTHLY', amount: '2.50' },
      { currency: 'USD', billingPeriod: 'ANNUAL', amount: '30.00' },
      { currency: 'USD', billingPeriod: 'ONCE', amount: '0' },
    ],
  },
]);

test('a service costs what the price list says for this period and currency', () => {
  expect(prices.priceOf('MAIL', 'MONTHLY', 'EUR')).toEqual({
    service: { id: '0197a000-0000-7000-8000-000000000502', sku: 'MAIL', name: 'Mailbox' },
    unitPrice: '2.50',
  });
  expect(prices.priceOf('MAIL', 'ANNUAL', 'USD')?.unitPrice).toBe('30.00');
});

test('a price of zero is a price', () => {
  expect(prices.priceOf('MAIL', 'ONCE', 'USD')?.unitPrice).toBe('0');
});

test.each([
  ['another sku', 'BACKUP', 'MONTHLY', 'EUR'],
  ['another case of the sku', 'mail', 'MONTHLY', 'EUR'],
  ['a period without a price', 'MAIL', 'ANNUAL', 'EUR'],
  ['a currency without a price', 'MAIL', 'MONTHLY', 'USD'],
] as const)('is not offered: %s', (_what, sku, period, currency) => {
  expect(prices.priceOf(sku, period, currency)).toBeNull();
});
