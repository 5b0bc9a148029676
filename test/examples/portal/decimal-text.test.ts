import fc from 'fast-check';
import {
  decimalDifference,
  exactDecimal,
  isMoreThanZero,
  typedDecimal,
} from '../../../examples/portal/src/words/decimal-text.ts';

/** What the server takes: 12 digits before the point and 6 after it. */
const exactTexts = fc
  .tuple(fc.stringMatching(/^(0|[1-9]\d{0,11})$/), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, part]) => (part === '' ? whole : `${whole}.${part}`));
const REGIONS = ['en-GB', 'en-US', 'de-DE', 'de-AT', 'de-CH'] as const;

describe('a decimal as it is typed', () => {
  test('keeps every digit, there and back, in every region', () => {
    fc.assert(
      fc.property(exactTexts, fc.constantFrom(...REGIONS), (exact, region) => {
        expect(exactDecimal(typedDecimal(exact, region), region)).toBe(exact);
      }),
    );
  });

  test('is understood as the region itself writes it, as a number and as money', () => {
    fc.assert(
      fc.property(
        exactTexts,
        fc.constantFrom(...REGIONS),
        fc.constantFrom('EUR', undefined),
        (exact, region, currency) => {
          const places = exact.split('.')[1]?.length ?? 0;
          const written = new Intl.NumberFormat(region, {
            minimumFractionDigits: places,
            maximumFractionDigits: places,
            ...(currency === undefined ? {} : { style: 'currency', currency }),
          }).formatToParts(exact as never);
          const number = written.filter(({ type }) => ['integer', 'group', 'decimal', 'fraction'].includes(type));
          expect(exactDecimal(number.map(({ value }) => value).join(''), region)).toBe(exact);
        },
      ),
    );
  });

  test.each([
    ['1.234,50', 'de-DE', '1234.50'],
    ['1234,5', 'de-DE', '1234.5'],
    ['1 234,5', 'de-DE', '1234.5'],
    [',5', 'de-DE', '0.5'],
    ['  007 ', 'de-DE', '7'],
    ['5,', 'de-DE', '5'],
    ['1,234.50', 'en-GB', '1234.50'],
    ["1'234.50", 'de-CH', '1234.50'],
    ['999.999.999.999,123456', 'de-DE', '999999999999.123456'],
  ])('%s in %s is %s', (typed, region, exact) => expect(exactDecimal(typed, region)).toBe(exact));

  test.each([
    ['1.5', 'de-DE'],
    ['1.2345', 'de-DE'],
    ['1,5', 'en-GB'],
    ['1.234.50', 'de-DE'],
    ['1,2,3', 'de-DE'],
    ['.234,5', 'de-DE'],
    ['1.234 567', 'de-DE'],
    ['-1', 'de-DE'],
    ['1e3', 'en-GB'],
    ['', 'en-GB'],
    [',', 'de-DE'],
    ['one', 'en-GB'],
    ['1,234.5,0', 'en-GB'],
  ])('"%s" in %s is none, rather than another one', (typed, region) => expect(exactDecimal(typed, region)).toBeNull());
});

describe('the difference of two exact decimals', () => {
  test.each([
    ['12.50', '2.5', '10.00'],
    ['0.30', '0.10', '0.20'],
    ['1', '1.000001', '-0.000001'],
    ['999999999999.99', '0.01', '999999999999.98'],
    ['5', '3', '2'],
    ['-5.00', '-5.00', '0.00'],
  ])('%s less %s is %s', (first, second, difference) => expect(decimalDifference(first, second)).toBe(difference));

  test('is none of what is no decimal', () => {
    expect(() => decimalDifference('1,5', '1')).toThrow('no exact decimal');
  });

  test.each([
    ['0.01', true],
    ['0.00', false],
    ['-3', false],
  ])('%s is more than nothing: %s', (exact, isMore) => expect(isMoreThanZero(exact)).toBe(isMore));
});
