import type { PriceListEntry } from '../../../src/domain/resellers/price-list';
import { againstPriceList } from '../../../src/domain/resellers/price-list-change';

const TODAY = '2026-06-30';
const anEntry = (changes: Partial<PriceListEntry> = {}): PriceListEntry => ({
  sku: 'MAIL',
  currency: 'EUR',
  billingPeriod: 'MONTHLY',
  amount: '8.00',
  validFrom: '2026-06-29',
  ...changes,
});

const against = (present: readonly PriceListEntry[], sent: readonly PriceListEntry[]) =>
  againstPriceList(present, sent, { today: TODAY, skus: new Set(['MAIL', 'BACKUP']) }).map(
    ({ code, path, said: { key } }) => ({ code, path: path.join('.'), key }),
  );

describe('a price of a day before today', () => {
  test('that is sent as it is, is no change, and so is 8 for 8.00', () => {
    const past = [anEntry(), anEntry({ validFrom: '2020-01-01', amount: '0.50' })];
    expect(against(past, past)).toEqual([]);
    for (const amount of ['8', '8.0', '08.000']) expect(against([anEntry()], [anEntry({ amount })])).toEqual([]);
    expect(against([anEntry({ amount: '0' })], [anEntry({ amount: '0.00' })])).toEqual([]);
  });

  test.each(['8.01', '80', '0.8', '800', '0'])('may not become %s', (amount) => {
    expect(against([anEntry()], [anEntry({ validFrom: TODAY }), anEntry({ amount })])).toEqual([
      { code: 'INVALID_INPUT', path: 'input.prices.1', key: 'input.pastPriceChanged' },
    ]);
  });

  test.each<[string, Partial<PriceListEntry>]>([
    ['day', { validFrom: '2026-06-28' }],
    ['sku', { sku: 'BACKUP' }],
    ['currency', { currency: 'USD' }],
    ['billing period', { billingPeriod: 'ANNUAL' }],
  ])('may not be added: another %s', (_what, changes) => {
    expect(against([anEntry()], [anEntry(), anEntry(changes)])).toEqual([
      { code: 'INVALID_INPUT', path: 'input.prices.1', key: 'input.pastPriceAdded' },
    ]);
    expect(against([anEntry()], [anEntry(), anEntry({ ...changes, validFrom: TODAY })])).toEqual([]);
  });

  test('may not be left out: each that is missing is told', () => {
    const present = [anEntry(), anEntry({ sku: 'BACKUP' }), anEntry({ validFrom: '2026-05-01' })];
    expect(againstPriceList(present, [anEntry()], { today: TODAY, skus: new Set(['MAIL']) })).toMatchObject([
      {
        code: 'INVALID_INPUT',
        path: ['input', 'prices'],
        message:
          'Prices must have that of "BACKUP" billed MONTHLY in EUR from 2026-06-29: it was valid before today, 2026-06-30',
      },
      {
        code: 'INVALID_INPUT',
        path: ['input', 'prices'],
        message:
          'Prices must have that of "MAIL" billed MONTHLY in EUR from 2026-05-01: it was valid before today, 2026-06-30',
      },
    ]);
  });
});

test.each([TODAY, '2026-07-01', '2099-12-31'])('a price of %s may be added, changed and left out', (validFrom) => {
  const entry = anEntry({ validFrom });
  expect(against([], [entry])).toEqual([]);
  expect(against([entry], [{ ...entry, amount: '7.00' }])).toEqual([]);
  expect(against([entry], [])).toEqual([]);
});

test('of a sku that is not there, that is said and nothing else, whatever its day', () => {
  const unknown = { code: 'SERVICE_NOT_OFFERED', key: 'service.unknown' };
  expect(against([], [anEntry({ sku: 'mail', validFrom: TODAY }), anEntry({ sku: 'NONE' })])).toEqual([
    { ...unknown, path: 'input.prices.0.sku' },
    { ...unknown, path: 'input.prices.1.sku' },
  ]);
});
