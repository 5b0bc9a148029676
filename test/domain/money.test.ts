import fc from 'fast-check';
import { lineAmount, total, USUAL_MINOR_UNITS, unusualMinorUnits } from '../../src/domain/money';

describe('a line is quantity times unit price, rounded half up to the minor unit of the currency (S16)', () => {
  test.each([
    [1, '2.50', 'EUR', '2.50'],
    [3, '0.335', 'EUR', '1.01'],
    [1, '1.005', 'EUR', '1.01'],
    [1, '1.004999', 'EUR', '1.00'],
    [1, '0.125', 'USD', '0.13'],
    [1, '0.135', 'USD', '0.14'],
    [1, '0.5', 'JPY', '1'],
    [1, '1.5', 'JPY', '2'],
    [1, '2.4', 'JPY', '2'],
    [1, '0.0005', 'KWD', '0.001'],
    [1, '0.0004', 'KWD', '0.000'],
    [2_147_483_647, '999999999999.999999', 'EUR', '2147483646999999997852.52'],
    [7, '0', 'EUR', '0.00'],
    [7, '0', 'JPY', '0'],
  ])('%d × %s %s is %s', (quantity, unitPrice, currency, amount) => {
    expect(lineAmount(quantity, unitPrice, currency)).toBe(amount);
  });
});

test('the database rounds by the digits of each currency, two where nobody knows', () => {
  const digits = unusualMinorUnits();
  expect(digits).toMatchObject({ JPY: 0, KWD: 3, CLF: 4 });
  for (const currency of ['EUR', 'USD', 'CHF', 'XYZ']) expect(digits).not.toHaveProperty(currency);
  expect(Object.values(digits)).not.toContain(USUAL_MINOR_UNITS);
  expect(lineAmount(1, '1.005', 'XYZ')).toBe('1.01');
});

describe('a total is the sum of its lines', () => {
  test.each([
    [['0.10', '0.20'], 'EUR', '0.30'],
    [['1', '2'], 'JPY', '3'],
    [['0.001', '0.002'], 'KWD', '0.003'],
    [[], 'EUR', '0.00'],
    [['9007199254740993.01', '0.01'], 'EUR', '9007199254740993.02'],
  ])('of %j in %s is %s', (amounts, currency, sum) => {
    expect(total(amounts, currency)).toBe(sum);
  });

  test('to the cent, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n })), (cents) => {
        const written = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
        const sum = cents.reduce((all, one) => all + one, 0n);
        expect(total(cents.map(written), 'EUR')).toBe(written(sum));
      }),
    );
  });
});

test.each([
  ['EUR', 2],
  ['HUF', 2],
  ['IQD', 3],
  ['ISK', 0],
  ['XCG', 2],
])("%s has ISO's %s digits after the point, whatever Node says", (currency, digits) => {
  expect(unusualMinorUnits()[currency] ?? USUAL_MINOR_UNITS).toBe(digits);
});
